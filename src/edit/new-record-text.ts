/** Puts a new record into a text: as an item at the end of a YAML list, as a section, or as a file of its own. */
import type { Node, YAMLSeq } from 'yaml';
import { cutMarkdown } from '../records/index.js';
import { yamlLibrary } from '../shapes/index.js';
import { nodeEnd, yamlRoot, type Splice } from './yaml-map.js';
import type { NewRecord } from './value.js';
import { fieldLines, inline } from './yaml-text.js';

export function asFile({ id, fields, text }: NewRecord): string {
  return `---\n${fieldLines({ id, ...fields }, 0)}---\n${body(text)}`;
}

export function asListFile(record: NewRecord, plural: string): string {
  return `${plural}:\n${asItem(record, 2)}`;
}

const SECTION_LEVEL = 2;

/** Text with a heading that would end the record stands among its fields, where nothing ends it. */
function asSection({ id, fields, text = '' }: NewRecord): string {
  const { title, ...others } = fields;
  const isCut = cutMarkdown(text).headings.some(({ level }) => level <= SECTION_LEVEL);
  const yaml = fieldLines(isCut ? { ...others, text: text.trim() } : others, 0);
  const words = typeof title === 'string' ? `${id} ${title}` : id;
  const below = isCut ? '' : body(text);
  return `${'#'.repeat(SECTION_LEVEL)} ${words.replaceAll(/\s+/g, ' ')}\n\`\`\`yaml\n${yaml}\`\`\`\n${below}`;
}

function asItem({ id, fields, text }: NewRecord, indent: number): string {
  const all = { id, ...fields, ...(text !== undefined && text.trim() !== '' && { text: text.trim() }) };
  const dash = `${' '.repeat(indent)}- `;
  return dash + fieldLines(all, indent + 2).slice(indent + 2);
}

function body(text: string | undefined): string {
  return text === undefined || text.trim() === '' ? '' : `${text.trim()}\n`;
}

/** @returns `undefined` where the file cannot be read as a whole or keeps its list in another form */
export function appendToList(text: string, record: NewRecord, plural: string): Splice | undefined {
  const root = yamlRoot(text);
  const { isMap, isScalar, isSeq } = yamlLibrary();
  if (!isMap(root) || root.flow === true) return undefined;
  const pair = root.items.find(({ key }) => isScalar(key) && key.source === plural);
  if (!pair) return { from: text.length, to: text.length, text: `${startOfLine(text)}\n${asListFile(record, plural)}` };
  if (!isSeq(pair.value)) return undefined;
  const list = pair.value as YAMLSeq<Node>;
  const last = list.items.at(-1);
  if (list.flow === true) return last ? inBrackets(list, text, record) : undefined;
  const end = nodeEnd(last, text);
  const start = list.range?.[0];
  if (end === undefined || start === undefined) return undefined;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const newline = text.indexOf('\n', end);
  const where = newline === -1 ? text.length : newline + 1;
  return { from: where, to: where, text: `${newline === -1 ? '\n' : ''}${asItem(record, indent)}` };
}

function inBrackets(list: YAMLSeq<Node>, text: string, { id, fields, text: words }: NewRecord): Splice | undefined {
  const end = nodeEnd(list.items.at(-1), text);
  if (end === undefined) return undefined;
  const value = { id, ...fields, ...(words !== undefined && { text: words.trim() }) };
  return { from: end, to: end, text: `, ${inline(value)}` };
}

export function appendSection(text: string, record: NewRecord): Splice {
  return { from: text.length, to: text.length, text: `${startOfLine(text)}\n${asSection(record)}` };
}

function startOfLine(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : '\n';
}
