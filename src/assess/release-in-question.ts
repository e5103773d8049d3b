/** The release that proofs are to hold for: the one that is to come, else the newest. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

const TO_COME = '9999';

export function releaseInQuestion(trace: Trace): RecordOf<'release'> | undefined {
  const dateOf = ({ fields }: RecordOf<'release'>): string => fields.date ?? TO_COME;
  return trace
    .all('release')
    .toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : Number(dateOf(a) > dateOf(b))))
    .at(-1);
}
