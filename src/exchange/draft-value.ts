/** Looks into values of drafts: what is of another sort is as if it were not there. */
import type { DraftMap, DraftValue } from './imported.js';

export function mapOf(entries: Readonly<Record<string, DraftValue | undefined>>): DraftMap {
  return new Map(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

export function asMap(value: DraftValue | undefined): DraftMap | undefined {
  return value instanceof Map ? (value as DraftMap) : undefined;
}

export function asList(value: DraftValue | undefined): readonly DraftValue[] | undefined {
  return Array.isArray(value) ? (value as readonly DraftValue[]) : undefined;
}

/** A scalar as it is written; `undefined` for anything else. */
export function asText(value: DraftValue | undefined): string | undefined {
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** The scalars of a list; one scalar stands for a list of one. */
export function asTexts(value: DraftValue | undefined): readonly string[] {
  return (asList(value) ?? [value]).flatMap((item) => asText(item) ?? []);
}

/** What was read back from a record is the word, not the value. */
export function isTrue(value: DraftValue | undefined): boolean {
  return value === true || value === 'true';
}
