/** Something that has to be looked at again, what it is, and because of which change. */
import { compareText } from '../shapes/index.js';

/** In the order in which a person should look at them: what does not count any more comes before what may be touched. */
const SORTS = [
  'result-void',
  'approval-void',
  'review-void',
  'statement-void',
  'decision-void',
  'threat',
  'control',
  'risk',
  'hazard',
  'requirement',
  'test',
  'design',
  'assumption',
  'document',
  'view',
  'record',
  'work-product',
  'candidate',
] as const;

export type ConsequenceSort = (typeof SORTS)[number];
export const CONSEQUENCE_SORTS: readonly ConsequenceSort[] = SORTS;

export interface Consequence {
  readonly sort: ConsequenceSort;
  /** Of a record, `work-product:ID` or `work-product:ID@SYSTEM`, or the key of a candidate. */
  readonly id: string;
  /** One whole sentence. */
  readonly what: string;
  /** Ids of the records whose change it follows from, in order. */
  readonly because: readonly string[];
}

export function inOrder(consequences: readonly Consequence[]): readonly Consequence[] {
  return consequences.toSorted((a, b) => SORTS.indexOf(a.sort) - SORTS.indexOf(b.sort) || compareText(a.id, b.id));
}

const MOST_NAMED = 4;

/** `A, B and 3 more`: a sentence stays one that can be read. */
export function someOf(words: readonly string[]): string {
  const named = words.slice(0, MOST_NAMED);
  const more = words.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}

/** The same for phrases that hold commas themselves. */
export function oneAfterTheOther(phrases: readonly string[]): string {
  const more = phrases.length - MOST_NAMED;
  return [...phrases.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
