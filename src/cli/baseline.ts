/** The gaps that were known before, by their keys: from an earlier `check --json`. */
import { OptionError } from './option-error.js';
import { readNamedFile } from './read-named-file.js';

const MAX_BYTES = 100_000_000;

export function readBaseline(path: string | undefined, folder: string): ReadonlySet<string> {
  if (path === undefined) return new Set();
  const todo = 'Write one with `medward check --json > baseline.json`.';
  const text = readNamedFile({ what: 'baseline', path, maxBytes: MAX_BYTES, todo }, folder);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
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
