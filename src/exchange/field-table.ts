/** Which keys of a foreign mapping become which fields, as data: the import reads a table one way, the export the other. */
import { asList, asMap } from './draft-value.js';
import type { Draft } from './draft.js';
import type { DraftValue } from './imported.js';
import type { ForeignValue } from './foreign-value.js';
import type { OwnRecord } from './own-record.js';
import { takePlain, takeText, takeTexts } from './take.js';

export interface FieldTable {
  /** Key of the foreign format → field of the record, word by word. */
  readonly texts: Readonly<Record<string, string>>;
  /** The same for lists of words. */
  readonly lists?: Readonly<Record<string, string>>;
  /** Keys without a field: kept under `ext` by their own names, as texts. */
  readonly kept?: readonly string[];
  /** The same for numbers, true and false, also inside lists and mappings; in a record they are texts. */
  readonly keptValues?: readonly string[];
  /** Keys that only say how the tool draws or keeps its model. */
  readonly drawing?: readonly string[];
}

export function carryFields(value: ForeignValue, draft: Draft, table: FieldTable): void {
  for (const [key, field] of Object.entries(table.texts)) draft.set(field, takeText(value, key));
  for (const [key, field] of Object.entries(table.lists ?? {})) draft.set(field, [...new Set(takeTexts(value, key))]);
  for (const key of [...(table.kept ?? []), ...(table.keptValues ?? [])]) draft.keep(key, takePlain(value.find(key)));
  for (const key of table.drawing ?? []) value.find(key)?.lose('drawing-only');
}

/** The mirror: the entries of the foreign mapping, in the order of the table. */
export function restoreFields(record: OwnRecord, format: string, table: FieldTable): Map<string, DraftValue> {
  const entries = new Map<string, DraftValue>();
  const put = (key: string, value: DraftValue | undefined): void => {
    if (value !== undefined) entries.set(key, value);
  };
  for (const [key, field] of Object.entries(table.texts)) put(key, record.takeText(field));
  for (const [key, field] of Object.entries(table.lists ?? {})) put(key, record.take(field));
  for (const key of table.kept ?? []) put(key, record.takeKept(format, key));
  for (const key of table.keptValues ?? []) put(key, asWritten(record.takeKept(format, key)));
  return entries;
}

function asWritten(value: DraftValue | undefined): DraftValue | undefined {
  const map = asMap(value);
  if (map) {
    const entries = [...map];
    return new Map(entries.map(([key, inner]) => [key, asWritten(inner) ?? '']));
  }
  const list = asList(value);
  if (list) return list.map((item) => asWritten(item) ?? '');
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'string' && value !== '' && String(Number(value)) === value ? Number(value) : value;
}
