/** A reporter of `node --test` that tells when the run began and which file each test stands in, in the Common Test Report Format. */
import path from 'node:path';

const began = Date.now();
const start = Date.parse(process.env['TOLD_TIME'] ?? new Date(began).toISOString());

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  /** @type {{ name: string, status: string, duration: number, filePath: string }[]} */
  const tests = [];
  for await (const { type, data } of events) {
    const isResult = type === 'test:pass' || type === 'test:fail';
    if (!isResult || data.details?.type === 'suite') continue;
    tests.push({
      name: data.name,
      status: statusOf(type, data),
      duration: Math.round(data.details?.duration_ms ?? 0),
      filePath: path.relative(process.cwd(), data.file ?? ''),
    });
  }
  tests.sort((a, b) => (a.filePath + a.name < b.filePath + b.name ? -1 : 1));
  const count = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length;
  const summary = { tests: tests.length, passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  const tool = { name: 'node:test', version: process.versions.node };
  const results = {
    tool,
    summary: { ...summary, pending: 0, other: 0, start, stop: start + Date.now() - began },
    tests,
  };
  yield `${JSON.stringify({ reportFormat: 'CTRF', specVersion: '0.0.0', results }, null, 2)}\n`;
}

/**
 * @param {string} type
 * @param {{ skip?: unknown, todo?: unknown }} data
 */
function statusOf(type, { skip, todo }) {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}
