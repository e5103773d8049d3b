/** `medward evidence verify`: evidence that was taken away, and names that another hand wrote. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import type { EvidenceVerifyOutput } from '../src/contract/index.js';
import { commitAll, git, writeFiles } from '../src/project/folder.test-support.js';
import { add, allPassed, FILES, newPump } from './freshness/pump.js';

async function medward(folder: string, ...words: readonly string[]): Promise<{ status: number; out: string }> {
  let out = '';
  const status = await runProgram(words, {
    terminal: { out: (text) => (out += text), note: () => undefined, paint: painter(false), width: 200 },
    folder,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  return { status, out };
}

async function verify(folder: string): Promise<EvidenceVerifyOutput & { readonly status: number }> {
  const { status, out } = await medward(folder, 'evidence', 'verify', '--json');
  return { ...(JSON.parse(out) as EvidenceVerifyOutput), status };
}

// @verifies TC-804
describe('evidence that was taken away', () => {
  test('a statement with its report, committed as gone: told from the history', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    expect(await verify(folder)).toMatchObject({ status: 0, problems: [] });
    const gone = ['statements', 'reports', 'inputs'].flatMap((part) =>
      readdirSync(join(folder, 'evidence', part)).map((name) => `evidence/${part}/${name}`),
    );
    for (const path of gone) rmSync(join(folder, path));
    commitAll(folder);
    const { status, problems } = await verify(folder);
    expect(status).toBe(1);
    expect(problems.map(({ file }) => file)).toEqual(gone.toSorted());
    expect(problems[0]?.message).toContain('It was committed once and is gone.');
  });

  test('other files of the folder may come and go', async () => {
    const { folder } = newPump({ 'evidence/README.md': 'What this is.\n' });
    await add(folder, allPassed());
    commitAll(folder);
    rmSync(join(folder, 'evidence/README.md'));
    commitAll(folder);
    expect(await verify(folder)).toMatchObject({ status: 0, problems: [] });
  });
});

describe('who committed a judgement', () => {
  const PEOPLE = `people:
  - { id: QM, name: Quinn Miller, roles: [regulatory-or-quality], commits-as: [Quinn@example.org] }
  - { id: DEV, name: Dana Ev, roles: [developer], commits-as: [dana@example.org, d@example.net] }
  - { id: GUEST, roles: [tester] }
`;
  const RECORDS = `statements:
  - { id: ST-1, title: None, type: none, of: soup, by: Quinn Miller, date: 2026-11-01 }
  - { id: ST-2, title: None, type: none, of: anomalies, by: GUEST, date: 2026-11-01 }
reviews:
  - id: RV-1
    type: code
    reviewed: [EL-1]
    by: [DEV, QM]
    date: 2026-11-01
decisions:
  - id: DEC-1
    type: deviation
    by: DEV
    reason: Small.
    date: 2026-11-01
`;

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

  function signed(author: string, committer?: string): string {
    const { folder } = newPump({ 'medward.yaml': `${String(FILES['medward.yaml'])}${PEOPLE}` });
    writeFiles(folder, { 'records/signed.yaml': RECORDS });
    commitAs(folder, author, committer);
    return folder;
  }

  test.each<[what: string, author: string, committer: string | undefined, hints: readonly string[]]>([
    ['by herself', 'quinn@example.org', undefined, ['DEC-1']],
    ['merged by somebody else', 'quinn@example.org', 'host@example.com', ['DEC-1']],
    ['by a colleague', 'd@example.net', undefined, ['ST-1']],
    ['by a machine', 'ci@example.org', undefined, ['ST-1', 'RV-1', 'DEC-1']],
  ])('%s', async (_, author, committer, hinted) => {
    const { people, status } = await verify(signed(author, committer));
    expect(people).toMatchObject({ checked: 3, notKnown: 0 });
    expect(people.hints.flatMap(({ records }) => records).toSorted()).toEqual(hinted.toSorted());
    expect(status).toBe(0);
  });

  test('the hint names both, the records and the line', async () => {
    const folder = signed('ci@example.org');
    const { out } = await medward(folder, 'evidence', 'verify');
    expect(out).toContain('hint   DEC-1 by DEV was committed by ci@example.org (records/signed.yaml:13).');
    expect(out).toContain('3 approvals, reviews, statements and decisions held against those who committed them.');
  });

  test('what nobody committed yet is not known', async () => {
    const folder = signed('quinn@example.org');
    writeFiles(folder, { 'records/signed.yaml': RECORDS.replace('by: DEV', 'by: QM') });
    expect((await verify(folder)).people).toMatchObject({ checked: 2, notKnown: 1, hints: [] });
  });
});
