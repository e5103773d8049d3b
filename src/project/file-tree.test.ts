import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { problemOfLeftOut, problemOfUnread, type FileTree } from './file-tree.js';
import { LIMITS } from './limits.js';
import { memoryTree } from './memory-tree.js';
import { openRevisionTree } from './revision-tree.js';
import { commitAll, git, testFolder, writeFiles, type Files } from './folder.test-support.js';
import { openWorkTree } from './work-tree.js';

const PUMP: Files = {
  'medward.yaml': 'medward: 1\n',
  '.gitignore': '*.log\n/build/\nrecords/drafts/*\n!records/drafts/keep.md\n',
  'records/threats.md': '# TH-1 Flood\r\nText with ümlaut and 😀\n',
  'records/bom.yaml': '\uFEFFthreats: []\n',
  'records/.gitignore': '!important.log\n/only-here.md\nsub/x*\n',
  'records/important.log': 'kept by the deeper rule',
  'records/other.log': 'hidden',
  'records/only-here.md': 'hidden',
  'records/deep/only-here.md': 'kept: the rule is anchored',
  'records/sub/x1.md': 'hidden',
  'records/deep/sub/x1.md': 'kept',
  'records/drafts/a.md': 'hidden',
  'records/drafts/keep.md': 'kept',
  'build/records/a.md': 'hidden',
  'src/build/a.c': '/* kept */',
  'src/[odd] !#names /.gitignore': '*.tmp\n',
  'src/[odd] !#names /a.tmp': 'hidden',
  'src/[odd] !#names /a.c': 'kept',
  'src/o/a.tmp': 'kept',
  'variants/mri/medward.yaml': 'medward: 1\n',
  'variants/mri/records/a.md': 'of another project',
  'variants/readme.md': 'kept',
};
const KEPT = [
  '.gitignore',
  'medward.yaml',
  'records/.gitignore',
  'records/bom.yaml',
  'records/deep/only-here.md',
  'records/deep/sub/x1.md',
  'records/drafts/keep.md',
  'records/important.log',
  'records/threats.md',
  'src/[odd] !#names /.gitignore',
  'src/[odd] !#names /a.c',
  'src/build/a.c',
  'src/o/a.tmp',
  'variants/readme.md',
];

function paths(tree: FileTree): readonly string[] {
  return tree.list().map(({ path }) => path);
}

function contentOf(tree: FileTree): unknown {
  return tree.list().map(({ path, size }) => ({ path, size, ...tree.read(path) }));
}

function reasons(tree: FileTree): Readonly<Record<string, string>> {
  return Object.fromEntries(tree.leftOut().map(({ path, reason }) => [path, reason]));
}

// @verifies TC-111
describe('one project seen three ways', () => {
  test('gives the same list and the same texts', () => {
    const folder = testFolder(PUMP);
    commitAll(folder);
    const work = openWorkTree(folder);
    expect(paths(work)).toEqual(KEPT);
    expect(contentOf(openRevisionTree(folder, 'HEAD'))).toEqual(contentOf(work));
    expect(contentOf(memoryTree(new Map(Object.entries(PUMP))))).toEqual(contentOf(work));
  });

  test('Git hides the same files', () => {
    const folder = testFolder(PUMP);
    git(folder, 'init', '--quiet');
    const listed = git(folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
    expect(paths(openWorkTree(folder))).toEqual(
      listed.filter((path) => path !== '' && !path.startsWith('variants/mri/')).toSorted(),
    );
  });

  test('a project below the top of its repository obeys the rules above it', () => {
    const folder = testFolder({
      '.gitignore': '*.bak\n/devices/pump/tmp/\n',
      'devices/.gitignore': 'secret.md\n',
      'devices/pump/medward.yaml': 'medward: 1\n',
      'devices/pump/a.bak': '',
      'devices/pump/secret.md': '',
      'devices/pump/tmp/a.md': '',
      'devices/pump/records/a.md': 'A',
    });
    commitAll(folder);
    git(folder, 'add', '--force', '--all');
    git(folder, 'commit', '--quiet', '--message=hidden files are tracked all the same');
    const pump = join(folder, 'devices/pump');
    expect(paths(openWorkTree(pump))).toEqual(['medward.yaml', 'records/a.md']);
    expect(contentOf(openRevisionTree(pump, 'HEAD'))).toEqual(contentOf(openWorkTree(pump)));
  });

  test('a project in a hidden folder is not empty for that', () => {
    const folder = testFolder({ '.gitignore': 'scratch/\n', 'scratch/medward.yaml': 'medward: 1\n' });
    commitAll(folder);
    expect(paths(openWorkTree(join(folder, 'scratch')))).toEqual(['medward.yaml']);
  });

  test('names with line breaks, quotes and letters of all kinds are names', () => {
    const files = Object.fromEntries(
      ['a\nb.md', 'q"\'.md', 'ü/名前.md', '--help', 'sp ace.md', '...', '*', 'back\\slash', '__proto__', '$(x)'].map(
        (path) => [path, path],
      ),
    );
    const folder = testFolder(files);
    commitAll(folder);
    const work = openWorkTree(folder);
    expect(paths(work)).toEqual(Object.keys(files).toSorted());
    expect(contentOf(openRevisionTree(folder, 'HEAD'))).toEqual(contentOf(work));
  });

  test('the order in which files are added to a memory tree does not matter', () => {
    const name = fc.constantFrom('a', 'b', '.gitignore', 'medward.yaml', 'a.md', 'ab', '-');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const content = fc.constantFrom('', 'a\n', '*.md\n!a.md', '/b/');
    const files = fc.uniqueArray(fc.tuple(path, content), {
      comparator: ([one], [other]) => one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`),
    });
    fc.assert(
      fc.property(
        files.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const [one, other] = [memoryTree(new Map(list)), memoryTree(new Map(shuffled))];
          expect(contentOf(other)).toEqual(contentOf(one));
          expect(other.leftOut()).toEqual(one.leftOut());
        },
      ),
    );
  });

  test('any rules hide what Git says they hide', { timeout: 60_000 }, () => {
    const folder = testFolder({ 'a/b/c.md': '', 'a/b.md': '', 'b/a/b.md': '', 'c.md': '', 'a/a/a/b': '', 'b/c': '' });
    git(folder, 'init', '--quiet');
    const part = fc.constantFrom('a', 'b', 'c', '*', '**', '/', '/', '.md', '?', '[ab]', '\\a');
    const rule = fc
      .tuple(fc.constantFrom('', '', '!'), fc.array(part, { minLength: 1, maxLength: 4 }))
      .map(([not, parts]) => not + parts.join(''))
      // What Git itself does with these is an accident of its matcher.
      .filter((written) => !/\*{3}|[^/]\*\*|\*\*[^/]|\/\//.test(written));
    const rules = fc.array(rule, { maxLength: 4 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(rules, rules, (top, deeper) => {
        writeFiles(folder, { '.gitignore': top, 'a/.gitignore': deeper });
        const listed = git(folder, 'ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean);
        expect(paths(openWorkTree(folder))).toEqual(listed.toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

// @verifies TC-903
describe('a hostile folder', () => {
  test('a link out of the project is not followed, however it is written', () => {
    const outside = testFolder({ 'secret.md': 'secret', 'd/x.md': 'secret' });
    const folder = testFolder({ 'records/real.md': 'real', 'medward.yaml': '' });
    const link = (target: string, path: string): void => symlinkSync(target, join(folder, path));
    link(join(outside, 'secret.md'), 'records/absolute.md');
    link(`../../${outside.split('/').pop()}/secret.md`, 'records/upwards.md');
    link(outside, 'records/folder');
    link('folder/secret.md', 'records/by-way-of-folder.md');
    link('real.md', 'records/inside.md');
    link('../records/./inside.md', 'records/chain.md');
    link('loop-b.md', 'records/loop-a.md');
    link('loop-a.md', 'records/loop-b.md');
    link('nothing.md', 'records/dangling.md');
    link('..', 'records/up');
    link('../.git/config', 'records/git.md');
    link('/dev/zero', 'records/device.md');
    commitAll(folder);
    for (const tree of [openWorkTree(folder), openRevisionTree(folder, 'HEAD')]) {
      expect(paths(tree)).toEqual(['medward.yaml', 'records/chain.md', 'records/inside.md', 'records/real.md']);
      expect(tree.read('records/chain.md')).toEqual({ ok: true, text: 'real' });
      expect(reasons(tree)).toEqual({
        'records/absolute.md': 'link-leads-out',
        'records/upwards.md': 'link-leads-out',
        'records/folder': 'link-leads-out',
        'records/by-way-of-folder.md': 'link-leads-out',
        'records/loop-a.md': 'link-leads-nowhere',
        'records/loop-b.md': 'link-leads-nowhere',
        'records/dangling.md': 'link-leads-nowhere',
        'records/up': 'link-to-folder',
        'records/git.md': 'link-leads-nowhere',
        'records/device.md': 'link-leads-out',
      });
    }
  });

  test('only listed paths can be read', () => {
    const folder = testFolder({
      'p/medward.yaml': '',
      'p/x.log': 'x',
      'p/.gitignore': '*.log',
      'outside.md': 'secret',
    });
    commitAll(folder);
    const project = join(folder, 'p');
    const trees = [openWorkTree(project), openRevisionTree(project, 'HEAD'), memoryTree(new Map([['a', 'x']]))];
    for (const tree of trees) {
      for (const path of ['../outside.md', `${folder}/outside.md`, '', '.', 'x.log', '.git/config', '__proto__']) {
        expect(tree.read(path)).toMatchObject({ ok: false, reason: 'not-there' });
      }
    }
  });

  test('a folder that becomes a link after the listing gives nothing away', () => {
    const outside = testFolder({ 'a.md': 'secret' });
    const folder = testFolder({ 'records/a.md': 'public' });
    const tree = openWorkTree(folder);
    renameSync(join(folder, 'records'), join(folder, 'moved'));
    symlinkSync(outside, join(folder, 'records'));
    expect(tree.read('records/a.md')).toMatchObject({ ok: false, reason: 'changed' });
  });

  test('a file that vanishes, changes or turns into something else says so', () => {
    const folder = testFolder({ 'gone.md': 'a', 'grown.md': 'a', 'touched.md': 'a', 'link.md': 'a', 'folder.md': 'a' });
    const tree = openWorkTree(folder);
    rmSync(join(folder, 'gone.md'));
    appendFileSync(join(folder, 'grown.md'), 'b');
    utimesSync(join(folder, 'touched.md'), 1, 1);
    rmSync(join(folder, 'link.md'));
    symlinkSync('grown.md', join(folder, 'link.md'));
    rmSync(join(folder, 'folder.md'));
    mkdirSync(join(folder, 'folder.md'));
    const reason = (path: string): unknown => ({ reason: '', ...tree.read(path) }).reason;
    expect(reason('gone.md')).toBe('vanished');
    expect(reason('grown.md')).toBe('changed');
    expect(reason('touched.md')).toBe('changed');
    expect(reason('link.md')).toBe('not-a-file');
    expect(reason('folder.md')).toBe('not-a-file');
  });

  test.skipIf(process.platform === 'win32')('a pipe is not waited for', () => {
    const folder = testFolder({ 'records/a.md': 'a' });
    execFileSync('mkfifo', [join(folder, 'records/pipe.md')]);
    const tree = openWorkTree(folder);
    expect(reasons(tree)).toEqual({ 'records/pipe.md': 'not-a-file' });
    rmSync(join(folder, 'records/a.md'));
    execFileSync('mkfifo', [join(folder, 'records/a.md')]);
    expect(tree.read('records/a.md')).toMatchObject({ ok: false });
  });

  test.skipIf(process.getuid?.() === 0)('what may not be read is named, and the rest is there', () => {
    const folder = testFolder({ 'a.md': 'a', 'b.md': 'b', 'locked/c.md': 'c' });
    chmodSync(join(folder, 'a.md'), 0);
    chmodSync(join(folder, 'locked'), 0);
    const tree = openWorkTree(folder);
    expect(tree.read('a.md')).toMatchObject({ ok: false, reason: 'unreadable' });
    expect(tree.read('b.md')).toMatchObject({ ok: true });
    expect(reasons(tree)).toEqual({ locked: 'unreadable' });
    chmodSync(join(folder, 'locked'), 0o700);
  });

  test('folders 300 deep end at the limit', () => {
    const folder = testFolder({ 'records/a.md': 'a', [`${'d/'.repeat(300)}a.md`]: 'deep' });
    const tree = openWorkTree(folder);
    expect(paths(tree)).toEqual(['records/a.md']);
    expect(Object.values(reasons(tree))).toEqual(['too-deep']);
    expect(memoryTree(new Map([[`${'d/'.repeat(300)}a.md`, 'deep']])).leftOut()).toHaveLength(1);
  });

  test('a path past the limit is left out', () => {
    const tree = memoryTree(new Map([[`${'x'.repeat(200)}/`.repeat(6) + 'a.md', '']]));
    expect(tree.list()).toEqual([]);
    expect(tree.leftOut().map(({ reason }) => reason)).toEqual(['path-too-long']);
  });

  test('more files than the limit: the first ones are read, and the place where it ended is shown', () => {
    const files = new Map(Array.from({ length: LIMITS.entries + 5 }, (_, index) => [`f${index}`, ''] as const));
    const tree = memoryTree(files);
    expect(tree.list()).toHaveLength(LIMITS.entries);
    expect(tree.leftOut().map(({ reason }) => reason)).toEqual(['too-many']);
  });

  test('a huge file is refused before it is read', () => {
    const folder = testFolder({ 'small.md': 'a', 'huge.md': '' });
    truncateSync(join(folder, 'huge.md'), 6 * 1024 * 1024);
    commitAll(folder);
    truncateSync(join(folder, 'huge.md'), 2 ** 40);
    expect(openWorkTree(folder).read('huge.md')).toMatchObject({ ok: false, reason: 'too-large' });
    expect(openRevisionTree(folder, 'HEAD').read('huge.md')).toMatchObject({ ok: false, reason: 'too-large' });
    expect(openRevisionTree(folder, 'HEAD').read('small.md')).toEqual({ ok: true, text: 'a' });
  });

  test('a repository inside the project is not part of it, as a submodule or just lying there', () => {
    const other = testFolder({ 'x.md': 'x' });
    commitAll(other);
    const folder = testFolder({ 'medward.yaml': '', 'a.md': 'a' });
    commitAll(folder);
    git(folder, 'submodule', '--quiet', 'add', other, 'vendor');
    commitAll(folder);
    writeFiles(folder, { 'lying/x.md': 'x' });
    git(join(folder, 'lying'), 'init', '--quiet');
    const work = openWorkTree(folder);
    expect(paths(work)).toEqual(['.gitmodules', 'a.md', 'medward.yaml']);
    expect(reasons(work)).toEqual({ lying: 'other-repository', vendor: 'other-repository' });
    expect(contentOf(openRevisionTree(folder, 'HEAD'))).toEqual(contentOf(work));
  });

  test('rules that could take for ever, or that are no text, are not used and named', { timeout: 5_000 }, () => {
    const slow = memoryTree(
      new Map([
        ['.gitignore', `${'*a'.repeat(50)}b\n*.log`],
        ['a'.repeat(250), ''],
        ['x.log', ''],
      ]),
    );
    expect(reasons(slow)).toEqual({ '.gitignore': 'ignore-rules-unusable', 'x.log': 'ignored' });
    const binary = memoryTree(
      new Map<string, string | Uint8Array>([
        ['.gitignore', Uint8Array.of(42, 10, 255)],
        ['a.md', ''],
      ]),
    );
    expect(reasons(binary)).toEqual({ '.gitignore': 'ignore-rules-unusable' });
    expect(paths(binary)).toEqual(['.gitignore', 'a.md']);
  });

  test('a name that is not UTF-8 is left out', () => {
    const folder = testFolder({ 'a.md': 'a' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/b`), Buffer.of(0xe9), Buffer.from('.md')]), 'b');
    commitAll(folder);
    for (const tree of [openWorkTree(folder), openRevisionTree(folder, 'HEAD')]) {
      expect(paths(tree)).toEqual(['a.md']);
      expect(Object.values(reasons(tree))).toEqual(['name-not-utf-8']);
    }
  });

  test('a memory tree takes no path out of the project', () => {
    for (const path of ['../a', '/a', 'a/../b', 'a//b', './a', '', 'C:/a', 'a/']) {
      expect(() => memoryTree(new Map([[path, '']])), path).toThrow(/leads out of the project/);
    }
  });

  test("a path that is a file and a folder at once is the caller's mistake", () => {
    expect(() =>
      memoryTree(
        new Map([
          ['a', ''],
          ['a/b', ''],
        ]),
      ),
    ).toThrow('a is a file and a folder at once');
  });

  test('a missing folder is an error with words', () => {
    expect(() => openWorkTree('/no/such/folder')).toThrow(expect.objectContaining({ code: 'not-a-folder' }));
    const folder = testFolder({ 'a.md': '' });
    expect(() => openWorkTree(join(folder, 'a.md'))).toThrow(expect.objectContaining({ code: 'not-a-folder' }));
  });
});

// @verifies TC-112
describe('a revision', () => {
  test('is read as it was, whatever lies in the folder now', () => {
    const folder = testFolder({ 'medward.yaml': 'medward: 1\n', 'records/a.md': 'old' });
    const first = commitAll(folder);
    writeFiles(folder, { 'records/a.md': 'new', 'records/b.md': 'new' });
    commitAll(folder);
    const tree = openRevisionTree(folder, first);
    expect(paths(tree)).toEqual(['medward.yaml', 'records/a.md']);
    expect(tree.read('records/a.md')).toEqual({ ok: true, text: 'old' });
    expect(openRevisionTree(folder, 'HEAD~1').read('records/a.md')).toEqual({ ok: true, text: 'old' });
  });

  test('names that are options, unknown or empty are refused', () => {
    const folder = testFolder({ 'a.md': '' });
    commitAll(folder);
    for (const name of ['--output=x', '-h', '', 'nope', 'HEAD:a.md', 'a\nb', 'x'.repeat(300), 'HEAD^{tree}']) {
      expect(() => openRevisionTree(folder, name), name).toThrow(expect.objectContaining({ code: 'not-a-revision' }));
    }
  });

  test('outside of Git there is none', () => {
    const folder = testFolder({ 'a.md': '' });
    expect(() => openRevisionTree(folder, 'HEAD')).toThrow(expect.objectContaining({ code: 'git-unusable' }));
  });

  test('reads in any order, over several batches', () => {
    const big = 'x'.repeat(1000).concat('\n').repeat(3000);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const folder = testFolder(Object.fromEntries(names.map((name) => [name, name + big])));
    commitAll(folder);
    const tree = openRevisionTree(folder, 'HEAD');
    for (const name of ['f', 'a', 'c', 'b', 'f', 'd', 'e'])
      expect(tree.read(name)).toEqual({ ok: true, text: name + big });
  });
});

describe('problems', () => {
  test('stand at the place and never carry control characters', () => {
    expect(problemOfUnread('a\n\u001b[31m.md', { ok: false, reason: 'nul-byte', line: 3, column: 2 })).toMatchObject({
      file: 'a\uFFFD\uFFFD[31m.md',
      line: 3,
      column: 2,
    });
    const { message } = problemOfLeftOut({ path: 'a', reason: 'link-leads-out' });
    expect(message).toMatch(/^[A-Z].*\.$/);
  });
});
