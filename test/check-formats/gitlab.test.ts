/** `check --format gitlab`: what GitLab asks of a Code Quality report. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { checkAsGitlab, gitlabSchema } from '../../src/contract/index.js';
import { decided, labdesk, OUTPUTS } from './outputs.js';

const validate = new Ajv2020({ strict: true }).compile(gitlabSchema);

describe.each(OUTPUTS)('%s', (_, output) => {
  test('has a finding for each open gap and each place that cannot be read, told apart by fingerprints', () => {
    const findings = checkAsGitlab(output);
    expect(validate(findings), JSON.stringify(validate.errors)).toBe(true);
    const open = output.gaps.filter((gap) => gap.decision === null);
    expect(findings).toHaveLength(open.length + output.problems.length);
    expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(findings.length);
  });
});

test('severities, and nothing of what is decided', () => {
  const severities = new Set(checkAsGitlab(labdesk).map((finding) => finding.severity));
  expect(severities).toEqual(new Set(['critical', 'minor']));
  const out = decided.gaps.filter((gap) => gap.decision !== null).map((gap) => gap.key);
  expect(checkAsGitlab(decided).filter((finding) => out.includes(finding.fingerprint))).toEqual([]);
});
