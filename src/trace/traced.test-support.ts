/** Reads YAML lists of records and links them, as every run does; for the tests of this room. */
import { readRecords } from '../records/index.js';
import type { CodeTag } from './code-tags.js';
import type { ForeignLookup } from './edges.js';
import { traceRecords, type Trace, type Traced } from './index.js';

export interface Around {
  readonly tags?: readonly CodeTag[];
  readonly external?: readonly string[];
  readonly isForeign?: ForeignLookup;
}

/** @param files one text, or several by path */
export function traced(files: string | Readonly<Record<string, string>>, around: Around = {}): Traced {
  const texts = typeof files === 'string' ? { 'records/a.yaml': files } : files;
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const reading = readRecords(sources, { prefixes: new Map() });
  return traceRecords(reading, {
    tags: around.tags ?? [],
    external: around.external ?? [],
    isForeign: around.isForeign ?? (() => false),
    prefixes: new Map(),
  });
}

export function traceOf(files: string | Readonly<Record<string, string>>, around: Around = {}): Trace {
  return traced(files, around).trace;
}

/** @returns `rule@subject#details` of each fault, in order */
export function faultKeys({ faults }: Traced): readonly string[] {
  return faults.map((fault) => `${fault.rule}@${fault.subject}#${fault.details.join(',')}`).toSorted();
}
