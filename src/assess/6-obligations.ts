/** Step 6: which work products apply to the device and its software systems, how strongly, and because of which side. */
import {
  DEMANDS,
  WEIGHTS,
  type Ask,
  type Clause,
  type Demand,
  type FactTable,
  type FactValues,
  type Pack,
  type SafetyClass,
  type Side,
  type Weight,
  type WorkProduct,
} from '../packs/index.js';
import type { Because } from '../rules/index.js';
import type { Classes } from './3-class.js';

export interface Demanded {
  readonly level: Demand;
  readonly clauses: readonly string[];
}

export interface Obligation {
  readonly product: WorkProduct;
  /** `device`, or the id of a software system. */
  readonly scope: string;
  readonly class: SafetyClass;
  readonly byClass: Demanded;
  readonly bySecurity: Demanded;
  readonly because: Because;
  readonly weight: Weight;
  /** Facts that nobody stated and on which the level depends. */
  readonly unknownFacts: readonly string[];
}

export interface ObligationInput {
  readonly packs: readonly Pack[];
  readonly facts: FactValues;
  readonly table: FactTable;
  readonly classes: Classes;
  readonly isLoaded: (clause: string) => boolean;
}

export function obligationsOf(input: ObligationInput): readonly Obligation[] {
  return workProducts(input.packs).flatMap((product) =>
    scopesOf(product, input.classes).flatMap(
      ({ scope, safetyClass }) => obligationOf(product, scope, safetyClass, input) ?? [],
    ),
  );
}

function workProducts(packs: readonly Pack[]): readonly WorkProduct[] {
  return packs.flatMap((pack) => pack.workProducts);
}

// @implements SRS-503
function scopesOf(product: WorkProduct, classes: Classes): readonly { scope: string; safetyClass: SafetyClass }[] {
  if (product.scope === 'device') return [{ scope: 'device', safetyClass: classes.device }];
  return classes.systems.map((system) => ({ scope: system.id, safetyClass: system.class }));
}

// @implements SRS-501
function obligationOf(
  product: WorkProduct,
  scope: string,
  safetyClass: SafetyClass,
  input: ObligationInput,
): Obligation | undefined {
  const unknownFacts = new Set<string>();
  const sides = (['safety-class', 'cybersecurity'] as const).map((side) =>
    demandedBy(side, product, safetyClass, input, unknownFacts),
  );
  const [byClass, bySecurity] = sides;
  if (!byClass || !bySecurity || (byClass.level === 'none' && bySecurity.level === 'none')) return undefined;
  return {
    product,
    scope,
    class: safetyClass,
    byClass,
    bySecurity,
    because: byClass.level === 'none' ? 'cybersecurity' : bySecurity.level === 'none' ? 'safety-class' : 'both',
    weight: weightOf([...byClass.clauses, ...bySecurity.clauses], product, input.packs),
    unknownFacts: [...unknownFacts],
  };
}

// @implements SRS-307
/** The highest ask whose condition holds; one whose condition is not known counts and names the fact that is missing. */
function demandedBy(
  side: Side,
  product: WorkProduct,
  safetyClass: SafetyClass,
  input: ObligationInput,
  unknownFacts: Set<string>,
): Demanded {
  let level: Demand = 'none';
  const clauses = new Set<string>();
  for (const ask of product.asks) {
    if (ask.side !== side) continue;
    const own = levelOf(ask, safetyClass);
    const loaded = ask.clauses.filter((clause) => input.isLoaded(clause));
    if (own === 'none' || (loaded.length === 0 && ask.basis !== 'own-reading')) continue;
    const holds = ask.when === undefined || input.table.conditions.holds(ask.when, input.facts);
    if (holds === false) continue;
    if (holds === 'unknown') for (const fact of unknownIn(ask.when ?? '', input)) unknownFacts.add(fact);
    if (DEMANDS.indexOf(own) > DEMANDS.indexOf(level)) level = own;
    for (const clause of loaded) clauses.add(clause);
  }
  return { level, clauses: [...clauses] };
}

function levelOf(ask: Ask, safetyClass: SafetyClass): Demand {
  return typeof ask.level === 'string' ? ask.level : ask.level[safetyClass];
}

/** Facts that a condition reads and that nobody stated, followed through the facts that are defined by others. */
function unknownIn(
  condition: string,
  input: { readonly table: FactTable; readonly facts: FactValues },
): readonly string[] {
  return input.table.conditions.factsIn(condition).flatMap((id) => {
    if (input.facts.has(id)) return [];
    const is = input.table.byId.get(id)?.is;
    return is === undefined ? [id] : unknownIn(is, input);
  });
}

/** The strongest of those who ask. */
function weightOf(clauses: readonly string[], product: WorkProduct, packs: readonly Pack[]): Weight {
  const weights = clauses.map((clause): Weight => {
    const own = product.asks.find((ask) => ask.clauses.includes(clause))?.weight;
    return own ?? packs.find((pack) => clause.startsWith(`${pack.pack}:`))?.weight ?? 'standard';
  });
  return weights.toSorted((a, b) => WEIGHTS.indexOf(a) - WEIGHTS.indexOf(b))[0] ?? 'practice';
}

export interface ObligationCounts {
  readonly workProducts: { readonly byClass: number; readonly added: number; readonly deepened: number };
  readonly clauses: {
    readonly byClass: number;
    readonly lifted: number;
    readonly byStrength: { readonly required: number; readonly expected: number; readonly analogy: number };
  };
}

// @implements SRS-502
/** Counted once per work product, at the highest class of the device (packs.md §4). */
export function countObligations(input: ObligationInput): ObligationCounts {
  const single = { ...input, classes: onlyDevice(input.classes) };
  const listed = obligationsOf(single);
  const atLeastPartial = (level: Demand): boolean => level === 'required' || level === 'partial';
  const higher = (a: Demand, b: Demand): boolean => DEMANDS.indexOf(a) > DEMANDS.indexOf(b);
  return {
    workProducts: {
      byClass: listed.filter((one) => atLeastPartial(one.byClass.level)).length,
      added: listed.filter((one) => one.byClass.level === 'none' && atLeastPartial(one.bySecurity.level)).length,
      deepened: listed.filter((one) => one.byClass.level !== 'none' && higher(one.bySecurity.level, one.byClass.level))
        .length,
    },
    clauses: countClauses(input),
  };
}

function onlyDevice(classes: Classes): Classes {
  const [first] = classes.systems;
  return first ? { ...classes, systems: [{ ...first, id: 'device', class: classes.device }] } : classes;
}

function countClauses(input: ObligationInput): ObligationCounts['clauses'] {
  const clauses = input.packs
    .flatMap((pack) => pack.clauses)
    .filter((clause) => clause.asks.class !== undefined && setsClasses(clause, input));
  const asked = clauses.filter((clause) => clause.asks.class?.includes(input.classes.device));
  const lifted = clauses.filter((clause) => isLifted(clause, input));
  const strong = (strength: string): number => lifted.filter((clause) => clause.lift?.strength === strength).length;
  return {
    byClass: asked.length,
    lifted: lifted.length,
    byStrength: { required: strong('required'), expected: strong('expected'), analogy: strong('analogy') },
  };
}

/** Only a pack whose clauses differ by class takes part: a standard without classes asks all of them of everybody. */
function setsClasses(clause: Clause, input: ObligationInput): boolean {
  const pack = input.packs.find((one) => one.clauses.includes(clause));
  return pack?.clauses.some((one) => one.asks.class !== undefined && one.asks.class.length < 3) ?? false;
}

/** The class leaves the clause out, and security asks for its substance through a pack that is chosen. */
export function isLifted(clause: Clause, input: ObligationInput): boolean {
  const { lift } = clause;
  if (!lift || (clause.asks.class?.includes(input.classes.device) ?? true)) return false;
  return lift.by.some((by) => input.isLoaded(by)) && input.table.conditions.holds(lift.when, input.facts) === true;
}
