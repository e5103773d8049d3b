import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { commitAll, git, testFolder, writeFiles } from './folder.test-support.js';
import { removedFiles } from './removed-files.js';

test('what was committed once and is gone, before the last commit or after it', () => {
  const folder = testFolder({ 'pump/e/a.json': 'a', 'pump/e/b.json': 'b', 'pump/e/c c.json': 'c', 'pump/x.json': 'x' });
  commitAll(folder);
  const project = join(folder, 'pump');
  expect(removedFiles(project, 'e')).toEqual([]);
  rmSync(join(project, 'e/a.json'));
  rmSync(join(project, 'x.json'));
  commitAll(folder);
  rmSync(join(project, 'e/c c.json'));
  expect(removedFiles(project, 'e')).toEqual(['e/a.json', 'e/c c.json']);
  writeFiles(project, { 'e/a.json': 'a' });
  expect(removedFiles(project, 'e')).toEqual(['e/c c.json']);
});

test('without Git nobody knows of any', () => {
  const folder = testFolder({ 'e/a.json': 'a' });
  expect(removedFiles(folder, 'e')).toEqual([]);
  git(folder, 'init', '--quiet');
  expect(removedFiles(folder, 'e')).toEqual([]);
});
