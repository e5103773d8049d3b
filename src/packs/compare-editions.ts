/** What one edition of a set of special-test criteria adds to, keeps of and drops from another. */
import type { Pack, SpecialCriterion } from './pack.js';

export interface EditionComparison {
  readonly from: string;
  readonly to: string;
  /** Criteria of the newer edition that follow none of the older one. */
  readonly added: readonly SpecialCriterion[];
  readonly kept: readonly { readonly criterion: SpecialCriterion; readonly follows: readonly string[] }[];
  /** Criteria of the older edition that none follows. */
  readonly dropped: readonly SpecialCriterion[];
}

/** @param packs every edition that is known: what lies between the two leads from one to the other */
export function compareEditions(older: Pack, newer: Pack, packs: readonly Pack[]): EditionComparison {
  const byId = new Map(
    packs.flatMap((pack) => pack.criteria.map((criterion) => [`${nameOf(pack)}:${criterion.id}`, criterion] as const)),
  );
  const origins = newer.criteria.map((criterion) => ({
    criterion,
    follows: originsOf(criterion, `${nameOf(older)}:`, byId),
  }));
  const followed = new Set(origins.flatMap(({ follows }) => follows));
  return {
    from: nameOf(older),
    to: nameOf(newer),
    added: origins.filter(({ follows }) => follows.length === 0).map(({ criterion }) => criterion),
    kept: origins.filter(({ follows }) => follows.length > 0),
    dropped: older.criteria.filter(({ id }) => !followed.has(id)),
  };
}

function nameOf({ pack, edition }: Pack): string {
  return `${pack}@${edition}`;
}

/** Ids of the older edition that it goes back to, over any number of editions; a circle ends. */
function originsOf(
  start: SpecialCriterion,
  prefix: string,
  byId: ReadonlyMap<string, SpecialCriterion>,
): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [...(start.follows ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (id.startsWith(prefix)) found.add(id.slice(prefix.length));
    else open.push(...(byId.get(id)?.follows ?? []));
  }
  return [...found].toSorted();
}
