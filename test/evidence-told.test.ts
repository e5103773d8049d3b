/** What whoever adds a report tells of its run: it counts where the report is silent, and never against what the report says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toldOption } from '../src/cli/evidence-told.js';
import type { EvidenceListOutput, ShowOutput } from '../src/contract/index.js';
import {
  bytesInMemory,
  contradiction,
  ranToEnd,
  readReport,
  readStatement,
  statementOf,
  statementText,
  whenRan,
  type Statement,
} from '../src/evidence/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { add, assessed, causeOf, commitFiles, FILES, newPump, signAll, states, type Pump } from './freshness/pump.js';
import { runIn } from './hostile/run-medward.js';

const COMMITTED = '2026-11-20T08:00:00Z';
const RAN_AT = '2026-11-20T09:30:00.000Z';
const TOLD = ['--ran-at', RAN_AT, '--ran-to-end'] as const;
const SCAN = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint","version":"9.1"}},"results":[]}]}';
const UNTIMED = '<testsuites><testcase name="TC-3 refused" classname="test"/></testsuites>';

beforeEach(() => void vi.stubEnv('GIT_COMMITTER_DATE', COMMITTED));

function pump(): Pump {
  return newPump({
    'records/tests.yaml': `${String(FILES['records/tests.yaml'])}  - { id: TC-5, title: Code is analysed, level: system, type: static-analysis, verifies: [SW-1] }\n`,
  });
}

function statements(folder: string): readonly Statement[] {
  const at = join(folder, 'evidence/statements');
  return readdirSync(at).flatMap((name) => readStatement(readFileSync(join(at, name), 'utf8')) ?? []);
}

async function listed(folder: string): Promise<EvidenceListOutput['statements']> {
  const { out } = await runIn(folder, ['evidence', 'list', '--json', '--date', '2026-11-24']);
  return (JSON.parse(out) as EvidenceListOutput).statements;
}

// @verifies TC-814
describe('a report that says neither when nor whether it ended', () => {
  test('proves nothing by itself, and says what to tell', async () => {
    const { folder } = pump();
    await add(folder, SCAN, '--format', 'sarif', '--for', 'TC-5');
    expect(causeOf(folder, 'TC-5')).toBe('none: has no result');
    const { out } = await runIn(folder, ['evidence', 'list', '--date', '2026-11-24']);
    expect(out).toContain('nobody tells when it ran; nobody tells whether it ran to its end, so it proves nothing');
  });

  test('counts as told: the statement is completed, keeps that it was told, and every output shows it', async () => {
    const { folder } = pump();
    await add(folder, SCAN, '--format', 'sarif', '--for', 'TC-5');
    await add(folder, SCAN, '--format', 'sarif', '--for', 'TC-5', ...TOLD);
    expect(causeOf(folder, 'TC-5')).toBe('current: passed on 2026-11-20 (as somebody told) for the content of today');
    expect(await listed(folder)).toMatchObject([
      { ranAt: null, complete: 'unknown', told: { ranAt: RAN_AT, toEnd: true }, assurance: 'claimed' },
    ]);
    const { out } = await runIn(folder, ['evidence', 'list', '--date', '2026-11-24']);
    expect(out).toMatch(
      /^2026-11-20 {2}current {2}claimed .*told, not said by the report: ran at .*, ran to its end\n/,
    );
    const shown = await runIn(folder, ['show', 'TC-5', '--json', '--date', '2026-11-24']);
    expect((JSON.parse(shown.out) as ShowOutput).record.result).toContain('(as somebody told)');
    expect((await runIn(folder, ['show', 'TC-5', '--date', '2026-11-24'])).out).toContain(
      'passed on 2026-11-20 (as somebody told)',
    );
  });

  test('documents show it beside the day', async () => {
    const { folder } = pump();
    await add(folder, UNTIMED, '--ran-at', RAN_AT);
    const words = ['publish', 'system-tests', '--format', 'md', '-o', 'out', '--date', '2026-11-24'];
    expect(await runIn(folder, words)).toMatchObject({ status: 0 });
    const pages = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const text = pages.map((name) => readFileSync(join(folder, 'out', name), 'utf8')).join('\n');
    expect(text).toContain('passed on 2026-11-20 (as somebody told)');
  });

  test.each<[what: string, told: readonly string[], state: string]>([
    ['the time alone does not tell that it ended', TOLD.slice(0, 2), 'none'],
    ['the end alone does not tell when', TOLD.slice(2), 'current'],
  ])('%s', async (_, told, state) => {
    const { folder } = pump();
    await add(folder, SCAN, '--format', 'sarif', '--for', 'TC-5', ...told);
    expect(states(folder)['TC-5']).toBe(state);
    const [result] = assessed(folder).proofs.about(assessed(folder).trace.find('TC-5')!).passes();
    expect(result?.told.has('date') ?? false).toBe(false);
  });

  test('that it ended is a claim until somebody signs', async () => {
    const { folder } = pump();
    await add(folder, SCAN, '--format', 'sarif', '--for', 'TC-5', ...TOLD);
    const assurance = (): unknown => assessed(folder).proofs.about(assessed(folder).trace.find('TC-5')!).assurance;
    expect(assurance()).toBe('claimed');
    await signAll(folder);
    expect(assurance()).toBe('signed');
  });

  test('a time alone takes nothing from results that the report tells', async () => {
    const { folder } = pump();
    await add(folder, UNTIMED, ...TOLD.slice(0, 2));
    const proof = assessed(folder).proofs.about(assessed(folder).trace.find('TC-3')!);
    expect([proof.state, proof.assurance, proof.result?.told.has('date')]).toEqual(['current', 'recorded', true]);
  });

  test('added again without telling, what was told holds on; told of another time, it is another run', async () => {
    const { folder } = pump();
    const again = async (...told: readonly string[]): Promise<number> => {
      await add(folder, SCAN, '--format', 'sarif', '--for', 'TC-5', ...told);
      return (await listed(folder)).length;
    };
    expect([await again(...TOLD), await again(), await again(...TOLD)]).toEqual([1, 1, 1]);
    expect(statements(folder)).toHaveLength(1);
    expect(await again('--ran-at', '2026-11-21', '--ran-to-end')).toBe(2);
    expect(states(folder)['TC-5']).toBe('current');
  });

  test('of two commits, two times are two runs, and one time is one that proves neither', async () => {
    const { folder } = pump();
    await add(folder, UNTIMED, '--ran-at', '2026-11-20T09:00:00Z');
    commitFiles(folder, { 'src/main.ts': 'export const main = 2;\n' });
    expect(states(folder)['TC-3']).toBe('stale');
    await add(folder, UNTIMED, '--ran-at', '2026-11-20T09:00:00Z');
    expect(states(folder)['TC-3']).not.toBe('current');
    await add(folder, UNTIMED, '--ran-at', '2026-11-20T10:00:00Z');
    expect(states(folder)['TC-3']).toBe('current');
  });
});

// @verifies TC-814
describe('what cannot be true is refused, and nothing is stored', () => {
  const BROKEN = SCAN.replace('"results":[]', '"results":[],"invocations":[{"executionSuccessful":false}]');
  const TIMED = UNTIMED.replace('<testsuites>', '<testsuites timestamp="2026-11-10T10:00:00Z">');

  test.each<[what: string, report: string, told: readonly string[], message: string]>([
    ['an end that the report denies', BROKEN, ['--ran-to-end'], 'its run is not whole'],
    ['an end of a report that was cut', SCAN.slice(0, -3), ['--ran-to-end'], 'its run is not whole'],
    [
      'another time than the report says',
      TIMED,
      ['--ran-at', RAN_AT],
      'The report says that it ran at 2026-11-10T10:00:00.000Z',
    ],
    ['a time to come', UNTIMED, ['--ran-at', '2026-11-24T12:00:01Z'], 'is still to come'],
    ['a time before the commit', UNTIMED, ['--ran-at', '2026-11-20T07:59:59Z'], 'is before the commit was made'],
    ['no time', UNTIMED, ['--ran-at', 'yesterday'], 'is neither a day nor a moment'],
  ])('%s', async (_, report, told, message) => {
    const { folder } = pump();
    const reports = testFolder({ 'report.xml': report });
    const words = [
      'evidence',
      'add',
      join(reports, 'report.xml'),
      ...(report.startsWith('{') ? ['--format', 'sarif'] : []),
    ];
    const { status, err } = await runIn(folder, [...words, '--date', '2026-11-24', ...told]).catch(
      (error: unknown) => ({
        status: 2,
        err: String(error),
      }),
    );
    expect([status, err.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(message)]);
    expect(() => statements(folder)).toThrow(/ENOENT/);
  });

  const now = new Date('2026-11-24T12:00:00Z');
  const tell = (written: string, committed?: string, today = '2026-11-24'): string | null =>
    toldOption({ value: () => written, flag: () => false }, { now, today, committed }).ranAt;

  test.each<[written: string, committed: string | undefined, told: string]>([
    ['2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z', '2026-11-24T12:00:00.000Z'],
    ['2026-11-24T13:00:00+01:00', undefined, '2026-11-24T12:00:00.000Z'],
    ['2026-11-25', undefined, '2026-11-25'], // begun in Auckland
    ['2026-11-23', '2026-11-23T23:30:00-05:00', '2026-11-23'], // the day of the commit, where it was made
  ])('%s is a time', (written, committed, told) => expect(tell(written, committed)).toBe(told));

  test.each<[written: string, committed?: string | undefined, today?: string]>([
    ['2026-11-26'],
    ['2026-02-30'],
    ['2026-02-30T10:00:00Z'],
    ['2026-11-23T25:00:00Z'],
    ['2026-11-23T10:00:00'], // where?
    ['2026-11-23 and later'],
    ['2026-11-23T10:00:00Z', undefined, '2026-11-20'],
    ['2026-11-22', '2026-11-23T23:30:00-05:00'],
    [''],
  ])('%s is refused', (written, committed, today) => expect(() => tell(written, committed, today)).toThrow(/ran-at/));
});

// @verifies TC-814
describe('what a report says itself is never overridden', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  const run = { addedOn: '2026-11-24', commit: null, tester: null, configuration: null, inputs: null };

  test('neither its time nor its end', () => {
    const report = readReport(bytesInMemory('a.xml', UNTIMED));
    fc.assert(
      fc.property(
        fc.option(moment),
        fc.constantFrom(true, false, 'unknown' as const),
        moment,
        (said, complete, told) => {
          const own = { ...report, ranAt: said?.toISOString() ?? null, complete };
          const telling = { ranAt: told.toISOString(), toEnd: true };
          const { predicate } = statementOf(own, { ...run, told: telling });
          expect(whenRan(predicate)).toBe(own.ranAt ?? telling.ranAt);
          expect(ranToEnd(predicate)).toBe(complete !== false);
          expect(whenRan(statementOf(own, run).predicate)).toBe(own.ranAt);
          expect(ranToEnd(statementOf(own, run).predicate)).toBe(complete === true);
          if (complete === false) expect(contradiction(own, telling)).toBeDefined();
        },
      ),
    );
  });

  test('where nothing is told, the statement is what it was before anything could be', () => {
    const report = readReport(bytesInMemory('a.xml', UNTIMED));
    const timed = { ...report, ranAt: '2026-11-20T10:00:00Z' };
    const told = { ranAt: RAN_AT, toEnd: true };
    expect(statementText(statementOf(timed, { ...run, told }))).toBe(statementText(statementOf(timed, run)));
    expect(statementOf(report, run).predicate).not.toHaveProperty('told');
  });

  test.each([
    { ranAt: '9', toEnd: true },
    { ranAt: '2026-11-20T09:30:00Z', toEnd: true }, // would stand before 09:30:00.000Z
    { ranAt: null, toEnd: 'yes' },
    { toEnd: true },
    'all of it',
    null,
  ])('a statement in which somebody wrote %j is none', (told) => {
    const statement = statementOf(readReport(bytesInMemory('a.xml', UNTIMED)), run);
    const text = statementText({ ...statement, predicate: { ...statement.predicate, told } } as Statement);
    expect(readStatement(text)).toBeUndefined();
  });
});
