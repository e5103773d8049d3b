/**
 * Reads the Word template of a company and refuses what must not go into a document: programs, things that lie elsewhere,
 * and places that cannot be filled.
 */
import { strFromU8, unzipSync } from 'fflate';
import { PARTS, partPlaces } from './placeholders.js';
import { attribute, elements, faultOfXml } from './xml-parts.js';

export interface WordTemplate {
  /** Parts of the file by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The page on which the body stands, in twentieths of a point. */
  readonly page: {
    readonly textWidth: number;
    readonly textHeight: number;
    readonly turnedWidth: number;
    readonly turnedHeight: number;
  };
  /** Its headings count themselves. */
  readonly numbersHeadings: boolean;
}

const MAX_PARTS = 400;
const MAX_UNPACKED = 40_000_000;
const MAX_XML = 4_000_000;
const DOCUMENT = 'word/document.xml';
const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @returns the template, or in a sentence what is wrong with it and what to do */
export function readWordTemplate(bytes: Uint8Array): WordTemplate | string {
  const parts = unpacked(bytes);
  if (typeof parts === 'string') return parts;
  const fault = faultOfParts(parts);
  if (fault !== undefined) return fault;
  const document = textOf(parts, DOCUMENT);
  const body = bodyPlace(document);
  if (typeof body === 'string') return body;
  const page = pageAt(document, body);
  if (!page) return 'It says no size of the page. Save it again in Word.';
  return { parts, page, numbersHeadings: numbersHeadings(parts) };
}

export function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  return bytes ? strFromU8(bytes) : '';
}

function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return ++count <= MAX_PARTS && size <= MAX_UNPACKED;
      },
    });
    if (count > MAX_PARTS || size > MAX_UNPACKED)
      return 'It is too large. Take out pictures that documents do not need.';
    return new Map(Object.entries(files));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return 'It cannot be opened as a Word file. Save it as .docx in Word or LibreOffice.';
  }
}

function faultOfParts(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  if (!parts.has(DOCUMENT)) return 'It is no Word file: it has no word/document.xml. Save it as .docx.';
  const names = [...parts.keys()];
  const program = names.find((name) =>
    /vbaProject|vbaData|activeX\/|embeddings\/|\.(?:bin|exe|dll|js|vbs)$/i.test(name),
  );
  if (program !== undefined)
    return `It holds a program or an embedded file (${program}). Save it as .docx without macros.`;
  for (const name of names.filter((one) => /\.(?:xml|rels)$/i.test(one))) {
    const fault = faultOfPart(name, textOf(parts, name));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfPart(name: string, text: string): string | undefined {
  if (text.length > MAX_XML) return `Its part ${name} is too large. Take out what documents do not need.`;
  const fault = faultOfXml(text);
  if (fault !== undefined) return `Its part ${name} cannot be read: ${fault}. Save it again in Word.`;
  if (name.endsWith('.rels')) return faultOfRelations(name, text);
  if (name === '[Content_Types].xml' && /macroEnabled/i.test(text)) return 'It may hold macros. Save it as .docx.';
  if (name === DOCUMENT && !text.includes(`xmlns:w="${WORD_NAMESPACE}"`)) {
    return 'It is not written in the usual form of .docx. Save it as "Word document (.docx)", not as Strict Open XML.';
  }
  if (name === 'word/comments.xml') return 'It holds comments. Delete them, since documents bring their own.';
  return faultOfFields(name, text);
}

/** What Word opens from elsewhere; a link that a person clicks is none. */
function faultOfRelations(name: string, text: string): string | undefined {
  const outer = elements(text, 'Relationship').find(
    ({ text: one }) => attribute(one, 'TargetMode') === 'External' && !isLink(one),
  );
  if (!outer) return undefined;
  const target = (attribute(outer.text, 'Target') ?? '').slice(0, 100);
  const hint = outer.text.includes('attachedTemplate') ? ' In Word: Developer, Document Template, Normal.' : '';
  return `It refers to something outside itself (${target}, in ${name}). Take that out.${hint}`;
}

function isLink(relation: string): boolean {
  const isHyperlink = (attribute(relation, 'Type') ?? '').endsWith('/hyperlink');
  return isHyperlink && /^(?:https?|mailto):/i.test(attribute(relation, 'Target') ?? '');
}

const FETCHING = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|DATABASE|MACROBUTTON|RD)\b/i;

/** Fields can be cut into pieces, so that they are looked at together. */
function faultOfFields(name: string, text: string): string | undefined {
  const pieces = [...text.matchAll(/<w:instrText(?:\s[^>]*)?>([^<]*)<|\sw:instr="([^"]*)"|(<w:fldChar\b)/g)];
  const fields = pieces
    .map(([, cut, whole, mark]) => (mark === undefined ? (cut ?? `\n${whole ?? ''}\n`) : '\n'))
    .join('');
  const field = fields.split('\n').find((one) => FETCHING.test(one.trim().split(/\s/, 1)[0] ?? ''));
  if (field === undefined) return undefined;
  return `A field in ${name} fetches or runs something (${field.trim().slice(0, 60)}). Take it out.`;
}

function bodyPlace(document: string): number | string {
  const { places, misplaced } = partPlaces(document);
  const [wrong] = misplaced;
  if (wrong !== undefined) {
    return `{{${wrong}}} must stand alone in a paragraph, outside tables, text boxes and tracked changes. Move it.`;
  }
  const twice = PARTS.find((name) => places.filter((place) => place.name === name).length > 1);
  if (twice !== undefined) return `{{${twice}}} stands there more than once. Keep one.`;
  const body = places.find(({ name }) => name === 'body');
  return body?.at ?? 'It has no paragraph with {{body}}. Write {{body}} where the text of documents begins.';
}

function pageAt(document: string, at: number): WordTemplate['page'] | undefined {
  const section = sectionAt(document, at);
  const number = (element: string, name: string): number =>
    Number(new RegExp(`<w:${element}\\s[^>]*w:${name}="(\\d{1,6})"`).exec(section)?.[1] ?? Number.NaN);
  const [width, height] = [number('pgSz', 'w'), number('pgSz', 'h')];
  const margins = number('pgMar', 'left') + number('pgMar', 'right');
  const above = number('pgMar', 'top') + number('pgMar', 'bottom');
  const page = {
    textWidth: width - margins,
    textHeight: height - above,
    turnedWidth: height - margins,
    turnedHeight: width - above,
  };
  return Object.values(page).every((length) => length > 2500) ? page : undefined;
}

/** The section that a place belongs to is described at its end. */
export function sectionAt(document: string, at: number): string {
  return elements(document.slice(at), 'w:sectPr')[0]?.text ?? '';
}

/** Headings are numbered by their style, unless its list has no numbers, as LibreOffice writes it. */
function numbersHeadings(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const style = elements(textOf(parts, 'word/styles.xml'), 'w:style').find(({ text }) =>
    /<w:name w:val="heading 1"\/>/i.test(text),
  );
  const list = /<w:numPr>.*?<w:numId w:val="(\d+)"/s.exec(style?.text ?? '')?.[1];
  if (list === undefined || list === '0') return false;
  const numbering = textOf(parts, 'word/numbering.xml');
  const num = elements(numbering, 'w:num').find(({ text }) => attribute(text, 'w:numId') === list);
  const abstract = /<w:abstractNumId w:val="(\d+)"/.exec(num?.text ?? '')?.[1];
  const found = elements(numbering, 'w:abstractNum').find(
    ({ text }) => attribute(text, 'w:abstractNumId') === abstract,
  );
  return /<w:numFmt w:val="(?!none)/.test(found?.text.split('</w:lvl>', 1)[0] ?? '');
}
