/** What a passed, current result needs besides: the data of its run, somebody who vouches for it, the released files. */
import { describe, expect, test } from 'vitest';
import { commitAll, writeFiles } from '../src/project/folder.test-support.js';
import { add, assessed, commitFiles, DATE, FILES, junit, newPump, type Pump } from './freshness/pump.js';

const TESTS = `tests:
  - { id: TC-1, title: Dose limit, level: unit, type: functional, verifies: [EL-1] }
  - { id: TC-2, title: Order reaches dose, level: integration, type: functional, verifies: [IF-1] }
  - { id: TC-3, title: Pump refuses, level: system, type: functional, verifies: [SRS-1] }
  - { id: TC-4, title: Fuzzed orders, level: system, type: fuzz, verifies: [IF-1] }
  - { id: TC-5, title: Known weaknesses, level: system, type: vulnerability-scan, verifies: [SW-1] }
  - { id: TC-6, title: Attack, level: system, type: penetration, verifies: [SW-1] }
`;

const SYSTEM_TEST = `tests:
  - { id: TC-3, title: Pump refuses, level: system, type: functional, verifies: [SRS-1] }
`;

function pump(more: Readonly<Record<string, string>> = {}): Pump {
  const settings = String(FILES['medward.yaml'])
    .replace('class: B', 'class: C')
    .replace('exposure: network', 'exposure: [public-network]')
    .replace('packs: [', 'packs: [fda-premarket@2026, ');
  return newPump({
    'medward.yaml': settings,
    'records/tests.yaml': TESTS,
    'records/items.yaml': String(FILES['records/items.yaml']).replace(
      'item: EL-1 }',
      'item: EL-1, medium: HTTPS, enabled: yes, reach: internet, status: approved }',
    ),
    ...more,
  });
}

/** Nothing in it matters for security: no control, no interface. */
function plainPump(more: Readonly<Record<string, string>> = {}): Pump {
  return pump({
    'records/requirements.yaml':
      'requirements:\n  - { id: SRS-1, title: Dose limit, text: A dose above 10 ml is refused., level: software, allocated-to: [EL-1] }\n',
    'records/items.yaml':
      'items:\n  - { id: EL-1, title: Dose unit, granularity: unit, role: process, parent: SW-1, code: [src/dose/**] }\n',
    'records/tests.yaml': TESTS.split('\n')
      .filter((line) => !line.includes('IF-1'))
      .join('\n'),
    ...more,
  });
}

function answerOf(folder: string, id: string, date = DATE): { readonly answer: string; readonly says: string } {
  const answers = assessed(folder, date).obligations.flatMap(({ criteria }) => criteria);
  const found = answers.find(({ criterion }) => criterion.id === id);
  if (!found) throw new Error(`${id} is not asked.`);
  return { answer: found.answer, says: found.says };
}

const AT = '2026-11-20T10:00:00Z';
const passed = (id: string): string => junit(AT, { [id]: 'passed' });
/** The same without the moment at which it ran. */
const undated = (id: string): string => passed(id).replace(/ timestamp="[^"]*"/, '');

const TOLD = { tester: 'QM', configuration: 'Bench 2', tool: 'vitest 4.1' };

function options(told: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(told).flatMap(([name, value]) => [`--${name}`, value]);
}

function without(name: string): readonly string[] {
  return options(Object.fromEntries(Object.entries(TOLD).filter(([key]) => key !== name)));
}

/** A release of the commit that stands there, so that a criterion that asks for it is content. */
function released(folder: string, commit: string, date = '2026-11-21'): void {
  writeFiles(folder, {
    'records/release.yaml': `releases:\n  - { id: REL-1, title: Pump 1.0.0, version: 1.0.0, commit: ${commit}, date: ${date} }\n`,
  });
}

// @verifies TC-508
describe('the data of the run', () => {
  // Criterion, test, option that gives the part, and how the part is called; `date` is left out of the report itself.
  test.each<[metadata: string, criterion: string, id: string, option: string, part: string]>([
    ['run', 'STR-1', 'TC-3', 'tester', 'tester'],
    ['run', 'STR-1', 'TC-3', 'configuration', 'configuration'],
    ['run', 'STR-1', 'TC-3', 'tool', 'tool'],
    ['run', 'STR-1', 'TC-3', 'date', 'date'],
    ['integration-run', 'ITR-3', 'TC-2', 'tester', 'tester'],
    ['scan', 'STS-3', 'TC-4', 'tool', 'tool, tool version'],
    ['scan', 'STS-3', 'TC-4', 'version', 'tool version'],
    ['scan', 'STS-3', 'TC-4', 'date', 'date'],
    ['pentest', 'PEN-1', 'TC-6', 'tester', 'tester'],
    ['pentest', 'PEN-1', 'TC-6', 'date', 'date'],
  ])('%s (%s): %s without %s', async (_, criterion, id, option, part) => {
    const { folder, commit } = pump();
    released(folder, commit);
    const told = option === 'version' ? options({ ...TOLD, tool: 'AFL' }) : without(option);
    await add(folder, option === 'date' ? undated(id) : passed(id), ...told);
    const lacking = answerOf(folder, criterion);
    expect(lacking.answer).toBe('no');
    expect(lacking.says).toContain(`${id} passed, and its result does not tell ${part}`);
    await add(folder, passed(id), ...options(TOLD));
    expect(answerOf(folder, criterion).answer).toBe('yes');
  });

  test('the tool alone may be told later: the statement is completed', async () => {
    const { folder } = pump();
    await add(folder, passed('TC-3'), ...without('tool'));
    await add(folder, passed('TC-3'), ...options(TOLD));
    expect(answerOf(folder, 'STR-1').answer).toBe('yes');
    await add(folder, passed('TC-3'), ...without('tool'));
    expect(answerOf(folder, 'STR-1').answer).toBe('yes');
  });

  test('of several passes one that tells all is enough, whatever a build server adds every night', async () => {
    const { folder } = pump();
    await add(folder, passed('TC-3'), ...options(TOLD));
    await add(folder, passed('TC-3').replace('20T10', '21T10'));
    expect(answerOf(folder, 'STR-1').answer).toBe('yes');
  });

  test.each(['version', 'configuration', 'tools', 'date', 'tester'])(
    'a run that somebody typed, without `%s`',
    (field) => {
      const { folder, commit } = plainPump();
      const fields: Readonly<Record<string, string>> = {
        version: '1.0.0',
        configuration: 'Bench 2',
        tools: 'A stopwatch',
        date: '2026-11-20',
        tester: 'QM',
      };
      const run = (left: string): string => {
        const kept = Object.entries(fields).filter(([name]) => name !== left);
        return `runs:\n  - { id: RUN-1, ${kept.map(([name, value]) => `${name}: ${value}, `).join('')}commit: ${commit}, results: [{ test: [TC-3], result: passed }] }\n`;
      };
      writeFiles(folder, { 'records/runs.yaml': run('') });
      expect(answerOf(folder, 'STR-1').answer).toBe('yes');
      writeFiles(folder, { 'records/runs.yaml': run(field) });
      // The commit is a version too.
      expect(answerOf(folder, 'STR-1').answer).toBe(field === 'version' ? 'yes' : 'no');
    },
  );
});

describe('who vouches for it', () => {
  function typed(folder: string, commit: string, test: string): void {
    writeFiles(folder, {
      'records/runs.yaml': `runs:
  - { id: RUN-1, version: 1.0.0, configuration: Bench 2, tools: AFL 5, date: 2026-11-20, tester: QM, commit: ${commit}, results: [{ test: [${test}], result: passed }] }
`,
    });
  }
  const claimed = 'passed as somebody typed it; the report of the tool is needed';

  test.each([
    ['a unit of class C', 'UVR-2', 'TC-1'],
    ['a security test', 'STS-3', 'TC-4'],
    ['a test of what realises a security control', 'STR-1', 'TC-3'],
  ])('%s needs the report', async (_, criterion, id) => {
    const { folder, commit } = pump();
    typed(folder, commit, id);
    expect(answerOf(folder, criterion)).toEqual({
      answer: 'unknown',
      says: expect.stringContaining(`${id} ${claimed}`) as string,
    });
    await add(folder, passed(id), ...options(TOLD));
    expect(answerOf(folder, criterion).answer).toBe('yes');
  });

  test('a test by hand needs nothing for today, and a second person for the release', () => {
    const { folder, commit } = plainPump({ 'records/tests.yaml': SYSTEM_TEST });
    typed(folder, commit, 'TC-3');
    released(folder, commit);
    expect(answerOf(folder, 'STR-1').answer).toBe('yes');
    expect(answerOf(folder, 'STR-3').says).toContain(
      'TC-3 passed as somebody typed it; an approval of RUN-1 is needed',
    );
    const { trace } = assessed(folder);
    const record = trace.find('RUN-1');
    if (!record) throw new Error('RUN-1 is not there.');
    writeFiles(folder, {
      'records/approvals.yaml': `approvals:\n  - { id: AP-1, approves: [RUN-1], by: QA, role: regulatory-or-quality, meaning: approver, date: 2026-11-21, bound-to: { RUN-1: ${trace.hash(record)} } }\n`,
    });
    expect(answerOf(folder, 'STR-3').answer).toBe('yes');
  });
});

describe('for the release', () => {
  const small = (): Pump => pump({ 'records/tests.yaml': SYSTEM_TEST });
  const answer = (folder: string): string => answerOf(folder, 'STR-3').answer;

  test('on the files of the release: yes, whatever is committed beside the build', async () => {
    const { folder, commit } = small();
    await add(folder, passed('TC-3'));
    released(folder, commit);
    commitAll(folder);
    commitFiles(folder, { 'documents/plan.md': 'Another plan.\n' });
    expect(answer(folder)).toBe('yes');
  });

  test('no release, or one without a commit: nobody can tell', async () => {
    const { folder } = small();
    await add(folder, passed('TC-3'));
    expect(answerOf(folder, 'STR-3')).toMatchObject({ answer: 'unknown' });
    expect(answerOf(folder, 'STR-3').says).toContain('no release names the commit that it is to hold for');
    writeFiles(folder, { 'records/release.yaml': 'releases:\n  - { id: REL-2, title: Pump 1.1.0, version: 1.1.0 }\n' });
    expect(answerOf(folder, 'STR-3').says).toContain('REL-2 names no commit yet');
  });

  test('the release that is to come is the one in question, not the one before', async () => {
    const { folder, commit } = small();
    await add(folder, passed('TC-3'));
    released(folder, commit);
    expect(answer(folder)).toBe('yes');
    writeFiles(folder, { 'records/next.yaml': 'releases:\n  - { id: REL-2, title: Pump 1.1.0, version: 1.1.0 }\n' });
    expect(answer(folder)).toBe('unknown');
  });

  test('another file since, and no result on it: the release did not see it', async () => {
    const { folder } = small();
    await add(folder, passed('TC-3'));
    const commit = commitFiles(folder, { 'src/main.ts': 'changed\n' });
    released(folder, commit);
    expect(answerOf(folder, 'STR-3')).toMatchObject({ answer: 'no' });
    await add(folder, passed('TC-3').replace('20T10', '21T10'));
    expect(answer(folder)).toBe('yes');
  });

  test('a result of the release holds for it although another came since', async () => {
    const { folder, commit } = small();
    await add(folder, passed('TC-3'));
    released(folder, commit);
    commitFiles(folder, { 'src/main.ts': 'changed\n' });
    // Today's files are another question.
    expect(answer(folder)).toBe('no');
    await add(folder, passed('TC-3').replace('20T10', '21T10'));
    expect(answer(folder)).toBe('yes');
  });

  test('a failure on the files of the release counts, also if today passed', async () => {
    const { folder, commit } = small();
    await add(folder, junit(AT, { 'TC-3': 'failed' }));
    released(folder, commit);
    commitFiles(folder, { 'src/main.ts': 'mended\n' });
    await add(folder, passed('TC-3').replace('20T10', '21T10'));
    expect(answerOf(folder, 'STR-3')).toMatchObject({ answer: 'no' });
    expect(answerOf(folder, 'STR-3').says).toContain('TC-3 did not pass on the files of REL-1');
  });

  test('an approved change carries a result to the release', async () => {
    const { folder } = small();
    await add(folder, passed('TC-3'));
    commitAll(folder);
    const commit = commitFiles(folder, { 'src/main.ts': '// A comment.\n' });
    released(folder, commit);
    expect(answer(folder)).toBe('no');
    writeFiles(folder, {
      'records/changes.yaml': `changes:\n  - { id: CR-1, title: Comment, carries-over: [TC-3], state: done, approved-by: QM, approved-on: 2026-11-22, carry-over-reason: Only a comment., commits: [${commit}] }\n`,
    });
    expect(answer(folder)).toBe('yes');
  });

  test('a commit that is not in this clone: nobody can tell', async () => {
    const { folder } = small();
    await add(folder, passed('TC-3'));
    released(folder, 'f'.repeat(40));
    expect(answerOf(folder, 'STR-3')).toMatchObject({ answer: 'unknown' });
  });
});

describe('looked up in data that grow', () => {
  const plan = (months: string): string =>
    `documents:\n  - { id: DOC-1, title: Vulnerabilities, status: approved, covers: [vulnerability-assessment]${months} }\n`;

  test.each([
    ['as often as the document says', ', review-every-months: 2', DATE, 'yes'],
    ['longer ago than that', ', review-every-months: 2', '2027-02-01', 'no'],
    ['and nobody says how often', '', DATE, 'unknown'],
  ])('%s', async (_, months, date, answer) => {
    const { folder } = pump({ 'records/plan.yaml': plan(months) });
    await add(folder, passed('TC-5'), ...options(TOLD));
    expect(answerOf(folder, 'VAS-1', date).answer).toBe(answer);
  });
});
