/** What a signature is about, and what nobody can sign: nothing, what is not there, what cannot be read. */
import type { AnyRecord } from '../records/index.js';
import { boundRecords, isCurrent, unboundEnds, type BindingRecord, type Trace } from '../trace/index.js';
import { OptionError } from './option-error.js';

/** @returns at least one, in order of their ids */
export function subjectsOf(binding: BindingRecord, trace: Trace): readonly AnyRecord[] {
  refuseUnread(binding, trace);
  const { missing } = unboundEnds(binding, trace);
  if (missing.length > 0) {
    throw new OptionError(
      `${binding.id} is about ${missing.join(', ')}, and nothing of that id stands in the project.`,
      `Correct the ids in ${binding.id}, or take them out, and run again.`,
    );
  }
  const subjects = boundRecords(binding, trace);
  for (const one of subjects) refuseUnread(one, trace);
  if (subjects.length > 0) return subjects;
  throw new OptionError(
    `${binding.id} is about no record, so that there is no content that it could be bound to.`,
    'A statement that there are none keeps no hash: look at it again and write its `date:` by hand.',
  );
}

/** Nobody can sign what nobody can read, and nothing is left to sign in what is obsolete. */
export function refuseUnread(record: AnyRecord, { reading }: Trace): void {
  const why = whyUnread(record, reading.duplicates);
  if (why === undefined) return;
  throw new OptionError(
    `${record.id} ${why}, so that nobody can sign it.`,
    '`medward check` tells the place; correct it first.',
  );
}

function whyUnread(record: AnyRecord, duplicates: ReadonlySet<string>): string | undefined {
  if (duplicates.has(record.id)) return 'stands twice';
  if (record.unusable.size > 0) return `has fields that cannot be read (${[...record.unusable].join(', ')})`;
  return isCurrent(record) ? undefined : 'is obsolete';
}
