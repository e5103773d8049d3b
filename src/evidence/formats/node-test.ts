/**
 * TAP as node:test writes it (nodejs.org/api/test.html, reporter `tap`, Node 18 to 24): suites are points with
 * `type: 'suite'`, and the totals stand as comments at the end. Its `junit` reporter is read as JUnit.
 */
import { clip } from '../limits.js';
import type { Outcome } from '../report.js';
import { defineFormat } from './define.js';
import { isTap, readTap, tellEnd } from './tap-points.js';

export default defineFormat({
  name: 'node-test',
  title: 'node:test (TAP)',
  ending: 'tap',
  detects: ({ text }) => isTap(text) && isNodeTest(text),
  read(report, sink) {
    sink.has('tests');
    sink.tool({ name: 'node:test', version: null });
    let count = 0;
    const end = readTap(report, sink, (point) => {
      if (point.type === 'suite') return;
      count++;
      const outcome: Outcome = point.directive !== null ? 'skipped' : point.isOk ? 'passed' : 'failed';
      const { suites, file, line } = point;
      sink.test({ name: clip(point.name), suites, outcome, flaky: false, file, properties: [], tags: [], line });
    });
    const said = end.totals.get('tests');
    if (said !== undefined && said !== count) sink.problem(`The report says ${said} tests, ${count} stand in it.`);
    if (end.totals.get('cancelled')) sink.problem(`${end.totals.get('cancelled')} tests were cancelled.`);
    tellEnd(end, sink);
  },
});

/** node:test writes `duration_ms` with a fraction into each diagnostic block, and `# Subtest` before each point. */
export function isNodeTest(text: string): boolean {
  return /^ *# Subtest: /m.test(text) && /^ +duration_ms: \d/m.test(text);
}
