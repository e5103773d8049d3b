/** Decides whether a record matches `field = value` conditions; what nobody wrote is not known, never "no". */
import type { AnyRecord, Where } from '../records/index.js';
import type { Told } from './field-values.js';
import type { Trace } from './trace.js';

export type Match = true | false | 'unknown';

// @implements SRS-207
export function matchesWhere(record: AnyRecord, where: Where, trace: Trace): Match {
  let result: Match = true;
  for (const condition of conditionsOf(where)) {
    const one = condition.name === 'kind' ? isAmong(record.kind, condition) : matchOf(condition, record, trace);
    if (one === false) return false;
    if (one === 'unknown') result = 'unknown';
  }
  return result;
}

interface Condition {
  readonly name: string;
  readonly wanted: readonly string[];
  readonly mayBeAny: boolean;
  readonly mayBeNone: boolean;
  /** Asks only whether something is there. */
  readonly isPresence: boolean;
  /** A yes/no mark that nobody set is not set: absence of a mark is the normal case, not missing knowledge. */
  readonly ifAbsent: Match;
}

const knownConditions = new WeakMap<Where, readonly Condition[]>();

/** Read once: the same few conditions are asked of every record. */
function conditionsOf(where: Where): readonly Condition[] {
  const known = knownConditions.get(where);
  if (known) return known;
  const conditions = Object.entries(where).map(([name, wanted]) => conditionOf(name, [wanted].flat()));
  knownConditions.set(where, conditions);
  return conditions;
}

const MARKS = new Set(['true', 'false', 'none', 'some']);

function conditionOf(name: string, wanted: readonly string[]): Condition {
  return {
    name,
    wanted,
    mayBeAny: wanted.includes('some'),
    mayBeNone: wanted.includes('none'),
    isPresence: wanted.every((value) => value === 'none' || value === 'some'),
    ifAbsent: wanted.every((value) => MARKS.has(value)) ? wanted.includes('false') : 'unknown',
  };
}

function isAmong(value: string, { wanted }: Condition): boolean {
  return wanted.includes(value);
}

function matchOf(condition: Condition, record: AnyRecord, trace: Trace): Match {
  const { values, open } = trace.told(record, condition.name);
  const isThere = values.length > 0;
  if (isThere && (condition.mayBeAny || values.some((value) => isAmong(value, condition)))) return true;
  if (open) return 'unknown';
  if (!isThere && condition.mayBeNone) return true;
  if (isThere || condition.isPresence) return false;
  return condition.ifAbsent;
}

/**
 * @param name as for `trace.told`
 * @returns the values as words, empty where nothing is there, `unknown` where something unusable was written
 */
export function valuesOf(record: AnyRecord, name: string, trace: Trace): Told['values'] | 'unknown' {
  const { values, open } = trace.told(record, name);
  return open && values.length === 0 ? 'unknown' : values;
}
