/** What is wrong with bytes that gave nothing to work with, at its place. */
import { comparePlaces, type Place } from '../shapes/index.js';

export interface Problem extends Place {
  /** Whole sentences: what is wrong, and what to do. */
  readonly message: string;
}

export function compareProblems(a: Problem, b: Problem): number {
  return comparePlaces(a, b) || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}

const LONGEST_SHOWN_PATH = 200;

/** A path as it may stand in a message: names may hold line breaks and terminal escapes, and be very long. */
export function shownPath(path: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  const clean = path.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
  if (clean.length <= LONGEST_SHOWN_PATH) return clean;
  return `${clean.slice(0, 60)}...${clean.slice(clean.length - (LONGEST_SHOWN_PATH - 63))}`;
}
