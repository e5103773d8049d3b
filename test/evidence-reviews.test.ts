/** Peer reviews: which person, commit and files an export shows, and what it does not show. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  bytesInMemory,
  readReport,
  readStatement,
  standingReviews,
  statementOf,
  type Report,
  type StandingReview,
} from '../src/evidence/index.js';
import { makeFolder, removeFolder, runIn } from './hostile/run-medward.js';

const [A, B, BLOB] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];

function read(name: string, content: string): Report {
  return readReport(bytesInMemory(name, content));
}

function standing(report: Report): readonly StandingReview[] {
  const run = { addedOn: '2026-11-24', commit: null, tester: null, configuration: null, inputs: null };
  return standingReviews([{ path: 'evidence/statements/x.json', statement: statementOf(report, run) }]);
}

// @verifies TC-813
describe('trailers', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) removeFolder(folder);
  });

  function git(folder: string, ...words: readonly string[]): string {
    return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
  }

  function commit(folder: string, files: Readonly<Record<string, string>>, message: string): string {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', message);
    return git(folder, 'rev-parse', 'HEAD').trim();
  }

  // What Git really prints, whatever its version.
  test.each<[options: readonly string[], withBlobs: boolean]>([
    [['--raw', '--no-abbrev'], true],
    [['--raw'], false],
    [['--name-status'], false],
    [['--name-only'], false],
  ])('the files of each reviewed commit by git log %j', (options, withBlobs) => {
    const folder = makeFolder({});
    folders.push(folder);
    git(folder, 'init', '-q');
    commit(folder, { 'src/a.c': 'int a;\n', 'src/gone.c': 'int g;\n' }, 'First');
    git(folder, 'rm', '-q', 'src/gone.c');
    const files = { 'src/a.c': 'int b;\n', 'src/größe "x".c': 'int c;\n', 'new name.c': 'x\n' };
    const head = commit(
      folder,
      files,
      'Second\n\nReviewed-by: Quoted <q@b>\n\nText.\n\nReviewed-by: Ann <ann@b>\nAcked-by: Bo <bo@b>',
    );
    const report = read('log.txt', git(folder, 'log', ...options));
    expect([report.format, report.changes.map(({ commit }) => commit)]).toEqual(['git-trailers', [head]]);
    const [ann, bo, ...others] = standing(report);
    expect([ann?.by, bo?.by, others]).toEqual(['Ann <ann@b>', 'Bo <bo@b>', []]);
    // Names alone do not say that a file is gone.
    const gone = options.includes('--name-only') ? ['src/gone.c'] : [];
    expect(ann?.files?.map(({ path }) => path).toSorted()).toEqual([...Object.keys(files), ...gone].toSorted());
    for (const { path, blob } of ann?.files ?? []) {
      if (!gone.includes(path)) expect(blob).toBe(withBlobs ? git(folder, 'rev-parse', `HEAD:${path}`).trim() : null);
    }
  });

  test('without files nobody can say what was looked at; statistics are no files', () => {
    const log = `commit ${A}\nAuthor: A <a@b>\nDate:   Mon Nov 2 10:00:00 2026 +0000\n\n    Limit\n\n    Reviewed-by: Ann <ann@b>\n`;
    expect(standing(read('log.txt', log))).toMatchObject([
      { by: 'Ann <ann@b>', commit: A, at: 'Mon Nov 2 10:00:00 2026 +0000', files: null },
    ]);
    const withStatistics = `${log}\n src/a.c | 2 +-\n 1 file changed\n`;
    expect(standing(read('log.txt', withStatistics))).toMatchObject([{ by: 'Ann <ann@b>', files: null }]);
  });
});

describe('GitHub pull request', () => {
  const review = (login: string, state: string, commit: string): object => ({
    author: { login },
    state,
    submittedAt: '2026-11-01T10:00:00Z',
    commit: { oid: commit },
  });
  const request = (...reviews: readonly object[]): Report =>
    read(
      'pr.json',
      JSON.stringify({
        files: [
          { path: 'src/a.c', additions: 1, deletions: 0 },
          { filename: 'src/b.c', sha: BLOB },
          { filename: 'src/c.c', status: 'removed', sha: BLOB },
        ],
        headRefOid: B,
        number: 7,
        reviews,
        url: 'https://github.com/acme/pump/pull/7',
      }),
    );

  test('files are those of the head; a review of an earlier commit saw others', () => {
    const report = request(review('ann', 'APPROVED', B), review('bo', 'APPROVED', A));
    expect(report.format).toBe('github-pull-request');
    expect(standing(report)).toMatchObject([
      {
        by: 'ann',
        of: 'https://github.com/acme/pump/pull/7',
        files: [
          { path: 'src/a.c', blob: null },
          { path: 'src/b.c', blob: BLOB },
        ],
      },
      { by: 'bo', commit: A, files: null },
    ]);
  });

  test.each<[what: string, states: readonly string[], standing: readonly string[]]>([
    ['approved', ['APPROVED'], ['approved']],
    ['approved, then a comment', ['APPROVED', 'COMMENTED'], ['approved']],
    ['approved, then changes wanted', ['APPROVED', 'CHANGES_REQUESTED'], ['changes-requested']],
    ['changes wanted, then approved', ['CHANGES_REQUESTED', 'APPROVED'], ['approved']],
    ['approved, then dismissed', ['APPROVED', 'DISMISSED'], []],
    ['only a comment', ['COMMENTED'], []],
    ['still being written', ['PENDING'], []],
  ])('%s', (_, states, expected) => {
    const report = request(...states.map((state) => review('ann', state, B)));
    expect(standing(report).map(({ state }) => state)).toEqual(expected);
  });

  test('a pull request without reviews', () => {
    expect([request().format, request().reviews]).toEqual(['github-pull-request', []]);
  });
});

describe('GitLab', () => {
  const approvals = (more: object): Report =>
    read('mr.json', JSON.stringify({ iid: 5, approved_by: [{ user: { username: 'ann' } }], sha: A, ...more }));
  const changes = [{ new_path: 'src/a.c' }, { new_path: 'src/gone.c', deleted_file: true }];

  test('an approval is of the commit only if pushes take approvals back', () => {
    const reset = standing(approvals({ reset_approvals_on_push: true, changes }));
    expect(reset).toMatchObject([{ by: 'ann', commit: A, files: [{ path: 'src/a.c', blob: null }] }]);
    const kept = approvals({ changes });
    expect(standing(kept)).toMatchObject([{ by: 'ann', commit: null, files: null }]);
    expect(kept.problems[0]?.message).toMatch(/reset_approvals_on_push/);
  });
});

describe('medward evidence add', () => {
  test('asks Git for the files of a commit with trailers, and for the content of files that an export only names', async () => {
    const folder = makeFolder({
      'medward.yaml': 'medward: 1\ndevice: { name: Pump, version: "1.0" }\n',
      'src/a.c': 'int a;\n',
      'src/b.c': 'int b;\n',
    });
    try {
      const git = (...words: readonly string[]): string =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], {
          cwd: folder,
          encoding: 'utf8',
        }).trim();
      git('init', '-q');
      git('add', '-A');
      git('commit', '-q', '-m', 'First');
      writeFileSync(join(folder, 'src/a.c'), 'int c;\n');
      git('commit', '-q', '-a', '-m', 'Second\n\nReviewed-by: Ann <ann@b>');
      const [head, blob] = [git('rev-parse', 'HEAD'), git('rev-parse', 'HEAD:src/a.c')];
      const request = {
        files: [{ path: 'src/b.c' }],
        headRefOid: head,
        reviews: [{ author: { login: 'bo' }, state: 'APPROVED', commit: { oid: head } }],
      };
      writeFileSync(join(folder, 'pr.json'), JSON.stringify(request));
      writeFileSync(join(folder, 'log.txt'), `${git('log')}\n`);
      const { status, out } = await runIn(folder, ['evidence', 'add', 'log.txt', 'pr.json', '--json']);
      const { reports } = JSON.parse(out) as { reports: readonly { statement: string }[] };
      const changes = reports.map(
        ({ statement }) => readStatement(readFileSync(join(folder, statement), 'utf8'))?.predicate.changes,
      );
      expect([status, changes]).toEqual([
        0,
        [
          [{ commit: head, files: [{ path: 'src/a.c', blob }] }],
          [{ commit: head, files: [{ path: 'src/b.c', blob: git('rev-parse', 'HEAD:src/b.c') }] }],
        ],
      ]);
    } finally {
      removeFolder(folder);
    }
  });
});

test('any text of any of these formats gives reviews or problems', () => {
  const words = fc.constantFrom(
    `commit ${A}\n`,
    '\n',
    '    Reviewed-by: A\n',
    ':100644 100644 ',
    `${A} ${B} M\tx\n`,
    '"',
    '\\303',
    'R100\ta\tb\n',
    '{',
    '}',
    '"reviews":',
    '[',
    ']',
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 30 }),
      fc.constantFrom('git-trailers', 'github-pull-request', 'gitlab-approvals', 'github-reviews'),
      (parts, format) => {
        const report = readReport(bytesInMemory('x', parts.join('')), { format });
        for (const { files } of standing(report)) expect(files === null || files.length > 0).toBe(true);
      },
    ),
  );
});
