/** Words for a part of the model that no threat considers, or that only words of a library do. */
import type { AnyRecord } from '../records/index.js';
import { genericThreats } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import type { Found } from './define.js';

/** @param what what it is, as the rest of the sentence: `, which crosses TB-1` */
export function unconsidered(record: AnyRecord, trace: Trace, what: string): Pick<Found, 'what' | 'do'> {
  const [generic] = genericThreats(record, trace);
  if (generic !== undefined) {
    return {
      what: `Only ${generic}, which is still the text of a library, considers ${record.id}${what}.`,
      do: `Say in ${generic} who does what to this device and what follows, then take out \`generic:\`; or reject it with a reason.`,
    };
  }
  return {
    what: `No threat considers ${record.id}${what}.`,
    do: `Write a threat with \`targets: [${record.id}]\`; \`medward threats\` has candidates to take, or to reject with a reason.`,
  };
}
