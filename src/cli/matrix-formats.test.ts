/** A matrix as CSV and as a page says what the table says, and nothing in it does anything. */
import { describe, expect, test } from 'vitest';
import type { TraceOutput } from '../contract/index.js';
import { matrixAsCsv, matrixAsHtml } from './matrix-formats.js';

function matrix(rows: TraceOutput['rows']): TraceOutput {
  const project = { name: 'Pump', version: '1.0', commit: null, dirty: true, input: '' };
  const tool = { version: '0.1.0', packs: {} };
  const linked = rows.filter((row) => row.to.length > 0).length;
  const rest = { schema: 'medward/trace/1', tool, project, date: '2026-11-24', routes: [], unreached: [] };
  const verification = { failed: 0, 'not-run': rows.length, stale: 0, unknown: 0, verified: 0 };
  return { ...rest, from: 'requirement', to: 'test', rows, linked, holes: rows.length - linked, verification };
}

const row = (
  id: string,
  title: string,
  to: readonly (readonly [id: string, title: string])[],
): TraceOutput['rows'][number] => ({
  id,
  title,
  verification: 'not-run',
  to: to.map(([far, name]) => ({ id: far, title: name, verification: far === 'TC-2' ? 'stale' : 'verified' })),
});

const SMALL = matrix([
  row('SRS-1', 'Lock, then wait', [
    ['TC-1', 'Ten "wrong" words'],
    ['TC-2', 'Two\nlines'],
  ]),
  row('SRS-2', 'A hole', []),
]);

// @verifies TC-211
describe('CSV', () => {
  test('one line for each link, and one for a hole', () => {
    expect(matrixAsCsv(SMALL)).toBe(
      'requirement,requirement title,test,test title,requirement verification,test verification\r\n' +
        'SRS-1,"Lock, then wait",TC-1,"Ten ""wrong"" words",not-run,verified\r\n' +
        'SRS-1,"Lock, then wait",TC-2,"Two\nlines",not-run,stale\r\n' +
        'SRS-2,A hole,,,not-run,\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in a sheet', (title) => {
    const cell = matrixAsCsv(matrix([row('SRS-1', title, [])])).split('\r\n')[1] ?? '';
    expect(cell.replace(/^SRS-1,"?/, '')).toMatch(/^['\uFFFD]/);
  });
});

describe('a page', () => {
  test('names both ends of each link, and the hole', () => {
    const page = matrixAsHtml(SMALL);
    for (const word of [
      'SRS-1',
      'SRS-2',
      'TC-1',
      'TC-2',
      'Lock, then wait',
      'class="hole"',
      '✓ verified',
      '◷ out of date',
    ])
      expect(page).toContain(word);
  });

  test('text of records is text', () => {
    const page = matrixAsHtml(
      matrix([row('SRS-1', '<script>alert(1)</script>"&', [['TC-1', "<img src=x onerror='x'>"]])]),
    );
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&lt;script&gt;');
  });
});
