/** Writes SVG: every word and every value is escaped here, so that nothing a record says becomes an element. */

import { withoutSteering } from './clean-text.js';

/** Text that is already markup; only this file makes it. */
export interface Markup {
  readonly markup: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? numberText(value) : escaped(value)}"`)
    .join('');
  const inside = children.map((child) => child.markup).join('');
  return { markup: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

export function words(text: string): Markup {
  return { markup: escaped(text) };
}

export function group(...children: readonly Markup[]): Markup {
  return { markup: children.map((child) => child.markup).join('') };
}

/** On a line of its own, so that two versions of a picture can be compared line by line. */
export function lines(...children: readonly Markup[]): Markup {
  return { markup: children.map((child) => `\n${child.markup}`).join('') };
}

/** One decimal is finer than any printer; no `-0`, no exponent. */
export function numberText(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return withoutSteering(text).replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
