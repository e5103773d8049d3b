/** Finds what an id means in the loaded packs: a clause, a work product, a fact or a criterion. */
import { nearestName } from '../shapes/index.js';
import type { PackSet } from './pack-set.js';
import type { Clause, Criterion, Fact, Pack, SpecialCriterion, WorkProduct } from './pack.js';

export type Explained = { readonly pack: Pack; readonly id: string } & (
  | { readonly is: 'clause'; readonly entry: Clause }
  | { readonly is: 'work-product'; readonly entry: WorkProduct }
  | { readonly is: 'fact'; readonly entry: Fact }
  | { readonly is: 'criterion'; readonly entry: Criterion; readonly of: WorkProduct }
  | { readonly is: 'special-criterion'; readonly entry: SpecialCriterion }
);

export interface Explanation {
  /** One: that is it. Several: the id needs its pack. */
  readonly found: readonly Explained[];
  /** With nothing found, the id that was most likely meant. */
  readonly nearest?: string;
}

/** @param id `pack:id`, `pack@edition:id`, or the bare id if only one pack has it */
export function explainId(set: PackSet, id: string): Explanation {
  const all = set.packs.flatMap((pack) => [...entriesIn(pack)]);
  const found = all.filter((each) => namesOf(each).includes(id));
  if (found.length > 0) return { found };
  const nearest = nearestName(
    id,
    all.flatMap((each) => namesOf(each)),
  );
  return nearest === undefined ? { found } : { found, nearest };
}

function namesOf({ pack, id }: Explained): readonly string[] {
  return [id, `${pack.pack}:${id}`, `${pack.pack}@${pack.edition}:${id}`];
}

function* entriesIn(pack: Pack): Generator<Explained> {
  for (const entry of pack.clauses) yield { is: 'clause', pack, id: entry.id, entry };
  for (const entry of pack.facts) yield { is: 'fact', pack, id: entry.id, entry };
  for (const entry of pack.criteria) yield { is: 'special-criterion', pack, id: entry.id, entry };
  for (const of of pack.workProducts) {
    yield { is: 'work-product', pack, id: of.id, entry: of };
    for (const entry of of.criteria) yield { is: 'criterion', pack, id: entry.id, entry, of };
  }
}
