/** A later statement takes the place of an earlier one about the same run, and of no other, whatever it says. */
import { expect, test } from 'vitest';
import { readReport } from './read-report.js';
import { bytesInMemory } from './report-bytes.js';
import { sha256Of, statementOf, statementText, type RunContext, type Statement } from './statement.js';
import { standingStatements } from './standing.js';

const RUN: RunContext = { addedOn: '2026-11-24', commit: null, tester: null, configuration: null, inputs: null };

interface Stored {
  readonly sha256: string;
  readonly statement: Statement;
}

function stored(name: string, supersedes: string | null, run: Partial<RunContext> = {}): Stored {
  const report = readReport(bytesInMemory('a.xml', `<testsuite name="s"><testcase name="${name}"/></testsuite>`));
  const { predicate, ...rest } = statementOf(report, { ...RUN, ...run });
  const statement = { ...rest, predicate: { ...predicate, supersedes } };
  return { sha256: sha256Of(statementText(statement)), statement };
}

const failed = stored('TC-1', null);

test.each<[what: string, others: readonly Stored[], stands: boolean]>([
  ['nothing', [], true],
  ['a statement that names none', [stored('TC-1', null, { addedOn: '2026-11-25' })], true],
  ['one that names it', [stored('TC-1', failed.sha256)], false],
  ['one that names it, of another report', [stored('TC-2', failed.sha256)], true],
  ['one that names it, by another tester', [stored('TC-1', failed.sha256, { tester: 'Ann' })], true],
  [
    'one that names it, for another commit',
    [stored('TC-1', failed.sha256, { commit: { id: 'a'.repeat(40), from: 'option', dirty: false } })],
    true,
  ],
  ['one that names what is not there', [stored('TC-1', '0'.repeat(64))], true],
])('beside %s: stands %s', (_, others, stands) => {
  expect(standingStatements([failed, ...others]).includes(failed)).toBe(stands);
  expect(standingStatements([...others, failed]).includes(failed)).toBe(stands);
});

test('of a chain only the last one stands', () => {
  const second = stored('TC-1', failed.sha256);
  const third = stored('TC-1', second.sha256);
  expect(standingStatements([failed, second, third])).toEqual([third]);
});
