/** The ways in which a picture may be laid out, and the order in which they are tried. */

export interface Arrangement {
  /** Ranks from left to right, or from top to bottom. */
  readonly direction: 'LR' | 'TB';
  /** Between ranks, in units. */
  readonly rankGap: number;
  /** Between nodes of a rank. */
  readonly nodeGap: number;
  /** The widest line inside a node: narrow nodes where they stand side by side, flat ones where they stand in a column. */
  readonly textWidth: number;
  /** For which lines room is kept that is as wide as their badge: it sets them apart. */
  readonly roomFor: 'none' | 'parallel' | 'all';
  /** Ranks go through all boxes instead of counting anew in each. */
  readonly sharedRanks: boolean;
}

const FLAT: Arrangement = {
  direction: 'LR',
  rankGap: 54,
  nodeGap: 12,
  textWidth: 180,
  roomFor: 'none',
  sharedRanks: false,
};
const NARROW: Arrangement = { ...FLAT, direction: 'TB', rankGap: 56, nodeGap: 14, textWidth: 112 };

/** The first that is good enough wins, so that a small change of the model does not turn the whole picture. */
export const ARRANGEMENTS: readonly Arrangement[] = [
  FLAT,
  { ...FLAT, textWidth: 130 },
  { ...FLAT, textWidth: 130, sharedRanks: true },
  NARROW,
  { ...NARROW, sharedRanks: true },
  { ...NARROW, textWidth: 130 },
];

/** Of a picture with very many parts, which fits no sheet anyhow, only this one is tried; it has room for its badges. */
export const FOR_MANY_PARTS: Arrangement = { ...FLAT, rankGap: 96, nodeGap: 20, textWidth: 130 };

/** How the best arrangement is loosened where some badge has no room on its line. */
export const LOOSER: readonly ((from: Arrangement) => Arrangement)[] = [
  (from) => ({ ...from, rankGap: from.rankGap + 14 }),
  (from) => ({ ...from, rankGap: from.rankGap + 28 }),
  (from) => ({ ...from, rankGap: from.rankGap + 14, nodeGap: from.nodeGap + 8 }),
  (from) => ({ ...from, roomFor: 'parallel' }),
  (from) => ({ ...from, roomFor: 'all' }),
];
