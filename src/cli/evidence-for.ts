/** `--for TC-9`: a report without names of tests, such as that of a scanner, is the result of the tests that the person names. */
import { ranToEnd, type MappedResult, type Report, type ToldOfRun } from '../evidence/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { EvidenceProject } from './evidence-project.js';
import { OptionError } from './option-error.js';

/** @throws OptionError if one of them is no test of the project */
export function testsNamed(words: readonly string[], { project }: EvidenceProject): readonly string[] {
  const ids = words.flatMap((word) => word.split(',')).map((word) => word.trim());
  const tests = project.input.reading.records.flatMap((record) => (record.kind === 'test' ? [record.id] : []));
  for (const id of ids) {
    if (tests.includes(id)) continue;
    throw new OptionError(
      `\`--for ${shown(id)}\` names no test${didYouMean(id, tests) || '.'}`,
      'Write the test as a record first, with its type and what it verifies.',
    );
  }
  return ids;
}

/**
 * What the report says of a test by name stands above what the person says.
 * @param told of the run, where the report does not say it
 */
export function resultFor(report: Report, tests: readonly string[], told: ToldOfRun): Report {
  const named = new Set(report.mapped.map(({ id }) => id));
  const added = tests.filter((id) => !named.has(id)).map((id) => wholeRun(id, report, told));
  return added.length === 0
    ? report
    : { ...report, mapped: [...report.mapped, ...added].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/**
 * A scan is passed once it ran to its end: what it found is decided finding by finding, and counts there. One of which
 * nobody can tell whether it ended shows nothing.
 */
function wholeRun(id: string, { tests, flaky, complete, name }: Report, told: ToldOfRun): MappedResult {
  const counts = tests ?? {
    passed: ranToEnd({ complete, told }) ? 1 : 0,
    failed: 0,
    errored: complete === false ? 1 : 0,
    skipped: 0,
  };
  return { id, outcome: outcomeOf(counts, flaky), counts, flaky, example: name, line: null };
}

function outcomeOf(
  { passed, failed, errored, skipped }: MappedResult['counts'],
  flaky: number,
): MappedResult['outcome'] {
  if (failed > 0) return 'failed';
  if (errored > 0) return 'errored';
  if (flaky > 0) return 'flaky';
  return skipped > 0 || passed === 0 ? 'skipped' : 'passed';
}
