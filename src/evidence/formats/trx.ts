/**
 * Results of Visual Studio and `dotnet test` (TRX; schema vstst.xsd, namespace TeamTest/2010). The dialects of MSTest,
 * NUnit and xUnit adapters differ only in the names of tests.
 */
import { clip } from '../limits.js';
import type { Outcome } from '../report.js';
import { readXml } from '../xml-events.js';
import { defineFormat } from './define.js';

/** Outcomes of the schema; what is in none of these lists proves nothing. */
const OUTCOMES = new Map<string, Outcome>([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['error', 'errored'],
  ['timeout', 'errored'],
  ['aborted', 'errored'],
]);

export default defineFormat({
  name: 'trx',
  title: 'Visual Studio test results (TRX)',
  ending: 'trx',
  detects: ({ root }) => root?.name === 'TestRun',
  read(report, sink) {
    sink.has('tests');
    let resultDepth: number | undefined;
    const isWhole = readXml(
      report,
      {
        open({ name, attributes, line }, depth) {
          if (name === 'Times') sink.ranAt(attributes.get('start') ?? '');
          if (!/^(?:Unit|Generic|Web)?TestResult$/.test(name)) return;
          // Rows of a data-driven test stand inside its result; the result around them only sums them up.
          if (resultDepth !== undefined) return;
          resultDepth = depth;
          sink.test({
            name: clip(attributes.get('testName') ?? ''),
            suites: [],
            outcome: OUTCOMES.get(attributes.get('outcome')?.toLowerCase() ?? '') ?? 'skipped',
            flaky: false,
            file: null,
            properties: [],
            tags: [],
            line,
          });
        },
        close(_, depth) {
          if (depth === resultDepth) resultDepth = undefined;
        },
      },
      sink,
    );
    sink.complete(isWhole);
  },
});
