/** Who stated that there are none: a named person on a day, for the system in question, in a statement that counts. */
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import { isForSystem } from '../about-system.js';
import { counts } from '../criterion-input.js';

/**
 * @param names kinds, one or many, and selectors of what there is none of
 * @param scope `device`, or the id of a software system
 */
export function statedNone(names: readonly string[], scope: string, trace: Trace): RecordOf<'statement'> | undefined {
  const spoken = new Set(names.flatMap((name) => [name, `${name}s`]));
  return trace.all('statement').find((one) => {
    const { type, of, by, date } = one.fields;
    const isSigned = type === 'none' && by !== undefined && date !== undefined;
    return isSigned && spoken.has(of?.trim() ?? '') && counts(one, trace) && isForSystem(one, scope, trace);
  });
}
