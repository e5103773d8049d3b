/**
 * Test Anything Protocol, version 14 (testanything.org/tap-version-14-specification.html), and 12 and 13 before it.
 * Known dialects: node-tap, tape, Perl's prove, Bats. Subtests count, and the point that sums them up does not.
 */
import { clip } from '../limits.js';
import { isNodeTest } from './node-test.js';
import { defineFormat } from './define.js';
import { isTap, readTap, tellEnd, type TapPoint } from './tap-points.js';
import type { Outcome } from '../report.js';

export default defineFormat({
  name: 'tap',
  title: 'Test Anything Protocol',
  ending: 'tap',
  detects: ({ text }) => isTap(text) && !isNodeTest(text),
  read(report, sink) {
    sink.has('tests');
    let failedSubtests = 0;
    const end = readTap(report, sink, (point) => {
      // A point above subtests fails by itself if their plan does not hold.
      const sumsUp = point.hasSubtests && (point.isOk || failedSubtests > 0 || point.directive !== null);
      failedSubtests = point.hasSubtests ? 0 : failedSubtests + (point.isOk ? 0 : 1);
      if (sumsUp) return;
      sink.test({
        name: clip(point.name),
        suites: point.suites,
        outcome: tapOutcome(point),
        flaky: false,
        file: point.file,
        properties: [],
        tags: [],
        line: point.line,
      });
    });
    sink.tool({ name: 'TAP', version: String(end.version) });
    tellEnd(end, sink);
  },
});

/** `todo` marks what is not expected to hold yet: it is no failure and no proof. */
function tapOutcome({ isOk, directive }: Pick<TapPoint, 'isOk' | 'directive'>): Outcome {
  if (directive !== null) return 'skipped';
  return isOk ? 'passed' : 'failed';
}
