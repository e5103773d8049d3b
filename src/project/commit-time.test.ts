import { expect, test } from 'vitest';
import { readCommitTime } from './commit-time.js';
import { commitAll, git, testFolder } from './folder.test-support.js';

test('the time of the commit, not of its author, in the zone where it was made', () => {
  const folder = testFolder({ 'a.md': 'a' });
  const commit = commitAll(folder);
  const raw = git(folder, 'log', '-1', '--format=%ct').trim();
  expect(Date.parse(readCommitTime(folder, commit) ?? '')).toBe(Number(raw) * 1000);
});

test('what is no commit has no time', () => {
  const folder = testFolder({ 'a.md': 'a' });
  commitAll(folder);
  const tree = git(folder, 'rev-parse', 'HEAD^{tree}').trim();
  for (const other of [tree, 'f'.repeat(40), 'HEAD', '--all', ''])
    expect(readCommitTime(folder, other), other).toBeUndefined();
  expect(readCommitTime(testFolder(), 'f'.repeat(40))).toBeUndefined();
});
