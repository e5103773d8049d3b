/** The last line of the checks: what counts as passed and as failed. */
import { expect, it } from 'vitest';
import { summary } from './vitest-summary.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };

it('counts tests', () => {
  const testResults = [{ status: 'failed', assertionResults: [passed, failed] }];
  expect(summary({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({ passed: 1, failed: 1 });
});

it('counts a file that could not be loaded as failed', () => {
  const testResults = [
    { status: 'passed', assertionResults: [passed] },
    { status: 'failed', assertionResults: [] },
  ];
  expect(summary({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({ passed: 1, failed: 1 });
});
