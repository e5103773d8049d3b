/** Reads records from Markdown: one whole file with an id in its front matter, or sections whose heading begins with an id. */
import {
  checkShape,
  didYouMean,
  mapping,
  readYaml,
  shown,
  type Fault,
  type Fields,
  type Source,
  type YamlEntry,
  type YamlMap,
} from '../shapes/index.js';
import { FileReading } from './file-reading.js';
import { fieldsOf, findKind, findKindByPrefix, kindNames } from './kinds.js';
import type { Kind } from './kinds/define.js';
import { makeRecord, type MadeRecord } from './make-record.js';
import { cutMarkdown, type Block, type Heading } from './markdown-blocks.js';

export interface MarkdownSettings {
  /** Prefixes of the project's own, to the kind they stand for. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const ID_AT_START = /^([A-Za-z][A-Za-z0-9_.]*(?:-[A-Za-z0-9_.]+)+)(?=$|[\s:])[\s:]*/;

export function readMarkdown(source: Source, settings: MarkdownSettings): FileReading {
  const reading = new FileReading(source);
  const cut = cutMarkdown(source.text);
  const { unclosed } = cut;
  if (unclosed)
    reading.problem(
      unclosed.at,
      `The ${unclosed.what} that opens here is never closed, so nothing behind it is read. Close it.`,
      'any',
    );
  const front = cut.front && readMapping(cut.front, reading, 'any');
  if (cut.front && !front) return reading;
  const entries = front?.entries ?? [];
  if (entries.some((entry) => entry.key === 'id')) readWholeFile(entries, cut.bodyAt, reading, settings);
  else readSections(entries, cut.headings, reading, settings);
  return reading;
}

function readMapping(block: Block, reading: FileReading, lost: string): YamlMap | undefined {
  const read = readYaml(block.text, block.at);
  for (const problem of read.problems) reading.problem(problem.at, problem.message, lost);
  if (read.problems.length > 0) return undefined;
  if (!read.tree || (read.tree.is === 'scalar' && read.tree.text === ''))
    return { is: 'map', entries: [], at: block.at };
  if (read.tree.is === 'map') return read.tree;
  reading.problem(read.tree.at, 'Here stand the fields of a record as `name: value`.', lost);
  return undefined;
}

function readWholeFile(
  entries: readonly YamlEntry[],
  bodyAt: number,
  reading: FileReading,
  settings: MarkdownSettings,
): void {
  const id = entries.find((entry) => entry.key === 'id');
  if (id?.value.is !== 'scalar') return reading.problem(id?.value.at ?? 0, 'The id is a single word.', 'any');
  const named = namedKind(entries, reading);
  if (named === 'unknown') return;
  const kind = named ?? findKindByPrefix(id.value.text, settings.prefixes);
  if (!kind) return reading.problem(id.value.at, kindNotTold(id.value.text), 'any');
  const fields = fieldsOnly(entries);
  const text = textEntry(reading.source.text.slice(bodyAt), bodyAt);
  if (text) fields.push(text);
  reading.add(
    kind,
    makeRecord({ kind, id: id.value.text, source: reading.source, at: id.value.at, fields, defaults: [] }),
  );
}

function readSections(
  defaults: readonly YamlEntry[],
  headings: readonly Heading[],
  reading: FileReading,
  settings: MarkdownSettings,
): void {
  const fileKind = namedKind(defaults, reading);
  if (fileKind === 'unknown') return;
  const opened = openingHeadings(headings, fileKind, reading, settings);
  const usable = usableDefaults(defaults, fileKind, opened, reading);
  const ends = textEnds(headings, opened);
  for (const section of opened) {
    if (section.fields === undefined) {
      reading.loseId(section.id);
      continue;
    }
    const { heading } = section;
    const textAt = heading.yaml ? heading.yaml.end : heading.end;
    const textEnd = ends.get(heading) ?? reading.source.text.length;
    const fields = fieldsOnly(section.fields);
    const body = reading.source.text.slice(textAt, textEnd);
    const title = titleEntry(section, fields);
    if (title) fields.push(title);
    const text = textEntry(body, textAt);
    if (text) fields.push(text);
    const { kind, id } = section;
    const made = makeRecord({ kind, id, source: reading.source, at: heading.textAt, fields, defaults: usable });
    reading.add(section.kind, heading.yaml || made.faults.length === 0 ? made : withPlaceOfFields(made, body));
  }
}

// @implements SRS-103
/** Who begins writes `level: software` right under the heading, or the block below the text: both are text. */
function withPlaceOfFields({ record, faults }: MadeRecord, body: string): MadeRecord {
  const isWritten = (name: string): boolean => `\n${body}`.includes(`\n${name}:`);
  return {
    record,
    faults: faults.map((fault) =>
      fault.rule === 'missing-field' && isWritten(fault.detail ?? '')
        ? { ...fault, todo: `\`${fault.detail}:\` stands in the text, where it is no field: ${INTO_BLOCK}` }
        : fault,
    ),
  };
}

const INTO_BLOCK = 'write the fields into a ```yaml block right under the heading.';

/**
 * Where the text of each record ends, unless at the end of the file: at the next record, or at a heading of its own level or
 * above, which begins another part of the file. Under such a heading stands no record's text until the next record.
 */
function textEnds(headings: readonly Heading[], opened: readonly Section[]): ReadonlyMap<Heading, number> {
  const opening = new Set(opened.map(({ heading }) => heading));
  const ends = new Map<Heading, number>();
  let open: Heading | undefined;
  for (const heading of headings) {
    const opens = opening.has(heading);
    if (open && (opens || endsTextOf(open, heading))) {
      ends.set(open, heading.at);
      open = undefined;
    }
    if (opens) open = heading;
  }
  return ends;
}

/** One with blanks before it may stand in an item of a list, which goes on behind it: cut there, the record would lose words. */
function endsTextOf(record: Heading, { level, isIndented }: Heading): boolean {
  return level <= record.level && !isIndented;
}

interface Section {
  readonly heading: Heading;
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** `undefined`: its block could not be read. */
  readonly fields: readonly YamlEntry[] | undefined;
}

// @implements SRS-102
/**
 * A heading opens a record if it begins with an id whose prefix is known, or if its own block names a kind. The front
 * matter may name the kind of ids with any other prefix, but only where the file uses no known prefix at all:
 * "UTF-8 handling" under a requirement is text.
 */
function openingHeadings(
  headings: readonly Heading[],
  fileKind: Kind | undefined,
  reading: FileReading,
  settings: MarkdownSettings,
): readonly Section[] {
  const withIds = headings.flatMap((heading) => {
    const id = ID_AT_START.exec(heading.text);
    return id ? [{ heading, id: id[1] ?? '', title: heading.text.slice(id[0].length).trim() }] : [];
  });
  const anyKnown = withIds.some(({ id }) => findKindByPrefix(id, settings.prefixes));
  return withIds.flatMap(({ heading, id, title }) => {
    const byPrefix = findKindByPrefix(id, settings.prefixes);
    if (!heading.yaml && !byPrefix && (anyKnown || !fileKind)) return [];
    const lost = (fileKind ?? byPrefix)?.kind ?? 'any';
    const fields = heading.yaml ? readMapping(heading.yaml, reading, lost)?.entries : [];
    const named = namedKind(fields ?? [], reading);
    if (named === 'unknown') return [];
    const kind = named ?? (byPrefix || !anyKnown || heading.yaml ? (fileKind ?? byPrefix) : undefined);
    if (kind) return [{ heading, id, title, kind, fields }];
    if (fields && looksLikeRecord(fieldsOnly(fields))) tellLostRecord(id, heading.textAt, reading);
    return [];
  });
}

/** More fields of one block are not looked at. */
const MOST_LOOKED_AT = 32;

// @implements SRS-102
/**
 * Tells the block of a record whose prefix nobody knows from a sample of YAML under "UTF-8 handling": more of it fits one
 * kind than not, and among that is a word of a choice or the id of another record. `title: A` alone may stand in any YAML.
 */
function looksLikeRecord(fields: readonly YamlEntry[]): boolean {
  const looked = fields.slice(0, MOST_LOOKED_AT);
  return kindNames().some((name) => {
    const kind = findKind(name);
    const table = kind ? fieldsOf(kind) : {};
    const fitting = looked.filter((entry) => isOfShape(entry, table));
    return fitting.length > looked.length / 2 && fitting.some((entry) => isTelling(entry, table));
  });
}

function isOfShape({ key, value }: YamlEntry, table: Fields): boolean {
  const field = Object.hasOwn(table, key) ? table[key] : undefined;
  const faults: Fault[] = [];
  return field !== undefined && checkShape(field.shape, value, { faults }) !== undefined && faults.length === 0;
}

const LIKE_AN_ID = /^[A-Za-z][\w.]{0,60}-[\w.-]{1,60}$/;

function isTelling({ key, value }: YamlEntry, table: Fields): boolean {
  const node = table[key]?.shape.node;
  if (node?.is === 'choice' || (node?.is === 'list' && node.of.is === 'choice')) return true;
  const ids = value.is === 'list' ? value.items : [value];
  return node?.is === 'ids' && ids.some((id) => id.is === 'scalar' && LIKE_AN_ID.test(id.text));
}

function tellLostRecord(id: string, at: number, reading: FileReading): void {
  reading.unknownKind(
    id,
    at,
    `\`${shown(id)}\` has the fields of a record, but nothing tells its kind, so it is not read.`,
    'Add `kind:` to its block, or give its prefix a kind under `ids:` in medward.yaml. If it is only a sample, begin its block with ``` alone.',
  );
  reading.loseId(id);
}

function namedKind(entries: readonly YamlEntry[], reading: FileReading): Kind | 'unknown' | undefined {
  const entry = entries.find(({ key }) => key === 'kind');
  if (!entry) return undefined;
  const name = entry.value.is === 'scalar' ? entry.value.text : '';
  const kind = findKind(name);
  if (kind) return kind;
  reading.unknownKind(
    name,
    entry.value.at,
    `\`${shown(name)}\` is no kind of record${didYouMean(name, kindNames()) || '.'}`,
    `Use one of ${kindNames().join(', ')}.`,
  );
  return 'unknown';
}

function kindNotTold(id: string): string {
  return `Nothing tells the kind of \`${shown(id)}\`: add \`kind:\`, or give its prefix a kind under \`ids:\` in medward.yaml.`;
}

function fieldsOnly(entries: readonly YamlEntry[]): YamlEntry[] {
  return entries.filter((entry) => entry.key !== 'id' && entry.key !== 'kind');
}

function titleEntry(section: Section, written: readonly YamlEntry[]): YamlEntry | undefined {
  if (section.title === '' || written.some((entry) => entry.key === 'title')) return undefined;
  const at = section.heading.textAt + section.id.length;
  return { key: 'title', keyAt: at, value: { is: 'scalar', text: section.title, plain: false, at } };
}

/** The text of the body, unless nothing is left; a typed `text:` field beside a body is read as twice. */
function textEntry(body: string, at: number): YamlEntry | undefined {
  const text = body.trim();
  if (text === '') return undefined;
  const start = at + body.indexOf(text);
  return { key: 'text', keyAt: start, value: { is: 'scalar', text, plain: false, at: start } };
}

/** Faults of the front matter are told once, at the front matter, and not at each of its records. */
function usableDefaults(
  defaults: readonly YamlEntry[],
  fileKind: Kind | undefined,
  sections: readonly Section[],
  reading: FileReading,
): readonly YamlEntry[] {
  const kind = fileKind ?? sections[0]?.kind;
  const entries = fieldsOnly(defaults);
  if (!kind || entries.length === 0) return [];
  const table = Object.fromEntries(
    Object.entries(fieldsOf(kind)).map(([name, field]) => [name, { ...field, required: false }]),
  );
  return entries.filter((entry) => {
    const faults: Fault[] = [];
    checkShape(mapping(table), { is: 'map', entries: [entry], at: entry.keyAt }, { faults });
    for (const fault of faults) {
      reading.addFault({
        rule: fault.name,
        record: undefined,
        detail: fault.field,
        spot: { source: reading.source, offset: fault.at },
        message: fault.message,
        todo: fault.todo,
        related: [],
      });
    }
    return faults.length === 0;
  });
}
