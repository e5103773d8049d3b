/** Finds what an id means in the loaded packs: whatever in them has a name that an output may show. */
import { nearestName } from '../shapes/index.js';
import type { PackSet } from './pack-set.js';
import type {
  Clause,
  ControlPattern,
  Criterion,
  EvidenceType,
  Fact,
  Method,
  NamedClause,
  OverheadAdjustment,
  OverheadFinding,
  OverheadRule,
  Pack,
  Selector,
  SpecialCriterion,
  ThreatPattern,
  WorkProduct,
} from './pack.js';

export type Explained = { readonly pack: Pack; readonly id: string } & (
  | { readonly is: 'clause'; readonly entry: Clause }
  | { readonly is: 'named-clause'; readonly entry: NamedClause }
  | { readonly is: 'work-product'; readonly entry: WorkProduct }
  | { readonly is: 'fact'; readonly entry: Fact }
  | { readonly is: 'criterion'; readonly entry: Criterion; readonly of: WorkProduct }
  | { readonly is: 'special-criterion'; readonly entry: SpecialCriterion }
  | { readonly is: 'selector'; readonly entry: Selector }
  | { readonly is: 'evidence-type'; readonly entry: EvidenceType }
  | { readonly is: 'method'; readonly entry: Method }
  | { readonly is: 'threat-pattern'; readonly entry: ThreatPattern }
  | { readonly is: 'control-pattern'; readonly entry: ControlPattern }
  | { readonly is: 'overhead'; readonly entry: OverheadRule | OverheadAdjustment | OverheadFinding }
  | { readonly is: 'pack'; readonly entry: Pack }
);

export interface Explanation {
  /** One: that is it. Several: the id needs its pack, or the word names things of several sorts. */
  readonly found: readonly Explained[];
  /** With nothing found, the id that was most likely meant. */
  readonly nearest?: string;
}

/** @param id `pack:id`, `pack@edition:id`, or the bare id if only one pack has it; a pack by its name, with edition or without */
export function explainId(set: PackSet, id: string): Explanation {
  const all = explainable(set);
  const found = all.filter((each) => namesOf(each).includes(id));
  if (found.length > 0) return { found };
  const nearest = nearestName(
    id,
    all.flatMap((each) => namesOf(each)),
  );
  return nearest === undefined ? { found } : { found, nearest };
}

/** Everything of the packs that has an id of its own. */
export function explainable(set: PackSet): readonly Explained[] {
  return set.packs.flatMap((pack) => [...entriesIn(pack)]);
}

function namesOf(explained: Explained): readonly string[] {
  const { is, pack, id } = explained;
  if (is === 'pack') return [pack.pack, `${pack.pack}@${pack.edition}`];
  return [id, `${pack.pack}:${id}`, `${pack.pack}@${pack.edition}:${id}`];
}

function* entriesIn(pack: Pack): Generator<Explained> {
  yield { is: 'pack', pack, id: pack.pack, entry: pack };
  for (const entry of pack.clauses) yield { is: 'clause', pack, id: entry.id, entry };
  for (const entry of pack.named) yield { is: 'named-clause', pack, id: entry.id, entry };
  for (const entry of pack.facts) yield { is: 'fact', pack, id: entry.id, entry };
  for (const entry of pack.criteria) yield { is: 'special-criterion', pack, id: entry.id, entry };
  for (const of of pack.workProducts) {
    yield { is: 'work-product', pack, id: of.id, entry: of };
    for (const entry of of.criteria) yield { is: 'criterion', pack, id: entry.id, entry, of };
  }
  for (const entry of pack.selectors) yield { is: 'selector', pack, id: entry.id, entry };
  for (const entry of pack.evidenceTypes) yield { is: 'evidence-type', pack, id: entry.id, entry };
  for (const entry of pack.threats) yield { is: 'threat-pattern', pack, id: entry.id, entry };
  for (const entry of pack.controls) yield { is: 'control-pattern', pack, id: entry.id, entry };
  for (const entry of pack.methods) yield { is: 'method', pack, id: entry.id, entry };
  const { rules = [], adjust = [], findings = [] } = pack.overhead ?? {};
  for (const entry of [...rules, ...adjust, ...findings]) yield { is: 'overhead', pack, id: entry.id, entry };
}
