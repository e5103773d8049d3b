/** Prints `N passed, N failed` from vitest's JSON report; a report that is missing, empty or red gives exit status 1. */
import { readFileSync } from 'node:fs';

/**
 * A file that cannot be loaded has no tests in the report, so it is counted as one that failed.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report
 */
export function summary({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded };
}

const [, script, file] = process.argv;
if (file !== undefined && script?.endsWith('vitest-summary.mjs')) {
  const text = readFileSync(file, 'utf8');
  const { passed, failed } = text === '' ? { passed: 0, failed: 0 } : summary(JSON.parse(text));
  if (passed === 0 || failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
}
