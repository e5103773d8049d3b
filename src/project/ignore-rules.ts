/** Applies `.gitignore` files as Git does: the deepest rule that matches decides, and a hidden folder hides all in it. */
import ignore from 'ignore';

import { hasTooManyWildcards, LIMITS } from './limits.js';

/**
 * The rules that hold in one folder and below, until a folder has a `.gitignore` of its own.
 * Only files of the repository count: personal rules (`core.excludesFile`, `.git/info/exclude`) would make the same
 * project look different on two machines.
 */
export interface IgnoreRules {
  readonly hides: (path: string) => boolean;
  readonly patterns: readonly string[];
}

export const NO_RULES: IgnoreRules = { hides: () => false, patterns: [] };

/**
 * @param folder where the `.gitignore` stands, relative to the folder that all paths are relative to; empty or ending
 * in `/`. Folders end in `/` in `hides`, too.
 * @returns the rules, and whether some of them could not be used
 */
export function withRules(
  outer: IgnoreRules,
  folder: string,
  text: string | undefined,
): { readonly rules: IgnoreRules; readonly unusable: boolean } {
  if (text === undefined || text.length > LIMITS.ignoreFileBytes) return { rules: outer, unusable: true };
  const written = text.split(/\r?\n/).filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
  const usable = written.filter((pattern) => !hasTooManyWildcards(pattern));
  const unusable = usable.length < written.length;
  if (usable.length === 0) return { rules: outer, unusable };
  const patterns = [...outer.patterns, ...usable.map((pattern) => seenFromTop(pattern, folder))];
  // Git compares letter by letter on Linux; the same everywhere is worth more than the habit of one file system.
  const matcher = ignore({ ignorecase: false }).add(patterns.map((pattern) => ({ pattern })));
  return { rules: { hides: (path) => matcher.ignores(path), patterns }, unusable };
}

/** `*.log` in `a/b/` is `/a/b/…/*.log` for whoever looks from the top: one list, in which the last match decides. */
function seenFromTop(pattern: string, folder: string): string {
  if (folder === '') return pattern;
  const negated = pattern.startsWith('!');
  const body = negated ? pattern.slice(1) : pattern;
  const anchored = body.replace(/\/\s*$/, '').includes('/');
  const here = `/${folder.replaceAll(/[\\*?[\]!# ]/g, '\\$&')}`;
  return `${negated ? '!' : ''}${here}${anchored ? body.replace(/^\//, '') : `**/${body}`}`;
}
