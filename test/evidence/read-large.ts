/** Reads a report of the wanted size that is made up on the way; run by a test in a process with little memory. */
import { readReport, type ReportBytes } from '../../src/evidence/index.js';

const [format, megabytes] = [process.argv[2], Number(process.argv[3])];
const LOG = 'a line of the log\n'.repeat(20);

function testcase(number: number): string {
  return `<testcase classname="a.B${number % 100}" name="TC-${number % 500} case ${number}"><system-out><![CDATA[${LOG}]]></system-out></testcase>\n`;
}

function result(number: number): string {
  const file = {
    artifactLocation: { uri: `src/${number % 1000}.c` },
    region: { startLine: number, snippet: { text: LOG } },
  };
  return `${number > 1 ? ',' : ''}${JSON.stringify({ ruleId: 'R1', message: { text: LOG }, locations: [{ physicalLocation: file }] })}\n`;
}

const KINDS = {
  junit: { begin: '<testsuites><testsuite name="s">', part: testcase, end: '</testsuite></testsuites>' },
  sarif: {
    begin: '{"version":"2.1.0","runs":[{"results":[',
    part: result,
    end: '],"tool":{"driver":{"name":"t","rules":[{"id":"R1","defaultConfiguration":{"level":"note"}}]}}}]}',
  },
} as const;

let count = 0;
const { begin, part, end } = KINDS[format as keyof typeof KINDS];
const report: ReportBytes = {
  name: `large.${format}`,
  size: megabytes * 1e6,
  *chunks() {
    yield Buffer.from(begin);
    count = 0;
    for (let bytes = 0; bytes < megabytes * 1e6;) {
      let text = '';
      while (text.length < 60_000) text += part(++count);
      bytes += text.length;
      yield Buffer.from(text);
    }
    yield Buffer.from(end);
  },
};

const { tests, findings, mapped, problems } = readReport(report, {
  keep: 0,
  records: { has: (id) => id.startsWith('TC-'), hasPrefix: () => true },
});
const megabytesUsed = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ count, tests, findings, mapped: mapped.length, problems, megabytesUsed }));
