/** What the reader, the translator and the writer of Threat Dragon share: shapes, flags, words of a status. */
import type { FieldTable } from '../field-table.js';

export const DRAGON = 'threat-dragon';
/** Of the files that are written. */
export const DRAGON_VERSION = '2.3.0';

export type CellSort = 'process' | 'store' | 'actor' | 'flow' | 'box' | 'curve' | 'note';

/** By shape, and by type where a shape is not known: early versions of 2 spell one of them differently. */
const SORTS: Readonly<Record<string, CellSort>> = {
  process: 'process',
  store: 'store',
  actor: 'actor',
  flow: 'flow',
  'trust-boundary-box': 'box',
  'trust-boundary-curve': 'curve',
  'trust-broundary-curve': 'curve',
  'td-text-block': 'note',
  'tm.Process': 'process',
  'tm.Store': 'store',
  'tm.Actor': 'actor',
  'tm.Flow': 'flow',
  'tm.BoundaryBox': 'box',
  'tm.Boundary': 'curve',
  'tm.Text': 'note',
};

export function sortOf(word: string): CellSort | undefined {
  return Object.hasOwn(SORTS, word) ? SORTS[word] : undefined;
}

/** A rectangle stands for whatever is outside: a person or another system. */
export const ROLES = { process: 'process', store: 'store', actor: 'external' } as const;

/** Keys of a cell and of its data that say how it is drawn, or count what stands elsewhere. */
export const CELL_DRAWING = [
  'position',
  'size',
  'attrs',
  'ports',
  'visible',
  'zIndex',
  'labels',
  'connector',
  'router',
  'vertices',
  'width',
  'height',
  'angle',
  'tools',
  'markup',
];
export const DATA_DRAWING = ['hasOpenThreats', 'threatFrequency'];

/** `false` is what the tool writes when nobody said anything, so only `true` is kept. */
export const FLAGS: Readonly<Record<Exclude<CellSort, 'box' | 'curve' | 'note'>, readonly string[]>> = {
  process: ['outOfScope', 'handlesCardPayment', 'handlesGoodsOrServices', 'isWebApplication'],
  store: ['outOfScope', 'isALog', 'isEncrypted', 'isSigned', 'storesCredentials', 'storesInventory'],
  actor: ['outOfScope', 'providesAuthentication'],
  flow: ['outOfScope', 'isEncrypted', 'isPublicNetwork'],
};

export const ELEMENT: FieldTable = { texts: { description: 'text' }, kept: ['reasonOutOfScope', 'privilegeLevel'] };
export const DATA_FLOW: FieldTable = {
  texts: { description: 'text', protocol: 'protocol' },
  kept: ['reasonOutOfScope'],
};
export const TRUST_BOUNDARY: FieldTable = { texts: { description: 'text' } };
export const THREAT: FieldTable = {
  texts: { title: 'title', description: 'text' },
  kept: ['severity', 'score'],
  keptValues: ['number'],
  drawing: ['new'],
};

/** Their status → our treatment; what is open, or does not apply, says nothing about a treatment. */
export const TREATMENTS: Readonly<Record<string, string>> = {
  mitigated: 'mitigate',
  accepted: 'accept',
  transferred: 'transfer',
  avoided: 'avoid',
  eliminated: 'avoid',
};

/** Our treatment → their status. Whether a threat is mitigated is for proofs to say, never for an export. */
export const STATUSES: Readonly<Record<string, string>> = {
  accept: 'Accepted',
  transfer: 'Transferred',
  avoid: 'Avoided',
};
