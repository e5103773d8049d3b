import { expect, test } from 'vitest';
import { commitAll, git, testFolder, writeFiles } from './folder.test-support.js';
import { readTaggedRevisions } from './revision-history.js';

test('annotated tags of the history, the latest first; others are left out', () => {
  const folder = testFolder({ 'a.md': 'a' });
  const first = commitAll(folder);
  git(folder, '-c', 'user.name=Ash', 'tag', '--annotate', 'v1.0.0', '--message=First release\n\nWith more words.');
  git(folder, 'tag', 'v1.0.1');
  git(folder, 'tag', '--annotate', 'other', '--message=No version');
  writeFiles(folder, { 'a.md': 'b' });
  const second = commitAll(folder);
  git(folder, 'checkout', '--quiet', '-b', 'side', first);
  writeFiles(folder, { 'a.md': 'c' });
  commitAll(folder);
  git(folder, 'tag', '--annotate', 'v9.0.0', '--message=On a side branch');
  expect(readTaggedRevisions(folder, second)).toEqual([
    {
      name: 'v1.0.0',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      by: 'Ash',
      subject: 'First release',
      commit: first,
    },
  ]);
});

test('without Git, and for what is no hash, there are none', () => {
  expect(readTaggedRevisions(testFolder(), 'a'.repeat(40))).toEqual([]);
  expect(readTaggedRevisions(testFolder(), '--help')).toEqual([]);
});
