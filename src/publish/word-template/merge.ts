/**
 * Puts a document into a company's Word template: its pages, styles, header, footer and logo stay, our parts take the
 * place of `{{body}}` and its like. `patchDocument` of docx was tried: it carries no lists, comments and turned pages.
 */
import { strFromU8, strToU8 } from 'fflate';
import { mergeStyles } from './merge-styles.js';
import { fillWords, partPlaces, type PartName, type PlaceholderWords } from './placeholders.js';
import { sectionAt, textOf, type WordTemplate } from './read-word-template.js';
import { attribute, elements, spliced, withInside } from './xml-parts.js';

/** Style of a paragraph that only says which part follows. */
export const MARK_STYLE = 'MedwardPart';

type Parts = Map<string, Uint8Array>;

/** @param ours parts of a Word file that holds the parts of the document behind their marks */
export function mergeInto(
  template: WordTemplate,
  ours: Readonly<Record<string, Uint8Array>>,
  words: PlaceholderWords,
): Readonly<Record<string, Uint8Array>> {
  const parts: Parts = new Map(template.parts);
  for (const name of [...parts.keys()].filter((one) =>
    /^word\/(?:document|header\d*|footer\d*|footnotes)\.xml$/.test(one),
  )) {
    parts.set(name, strToU8(fillWords(textOf(parts, name), words)));
  }
  const from = (name: string): string => strFromU8(ours[name] ?? new Uint8Array());
  const styles = mergeStyles(textOf(parts, 'word/styles.xml'), from('word/styles.xml'));
  parts.set('word/styles.xml', strToU8(styles.xml));
  const lists = addLists(parts, from('word/numbering.xml'));
  const relations = addRelations(parts, ours, from('word/_rels/document.xml.rels'));
  addComments(parts, ours['word/comments.xml']);
  const body = renamed(from('word/document.xml'), { styles: styles.ids, lists, relations });
  parts.set('word/document.xml', strToU8(withParts(textOf(parts, 'word/document.xml'), body)));
  updateFields(parts);
  return Object.fromEntries(parts);
}

interface Names {
  readonly styles: ReadonlyMap<string, string>;
  /** Added to numbers of lists. */
  readonly lists: number;
  readonly relations: ReadonlyMap<string, string>;
}

/** Far above what a template holds of its own. */
const ABOVE_THEIRS = 100_000;

function renamed(xml: string, { styles, lists, relations }: Names): string {
  return xml
    .replaceAll(
      /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"/g,
      (_, head: string, id: string) => `${head}${styles.get(id) ?? id}"`,
    )
    .replaceAll(/(<w:numId w:val=")(\d+)"/g, (_, head: string, id: string) => `${head}${Number(id) + lists}"`)
    .replaceAll(/(\sr:(?:id|embed)=")([^"]*)"/g, (_, head: string, id: string) => `${head}${relations.get(id) ?? id}"`)
    .replaceAll(
      /(<(?:w:bookmarkStart|w:bookmarkEnd|wp:docPr|pic:cNvPr)\b[^>]*?\s(?:w:)?id=")(\d+)"/g,
      (_, head: string, id: string) => `${head}${Number(id) + ABOVE_THEIRS}"`,
    );
}

/** The parts of our body by the mark above each. */
function markedParts(body: string): ReadonlyMap<string, string> {
  const mark = new RegExp(
    `<w:p><w:pPr><w:pStyle w:val="${MARK_STYLE}"/></w:pPr><w:r><w:t[^>]*>([a-z]+)</w:t></w:r></w:p>`,
    'g',
  );
  const marks = [...body.matchAll(mark)];
  return new Map(
    marks.map((match, at) => [
      match[1] ?? '',
      body.slice(match.index + match[0].length, marks[at + 1]?.index ?? match.index),
    ]),
  );
}

function withParts(theirs: string, ours: string): string {
  const parts = markedParts(ours);
  const { places } = partPlaces(theirs);
  let document = theirs;
  const text = (name: PartName): string => parts.get(name) ?? '';
  for (const { name, at, length } of places.toReversed()) {
    if (name === 'body') document = withBody(document, at, length, text('body'));
    else document = spliced(document, at, length, text(name) || '<w:p/>');
  }
  return withNamespaces(document);
}

/** Turned pages are sections; each takes the header and footer of the one that the body stands in. */
function withBody(document: string, at: number, length: number, body: string): string {
  const section = sectionAt(document, at);
  const later = section
    .replaceAll(/<w:titlePg\b[^>]*\/>/g, '')
    .replaceAll(/(<w:pgNumType\b[^>]*?)\sw:start="[^"]*"/g, '$1');
  let isFirst = true;
  const filled = body.replaceAll(/<w:sectPr>.*?<\/w:sectPr>/gs, (own) => {
    const base = isFirst ? section : later;
    isFirst = false;
    return own.includes('w:orient="landscape"') ? turned(base) : base;
  });
  const rest = document.slice(at + length);
  const ending = isFirst ? rest : rest.replace(section, () => later);
  return document.slice(0, at) + filled + ending;
}

function turned(section: string): string {
  return section.replace(/<w:pgSz\b[^>]*\/>/, (size) => {
    const [width, height] = [attribute(size, 'w:w'), attribute(size, 'w:h')];
    return `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
  });
}

const NAMESPACES: Readonly<Record<string, string>> = {
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
};

function withNamespaces(document: string): string {
  const at = document.indexOf('<w:document') + '<w:document'.length;
  const tag = document.slice(at, document.indexOf('>', at));
  const missing = Object.entries(NAMESPACES).filter(([prefix]) => !tag.includes(`xmlns:${prefix}=`));
  return spliced(document, at, 0, missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join(''));
}

/** @returns what was added to the numbers of our lists */
function addLists(parts: Parts, ours: string): number {
  const shift = ABOVE_THEIRS;
  const moved = (xml: string): string =>
    xml
      .replaceAll(
        /(\sw:(?:abstractNumId|numId)=")(\d+)"/g,
        (_, head: string, id: string) => `${head}${Number(id) + shift}"`,
      )
      .replaceAll(/(<w:abstractNumId w:val=")(\d+)"/g, (_, head: string, id: string) => `${head}${Number(id) + shift}"`)
      .replaceAll(/\sw15:restartNumberingAfterBreak="\d"/g, '');
  const texts = (name: string): string =>
    elements(ours, name)
      .map(({ text }) => moved(text))
      .join('');
  const theirs = textOf(parts, 'word/numbering.xml') || EMPTY_LISTS;
  if (!parts.has('word/numbering.xml')) register(parts, 'numbering', 'numbering.xml');
  // The form wants all patterns before all lists.
  const firstList = /<w:num\s/.exec(theirs)?.index ?? theirs.lastIndexOf('</');
  const withPatterns = spliced(theirs, firstList, 0, texts('w:abstractNum'));
  parts.set('word/numbering.xml', strToU8(withLists(withPatterns, texts('w:num'))));
  return shift;
}

/** Lists stand before `numIdMacAtCleanup`, which Word for Mac writes last. */
function withLists(xml: string, lists: string): string {
  const at = xml.indexOf('<w:numIdMacAtCleanup');
  return at < 0 ? withInside(xml, lists) : spliced(xml, at, 0, lists);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const EMPTY_LISTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="${WORD}"></w:numbering>`;
const RELATIONS = 'word/_rels/document.xml.rels';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function addComments(parts: Parts, comments: Uint8Array | undefined): void {
  if (!comments) return;
  parts.set('word/comments.xml', comments);
  register(parts, 'comments', 'comments.xml');
}

/** Makes a part of ours known: what it is, and that the document uses it. */
function register(parts: Parts, kind: 'numbering' | 'comments', file: string): void {
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  addTo(parts, '[Content_Types].xml', `<Override PartName="/word/${file}" ContentType="${type}"/>`);
  addTo(parts, RELATIONS, `<Relationship Id="rIdMedward_${kind}" Type="${OFFICE}/${kind}" Target="${file}"/>`);
}

function addTo(parts: Parts, name: string, xml: string): void {
  const text = textOf(parts, name) || EMPTY_RELATIONS;
  const opened = text.replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>');
  parts.set(name, strToU8(withInside(opened, xml)));
}

const EMPTY_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** @returns our ids of links and pictures → their ids in the template */
function addRelations(
  parts: Parts,
  ours: Readonly<Record<string, Uint8Array>>,
  xml: string,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const { text } of elements(xml, 'Relationship')) {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attribute(text, name) ?? '');
    if (id === undefined || !/\/(?:hyperlink|image)$/.test(type ?? '')) continue;
    const given = `rIdMedward${ids.size + 1}`;
    ids.set(id, given);
    const named = type?.endsWith('/image') ? addPicture(parts, ours, target ?? '') : (target ?? '');
    const mode = type?.endsWith('/image') ? '' : ' TargetMode="External"';
    added.push(`<Relationship Id="${given}" Type="${type}" Target="${named}"${mode}/>`);
  }
  addTo(parts, RELATIONS, added.join(''));
  return ids;
}

const PICTURE_TYPES: Readonly<Record<string, string>> = { png: 'image/png', svg: 'image/svg+xml' };

function addPicture(parts: Parts, ours: Readonly<Record<string, Uint8Array>>, target: string): string {
  const name = `media/medward-${target.slice(target.lastIndexOf('/') + 1)}`;
  parts.set(`word/${name}`, ours[`word/${target}`] ?? new Uint8Array());
  const ending = target.slice(target.lastIndexOf('.') + 1);
  const isKnown = new RegExp(`Extension="${ending}"`, 'i').test(textOf(parts, '[Content_Types].xml'));
  const type = PICTURE_TYPES[ending];
  // The form wants nothing of the order, but programs look for endings first.
  if (!isKnown && type !== undefined)
    addTo(parts, '[Content_Types].xml', `<Default Extension="${ending}" ContentType="${type}"/>`);
  return name;
}

/** Contents and page numbers are filled when Word opens the file. */
function updateFields(parts: Parts): void {
  const settings = textOf(parts, 'word/settings.xml');
  if (settings === '' || settings.includes('<w:updateFields')) return;
  const at = /<w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|themeFontLang|clrSchemeMapping)\b/.exec(
    settings,
  )?.index;
  parts.set(
    'word/settings.xml',
    strToU8(spliced(settings, at ?? settings.lastIndexOf('</'), 0, '<w:updateFields w:val="true"/>')),
  );
}
