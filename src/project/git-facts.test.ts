import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { readGitFacts } from './git-facts.js';
import { commitAll, git, testFolder, writeFiles } from './folder.test-support.js';

afterEach(() => void vi.unstubAllEnvs());

// @verifies TC-113
test('a commit with nothing changed since is clean', () => {
  const folder = testFolder({ 'medward.yaml': 'medward: 1\n' });
  const commit = commitAll(folder);
  expect(readGitFacts(folder)).toEqual({ commit, dirty: false, reason: null });
});

test('changed, new and deleted files make it dirty, ignored ones do not', () => {
  const folder = testFolder({ '.gitignore': '*.log\n', 'a.md': 'a', 'b.md': 'b' });
  commitAll(folder);
  writeFiles(folder, { 'x.log': '' });
  expect(readGitFacts(folder).dirty).toBe(false);
  writeFiles(folder, { 'new.md': '' });
  expect(readGitFacts(folder).dirty).toBe(true);
  commitAll(folder);
  writeFiles(folder, { 'a.md': 'other' });
  expect(readGitFacts(folder).dirty).toBe(true);
  commitAll(folder);
  rmSync(join(folder, 'b.md'));
  expect(readGitFacts(folder).dirty).toBe(true);
});

test('only files inside the project count', () => {
  const folder = testFolder({ 'pump/medward.yaml': '', 'other/a.md': '' });
  const commit = commitAll(folder);
  writeFiles(folder, { 'other/a.md': 'changed', 'new.md': '' });
  expect(readGitFacts(join(folder, 'pump'))).toEqual({ commit, dirty: false, reason: null });
});

test('a file that only this machine ignores still makes it dirty', () => {
  const folder = testFolder({ 'a.md': '' });
  commitAll(folder);
  const rules = testFolder({ rules: 'secret.md\n' });
  git(folder, 'config', 'core.excludesFile', join(rules, 'rules'));
  writeFiles(folder, { 'secret.md': '' });
  expect(readGitFacts(folder).dirty).toBe(true);
});

test('a Git hook that points elsewhere changes nothing', () => {
  const folder = testFolder({ 'a.md': '' });
  const commit = commitAll(folder);
  vi.stubEnv('GIT_DIR', '/nowhere');
  vi.stubEnv('GIT_INDEX_FILE', '/nowhere/index');
  vi.stubEnv('GIT_LITERAL_PATHSPECS', '0');
  expect(readGitFacts(folder).commit).toBe(commit);
});

test('without repository, without folder, without commit and with a broken repository it says why', () => {
  const folder = testFolder();
  const nothing = { commit: null, dirty: true };
  expect(readGitFacts(folder)).toEqual({ ...nothing, reason: 'no-repository' });
  expect(readGitFacts(join(folder, 'nope'))).toEqual({ ...nothing, reason: 'no-repository' });
  git(folder, 'init', '--quiet');
  expect(readGitFacts(folder)).toEqual({ ...nothing, reason: 'no-commit' });
  const broken = testFolder();
  mkdirSync(join(broken, '.git'));
  writeFileSync(join(broken, '.git/HEAD'), 'garbage');
  expect(readGitFacts(broken)).toEqual({ ...nothing, reason: 'git-failed' });
});

test('without Git it says so', () => {
  const folder = testFolder();
  git(folder, 'init', '--quiet');
  vi.stubEnv('PATH', '/nowhere');
  expect(readGitFacts(folder)).toEqual({ commit: null, dirty: true, reason: 'no-git' });
});

// @verifies TC-904
test('asking leaves no trace in the repository and runs nothing that it names', () => {
  const folder = testFolder({ 'a.md': 'a' });
  commitAll(folder);
  const trap = join(folder, '.git/trap');
  git(folder, 'config', 'core.fsmonitor', `touch ${trap}`);
  const stamp = (): string => git(folder, 'hash-object', '--no-filters', '.git/index');
  const before = stamp();
  writeFiles(folder, { 'a.md': 'b' });
  readGitFacts(folder);
  expect(stamp()).toBe(before);
  expect(existsSync(trap)).toBe(false);
});
