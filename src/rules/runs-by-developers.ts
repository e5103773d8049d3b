/** Finds runs of tests of some types by a developer of the device, without a word on how independent that is. */
import { findPerson } from './find-person.js';
import { runsBy } from './runs-by-type.js';
import type { Found, RuleInput } from './define.js';

export function* runsByDevelopers(types: readonly string[], { trace, people }: RuleInput): Generator<Found> {
  for (const run of runsBy(types, trace)) {
    const person = run.fields.tester === undefined ? undefined : findPerson(run.fields.tester, people);
    if (!person?.roles.includes('developer') || run.fields.rationale !== undefined) continue;
    yield {
      at: run,
      field: 'tester',
      what: `${run.id} is by ${person.id}, who is a developer of the device, and does not tell how independent that is.`,
      do: `Let somebody else test it, or say under \`rationale:\` of ${run.id} why ${person.id} is independent of what was tested.`,
    };
  }
}

/** A report that no run stands for does not tell who tested. */
export function isTesterUnknown(types: readonly string[], { trace, people }: RuleInput): boolean {
  return people.length === 0 || runsBy(types, trace).every((run) => run.fields.tester === undefined);
}
