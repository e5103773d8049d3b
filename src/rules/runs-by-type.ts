/** Runs in which a test of one of some types was carried out. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

export function runsBy(types: readonly string[], trace: Trace): readonly RecordOf<'run'>[] {
  return trace
    .all('run')
    .filter((run) =>
      trace.linkedOf(run, 'results.test', 'test').some(({ fields }) => types.includes(fields.type ?? '')),
    );
}
