/** What the reader, the translator and the writer of Open Threat Model share: its keys, its numbers, and our attributes in it. */
import type { FieldTable } from '../field-table.js';

export const OTM = 'otm';
/** Of the files that are written. */
export const OTM_VERSION = '0.2.0';

const NAMED = { name: 'title', description: 'text' };

export const ZONE: FieldTable = { texts: NAMED, kept: ['type'], keptValues: ['risk'], drawing: ['representations'] };
export const COMPONENT: FieldTable = { texts: NAMED, lists: { tags: 'tags' }, drawing: ['representations'] };
export const FLOW: FieldTable = { texts: NAMED, lists: { tags: 'tags' }, drawing: ['representations'] };
export const ASSET: FieldTable = { texts: NAMED };
export const THREAT: FieldTable = { texts: NAMED, lists: { tags: 'tags' }, keptValues: ['risk'] };
export const MITIGATION: FieldTable = { texts: NAMED, keptValues: ['riskReduction'] };

/** Attributes of this prefix carry fields for which the format has no place of its own. */
export const FIELD_PREFIX = 'medward.';
/** In these files each component lies in a zone; ours that lie in none are put into this one. */
export const OUTSIDE = 'medward-outside-every-boundary';

/** How much an asset matters: their number from 0 to 100, and our four words (own reading; the number is kept where it differs). */
const LEVELS = [
  { word: 'none', upTo: 0, number: 0 },
  { word: 'low', upTo: 33, number: 25 },
  { word: 'medium', upTo: 66, number: 50 },
  { word: 'high', upTo: 100, number: 100 },
] as const;

export function levelWord(number: number): string | undefined {
  return number < 0 ? undefined : LEVELS.find((level) => number <= level.upTo)?.word;
}

export function levelNumber(word: unknown): number | undefined {
  return LEVELS.find((level) => level.word === word)?.number;
}

export const NEEDS = ['confidentiality', 'integrity', 'availability'] as const;
export const ROLES: readonly string[] = ['process', 'store', 'external', 'actor', 'physical'];

/** Of a threat or mitigation at one place; each tool has words of its own. */
export function isRejected(state: string): boolean {
  return /^(?:rejected|n\/?a|not[ _-]?applicable)$/i.test(state);
}
