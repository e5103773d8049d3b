/** Finds runs of tests of some types by a developer of the device, without a word on how independent that is. */
import type { RecordOf } from '../records/index.js';
import { findPerson } from './find-person.js';
import { runsBy } from './runs-by-type.js';
import type { Found, Person, RuleInput } from './define.js';

export function* runsByDevelopers(types: readonly string[], input: RuleInput): Generator<Found> {
  for (const run of runsBy(types, input.trace)) {
    const person = developerCalled(run.fields.tester, input);
    if (!person || run.fields.rationale !== undefined) continue;
    yield {
      at: run,
      field: 'tester',
      what: `${run.id} is by ${person.id}, who is a developer of the device, and does not tell how independent that is.`,
      do: `Let somebody else test it, or say under \`rationale:\` of ${run.id} why ${person.id} is independent of what was tested.`,
    };
  }
  for (const test of testsOf(types, input)) yield* reportByDeveloper(test, input);
}

/** The newest reports count: an independent tester may have come later. */
function* reportByDeveloper(test: RecordOf<'test'>, input: RuleInput): Generator<Found> {
  const [newest, ...older] = input.evidence.reportsOf(test);
  if (!newest || test.fields.rationale !== undefined) return;
  const ofMoment = [newest, ...older.filter(({ at }) => at === newest.at)];
  const report = ofMoment.find(({ tester }) => developerCalled(tester ?? undefined, input));
  const person = developerCalled(report?.tester ?? undefined, input);
  if (!report || !person) return;
  yield {
    at: test,
    details: [person.id],
    what: `${test.id} was tested by ${person.id} (\`${report.name}\`), who is a developer of the device, and nothing tells how independent that is.`,
    do: `Let somebody else test it, or say under \`rationale:\` of ${test.id} why ${person.id} is independent of what was tested.`,
  };
}

function developerCalled(tester: string | undefined, { people }: RuleInput): Person | undefined {
  const person = tester === undefined ? undefined : findPerson(tester, people);
  return person?.roles.includes('developer') ? person : undefined;
}

function testsOf(types: readonly string[], { trace }: RuleInput): readonly RecordOf<'test'>[] {
  return trace.all('test').filter(({ fields }) => types.includes(fields.type ?? ''));
}

/** Neither a run nor a report tells who tested. */
export function isTesterUnknown(types: readonly string[], input: RuleInput): boolean {
  const isTold =
    runsBy(types, input.trace).some((run) => run.fields.tester !== undefined) ||
    testsOf(types, input).some((test) => input.evidence.reportsOf(test).some(({ tester }) => tester !== null));
  return input.people.length === 0 || !isTold;
}
