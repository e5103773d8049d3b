/** The packs that a project uses together, and the questions the assessment asks of them. */
import { factTable, type FactTable } from './fact-table.js';
import type { Clause, Effort, Method, NamedClause, Overhead, Pack, WorkProduct } from './pack.js';

export interface PackSet {
  /** `base` first, then in the order of the project. */
  readonly packs: readonly Pack[];
  readonly table: FactTable;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly workProducts: readonly WorkProduct[];
  readonly methods: ReadonlyMap<string, Method>;
  readonly overhead: Overhead | undefined;
  readonly effort: Effort | undefined;
  /** Clauses of standards without a pack. */
  readonly named: ReadonlyMap<string, NamedClause>;
}

export function packSet(packs: readonly Pack[]): PackSet {
  const effort = packs.find((pack) => pack.effort)?.effort;
  return {
    packs,
    table: factTable(
      packs.flatMap((pack) => pack.facts),
      effort?.counts.map((count) => count.id),
    ),
    clauses: new Map(packs.flatMap((pack) => pack.clauses.map((clause) => [`${pack.pack}:${clause.id}`, clause]))),
    workProducts: packs.flatMap((pack) => pack.workProducts),
    methods: new Map(packs.flatMap((pack) => pack.methods.map((method) => [method.id, method]))),
    overhead: packs.find((pack) => pack.overhead)?.overhead,
    effort,
    named: new Map(packs.flatMap((pack) => pack.named.map((clause) => [clause.id, clause]))),
  };
}

/** Clauses that somebody loaded asks, or that are named; the others are not shown to users of other packs. */
export function cutToLoaded(set: PackSet, clauses: readonly string[]): readonly string[] {
  return clauses.filter((id) => set.clauses.has(id) || set.named.has(id));
}
