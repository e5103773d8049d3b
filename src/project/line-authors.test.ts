import { join } from 'node:path';

import { expect, test } from 'vitest';

import { git, testFolder, writeFiles } from './folder.test-support.js';
import { lineAuthors } from './line-authors.js';

function commitAs(folder: string, author: string, committer = author): void {
  git(folder, 'add', '--all');
  git(
    folder,
    '-c',
    `user.email=${committer}`,
    '-c',
    'user.name=C',
    'commit',
    '--quiet',
    '-m',
    'x',
    `--author=A <${author}>`,
  );
}

test('each line has the author and the committer of its last change; one that nobody committed has none', () => {
  const folder = testFolder({ 'records/a b.yaml': 'one\ntwo\n\tauthor-mail <x@y>\n' });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAs(folder, 'First@example.org');
  writeFiles(folder, { 'records/a b.yaml': 'one\nTWO\n\tauthor-mail <x@y>\n' });
  commitAs(folder, 'second@example.org', 'merge@example.org');
  writeFiles(folder, { 'records/a b.yaml': 'one\nTWO\n\tauthor-mail <x@y>\nthree\n' });
  const [last, before] = git(folder, 'log', '--format=%H').trim().split('\n');
  const first = { author: 'first@example.org', committer: 'first@example.org', commit: before };
  expect(lineAuthors(folder, 'records/a b.yaml')).toEqual([
    first,
    { author: 'second@example.org', committer: 'merge@example.org', commit: last },
    first,
    undefined,
  ]);
});

test('without Git, and of a file that is not tracked, nobody can tell', () => {
  const folder = testFolder({ 'a.yaml': 'one\n' });
  expect(lineAuthors(folder, 'a.yaml')).toBeUndefined();
  git(folder, 'init', '--quiet');
  expect(lineAuthors(folder, 'a.yaml')).toBeUndefined();
  expect(lineAuthors(join(folder), '--version')).toBeUndefined();
});
