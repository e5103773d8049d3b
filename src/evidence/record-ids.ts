/** Finds the ids of records in names of tests, in tags and in properties of reports. */
import type { TestResult } from './report.js';

/** The ids that the project has, and the prefixes by which its ids begin. */
export interface RecordIds {
  has(id: string): boolean;
  hasPrefix(prefix: string): boolean;
}

export const NO_RECORDS: RecordIds = { has: () => false, hasPrefix: () => false };

export interface FoundIds {
  /** Ids of records. */
  readonly known: ReadonlySet<string>;
  /** What looks like an id of the project and names nothing. */
  readonly unknown: ReadonlySet<string>;
}

/** Properties and tags that exist to name records, in the words of JUnit, NUnit, xUnit and CTRF users. */
const NAMES_RECORDS = new Set([
  'covers',
  'medward',
  'record',
  'records',
  'req',
  'requirement',
  'requirements',
  'test-case',
  'test-id',
  'testcase',
  'verifies',
]);

/**
 * Names of functions cannot hold a hyphen, so that `test_TC_31_flood` names TC-31 as well as `TC-31 flood` does. In free
 * words only what begins with a prefix of the project can name nothing: UTF-8 is no id.
 */
export function recordIdsIn(test: TestResult, records: RecordIds): FoundIds {
  const found = { known: new Set<string>(), unknown: new Set<string>() };
  for (const words of [test.name, ...test.suites, ...test.tags]) findIn(words, records, found);
  for (const { name, value } of test.properties) {
    if (NAMES_RECORDS.has(name.toLowerCase().replaceAll('_', '-'))) findNamed(value, records, found);
    else findIn(value, records, { known: found.known, unknown: new Set() });
  }
  return found;
}

interface Found {
  readonly known: Set<string>;
  readonly unknown: Set<string>;
}

const WORD = /[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)+/g;
/** Parts of an id such as SRS-BLE-3.1; more are no id. */
const MAX_PARTS = 6;

function findIn(words: string, records: RecordIds, found: Found): void {
  for (const [word] of words.matchAll(WORD)) {
    const parts = word.split(/([-_.])/);
    for (let from = 0; from < parts.length; from += 2) from += 2 * (idFrom(parts, from, records, found) - 1);
  }
}

/** @returns how many parts were used, at least one */
function idFrom(parts: readonly string[], from: number, records: RecordIds, found: Found): number {
  const most = Math.min(MAX_PARTS, (parts.length - from + 1) / 2);
  for (let count = most; count >= 2; count--) {
    const written = parts.slice(from, from + 2 * count - 1).join('');
    const id = [written, written.replaceAll('_', '-')].find((candidate) => records.has(candidate));
    if (id === undefined) continue;
    found.known.add(id);
    return count;
  }
  for (let count = 2; count <= most; count++) {
    const prefix = parts.slice(from, from + 2 * count - 3).join('');
    const last = parts[from + 2 * count - 2] ?? '';
    const isHyphen = parts[from + 2 * count - 3] !== '.';
    if (!isHyphen || !/\d/.test(last) || !records.hasPrefix(prefix.replaceAll('_', '-'))) continue;
    found.unknown.add(`${prefix.replaceAll('_', '-')}-${last}`);
    return count;
  }
  return 1;
}

/** A property that exists to name records holds ids, parted by commas or spaces. */
function findNamed(value: string, records: RecordIds, found: Found): void {
  for (const id of value.split(/[\s,;]+/)) {
    if (!/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(id)) continue;
    if (records.has(id)) found.known.add(id);
    else found.unknown.add(id);
  }
}
