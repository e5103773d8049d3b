/** Results of one test over all runs, as people recorded them. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

export interface TestResult {
  readonly result: string;
  readonly run: RecordOf<'run'>;
}

export function resultsOf(test: AnyRecord, trace: Trace): readonly TestResult[] {
  return trace.linkedOf(test, 'runs', 'run').flatMap((run) => {
    const rows = (run.fields.results ?? []) as readonly {
      readonly result?: string;
      readonly test?: readonly string[];
    }[];
    return rows.flatMap(({ result, test: ids }) =>
      result !== undefined && ids?.includes(test.id) ? [{ result, run }] : [],
    );
  });
}

/** Anomalies that the test brought to light, by itself or over a finding. */
export function anomaliesFoundBy(test: AnyRecord, trace: Trace): readonly RecordOf<'anomaly'>[] {
  const raised = trace
    .linkedOf(test, 'findings', 'finding')
    .flatMap((finding) => trace.linkedOf(finding, 'raised-as', 'anomaly'));
  return [...new Set([...trace.linkedOf(test, 'anomalies', 'anomaly'), ...raised])];
}
