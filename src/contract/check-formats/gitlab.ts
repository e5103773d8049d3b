/** The output of `check` as a Code Quality report of GitLab: the subset of the Code Climate format that it reads. */
import type { CheckOutput, GapOutput, ProblemOutput } from '../check-output.js';
import { array, integer, object, oneOf, text, type Schema } from '../schema.js';

export interface GitlabFinding {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITIES = { error: 'critical', warning: 'minor', hint: 'info' } as const;

/** What decisions took out is left out: the format has no word for it. GitLab compares with the target branch by itself. */
export function checkAsGitlab({ gaps, problems }: CheckOutput): readonly GitlabFinding[] {
  return [...problems.map(findingOfProblem), ...gaps.filter((gap) => gap.decision === null).map(findingOfGap)];
}

function findingOfGap(gap: GapOutput): GitlabFinding {
  return {
    description: `${gap.message} ${gap.fix}`,
    check_name: gap.rule,
    fingerprint: gap.key,
    severity: SEVERITIES[gap.severity],
    location: { path: gap.file, lines: { begin: gap.line } },
  };
}

function findingOfProblem({ message, file, line, column }: ProblemOutput): GitlabFinding {
  return {
    description: message,
    check_name: 'cannot-be-read',
    fingerprint: `cannot-be-read@${file}:${line}:${column}`,
    severity: 'blocker',
    location: { path: file, lines: { begin: line } },
  };
}

export const gitlabSchema: Schema = array(
  object({
    description: text,
    check_name: text,
    fingerprint: text,
    severity: oneOf('info', 'minor', 'major', 'critical', 'blocker'),
    location: object({ path: text, lines: object({ begin: integer }) }),
  }),
);
