/** What the examples of residual-risk-not-proven do not show: no result says nothing, and a passed one is no proof yet. */
import { describe, expect, it } from 'vitest';
import { assessFiles, filesOf, gapsOf } from './example-project.test-support.js';
import rule from './residual-risk-not-proven.js';

const RESULTS = { passed: 'passed', failed: 'failed', skipped: 'skipped' } as const;

function records(result: string | undefined, control = ''): string {
  return `
items: [{ id: EL-1, title: Order service, role: process, parent: SW-1 }]
threats: [{ id: TH-1, title: Backups are destroyed, targets: [EL-1], after: { vector: AV:N/AC:H/PR:H/UI:N, severity: S2 } }]
controls: [{ id: SC-1, title: Backups cannot be changed, domain: security, mitigates: [TH-1], realised-by: [SRS-1]${control} }]
requirements: [{ id: SRS-1, title: Backups are write-once, level: software }]
tests: [{ id: TC-1, title: Restore drill, verifies: [SRS-1] }, { id: TC-2, title: An order is stored }]
runs:
  - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-2, result: passed }] }
${result === undefined ? '' : `  - { id: RUN-2, date: 2026-05-12, results: [{ test: TC-1, result: ${result} }] }`}`;
}

// @verifies TC-520
it.each([
  [undefined, 'TC-1 of SC-1 has no result'],
  [RESULTS.failed, 'TC-1 of SC-1 failed'],
  [RESULTS.skipped, 'TC-1 of SC-1 has no result'],
])('a result that is %s proves nothing', (result, says) => {
  expect(gapsOf(rule, records(result)).map((gap) => gap.message)).toEqual([
    `The rating of TH-1 after control is not proven: ${says}.`,
  ]);
});

it('counts a proof kept elsewhere', () => {
  const proof = ", proof: { reference: 'Report 4', confirmed-by: haddad, date: 2026-05-12 }";
  expect(gapsOf(rule, records(undefined, proof))).toEqual([]);
});

it('says nothing before the first result of the project', () => {
  expect(gapsOf(rule, records(undefined).replace(/^runs:[^]*/m, ''))).toEqual([]);
});

describe('a passed result that nothing ties to its content', () => {
  const assessment = assessFiles(filesOf(rule, records(RESULTS.passed)));

  it('is no gap', () => {
    expect(assessment.gaps.filter((gap) => gap.rule === rule.id)).toEqual([]);
  });

  it('leaves the criterion unknown', () => {
    const answers = assessment.obligations.flatMap((obligation) =>
      obligation.criteria.filter(({ criterion }) => criterion.id === 'REL-8' && criterion.rules?.includes(rule.id)),
    );
    expect(answers.map((answer) => answer.answer)).toEqual(['unknown']);
  });
});
