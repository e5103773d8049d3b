/** Finds the record that somebody named, or says which one was most likely meant. */
import type { Assessment } from '../assess/index.js';
import type { AnyRecord } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';

export function oneWord(call: Call, expected: string): string {
  const [word, ...more] = call.words;
  if (word === undefined || more.length > 0) throw new OptionError(`Expected is ${expected}.`, 'Name exactly one.');
  return word;
}

export function findRecord({ trace }: Assessment, id: string): AnyRecord {
  const record = trace.find(id);
  if (record) return record;
  const known = trace.reading.records.map((one) => one.id);
  throw new OptionError(
    `No record has the id \`${shown(id)}\`${didYouMean(id, known) || '.'}`,
    `The project has ${known.length} records; \`medward check --json\` counts them by kind.`,
  );
}
