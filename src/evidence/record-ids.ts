/** Finds the ids of records in names of tests, in tags and in properties of reports. */
import type { ResultMapping } from './mapping/result-mapping.js';
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

/** Suites that are remembered: thousands of results in a row name the same ones. */
const MAX_KNOWN = 20_000;

// @implements SRS-803
/** Finds what a result names, and what mappings say beyond that. */
export class RecordIdFinder {
  readonly #records: RecordIds;
  readonly #mapping: ResultMapping | undefined;
  readonly #suites = new Map<string, Found>();

  constructor(records: RecordIds, mapping?: ResultMapping) {
    this.#records = records;
    this.#mapping = mapping;
  }

  /**
   * Names of functions cannot hold a hyphen, so that `test_TC_31_flood` names TC-31 as well as `TC-31 flood` does. In
   * free words only what begins with a prefix of the project can name nothing: UTF-8 is no id.
   */
  of(test: TestResult): FoundIds {
    const found = newFound();
    findIn(test.name, this.#records, found);
    for (const suite of test.suites) addTo(found, this.#inSuite(suite));
    for (const tag of test.tags) findIn(tag, this.#records, found);
    for (const { name, value } of test.properties) {
      if (NAMES_RECORDS.has(name.toLowerCase().replaceAll('_', '-'))) findNamed(value, this.#records, found);
      else findIn(value, this.#records, { known: found.known, unknown: new Set() });
    }
    const mapped = this.#mapping?.idsOf(test, found.known.size > 0) ?? [];
    for (const id of mapped) if (this.#records.has(id)) found.known.add(id);
    return found;
  }

  #inSuite(suite: string): Found {
    const known = this.#suites.get(suite);
    if (known) return known;
    const found = newFound();
    findIn(suite, this.#records, found);
    if (this.#suites.size >= MAX_KNOWN) this.#suites.clear();
    this.#suites.set(suite, found);
    return found;
  }
}

interface Found {
  readonly known: Set<string>;
  readonly unknown: Set<string>;
}

function newFound(): Found {
  return { known: new Set(), unknown: new Set() };
}

function addTo(found: Found, more: Found): void {
  for (const id of more.known) found.known.add(id);
  for (const id of more.unknown) found.unknown.add(id);
}

const WORD = /[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)+/g;
const SEPARATOR = /[-_.]/g;
/** Parts of an id such as SRS-BLE-3.1; more are no id. */
const MAX_PARTS = 6;

function findIn(words: string, records: RecordIds, found: Found): void {
  for (const [word] of words.matchAll(WORD)) {
    const ends = [...Array.from(word.matchAll(SEPARATOR), ({ index }) => index), word.length];
    for (let from = 0; from < ends.length - 1;) from += idFrom(word, ends, from, records, found);
  }
}

/**
 * @param ends where each part of the word ends
 * @returns how many parts were used, at least one
 */
function idFrom(word: string, ends: readonly number[], from: number, records: RecordIds, found: Found): number {
  const most = Math.min(MAX_PARTS, ends.length - from);
  const startOf = (part: number): number => (part === 0 ? 0 : (ends[part - 1] ?? 0) + 1);
  const partsFrom = (count: number): string => word.slice(startOf(from), ends[from + count - 1]);
  for (let count = most; count >= 2; count--) {
    const written = partsFrom(count);
    const candidates = written.includes('_') ? [written, hyphened(written)] : [written];
    const id = candidates.find((candidate) => records.has(candidate));
    if (id === undefined) continue;
    const more = partsGoingOn(word, ends, from + count);
    if (more === 0) found.known.add(id);
    else found.unknown.add(hyphened(partsFrom(count + more)));
    return count + more;
  }
  for (let count = 2; count <= most; count++) {
    const last = from + count - 1;
    const number = word.slice(startOf(last), ends[last]);
    const isHyphen = word[startOf(last) - 1] !== '.';
    if (!isHyphen || !/\d/.test(number) || !records.hasPrefix(hyphened(partsFrom(count - 1)))) continue;
    found.unknown.add(`${hyphened(partsFrom(count - 1))}-${number}`);
    return count;
  }
  return 1;
}

/**
 * How many of the parts that follow an id may belong to it: TC-2-7 and TC_2_A are no results of TC-2, TC-2-flood is one. Of two
 * readings the one counts that proves less.
 */
function partsGoingOn(word: string, ends: readonly number[], part: number): number {
  let at = part;
  while (at < ends.length && /^(?:\d+[A-Za-z]?|[A-Z]\d*)$/.test(word.slice((ends[at - 1] ?? 0) + 1, ends[at]))) at++;
  return at - part;
}

function hyphened(word: string): string {
  return word.includes('_') ? word.replaceAll('_', '-') : word;
}

/** A property that exists to name records holds ids, parted by commas or spaces. */
function findNamed(value: string, records: RecordIds, found: Found): void {
  for (const id of value.split(/[\s,;]+/)) {
    if (!/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(id)) continue;
    if (records.has(id)) found.known.add(id);
    else found.unknown.add(id);
  }
}
