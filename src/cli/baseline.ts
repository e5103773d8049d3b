/** The gaps that were known before, by their keys: from an earlier `check --json`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OptionError } from './option-error.js';

export function readBaseline(path: string | undefined, folder: string): ReadonlySet<string> {
  if (path === undefined) return new Set();
  const todo = 'Write one with `medward check --json > baseline.json`.';
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(resolve(folder, path), 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof Error && 'code' in error)) throw error;
    throw new OptionError(`The baseline ${path} cannot be read as JSON.`, todo);
  }
  const gaps: unknown = typeof parsed === 'object' && parsed !== null && 'gaps' in parsed ? parsed.gaps : undefined;
  if (!Array.isArray(gaps)) throw new OptionError(`The baseline ${path} holds no list of gaps.`, todo);
  return new Set(
    gaps.flatMap((gap: unknown) =>
      typeof gap === 'object' && gap !== null && 'key' in gap && typeof gap.key === 'string' ? [gap.key] : [],
    ),
  );
}
