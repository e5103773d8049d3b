/**
 * SARIF of ESLint that tells when it ran and that it came to its end: a formatter is called once every file was looked at.
 * The formatter of Microsoft, which does the rest, tells neither.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const start = new Date(process.env['TOLD_TIME'] ?? Date.now() - process.uptime() * 1000);

/**
 * @param {readonly { fatalErrorCount: number }[]} results
 * @param {unknown} context
 */
export default function format(results, context) {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const sarif = JSON.parse(require('@microsoft/eslint-formatter-sarif')(results, context));
  const executionSuccessful = results.every(({ fatalErrorCount }) => fatalErrorCount === 0);
  sarif.runs[0].invocations = [
    {
      executionSuccessful,
      startTimeUtc: start.toISOString(),
      endTimeUtc: new Date(start.getTime() + process.uptime() * 1000).toISOString(),
    },
  ];
  return JSON.stringify(sarif, null, 2);
}
