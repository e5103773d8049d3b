/** Tables of records and the answer that a criterion gives to them; for the tests of the asks. */
import { expect, test } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { ask, assessSmall, type AskOptions } from '../small-project.test-support.js';

type Case = [
  what: string,
  records: string,
  criterion: Partial<Criterion>,
  answer: 'yes' | 'no' | 'unknown',
  options?: AskOptions,
];

export function expectAnswers(cases: readonly Case[]): void {
  test.each(cases)('%s', (_, records, criterion, answer, options = {}) => {
    expect(ask(assessSmall({ records }), criterion, options).answer).toBe(answer);
  });
}

export const APPROVED = 'status: approved';
export const LOST = (plural: string): string => `${plural}:\n  - { id: X-9, title: "broken }\n`;
/** Gives the record an approval of its present content, or of another. */
export const approval = (id: string, more = `bound-to: { ${id}: hash-of-${id} }`): string =>
  `approvals: [{ id: AP-1, approves: [${id}], by: brandt, role: release, meaning: approver, date: 2026-01-02, ${more} }]\n`;
export const OLD = `'${'0'.repeat(64)}'`;
