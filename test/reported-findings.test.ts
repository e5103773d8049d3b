/** Findings that reports hold against the records that dispose of them: told once, in groups, and never forgotten by a run that saw less. */
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../src/project/folder.test-support.js';
import { add, assessed, commitFiles, FILES, newPump, type Pump } from './freshness/pump.js';

interface Found {
  readonly rule?: string;
  readonly weaknesses?: readonly string[];
  readonly file?: string;
  readonly level?: string;
  readonly fingerprint?: string;
}

interface Run {
  readonly tool?: string;
  readonly at?: string;
  readonly scanned?: readonly string[];
  readonly ended?: boolean;
  readonly found: readonly Found[];
}

function sarif({ tool = 'Linter', at = '2026-11-20T10:00:00Z', scanned = [], ended = true, found }: Run): string {
  const rules = new Map(found.map(({ rule = 'no-sql', weaknesses = ['CWE-89'] }) => [rule, weaknesses]));
  return JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool, rules: [...rules].map(([id, tags]) => ({ id, properties: { tags } })) } },
        invocations: [{ executionSuccessful: ended, endTimeUtc: at }],
        artifacts: scanned.map((uri) => ({ location: { uri } })),
        results: found.map(({ rule = 'no-sql', file = 'src/main.ts', level = 'warning', fingerprint }) => ({
          ruleId: rule,
          level,
          message: { text: 'Found.' },
          ...(fingerprint !== undefined && { partialFingerprints: { primaryLocationLineHash: fingerprint } }),
          locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } } }],
        })),
      },
    ],
  });
}

const RULE = 'reported-finding-without-disposition';

function pump(more: Readonly<Record<string, string>> = {}): Pump {
  const settings = String(FILES['medward.yaml']).replace('exposure: network', 'exposure: [public-network]');
  return newPump({ 'medward.yaml': settings, ...more });
}

function told(folder: string, rule = RULE): readonly string[] {
  return assessed(folder)
    .gaps.filter((gap) => gap.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);
}

const KEPT = `findings:
  - { id: FND-1, title: Query, tool: Linter, rule: no-sql, in: [src/main.ts], disposition: accepted, reason: A constant., by: QM, date: 2026-11-21 }
`;

// @verifies TC-601
describe('a finding that only a report tells of', () => {
  test('five thousand of them are one gap, with a few as examples', async () => {
    const { folder } = pump();
    const found = Array.from({ length: 5000 }, (_, at) => ({ rule: `rule-${at % 7}`, file: `src/dose/${at}.ts` }));
    await add(folder, sarif({ found }));
    const gaps = assessed(folder).gaps.filter((gap) => gap.rule === RULE);
    expect(gaps.map(({ key }) => key)).toEqual([`${RULE}@file:report.xml#Linter`]);
    expect(gaps[0]?.message).toMatch(/^5000 findings of Linter in `report.xml` have no record/);
    expect(gaps[0]?.place).toMatchObject({ file: 'src/dose/0.ts', line: 1 });
    expect(gaps[0]?.related).toHaveLength(5);
  });

  test('what the statement only counts is told too', async () => {
    const { folder } = pump();
    await add(folder, sarif({ found: Array.from({ length: 5003 }, () => ({})) }));
    expect(told(folder)[0]).toContain('(and 3 more that the statement only counts)');
  });

  test.each<[what: string, found: Found, severity: string | undefined]>([
    ['a weakness', {}, 'warning'],
    ['a weakness that the tool calls an error', { level: 'error' }, 'error'],
    ['an advisory without a weakness', { rule: 'CVE-2026-1', weaknesses: [] }, 'warning'],
    ['a remark on style', { rule: 'no-tabs', weaknesses: [] }, undefined],
    ['what the tool only notes', { level: 'none' }, undefined],
  ])('%s', async (_, found, severity) => {
    const { folder } = pump();
    await add(folder, sarif({ found: [found] }));
    expect(told(folder).map((line) => line.split(' ')[0])).toEqual(severity === undefined ? [] : [severity]);
  });

  test('in the result of a test of security every remark counts', async () => {
    const { folder } = pump();
    await add(folder, sarif({ found: [{ rule: 'odd', weaknesses: [] }] }), '--for', 'TC-4');
    expect(told(folder)).toHaveLength(1);
  });

  test.each<[what: string, files: Readonly<Record<string, string>>, open: number]>([
    ['a record with rule and file', { 'records/findings.yaml': KEPT }, 0],
    ['a record of another file', { 'records/findings.yaml': KEPT.replace('src/main.ts', 'src/dose/limit.ts') }, 1],
    ['a record of another tool', { 'records/findings.yaml': KEPT.replace('tool: Linter', 'tool: Other') }, 1],
    [
      'a record with the fingerprint, wherever the code moved',
      {
        'records/findings.yaml': KEPT.replace(
          'rule: no-sql, in: [src/main.ts]',
          "fingerprint: 'primaryLocationLineHash:abc'",
        ),
      },
      0,
    ],
    [
      'a record with another fingerprint',
      { 'records/findings.yaml': KEPT.replace('in: [src/main.ts]', 'in: [src/main.ts], fingerprint: other') },
      1,
    ],
    [
      'a record that decides nothing yet: that is told at the record',
      { 'records/findings.yaml': KEPT.replace(/, disposition.*21/, '') },
      0,
    ],
  ])('%s', async (_, files, open) => {
    const { folder } = pump(files);
    await add(folder, sarif({ found: [{ fingerprint: 'abc' }] }));
    expect(told(folder)).toHaveLength(open);
  });

  test('a vulnerability record judges the advisory of a scanner', async () => {
    const { folder } = pump({
      'records/vulnerabilities.yaml':
        'vulnerabilities:\n  - { id: VUL-1, title: Frames, purl: pkg:npm/a@1, advisories: [CVE-2026-1], state: not-affected }\n',
    });
    await add(folder, sarif({ tool: 'Scanner', found: [{ rule: 'CVE-2026-1' }, { rule: 'CVE-2026-2' }] }));
    expect(told(folder)).toEqual([expect.stringMatching(/1 finding of Scanner .* such as `CVE-2026-2/)]);
  });
});

describe('of several runs of one tool', () => {
  const first: Run = { at: '2026-11-18T10:00:00Z', found: [{}] };

  test.each<[what: string, later: Run, open: number]>([
    ['the same report without it: gone', { found: [] }, 0],
    ['the same report, cut short: not gone', { found: [], ended: false }, 1],
    ['of another tool: not gone', { tool: 'Other', found: [] }, 1],
    ['of the same moment: not gone', { at: first.at ?? '', scanned: ['x'], found: [] }, 1],
    ['earlier: not gone', { at: '2026-11-17T10:00:00Z', found: [] }, 1],
    ['later, in another time zone', { at: '2026-11-18T09:30:00-02:00', found: [] }, 0],
  ])('%s', async (_, later, open) => {
    const { folder } = pump();
    await add(folder, sarif(first));
    commitFiles(folder, { 'documents/plan.md': 'Another plan.\n' });
    await add(folder, sarif(later));
    expect(told(folder)).toHaveLength(open);
  });

  test('two reports of one name and commit are of two parts of one build: none takes the place of the other', async () => {
    const { folder } = pump();
    await add(folder, sarif(first));
    await add(folder, sarif({ found: [] }));
    expect(told(folder)).toHaveLength(1);
  });

  test('a report of another part takes away nothing that it did not look at', async () => {
    const { folder } = pump();
    await add(folder, sarif(first), '--tester', 'A');
    const assessedOnce = told(folder);
    writeFiles(folder, { 'other.sarif': sarif({ scanned: ['src/dose/limit.ts'], found: [] }) });
    await addNamed(folder, 'other.sarif');
    expect(told(folder)).toEqual(assessedOnce);
    writeFiles(folder, { 'whole.sarif': sarif({ at: '2026-11-21T10:00:00Z', scanned: ['src/main.ts'], found: [] }) });
    await addNamed(folder, 'whole.sarif');
    expect(told(folder)).toEqual([]);
  });

  test('called fixed, and reported again: told at the record, once', async () => {
    const { folder } = pump({ 'records/findings.yaml': KEPT.replace('disposition: accepted', 'disposition: fixed') });
    await add(folder, sarif(first));
    expect(told(folder)).toEqual([]);
    expect(told(folder, 'fixed-finding-still-reported')).toEqual([
      'error FND-1 is called fixed, and Linter still reports it at src/main.ts:1.',
    ]);
    commitFiles(folder, { 'src/main.ts': 'mended\n' });
    await add(folder, sarif({ found: [] }));
    expect(told(folder, 'fixed-finding-still-reported')).toEqual([]);
  });
});

async function addNamed(folder: string, name: string): Promise<void> {
  const { runProgram } = await import('../src/cli/program.js');
  const { painter } = await import('../src/cli/terminal.js');
  await runProgram(['evidence', 'add', name], {
    terminal: { out: () => undefined, note: () => undefined, paint: painter(false), width: 100 },
    folder,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
}
