/** Fills in what follows from facts: defaults, facts defined by others, and whether a fact was stated at all. */
import { Conditions } from './conditions.js';
import type { FactValue, FactValues } from './fact-values.js';
import type { Fact } from './pack.js';

export interface FactTable {
  readonly facts: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
  readonly conditions: Conditions;
  /** Facts that follow from others, each after those it reads. */
  readonly order: readonly Fact[];
}

/** @param facts checked ones: a cycle was refused when the pack was loaded */
export function factTable(facts: readonly Fact[], counts: Iterable<string> = []): FactTable {
  const conditions = new Conditions(facts, counts);
  const sorted = sortFacts(facts, (text) => conditions.factsIn(text));
  if (sorted.cycle) throw new Error(`Facts are defined by each other: ${sorted.cycle.join(', ')}.`);
  return { facts, byId: new Map(facts.map((fact) => [fact.id, fact])), conditions, order: sorted.order };
}

const MAX_CHAIN = 200;

/**
 * Facts with `is` or `default`, each after those it reads.
 * @returns `cycle`: ids on a way back to itself, first again at the end
 */
export function sortFacts(
  facts: readonly Fact[],
  factsIn: (text: string) => readonly string[],
): { readonly order: readonly Fact[]; readonly cycle?: readonly string[] } {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const order: Fact[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];

  const visit = (fact: Fact): readonly string[] | undefined => {
    if (state.get(fact.id) === 'done') return undefined;
    if (state.get(fact.id) === 'open') return [...way.slice(way.indexOf(fact.id)), fact.id];
    // A chain this long is no definition that a person can follow, and the walk must not run out of stack.
    if (way.length >= MAX_CHAIN) return [...way.slice(-2), fact.id];
    state.set(fact.id, 'open');
    way.push(fact.id);
    for (const text of definitionsOf(fact)) {
      for (const id of factsIn(text)) {
        const needed = byId.get(id);
        const cycle = needed && visit(needed);
        if (cycle) return cycle;
      }
    }
    way.pop();
    state.set(fact.id, 'done');
    if (fact.is !== undefined || fact.default) order.push(fact);
    return undefined;
  };

  for (const fact of facts) {
    const cycle = visit(fact);
    if (cycle) return { order, cycle };
  }
  return { order };
}

function definitionsOf(fact: Fact): readonly string[] {
  const defaults = fact.default?.flatMap((choice) => (choice.if === undefined ? [] : [choice.if])) ?? [];
  return fact.is === undefined ? defaults : [fact.is, ...defaults];
}

/** @returns the values with every fact that has `is`; one that was put in by hand is replaced */
export function withDerivedFacts(table: FactTable, values: FactValues): FactValues {
  const complete = new Map(values);
  for (const fact of table.order) if (fact.is !== undefined) setDerived(table, fact, complete);
  return complete;
}

export interface Completing {
  /** Facts of a later step of the assessment are left out. */
  readonly step?: 2 | 4;
  /** Facts that somebody asks about as not known: no default fills them. */
  readonly unknown?: ReadonlySet<string>;
}

/** @returns the values with defaults, derived facts and the marks of what was stated; a default never covers a value */
export function completeFacts(table: FactTable, values: FactValues, completing: Completing = {}): FactValues {
  const step = completing.step ?? 4;
  const complete = new Map(values);
  for (const fact of table.facts) {
    if (fact.stated !== undefined && fact.step <= step && !complete.has(fact.id)) {
      complete.set(fact.id, values.has(fact.stated));
    }
  }
  for (const fact of table.order) {
    if (fact.step > step) continue;
    if (fact.is !== undefined) setDerived(table, fact, complete);
    else if (!complete.has(fact.id) && !completing.unknown?.has(fact.id)) setDefault(table, fact, complete);
  }
  return complete;
}

function setDerived(table: FactTable, fact: Fact, values: Map<string, FactValue>): void {
  const text = fact.is ?? '';
  const value = fact.type === 'bool' ? table.conditions.holds(text, values) : table.conditions.word(text, values);
  if (value === 'unknown') values.delete(fact.id);
  else values.set(fact.id, value);
}

function setDefault(table: FactTable, fact: Fact, values: Map<string, FactValue>): void {
  const { possible } = table.conditions.choose(fact.default ?? [], values);
  if (possible.length === 1 && possible[0] !== undefined) values.set(fact.id, possible[0]);
}
