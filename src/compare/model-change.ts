/** What a difference of records means for the model: one sort for each kind of meaning, worst first. */

export const GROUPS = ['security', 'safety', 'device'] as const;
type Group = (typeof GROUPS)[number];

/** `worse`: more exposed, less protected, less known, more risk. `open`: a person has to say. `better`: the contrary of worse. */
export const DIRECTIONS = ['worse', 'open', 'better'] as const;
type Direction = (typeof DIRECTIONS)[number];

/** In the order in which a person should look at them. */
const SORTS = {
  'risk-up': ['security', 'worse'],
  'risk-unknown': ['security', 'worse'],
  'control-removed': ['security', 'worse'],
  'control-unlinked': ['security', 'worse'],
  'protection-removed': ['security', 'worse'],
  'interface-opened': ['security', 'worse'],
  'reach-wider': ['security', 'worse'],
  'crossing-new': ['security', 'worse'],
  'flow-new-crossing': ['security', 'worse'],
  'secret-shared': ['security', 'worse'],
  'threat-undecided': ['security', 'worse'],
  'control-without-requirement': ['security', 'worse'],
  'control-without-test': ['security', 'worse'],
  'record-unread': ['security', 'worse'],
  'protection-changed': ['security', 'open'],
  'reach-changed': ['security', 'open'],
  'flow-new': ['security', 'open'],
  'flow-ends': ['security', 'open'],
  'flow-via': ['security', 'open'],
  'asset-on-flow': ['security', 'open'],
  'interface-new': ['security', 'open'],
  'element-new': ['security', 'open'],
  'element-moved': ['security', 'open'],
  'boundary-new': ['security', 'open'],
  'boundary-removed': ['security', 'open'],
  'agent-new': ['security', 'open'],
  'threat-new': ['security', 'open'],
  'threat-removed': ['security', 'open'],
  'risk-known': ['security', 'open'],
  'method-changed': ['security', 'open'],
  'interface-closed': ['security', 'better'],
  'reach-narrower': ['security', 'better'],
  'crossing-gone': ['security', 'better'],
  'flow-removed': ['security', 'better'],
  'asset-off-flow': ['security', 'better'],
  'interface-removed': ['security', 'better'],
  'element-removed': ['security', 'better'],
  'agent-removed': ['security', 'open'],
  'protection-added': ['security', 'better'],
  'control-new': ['security', 'better'],
  'risk-down': ['security', 'better'],
  'class-up': ['safety', 'worse'],
  'safety-risk-up': ['safety', 'worse'],
  'safety-risk-unknown': ['safety', 'worse'],
  'safety-control-removed': ['safety', 'worse'],
  'safety-control-unlinked': ['safety', 'worse'],
  'safety-risk-known': ['safety', 'open'],
  'safety-method-changed': ['safety', 'open'],
  'class-down': ['safety', 'open'],
  'safety-control-new': ['safety', 'better'],
  'safety-risk-down': ['safety', 'better'],
  'overhead-up': ['device', 'worse'],
  'overhead-unknown': ['device', 'worse'],
  'fact-unknown': ['device', 'worse'],
  'overhead-known': ['device', 'open'],
  fact: ['device', 'open'],
  pack: ['device', 'open'],
  'overhead-down': ['device', 'better'],
} as const satisfies Readonly<Record<string, readonly [Group, Direction]>>;

export type ChangeSort = keyof typeof SORTS;
export const CHANGE_SORTS = Object.keys(SORTS) as readonly ChangeSort[];

export interface ModelChange {
  readonly sort: ChangeSort;
  readonly group: Group;
  readonly direction: Direction;
  /** Of the record, a software system, or `project`. */
  readonly id: string;
  /** One whole sentence. */
  readonly what: string;
}

export function modelChange(sort: ChangeSort, id: string, what: string): ModelChange {
  const [group, direction] = SORTS[sort];
  return { sort, group, direction, id, what };
}

/** Worst first; those of one sort in their order. */
export function worstFirst(changes: readonly ModelChange[]): readonly ModelChange[] {
  const ranks = new Map(CHANGE_SORTS.map((sort, rank) => [sort, rank]));
  const rankOf = ({ group, direction, sort }: ModelChange): number =>
    GROUPS.indexOf(group) * 1_000_000 + DIRECTIONS.indexOf(direction) * 1_000 + (ranks.get(sort) ?? 0);
  return changes.toSorted((a, b) => rankOf(a) - rankOf(b));
}
