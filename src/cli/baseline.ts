/** The file behind `--baseline`: read before the project is, and refused where it would hide what nobody knows here. */
import { readBaseline, refusalOfOther, type Baseline, type Subject } from '../contract/index.js';
import { OptionError } from './option-error.js';
import { readNamedFile } from './read-named-file.js';
import { plain, type Terminal } from './terminal.js';

const MAX_BYTES = 100_000_000;

export interface OpenedBaseline {
  readonly path: string;
  readonly baseline: Baseline;
}

// @implements SRS-707
export function openBaseline(path: string | undefined, folder: string): OpenedBaseline | undefined {
  if (path === undefined) return undefined;
  const todo = 'Write one with `medward check --json > baseline.json`.';
  const read = readBaseline(readNamedFile({ what: 'baseline', path, maxBytes: MAX_BYTES, todo }, folder));
  if (read.ok) return { path, baseline: read.baseline };
  throw new OptionError(`The baseline ${path} ${read.says}`, read.todo);
}

/** @throws OptionError if it is of another project */
export function fitBaseline({ path, baseline }: OpenedBaseline, subject: Subject, terminal: Terminal): Baseline {
  const refusal = refusalOfOther(baseline, subject.name);
  if (refusal) throw new OptionError(`The baseline ${path} ${refusal.says}`, refusal.todo);
  const { version } = baseline;
  if (version !== null && version !== subject.toolVersion) {
    terminal.note(
      plain(
        `note   Medward ${version} wrote the baseline, and this is ${subject.toolVersion}: what only one of them finds counts as new or as gone.\n`,
      ),
    );
  }
  return baseline;
}
