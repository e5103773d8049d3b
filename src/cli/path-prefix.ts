/** Puts the folder of the project in front of paths, for readers that show gaps beside the files of the repository. */
import type { CheckOutput } from '../contract/index.js';
import { projectPath } from '../project/index.js';
import type { Place } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';

/** @throws OptionError if the folder is absolute or leads out of the repository */
export function pathPrefix(call: Call): (output: CheckOutput) => CheckOutput {
  const written = call.value('path-prefix');
  if (written === undefined) return (output) => output;
  const read = projectPath(written);
  if (!read.ok) {
    throw new OptionError(
      `The folder behind --path-prefix ${read.why}.`,
      'Write where the project lies in the repository, such as `--path-prefix devices/pump`.',
    );
  }
  return read.path === '' ? (output) => output : (output) => withPrefix(output, `${read.path}/`);
}

function withPrefix(output: CheckOutput, prefix: string): CheckOutput {
  const placed = <T extends Place>(place: T): T => ({ ...place, file: `${prefix}${place.file}` });
  return {
    ...output,
    gaps: output.gaps.map((gap) => ({
      ...placed(gap),
      softenedBy: gap.softenedBy && placed(gap.softenedBy),
      related: gap.related.map(placed),
    })),
    problems: output.problems.map(placed),
    strictness: output.strictness.map(placed),
  };
}
