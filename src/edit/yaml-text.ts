/** Writes a value as YAML that reads back as the same words: plain where nothing can be misread, else quoted. */
import type { Value } from './value.js';

/** Longer values go over several lines, as people write them. */
const WIDTH = 110;

/** @returns the value for the place right behind `name:`, with the blank or the line break that parts them */
export function behindKey(value: Value, indent: number): string {
  const short = inline(value);
  if (typeof value !== 'object') return isLong(value, indent) ? folded(value, indent) : ` ${short}`;
  if (short.length + indent <= WIDTH || isEmpty(value)) return ` ${short}`;
  if (isList(value)) return value.map((item) => `\n${blanks(indent + 2)}-${behindDash(item, indent + 4)}`).join('');
  return Object.entries(value)
    .map(([name, inner]) => `\n${blanks(indent + 2)}${key(name)}:${behindKey(inner, indent + 2)}`)
    .join('');
}

/** @returns the value in one line, in braces and brackets where it has parts */
export function inline(value: Value): string {
  if (typeof value === 'string') return scalar(value);
  if (typeof value !== 'object') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  if (isList(value)) return `[${value.map(inline).join(', ')}]`;
  const entries = Object.entries(value).map(([name, inner]) => `${key(name)}: ${inline(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Fields of a record, each on its line. */
export function fieldLines(fields: Readonly<Record<string, Value>>, indent: number): string {
  return Object.entries(fields)
    .map(([name, value]) => `${blanks(indent)}${key(name)}:${behindKey(value, indent)}\n`)
    .join('');
}

export function key(name: string): string {
  return scalar(name);
}

function behindDash(value: Value, indent: number): string {
  return typeof value === 'string' && isLong(value, indent) ? folded(value, indent - 2) : ` ${inline(value)}`;
}

/** Words that stand for themselves, also within brackets and to a reader of YAML 1.1. */
const PLAIN = /^[A-Za-z0-9./](?:[A-Za-z0-9 _.@/()+×–’-]|:(?=[^\s,[\]{}])|#(?<=\S#))*$/;
const MEANS_ELSE = /^(?:true|false|yes|no|on|off|null|y|n|[\d.+-][\d._+-]*(?:e[\d+-]*)?)$/i;
const IS_DATE = /^\d{4}-\d{2}-\d{2}$/;

function scalar(text: string): string {
  if (IS_DATE.test(text)) return text;
  if (PLAIN.test(text) && !text.endsWith(' ') && !MEANS_ELSE.test(text)) return text;
  // In single quotes nothing has a meaning, but a line break would become a blank there.
  return NEEDS_ESCAPES.test(text)
    ? JSON.stringify(text).replaceAll(NOT_PRINTED, escaped)
    : `'${text.replaceAll("'", "''")}'`;
}

// oxlint-disable-next-line no-control-regex -- control characters are what must be escaped
const NEEDS_ESCAPES = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uD800-\uDFFF]/;
// oxlint-disable-next-line no-control-regex -- JSON leaves these as they are
const NOT_PRINTED = /[\u007F-\u009F\u2028\u2029\uFEFF]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isLong(value: Value, indent: number): value is string {
  return typeof value === 'string' && FOLDS.test(value) && value.length + indent > WIDTH;
}

/** Folding keeps single blanks between words and nothing else. */
const FOLDS = /^[^\s\p{C}]+(?: [^\s\p{C}]+)*$/u;

function folded(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length + indent + 2 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return ` >-${[...lines, line].map((one) => `\n${blanks(indent + 2)}${one}`).join('')}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function blanks(count: number): string {
  return ' '.repeat(count);
}
