/** Decides whether a record matches `field = value` conditions; what nobody wrote is not known, never "no". */
import type { AnyRecord, Where } from '../records/index.js';
import type { FieldValues, Look, Told } from './field-values.js';
import type { Trace } from './trace.js';

export type Match = true | false | 'unknown';

// @implements SRS-207
/** What a condition asks is settled once for each kind: the same few conditions are asked of every record. */
export class Conditions {
  readonly #values: FieldValues;
  readonly #tests = new WeakMap<Where, TestsByKind>();

  constructor(values: FieldValues) {
    this.#values = values;
  }

  match(record: AnyRecord, where: Where): Match {
    let result: Match = true;
    for (const test of this.#testsOf(where, record.kind)) {
      const one = this.#matchOf(test, record);
      if (one === false) return false;
      if (one === 'unknown') result = 'unknown';
    }
    return result;
  }

  #matchOf({ condition, look }: Test, record: AnyRecord): Match {
    if (!look) return isAmong(record.kind, condition);
    return matchOf(condition, record.unusable.size > 0 ? this.#values.of(record, condition.name) : look(record));
  }

  #testsOf(where: Where, kind: string): readonly Test[] {
    const known = this.#tests.get(where);
    // Records come kind by kind, nearly always.
    if (known?.kind === kind) return known.tests;
    const tests = known?.byKind.get(kind) ?? this.#newTests(where, kind);
    const byKind = known?.byKind ?? new Map<string, readonly Test[]>();
    this.#tests.set(where, { kind, tests, byKind: byKind.set(kind, tests) });
    return tests;
  }

  #newTests(where: Where, kind: string): readonly Test[] {
    return Object.entries(where).map(([name, wanted]) => ({
      condition: conditionOf(name, [wanted].flat()),
      look: name === 'kind' ? undefined : this.#values.lookFor(kind, name),
    }));
  }
}

interface Test {
  readonly condition: Condition;
  /** `undefined`: it asks for the kind itself. */
  readonly look: Look | undefined;
}

interface TestsByKind {
  readonly byKind: Map<string, readonly Test[]>;
  /** Asked for last. */
  readonly kind: string;
  readonly tests: readonly Test[];
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

function isOneAmong(values: readonly string[], condition: Condition): boolean {
  for (const value of values) if (isAmong(value, condition)) return true;
  return false;
}

function matchOf(condition: Condition, { values, open }: Told): Match {
  const isThere = values.length > 0;
  if (isThere && (condition.mayBeAny || isOneAmong(values, condition))) return true;
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
