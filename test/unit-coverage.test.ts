/** A number in a criterion of acceptance is held against the newest report of coverage of the files as they are. */
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../src/project/folder.test-support.js';
import { add, assessed, commitFiles, FILES, newPump, type Pump } from './freshness/pump.js';

const RULE = 'coverage-below-own-criterion';

function pump(acceptance: string, more: Readonly<Record<string, string>> = {}): Pump {
  const items = String(FILES['records/items.yaml']).replace(
    'code: [src/dose/**]',
    `code: [src/dose/**], acceptance: '${acceptance}'`,
  );
  return newPump({ 'records/items.yaml': items, ...more });
}

interface Covered {
  readonly file?: string;
  readonly lines?: readonly [covered: number, total: number];
  readonly branches?: readonly [covered: number, total: number];
}

function lcov(...files: readonly Covered[]): string {
  return files
    .map(({ file = 'src/dose/limit.ts', lines = [0, 0], branches = [0, 0] }) => {
      const rows = (count: readonly [number, number], row: (at: number, hit: number) => string): readonly string[] =>
        Array.from({ length: count[1] }, (_, at) => row(at, at < count[0] ? 1 : 0));
      return [
        'TN:',
        `SF:${file}`,
        ...rows(branches, (at, hit) => `BRDA:1,0,${at},${hit}`),
        ...rows(lines, (at, hit) => `DA:${at + 1},${hit}`),
        'end_of_record',
        '',
      ].join('\n');
    })
    .join('');
}

/** `no` for a gap, `unknown` where the rule cannot tell, else `yes`. */
function answer(folder: string): string {
  const { gaps, rules } = assessed(folder);
  if (gaps.some((gap) => gap.rule === RULE)) return 'no';
  return rules.get(RULE) === 'ran' ? 'yes' : 'unknown';
}

// @verifies TC-601
describe('coverage of a unit', () => {
  test.each<[acceptance: string, covered: Covered, answer: string]>([
    ['At least 80 % of the branches.', { branches: [8, 10] }, 'yes'],
    ['At least 80 % of the branches.', { branches: [7, 10] }, 'no'],
    ['Branch coverage of 66.7%; no finding open.', { branches: [2, 3] }, 'no'],
    ['Statement coverage 100 per cent.', { lines: [99, 100] }, 'no'],
    ['Statement coverage 100 per cent.', { lines: [100, 100] }, 'yes'],
    ['80 % of the branches. 90 % of the lines.', { branches: [8, 10], lines: [80, 100] }, 'no'],
    ['80 % of the branches. 90 % of the lines.', { branches: [8, 10], lines: [90, 100] }, 'yes'],
    ['Branches: 80 %.', { lines: [10, 10] }, 'unknown'],
    ['All branches are run.', { branches: [1, 10] }, 'unknown'],
    ['80 % of branches, 90 % of lines in one sentence.', { branches: [1, 10] }, 'unknown'],
    ['The dose is right to 5 %.', { branches: [1, 10] }, 'unknown'],
  ])('%s %j: %s', async (acceptance, covered, expected) => {
    const { folder } = pump(acceptance);
    await add(folder, lcov(covered), '--format', 'lcov');
    expect(answer(folder)).toBe(expected);
  });

  const asked = 'At least 80 % of the branches.';

  test('without a report, and once a file changed since, nobody can tell', async () => {
    const { folder } = pump(asked);
    expect(answer(folder)).toBe('unknown');
    await add(folder, lcov({ branches: [1, 10] }), '--format', 'lcov');
    expect(answer(folder)).toBe('no');
    commitFiles(folder, { 'src/dose/limit.ts': 'changed\n' });
    expect(answer(folder)).toBe('unknown');
    await add(folder, lcov({ branches: [9, 10] }), '--format', 'lcov');
    expect(answer(folder)).toBe('yes');
  });

  test('files of other units do not count, absolute paths do', async () => {
    const { folder } = pump(asked);
    const other = { file: 'src/orders/client.ts', branches: [0, 10] } as const;
    await add(folder, lcov(other, { file: '/build/src/dose/limit.ts', branches: [10, 10] }), '--format', 'lcov');
    expect(answer(folder)).toBe('yes');
  });

  test('a file of the unit that the report leaves out may be run by nothing', async () => {
    const { folder } = pump(asked, { 'src/dose/rate.ts': 'export const rate = 1;\n' });
    await add(folder, lcov({ branches: [10, 10] }), '--format', 'lcov');
    expect(answer(folder)).toBe('unknown');
  });

  test('a report that was touched tells nothing', async () => {
    const { folder } = pump(asked);
    await add(folder, lcov({ branches: [1, 10] }), '--format', 'lcov');
    const { evidence } = await import('../src/index.js').then(({ openProject }) => openProject(folder).input);
    const sha = evidence?.statements[0]?.statement.predicate.report.sha256 ?? '';
    writeFiles(folder, { [`evidence/reports/${sha}.info`]: lcov({ branches: [10, 10] }) });
    expect(answer(folder)).toBe('unknown');
  });
});
