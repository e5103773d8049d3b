/** Reads all files of records: one reader, three places, the same record. */
import { compareText, comparePlaces, placeOf, type Source } from '../shapes/index.js';
import { canonicalText } from './canonical.js';
import type { FileReading } from './file-reading.js';
import type { AnyRecord, Reading, RecordFault } from './record.js';
import { readMarkdown, type MarkdownSettings } from './read-markdown.js';
import { readYamlLists } from './read-yaml-lists.js';

export type RecordSettings = MarkdownSettings;

// @implements SRS-101, SRS-108
/**
 * @param more what was read elsewhere, such as the software systems of medward.yaml
 * @returns the records in order of their ids, whatever the order of the files; nothing is thrown at what people wrote
 */
export function readRecords(
  sources: Iterable<Source>,
  settings: RecordSettings,
  more: readonly FileReading[] = [],
): Reading {
  return joinReadings([...more, ...Array.from(sources, (source) => readRecordFile(source, settings))]);
}

/** One file by itself, as its name says: what it gives follows from it and the settings alone. */
export function readRecordFile(source: Source, settings: RecordSettings): FileReading {
  return /\.ya?ml$/i.test(source.path) ? readYamlLists(source) : readMarkdown(source, settings);
}

/** @returns the same as `readRecords`, of files that were read before */
export function joinReadings(readings: readonly FileReading[]): Reading {
  const { records, faults, duplicates } = onePerId(readings.flatMap((reading) => reading.records));
  return {
    records,
    faults: [...readings.flatMap((reading) => reading.faults), ...faults],
    problems: readings.flatMap((reading) => reading.problems),
    duplicates,
    lostIds: allOf(readings, ({ lostIds }) => lostIds),
    lostKinds: allOf(readings, ({ lostKinds }) => lostKinds),
  };
}

function allOf(
  readings: readonly FileReading[],
  of: (reading: FileReading) => ReadonlySet<string>,
): ReadonlySet<string> {
  const all = new Set<string>();
  for (const reading of readings) for (const word of of(reading)) all.add(word);
  return all;
}

function onePerId(all: readonly AnyRecord[]): Pick<Reading, 'records' | 'faults' | 'duplicates'> {
  const byId = new Map<string, AnyRecord>();
  const duplicates = new Map<string, AnyRecord[]>();
  for (const record of all) {
    const first = byId.get(record.id);
    const same = duplicates.get(record.id);
    if (!first) byId.set(record.id, record);
    else if (same) same.push(record);
    else duplicates.set(record.id, [first, record]);
  }
  for (const [id, same] of duplicates) byId.set(id, chosen(same));
  return {
    records: [...byId.values()].sort((a, b) => compareText(a.id, b.id)),
    faults: [...duplicates.values()].map(duplicateId),
    duplicates: new Set(duplicates.keys()),
  };
}

/** By content, not by place, so that moving files changes nothing. */
function chosen(same: readonly AnyRecord[]): AnyRecord {
  const [first, ...others] = same;
  if (!first) throw new Error('A group of records with one id is never empty.');
  return others.reduce((best, next) => (canonicalText(next, []) < canonicalText(best, []) ? next : best), first);
}

// @implements SRS-106
function duplicateId(same: readonly AnyRecord[]): RecordFault {
  const inOrder = same.toSorted((a, b) => comparePlaces(placeOf(a.spot), placeOf(b.spot)));
  const [first, ...others] = inOrder;
  if (!first) throw new Error('A group of records with one id is never empty.');
  return {
    rule: 'duplicate-id',
    record: first.id,
    detail: undefined,
    spot: first.spot,
    message: `The id ${first.id} stands ${same.length === 2 ? 'twice' : `${same.length} times`}.`,
    todo: 'Give each record an id of its own; until then none of them counts.',
    related: others.map((other) => ({ spot: other.spot, message: `${other.id} stands here too.` })),
  };
}
