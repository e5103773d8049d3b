/** Step 10: the hours that the file is expected to cost, per side and per work product, never without their range. */
import type {
  Choices,
  Counts,
  Effort,
  EffortReference,
  EffortRow,
  FactValues,
  Known,
  PackSet,
  PerClass,
  SafetyClass,
  Side,
} from '../packs/index.js';

/** Hours; `value` is `'unknown'` while facts that decide are, `low` and `high` hold in every case. */
export interface Hours {
  readonly value: Known<number>;
  readonly low: number;
  readonly high: number;
}

export interface EffortEstimate {
  readonly byClass: Hours;
  readonly security: Hours;
  /** Security hours over those of the class; `null` where one of them is not known or nothing is asked by class. */
  readonly ratio: number | null;
  /** Security upkeep in a year, in neither of the sums. */
  readonly upkeep: Hours;
  readonly byProduct: ReadonlyMap<string, { readonly byClass: Hours; readonly security: Hours }>;
  /** Worked examples whose counts stand in for a project that has none. */
  readonly references: readonly string[];
}

/** A rate that a team sets for itself, by the id of the row; `low` and `high` are factors. */
export type OwnRate =
  | number
  | {
      readonly hours?: number | { readonly [C in SafetyClass]?: number | undefined } | undefined;
      readonly share?: number | undefined;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
    };

// @implements SRS-410
/**
 * @param counts what is recorded; without anything recorded the reference counts of the nearest example are taken
 * @param own rates of the team's own; names of rows that do not exist change nothing
 */
export function effortOf(
  packs: PackSet,
  facts: FactValues,
  counts: Counts,
  own: Readonly<Record<string, OwnRate>> = {},
): EffortEstimate {
  if (!packs.effort) throw new Error('No loaded pack carries the effort model, not even `base`.');
  const effort = withOwnRates(packs.effort, own);
  const references = isEmpty(counts) ? referencesFor(effort, packs, facts) : [];
  const given = references.length > 0 ? references.map((each) => new Map(Object.entries(each.counts))) : [counts];
  const sums = given.map((each) => sumsFor(effort, packs, facts, withExpected(effort, packs, facts, each)));
  return estimate(effort, merge(sums), references);
}

/** A row with the range that a team gave it. */
interface RatedRow extends EffortRow {
  readonly range?: { readonly low: number; readonly high: number };
}

function withOwnRates(effort: Effort, own: Readonly<Record<string, OwnRate>>): Effort {
  const shares: Record<string, number> = { ...effort.shares };
  const rows = effort.rows.map((row): RatedRow => {
    const rate = Object.hasOwn(own, row.id) ? own[row.id] : undefined;
    if (rate === undefined) return row;
    const given = typeof rate === 'number' ? { hours: rate } : rate;
    if (given.share !== undefined) shares[row.id] = given.share;
    const range = { low: given.low ?? effort.range.low, high: given.high ?? effort.range.high };
    const rated = given.hours === undefined ? row : withHours(row, given.hours);
    return { ...rated, range, ...(given.share !== undefined && { share: row.id }) };
  });
  return { ...effort, rows, shares };
}

function withHours(row: EffortRow, hours: Exclude<Exclude<OwnRate, number>['hours'], undefined>): EffortRow {
  // What the row took from another one, and its own range, go with the rate that they belonged to.
  const { as: _as, low: _low, high: _high, ...rest } = row;
  if (typeof hours === 'number') return { ...rest, hours };
  const before = isPerClass(row.hours) ? row.hours : undefined;
  return { ...rest, hours: { A: 0, B: 0, C: 0, ...before, ...withoutUndefined(hours) } };
}

function withoutUndefined(hours: object): Partial<PerClass<number>> {
  return Object.fromEntries(Object.entries(hours).filter(([, each]) => each !== undefined));
}

function isPerClass(hours: EffortRow['hours']): hours is PerClass<number> {
  return typeof hours === 'object' && !Array.isArray(hours);
}

function isEmpty(counts: Counts): boolean {
  return [...counts.values()].every((count) => count === 0);
}

function referencesFor(effort: Effort, { table }: PackSet, facts: FactValues): readonly EffortReference[] {
  const choices: Choices<EffortReference> = effort.references.map((each) => ({
    ...(each.when !== undefined && { if: each.when }),
    then: each,
  }));
  return table.conditions.choose(choices, facts).possible;
}

/** A count is the larger of what is recorded and what is expected, so that an empty project does not look cheap. */
function withExpected(effort: Effort, { table }: PackSet, facts: FactValues, counts: Counts): Counts {
  const complete = new Map(effort.counts.map(({ id }) => [id, counts.get(id) ?? 0]));
  for (const [name, text] of Object.entries(effort.expected)) {
    const expected = table.conditions.number(text, facts, complete);
    if (expected !== 'unknown') complete.set(name, Math.max(complete.get(name) ?? 0, expected));
  }
  return complete;
}

/** Hours between which the unknown facts leave the answer open, and those with the range of the model. */
interface Span {
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
}
type Sums = ReadonlyMap<string, Span>;
const NOTHING: Span = { min: 0, max: 0, low: 0, high: 0 };
const UPKEEP = 'upkeep';

function sumsFor(effort: Effort, packs: PackSet, facts: FactValues, counts: Counts): Sums {
  const sums = new Map<string, Span>();
  const add = (key: string, span: Span, part: number) => sums.set(key, plus(sums.get(key) ?? NOTHING, span, part));
  for (const row of effort.rows) {
    const span = spanOf(row, effort, packs, facts, counts);
    if (row.every === 'year') {
      add(UPKEEP, span, 1);
      continue;
    }
    add(row.side, span, 1);
    for (const [product, part] of Object.entries(row.for)) add(productKey(row.side, product), span, part);
  }
  return sums;
}

function productKey(side: Side, product: string): string {
  return `${side} ${product}`;
}

function plus(sum: Span, span: Span, part: number): Span {
  return {
    min: sum.min + span.min * part,
    max: sum.max + span.max * part,
    low: sum.low + span.low * part,
    high: sum.high + span.high * part,
  };
}

function spanOf(row: RatedRow, effort: Effort, packs: PackSet, facts: FactValues, counts: Counts): Span {
  const holds = row.when === undefined || packs.table.conditions.holds(row.when, facts);
  if (holds === false) return NOTHING;
  const share = row.share === undefined ? 1 : (effort.shares[row.share] ?? 1);
  const times = (row.per === undefined ? 1 : (counts.get(row.per) ?? 0)) * share;
  const each = hoursEach(row, effort, packs, facts);
  const max = Math.max(...each);
  const min = holds === true ? Math.min(...each) : 0;
  const range = row.range ?? effort.range;
  return {
    min: min * times,
    max: max * times,
    low: times * (holds === true ? (row.low ?? min * range.low) : 0),
    high: times * (row.high ?? max * range.high),
  };
}

/** Hours for one of what the row counts: several while the class or a choice is not known. */
function hoursEach(row: EffortRow, effort: Effort, packs: PackSet, facts: FactValues): readonly number[] {
  const { as, hours } = row;
  if (as) {
    const other = effort.rows.find((each) => each.id === as.row)?.hours;
    // A team's flat rate is the same at every class: there is nothing to lift.
    if (!isPerClass(other)) return [0];
    return [other[as.class] - (as.minus ? other[as.minus] : 0)];
  }
  if (typeof hours === 'number') return [hours];
  if (Array.isArray(hours)) return packs.table.conditions.choose(hours as Choices<number>, facts).possible;
  if (!isPerClass(hours)) throw new Error(`The row ${row.id} has no hours, which the loader refuses.`);
  const safetyClass = facts.get('safety-class') as SafetyClass | undefined;
  return safetyClass === undefined ? Object.values(hours) : [hours[safetyClass]];
}

/** With several possible examples the answer spans them all. */
function merge(all: readonly Sums[]): Sums {
  const merged = new Map<string, Span>();
  for (const key of new Set(all.flatMap((sums) => [...sums.keys()]))) {
    const spans = all.map((sums) => sums.get(key) ?? NOTHING);
    merged.set(key, {
      min: Math.min(...spans.map((span) => span.min)),
      max: Math.max(...spans.map((span) => span.max)),
      low: Math.min(...spans.map((span) => span.low)),
      high: Math.max(...spans.map((span) => span.high)),
    });
  }
  return merged;
}

function estimate(effort: Effort, sums: Sums, references: readonly EffortReference[]): EffortEstimate {
  const hours = (key: string) => hoursOf(sums.get(key) ?? NOTHING);
  const products = new Set(effort.rows.flatMap((row) => Object.keys(row.for)));
  const [byClass, security] = [hours('safety-class'), hours('cybersecurity')];
  return {
    byClass,
    security,
    ratio: ratioOf(byClass.value, security.value),
    upkeep: hours(UPKEEP),
    byProduct: new Map(
      [...products].map((product) => [
        product,
        {
          byClass: hours(productKey('safety-class', product)),
          security: hours(productKey('cybersecurity', product)),
        },
      ]),
    ),
    references: references.map((each) => each.id),
  };
}

function hoursOf({ min, max, low, high }: Span): Hours {
  // Sums of parts differ in the last digits; nobody reads a billionth of an hour.
  return { value: max - min < 1e-9 ? max : 'unknown', low, high };
}

function ratioOf(byClass: Known<number>, security: Known<number>): number | null {
  return byClass === 'unknown' || security === 'unknown' || byClass === 0 ? null : security / byClass;
}
