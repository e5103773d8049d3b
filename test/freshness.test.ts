/** Evidence counts for the content that it was made of: over commits, branches, renames, clones and uncommitted files. */
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProven } from '../src/assess/index.js';
import { commitAll, git, testFolder, writeFiles } from '../src/project/folder.test-support.js';
import {
  add,
  ALL,
  allPassed,
  assessed,
  causeOf,
  commitFiles,
  FILES,
  junit,
  newPump,
  states,
} from './freshness/pump.js';

const every = (state: string): Readonly<Record<string, string>> => Object.fromEntries(ALL.map((id) => [id, state]));

// @verifies TC-519
describe('a result holds for the content that it was made of', () => {
  test('passed at this commit: current', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    expect(states(folder)).toEqual(every('current'));
  });

  test('committing the evidence itself changes nothing', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    expect(states(folder)).toEqual(every('current'));
  });

  // What a change makes stale, by the level of the test.
  test.each<[what: string, path: string, stale: readonly string[]]>([
    ['the unit itself', 'src/dose/limit.ts', ['TC-1', 'TC-2', 'TC-3', 'TC-4']],
    ['another item', 'src/orders/client.ts', ['TC-3', 'TC-4']],
    ['a file of no item', 'src/main.ts', ['TC-3', 'TC-4']],
    ['the versions of parts', 'package-lock.json', ['TC-1', 'TC-2', 'TC-3', 'TC-4']],
    ['the test itself', 'test/dose.test.ts', ['TC-1', 'TC-3', 'TC-4']],
    ['a document', 'documents/plan.md', []],
    ['a tracked file that may take part in the build', 'tools/release-notes.txt', ['TC-3', 'TC-4']],
  ])('changed since: %s', async (_, path, stale) => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    writeFiles(folder, { [path]: 'changed\n' });
    const expected = Object.fromEntries(ALL.map((id) => [id, stale.includes(id) ? 'stale' : 'current']));
    expect(states(folder)).toEqual(expected);
    commitAll(folder);
    expect(states(folder)).toEqual(expected);
    git(folder, 'revert', '--no-edit', 'HEAD');
    expect(states(folder)).toEqual(every('current'));
  });

  test('build inputs that the software system names are the ones that count', async () => {
    const settings = String(FILES['medward.yaml']).replace(
      'class: B,',
      'class: B, build: [src/**, package-lock.json],',
    );
    const { folder } = newPump({ 'medward.yaml': settings });
    await add(folder, allPassed());
    commitFiles(folder, { 'tools/release-notes.txt': 'changed\n' });
    expect(states(folder)).toEqual(every('current'));
    commitFiles(folder, { 'src/main.ts': 'changed\n' });
    expect(states(folder)).toMatchObject({ 'TC-1': 'current', 'TC-3': 'stale' });
    expect(causeOf(folder, 'TC-3')).toBe('stale: is out of date: src/main.ts changed since');
  });

  test('code of an item takes part in the build, also where the system does not name it', async () => {
    const settings = String(FILES['medward.yaml']).replace(
      'class: B,',
      'class: B, build: [src/main.ts, package-lock.json],',
    );
    const { folder } = newPump({ 'medward.yaml': settings });
    await add(folder, allPassed());
    commitFiles(folder, { 'src/orders/client.ts': 'changed\n' });
    expect(causeOf(folder, 'TC-3')).toBe('stale: is out of date: src/orders/client.ts changed since');
  });

  test.each<[what: string, files: Readonly<Record<string, string>>, stale: readonly string[], because: string]>([
    [
      'the requirement',
      { 'records/requirements.yaml': String(FILES['records/requirements.yaml']).replace('10 ml', '20 ml') },
      ['TC-1', 'TC-3', 'TC-4'],
      'SRS-1 changed since',
    ],
    [
      'the test',
      { 'records/tests.yaml': String(FILES['records/tests.yaml']).replace('Pump refuses', 'Pump warns') },
      ['TC-3'],
      'TC-3 changed since',
    ],
  ])('text changed since: %s', async (_, files, stale, because) => {
    const { folder } = newPump();
    await add(folder, allPassed());
    writeFiles(folder, files);
    for (const id of ALL) expect(states(folder)[id]).toBe(stale.includes(id) ? 'stale' : 'current');
    expect(causeOf(folder, stale.at(-1) ?? '')).toContain(because);
  });

  test.each<[what: string, items: string, changed: string, id: string]>([
    [
      'a pattern that fits no file',
      '{ id: EL-1, title: Dose unit, granularity: unit, role: process, parent: SW-1, code: [src/dosis/**, tools/*] }',
      'src/dose/limit.ts',
      'TC-1',
    ],
    [
      'a part without files',
      `{ id: EL-1, title: Dose, granularity: item, role: process, parent: SW-1 }
  - { id: EL-3, title: Limit, granularity: unit, role: process, parent: EL-1, code: [src/dose/**] }
  - { id: EL-4, title: Main, granularity: unit, role: process, parent: EL-1 }`,
      'src/main.ts',
      'TC-2',
    ],
  ])('%s names nothing: then every build input counts', async (_, items, changed, id) => {
    const written = String(FILES['records/items.yaml']).replace(/\{ id: EL-1.*\}/, items);
    const { folder } = newPump({ 'records/items.yaml': written });
    await add(folder, allPassed());
    expect(states(folder)[id]).toBe('current');
    commitFiles(folder, { [changed]: 'changed\n' });
    expect(states(folder)[id]).toBe('stale');
  });

  test('a link, a status or the layout of the record changes nothing', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    const text = String(FILES['records/requirements.yaml'])
      .replace('status: approved, allocated-to: [EL-1]', 'status: draft,   allocated-to: [EL-1, EL-2]')
      .replace('requirements:\n', '# A comment.\nrequirements:\n');
    writeFiles(folder, { 'records/requirements.yaml': text });
    expect(states(folder)['TC-3']).toBe('current');
  });
});

describe('Git', () => {
  test('a renamed file is told as renamed, and is a change', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    renameSync(join(folder, 'src/main.ts'), join(folder, 'src/start.ts'));
    commitAll(folder);
    expect(causeOf(folder, 'TC-3')).toBe('stale: is out of date: src/main.ts was renamed to src/start.ts since');
    expect(states(folder)['TC-1']).toBe('current');
  });

  test('records may move to other files', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    renameSync(join(folder, 'records/tests.yaml'), join(folder, 'records/verification.yaml'));
    commitAll(folder);
    expect(states(folder)).toEqual(every('current'));
  });

  test('a rebase and a squash keep what has the same content; a merge that brings other content does not', async () => {
    const { folder } = newPump();
    git(folder, 'checkout', '--quiet', '-b', 'work');
    commitFiles(folder, { 'src/main.ts': 'work\n' });
    await add(folder, allPassed());
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    commitFiles(folder, { 'documents/plan.md': 'Another plan.\n' });
    git(folder, 'merge', '--quiet', '--squash', 'work');
    commitAll(folder);
    expect(states(folder)).toEqual(every('current'));
    git(folder, 'checkout', '--quiet', '-b', 'other', 'main~1');
    commitFiles(folder, { 'src/orders/client.ts': 'other\n' });
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'merge', '--quiet', '--no-edit', 'other');
    expect(states(folder)).toMatchObject({ 'TC-1': 'current', 'TC-3': 'stale' });
  });

  test('a clone without history knows the same', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    const clone = join(testFolder(), 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    expect(states(clone)).toEqual(every('current'));
    writeFiles(clone, { 'src/main.ts': 'changed\n' });
    expect(states(clone)['TC-3']).toBe('stale');
  });

  test('results of another branch neither prove nor spoil this one', async () => {
    const { folder } = newPump();
    await add(folder, allPassed('2026-11-20T10:00:00Z'));
    commitAll(folder);
    git(folder, 'checkout', '--quiet', '-b', 'work');
    commitFiles(folder, { 'src/dose/limit.ts': 'broken\n' });
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'failed', 'TC-1': 'passed' }));
    commitAll(folder);
    expect(states(folder)).toMatchObject({ 'TC-3': 'failed', 'TC-1': 'current', 'TC-2': 'stale' });
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'checkout', '--quiet', 'work', '--', 'evidence');
    expect(states(folder)).toEqual(every('current'));
  });

  test('new files of the code that nobody committed make it stale; stray files do not', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    writeFiles(folder, { 'junit.xml': '<x/>', 'notes.txt': 'x' });
    expect(states(folder)).toEqual(every('current'));
    writeFiles(folder, { 'src/new.ts': 'x' });
    expect(causeOf(folder, 'TC-3')).toBe('stale: is out of date: src/new.ts came in without a commit since');
  });

  test('added while files differ from the commit: nobody knows what ran', async () => {
    const { folder } = newPump();
    writeFiles(folder, { 'src/main.ts': 'changed\n' });
    await add(folder, allPassed());
    expect(states(folder)).toEqual(every('undated'));
    commitAll(folder);
    expect(states(folder)).toEqual(every('undated'));
  });

  test('for a commit that is named, the records of that commit count', async () => {
    const { folder, commit } = newPump();
    commitFiles(folder, {
      'records/tests.yaml': String(FILES['records/tests.yaml']).replace('Pump refuses', 'Pump warns'),
    });
    await add(folder, allPassed(), '--commit', commit);
    expect(states(folder)).toMatchObject({ 'TC-1': 'current', 'TC-3': 'stale' });
  });

  test('without Git nothing is current', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    rmSync(join(folder, '.git'), { recursive: true });
    expect(states(folder)).toEqual(every('undated'));
  });
});

describe('what Git does not look at', () => {
  test.each(['--assume-unchanged', '--skip-worktree'])('a file under %s is read', async (option) => {
    const { folder } = newPump();
    await add(folder, allPassed());
    git(folder, 'update-index', option, 'src/main.ts');
    expect(states(folder)['TC-3']).toBe('current');
    writeFiles(folder, { 'src/main.ts': 'changed\n' });
    expect(states(folder)).toMatchObject({ 'TC-1': 'current', 'TC-3': 'stale' });
  });

  test('a file that a sparse checkout leaves out is as it was committed', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    git(folder, 'sparse-checkout', 'set', '--no-cone', '/*', '!/src/orders/');
    expect(states(folder)['TC-3']).toBe('current');
  });

  test('a changed submodule counts, whatever `.gitmodules` ignores', async () => {
    const part = testFolder({ 'part.ts': 'one\n' });
    commitAll(part);
    const { folder } = newPump();
    git(folder, 'submodule', '--quiet', 'add', part, 'vendor/part');
    git(folder, 'config', '-f', '.gitmodules', 'submodule.vendor/part.ignore', 'all');
    commitAll(folder);
    await add(folder, allPassed());
    expect(states(folder)['TC-3']).toBe('current');
    writeFiles(folder, { 'vendor/part/part.ts': 'two\n' });
    expect(states(folder)['TC-3']).toBe('stale');
  });

  test('evidence keeps its bytes where Git turns line endings', async () => {
    const { folder } = newPump({ '.gitattributes': '* text=auto eol=crlf\n' });
    await add(folder, allPassed());
    commitAll(folder);
    git(folder, 'rm', '--quiet', '-r', '--cached', '.');
    git(folder, 'reset', '--quiet', '--hard');
    expect(states(folder)['TC-3']).toBe('current');
  });

  test.each([
    ['among records', { records: 'records: [records, src]', code: 'code: [src, test]' }, 'src/main.ts'],
    ['among documents', { records: 'records: [records]', code: 'code: [src, documents/tool]' }, 'documents/tool/a.ts'],
  ])('code %s is code', async (_, { records, code }, path) => {
    const settings = String(FILES['medward.yaml'])
      .replace('records: [records]', records)
      .replace('code: [src, test]', code);
    const { folder } = newPump({ 'medward.yaml': settings, 'documents/tool/a.ts': 'one\n' });
    await add(folder, allPassed());
    commitFiles(folder, { 'documents/plan.md': 'Another plan.\n' });
    expect(states(folder)['TC-3']).toBe('current');
    commitFiles(folder, { [path]: 'changed\n' });
    expect(states(folder)['TC-3']).toBe('stale');
  });
});

describe('several results', () => {
  test.each<
    [what: string, runs: readonly (readonly [at: string, result: 'passed' | 'failed' | 'skipped'])[], state: string]
  >([
    [
      'passed twice',
      [
        ['2026-11-20T10:00:00Z', 'passed'],
        ['2026-11-21T10:00:00Z', 'passed'],
      ],
      'current',
    ],
    [
      'passed, then failed',
      [
        ['2026-11-20T10:00:00Z', 'passed'],
        ['2026-11-21T10:00:00Z', 'failed'],
      ],
      'failed',
    ],
    [
      'failed, then passed on the same content',
      [
        ['2026-11-20T10:00:00Z', 'failed'],
        ['2026-11-21T10:00:00Z', 'passed'],
      ],
      'undated',
    ],
    [
      'passed, then skipped',
      [
        ['2026-11-20T10:00:00Z', 'passed'],
        ['2026-11-21T10:00:00Z', 'skipped'],
      ],
      'current',
    ],
    ['skipped only', [['2026-11-20T10:00:00Z', 'skipped']], 'none'],
    ['passed at a time that is still to come', [['2027-11-20T10:00:00Z', 'passed']], 'undated'],
    ['failed at a time that is still to come', [['2027-11-20T10:00:00Z', 'failed']], 'failed'],
  ])('%s', async (_, runs, state) => {
    const { folder } = newPump();
    for (const [at, result] of runs) await add(folder, junit(at, { 'TC-3': result }));
    expect(states(folder)['TC-3']).toBe(state);
  });

  test('a failure that was mended by a change is over', async () => {
    const { folder } = newPump();
    await add(folder, junit('2026-11-20T10:00:00Z', { 'TC-3': 'failed' }));
    commitFiles(folder, { 'src/main.ts': 'mended\n' });
    expect(states(folder)['TC-3']).toBe('failed');
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'passed' }));
    expect(states(folder)['TC-3']).toBe('current');
  });

  test('a report left over from before a change proves nothing of what came after it', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitFiles(folder, { 'documents/plan.md': 'Another plan.\n' });
    await add(folder, allPassed());
    expect(states(folder)).toEqual(every('current'));
    commitFiles(folder, { 'src/main.ts': 'changed\n' });
    await add(folder, allPassed());
    expect(states(folder)['TC-1']).toBe('current');
    // Of two statements about one moment one is out of date, and of the other nobody knows.
    expect(states(folder)['TC-3']).toBe('stale');
    await add(folder, allPassed('2026-11-21T10:00:00Z'));
    expect(states(folder)).toEqual(every('current'));
  });

  test('a run that a person wrote down counts for the commit that it names', () => {
    const { folder, commit } = newPump();
    const run = (result: string): string =>
      `runs:\n  - { id: RUN-1, date: 2026-11-20, tester: QM, commit: ${commit}, results: [{ test: [TC-3], result: ${result} }] }\n`;
    writeFiles(folder, { 'records/runs.yaml': run('passed') });
    expect(states(folder)['TC-3']).toBe('current');
    writeFiles(folder, { 'src/main.ts': 'changed\n' });
    expect(states(folder)['TC-3']).toBe('stale');
    writeFiles(folder, {
      'src/main.ts': String(FILES['src/main.ts']),
      'records/runs.yaml': run('passed').replace(commit, 'f'.repeat(40)),
    });
    expect(states(folder)['TC-3']).toBe('undated');
  });
});

describe('an approved change carries a result over', () => {
  const change = (fields: string): string =>
    `changes:\n  - { id: CR-1, title: Comment, carries-over: [TC-3], ${fields} }\n`;
  const whole = (commit: string): string =>
    `state: done, approved-by: QM, approved-on: 2026-11-22, carry-over-reason: Only a comment., commits: [${commit}]`;

  async function changed(): Promise<{ folder: string; commit: string }> {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    return { folder, commit: commitFiles(folder, { 'src/main.ts': '// A comment.\nexport const main = 1;\n' }) };
  }

  test('that names the test, the commit and the reason', async () => {
    const { folder, commit } = await changed();
    writeFiles(folder, { 'records/changes.yaml': change(whole(commit)) });
    expect(states(folder)).toMatchObject({ 'TC-3': 'current', 'TC-4': 'stale' });
    expect(causeOf(folder, 'TC-3')).toContain('carried over by CR-1');
  });

  test.each<[what: string, fields: (commit: string) => string]>([
    ['is not approved', (commit) => whole(commit).replace('approved-by: QM, ', '')],
    ['has no day of approval', (commit) => whole(commit).replace('approved-on: 2026-11-22, ', '')],
    ['gives no reason', (commit) => whole(commit).replace('carry-over-reason: Only a comment., ', '')],
    ['was rejected', (commit) => whole(commit).replace('state: done', 'state: rejected')],
    ['names no commit', (commit) => whole(commit).replace(`, commits: [${commit}]`, '')],
    ['names another commit', (commit) => whole(commit).replace(commit, 'f'.repeat(40))],
  ])('but not one that %s', async (_, fields) => {
    const { folder, commit } = await changed();
    writeFiles(folder, { 'records/changes.yaml': change(fields(commit)) });
    expect(states(folder)['TC-3']).toBe('stale');
  });

  test('and a failure that came before the next of them as well', async () => {
    const { folder, commit } = await changed();
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'failed' }));
    commitAll(folder);
    const next = commitFiles(folder, { 'src/main.ts': '// Another comment.\nexport const main = 1;\n' });
    writeFiles(folder, { 'records/changes.yaml': change(whole(`${commit}, ${next}`)) });
    expect(states(folder)['TC-3']).toBe('failed');
  });

  test('and not over what came after it', async () => {
    const { folder, commit } = await changed();
    writeFiles(folder, { 'records/changes.yaml': change(whole(commit)) });
    commitFiles(folder, { 'src/main.ts': 'something else\n' });
    expect(states(folder)['TC-3']).toBe('stale');
  });

  test('nor over another change to the same file in between', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    commitFiles(folder, { 'src/main.ts': 'something else\n' });
    const commit = commitFiles(folder, { 'src/main.ts': 'something else with a comment\n' });
    writeFiles(folder, { 'records/changes.yaml': change(whole(commit)) });
    expect(states(folder)['TC-3']).toBe('stale');
  });
});

describe('evidence that was touched', () => {
  test('an altered, renamed or removed statement proves nothing', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    const statement = git(folder, 'ls-files', '--others', 'evidence/statements').trim();
    const text = readFileSync(join(folder, statement), 'utf8');
    writeFiles(folder, { [statement]: text.replace('"addedOn"', '"addedOn" ') });
    expect(states(folder)).toEqual(every('none'));
    rmSync(join(folder, statement));
    expect(states(folder)).toEqual(every('none'));
  });

  test.each(['reports', 'inputs'])('nothing is current once the %s are gone', async (part) => {
    const { folder } = newPump();
    await add(folder, allPassed());
    rmSync(join(folder, 'evidence', part), { recursive: true });
    for (const id of ALL) expect(states(folder)[id]).not.toBe('current');
  });
});

describe('properties', () => {
  const depends = [
    'src/dose/limit.ts',
    'src/orders/client.ts',
    'src/main.ts',
    'package-lock.json',
    'test/dose.test.ts',
  ];
  const free = ['documents/plan.md', 'documents/new.md', 'records/notes.md'];

  test('what no proof depends on makes none stale, what it depends on always does', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    const first = commitAll(folder);
    fc.assert(
      fc.property(
        fc.subarray(free),
        fc.subarray(depends),
        fc.string({ minLength: 1, maxLength: 9 }),
        (untouched, touched, text) => {
          git(folder, 'reset', '--quiet', '--hard', first);
          git(folder, 'clean', '--quiet', '-fd');
          const body = `${JSON.stringify(text)} changed\n`;
          commitFiles(folder, Object.fromEntries([...untouched, ...touched].map((path) => [path, body])));
          const now = states(folder);
          expect(now['TC-3'] === 'stale').toBe(touched.length > 0);
          expect(now['TC-1'] === 'stale').toBe(
            touched.some((path) => ['src/dose/limit.ts', 'package-lock.json', 'test/dose.test.ts'].includes(path)),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('one control from threat to proven: each broken link brings the state down', async () => {
  const { folder } = newPump();
  const proven = (): boolean => {
    const { trace, proofs } = assessed(folder);
    const [threat] = trace.all('threat');
    return threat !== undefined && isProven(threat, trace, proofs);
  };
  expect(proven()).toBe(false);
  await add(folder, allPassed());
  expect(proven()).toBe(true);
  for (const [path, from, to] of [
    ['records/tests.yaml', 'verifies: [SC-1, SRS-1]', 'verifies: [SRS-1]'],
    ['records/requirements.yaml', 'realised-by: [SRS-1], ', ''],
    ['records/requirements.yaml', 'A dose above 10 ml', 'A dose above 12 ml'],
    ['records/requirements.yaml', ', mitigates: [TH-1]', ''],
    ['src/main.ts', '1', '2'],
  ] as const) {
    const text = String(FILES[path]);
    expect(text).toContain(from);
    writeFiles(folder, { [path]: text.replace(from, to) });
    expect(proven(), `${path}: ${from}`).toBe(false);
    writeFiles(folder, { [path]: text });
    expect(proven()).toBe(true);
  }
  await add(folder, junit('2026-11-22T10:00:00Z', { 'TC-4': 'failed' }));
  expect(proven()).toBe(false);
});
