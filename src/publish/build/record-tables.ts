/** Tables of records: which ones, in which columns, with how many of how many. */
import { verificationOf, type VerificationState } from '../../assess/index.js';
import type { AnyRecord } from '../../records/index.js';
import type { Cell, Column, Inline, Row, Table } from '../document.js';
import type { TagContext } from '../tags/define.js';
import { withoutControls } from '../text/markdown-blocks.js';
import { linkIds } from '../text/link-ids.js';
import { personName } from './person-name.js';
import { ratingAfter, resultWords } from './shown-by.js';

export interface RecordTable {
  readonly records: readonly AnyRecord[];
  /** Of which these are a part. */
  readonly of: number;
  readonly what: string;
  readonly columns: readonly string[];
  readonly title: string;
  readonly landscape?: boolean;
  /** Its id begins with it. */
  readonly stem?: string;
}

export function recordTable(asked: RecordTable, context: TagContext): Table {
  const all = asked.records.map((record) => rowOf(record, asked.columns, context));
  const isWritten = asked.columns.map((name, at) => KEPT.has(name) || all.some(({ cells }) => hasWords(cells[at])));
  const columns = asked.columns.flatMap((name, at) => (isWritten[at] ? [{ name, weight: weightOf(name) }] : []));
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const empty = asked.columns.filter((_, at) => !isWritten[at]).map((name) => headOf(name).toLowerCase());
  return {
    is: 'table',
    id: context.newId(asked.stem ?? 'table'),
    caption: [{ is: 'text', text: `${asked.title}${empty.length > 0 ? ` (none with ${empty.join(', ')})` : ''}` }],
    columns: columns.map(({ name, weight }): Column => ({ title: headOf(name), width: weight / total })),
    rows: all.map(({ cells, ...row }) => ({ ...row, cells: cells.filter((_, at) => isWritten[at]) })),
    count: { shown: asked.records.length, of: asked.of, what: asked.what },
    ...(asked.landscape === undefined ? {} : { landscape: asked.landscape && columns.length > FEW_COLUMNS }),
  };
}

/** So many have room on an upright page. */
const FEW_COLUMNS = 5;

/** A column that no record fills would take room from the others: the caption says that it is empty. */
const KEPT = new Set(['id', 'title']);

function hasWords(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.content.some((inlines) => inlines.length > 0);
}

function rowOf(record: AnyRecord, columns: readonly string[], context: TagContext): Row {
  return { cells: columns.map((name) => cellOf(record, name, context)) };
}

const VERIFICATION: Readonly<Record<VerificationState, string>> = {
  verified: '✓ verified',
  failed: '✗ failed',
  'not-run': '○ not run',
  stale: '◐ out of date',
  unknown: '? not known',
};

/** @param name a field, a link, a computed value, or `id`, `title`, `text`, `class`, `verification`, `result` of a test */
export function cellOf(record: AnyRecord, name: string, context: TagContext): Cell {
  const { trace, classes, proofs } = context.assessment;
  const words = (text: string): Cell => ({ content: [linkIds(withoutControls(text), {}, context.links)] });
  switch (name) {
    case 'id':
      return { content: [idOf(record.id, context)] };
    case 'class':
      return words(classes.of(record));
    case 'verification': {
      const found = verificationOf(record, trace, proofs);
      return words(found ? VERIFICATION[found.state] : '');
    }
    case 'result':
      if (record.kind === 'test') return words(resultWords(record, context));
      break;
    case 'after.rating':
      return words(ratingAfter(wordsOf(valueOf(record, name, context)), record, context));
    case 'text':
      return { content: paragraphs(record.fields.text ?? '', context) };
    default:
      break;
  }
  const names = trace.names(record, name);
  if (names.length > 0) return { content: [listOf(names, context)] };
  const value = valueOf(record, name, context);
  const isPerson = PEOPLE.has(name) && typeof value === 'string';
  return fieldCell(isPerson ? personName(value, context.assessment) : value, context);
}

/** Fields that name a person, by the id that the settings know. */
const PEOPLE = new Set(['by', 'tester', 'approved-by', 'owner']);

function valueOf(record: AnyRecord, name: string, { assessment: { trace } }: TagContext): unknown {
  return trace.isComputed(record.kind, name) ? trace.computed(record, name) : fieldOf(record, name);
}

function idOf(id: string, { links }: TagContext): readonly Inline[] {
  const content: readonly Inline[] = [{ is: 'text', text: id }];
  return links.has(id) ? [{ is: 'link', to: id, content }] : content;
}

function listOf(names: readonly string[], context: TagContext): readonly Inline[] {
  return names.flatMap((one, at) => [...(at > 0 ? [{ is: 'text', text: ', ' } as const] : []), ...idOf(one, context)]);
}

/** A dotted name looks into the field. */
function fieldOf(record: AnyRecord, name: string): unknown {
  let value: unknown = record.fields;
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

function fieldCell(value: unknown, context: TagContext): Cell {
  if (typeof value === 'number') return { content: [[{ is: 'text', text: String(value) }]], value };
  return { content: paragraphs(wordsOf(value), context) };
}

function wordsOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value !== 'object') return '';
  return Object.entries(value)
    .flatMap(([key, inner]) =>
      wordsOf(inner) === '' ? [] : [`${KEYS[key] ?? key.replaceAll('-', ' ')}: ${wordsOf(inner)}`],
    )
    .join('; ');
}

/** Parts of a field whose name says little outside of a record. */
const KEYS: Readonly<Record<string, string>> = {
  harms: 'can harm',
  why: 'because',
  p1: 'P1',
  p2: 'P2',
  vector: 'CVSS vector',
  'multi-patient': 'many patients',
};

function paragraphs(text: string, context: TagContext): readonly (readonly Inline[])[] {
  const parts = withoutControls(text)
    .trim()
    .split(/\n\s*\n/);
  return parts.map((part) => linkIds(part.replaceAll(/\s+/g, ' '), {}, context.links));
}

/** Words that stand better otherwise than as the name of the field. */
const HEADS: Readonly<Record<string, string>> = {
  id: 'Id',
  'allocated-to': 'In',
  'verified-by': 'Verified by',
  'realised-by': 'Realised by',
  mitigates: 'Against',
  purl: 'Package URL',
  before: 'Before control',
  after: 'After control',
};

export function headOf(name: string): string {
  const words = name.replaceAll(/[-.]/g, ' ');
  return HEADS[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const WIDE = new Set(['text', 'reason', 'description', 'acceptance', 'steps', 'expected', 'impact', 'why', 'notes']);
const MIDDLE = new Set(['title', 'result', 'targets', 'verified-by', 'controls', 'satisfies', 'assets', 'hazards']);

function weightOf(name: string): number {
  if (WIDE.has(name)) return 4;
  if (MIDDLE.has(name)) return 2.4;
  return name === 'id' || name === 'class' ? 1 : 1.4;
}
