/** `diff` of the library: the same value as `medward diff --json`, for programs. */
import { expect, test } from 'vitest';
import { diff, memoryTree, openProject, openRevision, type DiffOutput } from '../src/index.js';
import { commitAll, writeFiles } from '../src/project/folder.test-support.js';
import { add, allPassed, DATE, FILES, newPump } from './freshness/pump.js';
import { runMedward } from './run-medward.test-support.js';

async function byCommand(folder: string, ...words: readonly string[]): Promise<DiffOutput> {
  const { status, out, notes } = await runMedward(folder, ['diff', ...words, '--json', '--date', DATE], { date: DATE });
  expect(status, notes).toBe(0);
  return JSON.parse(out) as DiffOutput;
}

function unnamed(output: DiffOutput): DiffOutput {
  return { ...output, base: { ...output.base, named: null }, head: { ...output.head, named: null } };
}

// @verifies TC-716
test('of a revision and the folder, and of two revisions: what the command prints, results that no longer count among it', async () => {
  const { folder, commit } = newPump();
  await add(folder, allPassed());
  const tested = commitAll(folder);
  const requirements = String(FILES['records/requirements.yaml']).replace('10 ml', '20 ml');
  writeFiles(folder, { 'src/main.ts': 'changed\n', 'records/requirements.yaml': requirements });
  const difference = diff(openRevision(folder, tested), openProject(folder), { date: DATE });
  expect(difference).toEqual(unnamed(await byCommand(folder, tested)));
  expect(difference.changed.map(({ id }) => id)).toEqual(['SRS-1']);
  expect(difference.consequences.filter(({ sort }) => sort === 'result-void').map(({ id }) => id)).toContain('TC-3');
  const between = diff(openRevision(folder, commit), openRevision(folder, tested), { date: DATE });
  expect(between).toEqual(unnamed(await byCommand(folder, commit, tested)));
});

test('of two trees in memory, without Git', () => {
  const tree = (more: Readonly<Record<string, string>> = {}): ReturnType<typeof memoryTree> =>
    memoryTree(new Map(Object.entries({ ...FILES, ...more }).map(([path, text]) => [path, String(text)])));
  const before = openProject(tree());
  expect(diff(before, before, { date: DATE })).toMatchObject({ added: [], removed: [], changed: [], consequences: [] });
  const after = openProject(tree({ 'records/more.yaml': 'assets: [{ id: AS-9, title: Dose log, type: data }]\n' }));
  expect(diff(before, after, { date: DATE })).toMatchObject({
    added: ['AS-9'],
    base: { commit: null },
    head: { commit: null },
  });
});
