/** Brings our styles into a company's Word template: where it has one of the same name, its own is taken. */
import { attribute, elements, withInside } from './xml-parts.js';

export interface MergedStyles {
  readonly xml: string;
  /** Our id of a style → the id that it has in the template. */
  readonly ids: ReadonlyMap<string, string>;
}

export function mergeStyles(theirs: string, ours: string): MergedStyles {
  const known = new Map(stylesOf(theirs).map(({ name, id }) => [name.toLowerCase(), id]));
  const taken = new Set(known.values());
  const ids = new Map<string, string>();
  const added: { readonly text: string; readonly id: string }[] = [];
  for (const { name, id, text } of stylesOf(ours)) {
    const same = known.get(name.toLowerCase());
    const given = same ?? (taken.has(id) ? `Medward${id}` : id);
    ids.set(id, given);
    if (same === undefined) added.push({ text, id: given });
  }
  const xml = added.map(({ text, id }) => asTheirs(text, id, ids)).join('');
  return { xml: withInside(theirs, xml), ids };
}

interface Style {
  readonly name: string;
  readonly id: string;
  readonly text: string;
}

function stylesOf(xml: string): readonly Style[] {
  return elements(xml, 'w:style').flatMap(({ text }) => {
    const id = attribute(text, 'w:styleId');
    const name = /<w:name\s[^>]*w:val="([^"]*)"/.exec(text)?.[1];
    return id === undefined || name === undefined ? [] : [{ id, name, text }];
  });
}

/** The company's font and colour come from what the style is based on; only code keeps its own. */
function asTheirs(style: string, id: string, ids: ReadonlyMap<string, string>): string {
  const plain = /Code/.test(id) ? style : style.replaceAll(/<w:rFonts\b[^>]*\/>|<w:color\b[^>]*\/>/g, '');
  return plain
    .replace(/ w:styleId="[^"]*"/, ` w:styleId="${id}"`)
    .replace(/ w:default="[^"]*"/, '')
    .replaceAll(
      /(<w:(?:basedOn|next|link) w:val=")([^"]*)"/g,
      (_, head: string, one: string) => `${head}${ids.get(one) ?? one}"`,
    );
}
