import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { chooseFiles, findProject, pathTest } from './discovery.js';
import { memoryTree } from './memory-tree.js';
import { readSettings, type Settings } from './settings.js';
import { testFolder } from './folder.test-support.js';
import { openWorkTree } from './work-tree.js';

// @verifies TC-110
describe('finding the project', () => {
  const nested = {
    'medward.yaml': '',
    'src/deep/a.c': '',
    'variants/mri/medward.yaml': '',
    'variants/mri/src/a.c': '',
  };

  test('takes the nearest folder upwards', () => {
    const folder = testFolder(nested);
    expect(findProject(folder)).toBe(folder);
    expect(findProject(join(folder, 'src/deep'))).toBe(folder);
    expect(findProject(join(folder, 'variants'))).toBe(folder);
    expect(findProject(join(folder, 'variants/mri/src'))).toBe(join(folder, 'variants/mri'));
  });

  test('takes a given folder as it is', () => {
    const folder = testFolder(nested);
    expect(findProject('/', join(folder, 'variants/mri'))).toBe(join(folder, 'variants/mri'));
    const code = (given: string): unknown => {
      try {
        return findProject(folder, given);
      } catch (error) {
        return (error as { code?: unknown }).code;
      }
    };
    expect(code(join(folder, 'src'))).toBe('no-project-here');
    expect(code(join(folder, 'nope'))).toBe('not-a-folder');
    expect(code(join(folder, 'medward.yaml'))).toBe('not-a-folder');
  });

  test('says so if there is none, also if `medward.yaml` is a folder', () => {
    const folder = testFolder({ 'medward.yaml/a': '' });
    expect(() => findProject(folder)).toThrow(expect.objectContaining({ code: 'no-project', subject: folder }));
  });
});

function settings(more: string): Settings {
  const read = readSettings({ path: 'medward.yaml', text: `medward: 1\ndevice: { name: X }\n${more}` });
  if (!read.settings || read.faults.length > 0) throw new Error(JSON.stringify(read));
  return read.settings;
}

function choose(paths: readonly string[], more: string, rules?: string): Record<string, readonly string[]> {
  const files = new Map([...paths, 'medward.yaml'].map((path): [string, string] => [path, '']));
  if (rules !== undefined) files.set('.gitignore', rules);
  const chosen = chooseFiles(memoryTree(files), settings(more));
  return {
    records: chosen.records.map(({ path }) => path),
    code: chosen.code.map(({ path }) => path),
    codeNotRead: chosen.codeNotRead.map(({ path }) => path),
    problems: chosen.problems.map(({ file, message }) => `${file}: ${message}`),
  };
}

// @verifies TC-114
describe('choosing files', () => {
  test('records are Markdown and YAML below the paths for records', () => {
    const paths = [
      'records/a.md',
      'records/b/c.yaml',
      'records/d.yml',
      'records/E.MD',
      'records/f.png',
      'recordsx/a.md',
      'a.md',
    ];
    expect(choose(paths, '').records).toEqual(['records/E.MD', 'records/a.md', 'records/b/c.yaml', 'records/d.yml']);
    expect(choose(paths, 'records: [a.md, records/b]').records).toEqual(['a.md', 'records/b/c.yaml']);
    expect(choose(paths, 'records: .').records).toHaveLength(6);
  });

  test('code is what folders and patterns name, without records, binaries and what is left out', () => {
    const paths = [
      'src/a.c',
      'src/b.PNG',
      'src/gen/x.c',
      'src/r.md',
      'test/u/a.test.ts',
      'test/u/b.ts',
      'app/(x)/p.ts',
      'app/x/p.ts',
    ];
    const code = "records: src/r.md\ncode: [src, 'test/**/*.test.{ts,js}', '!src/gen/**', 'app/(x)/*']";
    expect(choose(paths, code)).toMatchObject({
      code: ['app/(x)/p.ts', 'src/a.c', 'test/u/a.test.ts'],
      codeNotRead: ['src/b.PNG'],
      records: ['src/r.md'],
    });
    expect(choose(paths, 'code: .').code).not.toContain('medward.yaml');
    expect(choose(paths, '').code).toEqual([]);
  });

  test('patterns know wildcards, and nothing else of regular expressions', () => {
    const code = (glob: string): unknown =>
      choose(['aab', 'a+b', 'b.c', 'a.c', 'q/.h/x.c'], `code: ['${glob}']`)['code'];
    expect(code('a+{b,c}')).toEqual(['a+b']);
    expect(code('(a+)+b*')).toEqual([]);
    expect(code('[!a].c')).toEqual(['b.c']);
    expect(code('?.c')).toEqual(['a.c', 'b.c']);
    expect(code('**/*.c')).toEqual(['a.c', 'b.c', 'q/.h/x.c']);
  });

  test('no folder with records, or an empty one, is for the caller to judge', () => {
    expect(choose([], '')).toMatchObject({ records: [], problems: [] });
  });

  test('hidden records are no problem, a hidden folder of records is', () => {
    expect(choose(['records/a.md', 'records/b.md'], '', 'b.md').problems).toEqual([]);
    expect(choose(['records/a.md'], '', '/records/').problems).toEqual([
      'records: A `.gitignore` leaves this out of the project. Change the rule there if it belongs to it.',
    ]);
    expect(choose(['d/medward.yaml', 'd/records/a.md'], 'records: d/records').problems).toEqual([
      'd: A `medward.yaml` starts another project here; it is not part of this one.',
    ]);
  });

  test('rules that are not used matter where they concern records or code', () => {
    const endless = '*a*a*a*a*b\n';
    expect(choose(['records/a.md'], '', endless).problems).toHaveLength(1);
    const files = new Map([
      ['docs/.gitignore', endless],
      ['records/.gitignore', endless],
      ['records/a.md', ''],
    ]);
    const { problems } = chooseFiles(memoryTree(files), settings(''));
    expect(problems.map(({ file }) => file)).toEqual(['records/.gitignore']);
  });

  test('a link that leads out matters where records or code are read, and nowhere else', () => {
    const folder = testFolder({ 'records/a.md': '', 'src/a.c': '', 'docs/a.md': '' });
    for (const path of ['records/out.md', 'src/out.c', 'docs/out.md']) symlinkSync('/etc/passwd', join(folder, path));
    symlinkSync('../records', join(folder, 'src/records'));
    const { problems } = chooseFiles(openWorkTree(folder), settings('code: [src]'));
    expect(problems.map(({ file }) => file)).toEqual(['records/out.md', 'src/out.c']);
  });
});

describe('patterns that records name', () => {
  test('are files, folders and globs, and what is left out', () => {
    const isIn = pathTest(['src', 'boot/*.c', '!src/generated']);
    const paths = ['src/a.c', 'src/generated/b.c', 'boot/x.c', 'boot/deep/x.c', 'srcs/a.c'];
    expect(paths.filter((path) => isIn?.(path))).toEqual(['src/a.c', 'boot/x.c']);
  });

  test.each([
    ['one that leads out of the project', ['src', '../other']],
    ['one with too many wildcards', ['src', '*/*/*/*/*/*/*/*']],
    ['none that takes anything in', ['!src']],
    ['none at all', []],
  ])('choose nothing if there is %s', (_, patterns) => {
    expect(pathTest(patterns)).toBeUndefined();
  });
});
