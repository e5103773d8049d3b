/** The words that a section begins with, as the facts of the device and the depth of the obligation have it. */
import type { PackSet } from './pack-set.js';
import type { StarterSection } from './pack.js';

export interface StarterDepth {
  /** Only what is relevant for security is asked. */
  readonly partial: boolean;
  /** Whether a condition on facts holds. */
  readonly holds: (condition: string) => boolean | 'unknown';
}

export function findStarter({ packs }: PackSet, product: string): readonly StarterSection[] {
  return packs.flatMap(({ starters }) => starters).find(({ id }) => id === product)?.sections ?? [];
}

// @implements SRS-526
/** What may hold stands too: it is easier to delete a sentence than to miss it. */
export function starterText({ text, partial, also = [] }: StarterSection, depth: StarterDepth): string {
  if (depth.partial && partial !== undefined) return partial.trim();
  const parts = also.filter(({ when }) => depth.holds(when) !== false).map((part) => part.text);
  return [text, ...parts].map((part) => part.trim()).reduce(joined);
}

const ITEM = /^(?:[-*]|\d{1,3}\.) /;

/** A list goes on, other words are a paragraph of their own. */
function joined(before: string, next: string): string {
  const last = before.slice(before.lastIndexOf('\n\n') + 1).trimStart();
  return `${before}${ITEM.test(last) && ITEM.test(next) ? '\n' : '\n\n'}${next}`;
}
