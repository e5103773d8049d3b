/** Which failing criteria become gaps: each missing part is told once, where it belongs, and bears on all that miss it. */
import { relationTable } from '../records/index.js';
import { allRules, type Gap, type Rule } from '../rules/index.js';
import type { Obligation } from './6-obligations.js';
import type { CriterionInput } from './criterion-input.js';
import {
  begunBy,
  failuresOf,
  inOrder,
  isSame,
  lacksOfFailure,
  toldBy,
  type FailedProduct,
  type Failure,
} from './failures.js';
import { isOfScope, type Lack } from './lacks.js';

/** A failure that becomes a gap, or the key of a gap of a rule. */
export type Teller = Failure | string;

export interface Telling {
  readonly failure: Failure;
  /** Others that miss a part of it and nothing that is told nowhere. */
  readonly bearsOn: ReadonlySet<Obligation>;
  /** Among them those of other software systems whose same criterion misses nothing else. */
  readonly sameFor: ReadonlySet<Obligation>;
}

export interface ToldOnce {
  readonly tellings: readonly Telling[];
  /** What tells the parts that a product lacks. */
  readonly bearing: ReadonlyMap<Obligation, ReadonlySet<Teller>>;
}

interface OpenTelling extends Telling {
  readonly bearsOn: Set<Obligation>;
  readonly sameFor: Set<Obligation>;
}

// @implements SRS-516
/** @param ruleGaps decided ones too: a criterion whose cause is among them tells nothing new */
export function toldOnce(
  products: readonly FailedProduct[],
  ruleGaps: readonly Gap[],
  input: CriterionInput,
): ToldOnce {
  const told = new Told(ruleGaps);
  const tellings = new Map<Failure, OpenTelling>();
  const bearing = new Map<Obligation, Set<Teller>>();
  const failures = products.flatMap((product) => failuresOf(product, input));
  for (const failure of inOrder(failures, input)) {
    const lacks = lacksOfFailure(failure, products, input);
    const tellers = tellersOf(failure, lacks, told);
    if (!tellers) {
      tellings.set(failure, { failure, bearsOn: new Set(), sameFor: new Set() });
      for (const lack of toldBy(failure, lacks)) told.tell(lack, failure);
    }
    const own = bearing.get(failure.obligation) ?? new Set<Teller>();
    bearing.set(failure.obligation, own);
    for (const teller of tellers ?? [failure, ...textsOf(lacks, told)]) own.add(teller);
    for (const teller of tellers ?? []) bear(tellings, teller, failure, tellers?.size === 1);
  }
  return { tellings: failures.flatMap((failure) => tellings.get(failure) ?? []), bearing };
}

function bear(tellings: ReadonlyMap<Failure, OpenTelling>, teller: Teller, failure: Failure, isAlone: boolean): void {
  const telling = typeof teller === 'string' ? undefined : tellings.get(teller);
  if (!telling || telling.failure.obligation === failure.obligation) return;
  telling.bearsOn.add(failure.obligation);
  if (isAlone && isSame(telling.failure, failure)) telling.sameFor.add(failure.obligation);
}

/** By part: who tells it, of which records or scopes. */
class Told {
  readonly #byRule = new Map<string, Map<string, string>>();
  readonly #byPart = new Map<string, Map<string, Failure>>();
  /** What was told of a part since somebody asked for it; of most parts nobody does. */
  readonly #since = new Map<string, { readonly at: readonly string[]; readonly by: Failure }[]>();

  constructor(gaps: readonly Gap[]) {
    const names = fieldsTold();
    for (const { record, rule, key } of gaps) {
      for (const name of record === undefined ? [] : (names.get(rule) ?? [])) {
        const ids = this.#byRule.get(name) ?? new Map<string, string>();
        this.#byRule.set(name, ids.set(record ?? '', key));
      }
    }
  }

  tell({ part, at }: Lack, by: Failure): void {
    const since = this.#since.get(part);
    if (since) since.push({ at, by });
    else this.#since.set(part, [{ at, by }]);
  }

  teller(at: string, part: string): Teller | undefined {
    return this.#failures(part)?.get(at) ?? this.#byRule.get(part)?.get(at);
  }

  #failures(part: string): ReadonlyMap<string, Failure> | undefined {
    const since = this.#since.get(part);
    if (!since) return this.#byPart.get(part);
    const known = this.#byPart.get(part) ?? new Map<string, Failure>();
    // Who tells it first tells it for all.
    for (const { at, by } of since) for (const one of at) if (!known.has(one)) known.set(one, by);
    this.#byPart.set(part, known);
    this.#since.delete(part);
    return known;
  }
}

/** @returns what tells them, `undefined` if one of them is told nowhere */
function tellersOf(failure: Failure, lacks: readonly Lack[], told: Told): ReadonlySet<Teller> | undefined {
  const tellers = new Set<Teller>();
  for (const { part, at, or, orWhole } of lacks) {
    const whole = orWhole.map(([place, name]) => told.teller(place, name)).find((one) => one !== undefined);
    for (const one of at) {
      const teller = told.teller(one, part) ?? tellerAmong(one, or, told) ?? whole;
      if (teller === undefined) return undefined;
      tellers.add(teller);
    }
  }
  const isTold = !failure.isMissing || isToldAsWhole(failure, tellers) || isToldAtItsTexts(failure, tellers);
  return lacks.length > 0 && isTold ? tellers : undefined;
}

/** Beside what is written nowhere: what tells of the texts that are begun. */
function textsOf(lacks: readonly Lack[], told: Told): readonly Teller[] {
  const begun = lacks.filter((lack) => lack.part === 'text' && !isOfScope(lack));
  return begun.flatMap(({ part, at }) => at.flatMap((id) => told.teller(id, part) ?? []));
}

/** Each of its sections is begun, and its document tells what is left to fill. */
function isToldAtItsTexts({ answers }: Failure, tellers: ReadonlySet<Teller>): boolean {
  return begunBy(answers).length > 0 && [...tellers].every((teller) => typeof teller === 'string');
}

function tellerAmong(at: string, parts: readonly string[], told: Told): Teller | undefined {
  for (const part of parts) {
    const teller = told.teller(at, part);
    if (teller !== undefined) return teller;
  }
  return undefined;
}

/** A work product of which nothing counts is told as such, unless one record is to be it for several systems. */
function isToldAsWhole(failure: Failure, tellers: ReadonlySet<Teller>): boolean {
  const [teller] = tellers;
  return tellers.size === 1 && typeof teller === 'object' && isSame(teller, failure);
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Rules tell at the record itself what it lacks: by a row of the relation table, or by naming the field. */
function fieldsTold(): ReadonlyMap<string, readonly string[]> {
  // A row of the table and its rule have the same id; the row says more.
  known ??= new Map([...fieldsNamed(), ...fieldsOfRows()]);
  return known;
}

function fieldsNamed(): readonly (readonly [string, readonly string[]])[] {
  return allRules.map((rule: Rule) => [rule.id, (rule.tells ?? []).map((name) => name.slice(name.indexOf('.') + 1))]);
}

function fieldsOfRows(): readonly (readonly [string, readonly string[]])[] {
  return relationTable().expectations.map((row) => [row.rule, [row.link, ...row.orField]]);
}
