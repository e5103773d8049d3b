/** Which of two statements is about the later run. */
import { compareText } from '../shapes/index.js';
import type { Statement } from './statement.js';
import { whenRan } from './told.js';

/** @returns when it ran, in one time zone; else the day of the import */
export function whenOf({ statement: { predicate } }: { readonly statement: Statement }): string {
  return whenRan(predicate) ?? predicate.addedOn;
}

/** Of one moment in order of their paths, so that the order of reading never shows. */
export function newestFirst<T extends { readonly path: string; readonly statement: Statement }>(a: T, b: T): number {
  return compareText(whenOf(b), whenOf(a)) || compareText(a.path, b.path);
}
