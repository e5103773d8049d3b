/** `medward approve`: people sign what stands there, see first what changed, and nothing else is written. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApproveOutput, ShowOutput } from '../src/contract/index.js';
import { assessProject, openProject } from '../src/index.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

const SETTINGS = `medward: 1
device: { name: Pump, version: 1.0.0 }
software: [{ id: SW-1, name: Firmware, class: B, class-reason: A wrong dose may harm. }]
packs: [iec62304@2015]
people:
  - { id: ada, name: Ada Brandt, roles: [quality, security] }
  - { id: ben, name: Ben Haddad, roles: [developer] }
`;
const REQUIREMENTS = `---
kind: requirement
level: software
---
## SRS-1 Lock the pump
The pump shall lock after ten minutes.
## SRS-2 Unlock the pump
The pump shall unlock by a code of six digits.
`;
const SIGNED = `# Signed at the meeting of 2026-10-01.
statements:
  - id: ST-1
    type: complete   # of the requirements
    about: [SRS-1, SRS-2]
    by: ben
    date: 2026-10-01
    text: The requirements are complete.
    bound-to:
      SRS-1: hash-of-SRS-1   # read twice
      SRS-2: hash-of-SRS-2
reviews:
  - { id: RV-1, type: requirements, reviewed: [SRS-1], by: [ada, ben], date: 2026-10-01, outcome: accepted, bound-to: { SRS-1: hash-of-SRS-1 } }
approvals:
  - id: AP-1
    approves: [SRS-2, ST-1]
    by: Ada Brandt
    role: quality
    meaning: approver
    date: 2026-10-02
    bound-to: { SRS-2: hash-of-SRS-2, ST-1: hash-of-ST-1 }
`;

let folder = '';
const at = (file: string): string => path.join(folder, file);
const text = (file: string): string => readFileSync(at(file), 'utf8');
const put = (file: string, words: string): void => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), words);
};
const replace = (file: string, from: string, to: string): void => {
  expect(text(file)).toContain(from);
  put(file, text(file).replace(from, to));
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-approve-'));
  put('medward.yaml', SETTINGS);
  put('records/requirements.md', REQUIREMENTS);
  put('records/signed.yaml', SIGNED);
  sign('SRS-1', 'SRS-2');
  sign('ST-1');
  git('init', '--quiet', '--initial-branch=main');
  commit();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As the people did it before there was a command. */
function sign(...ids: readonly string[]): void {
  const { trace } = assessProject(openProject(folder), '2026-11-24');
  for (const id of ids) {
    const record = trace.find(id);
    put(
      'records/signed.yaml',
      text('records/signed.yaml').replaceAll(`hash-of-${id}`, record ? trace.hash(record) : ''),
    );
  }
}

function git(...words: readonly string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'core.excludesFile='];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', [...who, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message=x');
}

function medward(...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words, { date: '2026-11-25' });
}

async function approve(...words: readonly string[]): Promise<ApproveOutput> {
  const { status, out, notes } = await medward('approve', ...words, '--json');
  expect(status, notes).toBe(0);
  const { out: schema } = await medward('schema', 'output/approve');
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema) as object);
  validate(JSON.parse(out));
  expect(validate.errors ?? []).toEqual([]);
  return JSON.parse(out) as ApproveOutput;
}

async function stateOf(id: string): Promise<string> {
  return (JSON.parse((await medward('show', id, '--json')).out) as ShowOutput).record.state;
}

/** Whether each hash that the record keeps is that of the present content. */
async function isBound(id: string): Promise<boolean> {
  const { record } = JSON.parse((await medward('show', id, '--json')).out) as ShowOutput;
  expect(Object.keys(record.binds)).not.toEqual([]);
  const bound = record.fields['bound-to'] as Readonly<Record<string, string>>;
  const ids = Object.keys(record.binds);
  return Object.keys(bound).length === ids.length && ids.every((id) => bound[id] === record.binds[id]);
}

// @verifies TC-615
describe('a new approval', () => {
  test('is bound to what it approves, and that is approved from then on', async () => {
    expect(await stateOf('SRS-1')).toBe('draft');
    const before = text('records/signed.yaml');
    const { signed } = await approve('SRS-1', '--by', 'ben', '--title', 'Locking');
    expect(signed).toMatchObject([
      { record: 'AP-2', action: 'written', by: ['ben'], role: 'developer', meaning: 'approver' },
    ]);
    expect(await stateOf('SRS-1')).toBe('approved');
    expect(await isBound('AP-2')).toBe(true);
    expect(text('records/signed.yaml').startsWith(before)).toBe(true);
    expect(text('records/signed.yaml').slice(before.length)).toMatch(
      /^ {2}- id: AP-2\n {4}title: Locking\n {4}approves: \[SRS-1\]\n {4}by: ben\n {4}role: developer\n {4}meaning: approver\n {4}date: 2026-11-25\n {4}bound-to: \{ SRS-1: '?[0-9a-f]{64}'? \}\n$/,
    );
    expect((await medward('check', '--json')).out).not.toContain('approver-without-the-role@AP-2');
  });

  test('takes statements too, with --new', async () => {
    const { signed } = await approve('ST-1', 'SRS-1', '--new', '--by', 'ada', '--role', 'quality');
    expect(signed[0]?.about.map(({ id }) => id)).toEqual(['SRS-1', 'ST-1']);
    expect(await isBound('AP-2')).toBe(true);
  });
});

// @verifies TC-615
describe('a renewal', () => {
  test('tells which records changed and in which words, writes hash and day, and leaves every other letter', async () => {
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    const before = text('records/signed.yaml');
    const { trace } = assessProject(openProject(folder), '2026-11-24');
    const [srs1] = [trace.find('SRS-1')!];
    const old = /SRS-1: ([0-9a-f]{64}) {3}# read twice/.exec(before)?.[1] ?? '';
    const { signed, uncommitted } = await approve('ST-1', '--by', 'ben');
    expect(signed[0]?.about).toMatchObject([
      {
        id: 'SRS-1',
        state: 'changed',
        fields: [
          {
            name: 'text',
            before: 'The pump shall lock after ten minutes.',
            after: 'The pump shall lock after five minutes.',
          },
        ],
      },
      { id: 'SRS-2', state: 'same', fields: null },
    ]);
    expect(signed[0]?.about[0]?.since).toMatch(/^[0-9a-f]{40}$/);
    expect(uncommitted).toEqual(['records/requirements.md']);
    expect(text('records/signed.yaml')).toBe(
      before
        .replace(`SRS-1: ${old}   # read twice`, `SRS-1: ${trace.hash(srs1)}   # read twice`)
        .replace('by: ben\n    date: 2026-10-01', 'by: ben\n    date: 2026-11-25'),
    );
  });

  test('names the signatures that it makes void, and renews them in one go where they are named', async () => {
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    const { voided } = await approve('ST-1', '--by', 'ben', '--dry-run');
    expect(voided).toEqual([{ record: 'AP-1', about: ['ST-1'] }]);
    replace('records/signed.yaml', 'by: Ada Brandt', 'by: ben');
    replace('records/signed.yaml', 'role: quality', 'role: developer');
    const both = await approve('AP-1', 'ST-1', '--by', 'ben');
    expect(both.signed.map(({ record, action }) => [record, action])).toEqual([
      ['ST-1', 'renewed'],
      ['AP-1', 'renewed'],
    ]);
    expect(both.voided).toEqual([]);
    expect([await isBound('ST-1'), await isBound('AP-1')]).toEqual([true, true]);
  });

  test('of what changed in nothing writes nothing, not even the day', async () => {
    const before = text('records/signed.yaml');
    const { signed, files } = await approve('AP-1', '--by', 'ada');
    expect([signed[0]?.action, signed[0]?.date, files]).toEqual(['stands', '2026-10-02', []]);
    expect(text('records/signed.yaml')).toBe(before);
  });

  test('takes out the hash of what is named no more, and adds that of what is new', async () => {
    replace('records/signed.yaml', 'approves: [SRS-2, ST-1]', 'approves: [SRS-2, SRS-1]');
    const { signed } = await approve('AP-1', '--by', 'ada');
    expect(signed[0]?.about.map(({ id, state }) => [id, state])).toEqual([
      ['SRS-1', 'new'],
      ['SRS-2', 'same'],
      ['ST-1', 'gone'],
    ]);
    expect(await isBound('AP-1')).toBe(true);
  });

  test('says so where no commit has the text that was signed', async () => {
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    commit();
    replace('records/signed.yaml', 'by: ben', 'by: Ben Haddad');
    put(
      'records/signed.yaml',
      text('records/signed.yaml').replaceAll(/SRS-1: [0-9a-f]{64}/g, `SRS-1: ${'ab'.repeat(32)}`),
    );
    commit();
    const { signed } = await approve('ST-1', '--by', 'ben');
    expect(signed[0]?.about[0]).toMatchObject({ id: 'SRS-1', state: 'changed', since: null, fields: null });
    const { out } = await medward('approve', 'RV-1', '--by', 'ada', '--by', 'ben', '--dry-run');
    expect(out).toContain('read it whole');
  });

  test('writes nothing on a dry run, and prints what it would', async () => {
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    const before = text('records/signed.yaml');
    const { out, status } = await medward('approve', 'ST-1', '--by', 'ben', '--dry-run');
    expect([status, text('records/signed.yaml')]).toEqual([0, before]);
    expect(out).toMatch(
      /text: “The pump shall lock after ten minutes\.” → “The pump shall lock after five\s+minutes\.”/,
    );
    expect(out).toContain('Nothing was written; it would go into records/signed.yaml');
  });

  test('is told plainly outside a repository', async () => {
    rmSync(at('.git'), { recursive: true });
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    const { uncommitted, signed } = await approve('ST-1', '--by', 'ben');
    expect([uncommitted, signed[0]?.about[0]?.fields]).toEqual([null, null]);
    expect(await isBound('ST-1')).toBe(true);
  });
});

// @verifies TC-616
describe('nobody signs', () => {
  test.each([
    ['nothing', ['--by', 'ada'], 'It is not said what is approved'],
    ['as nobody', ['ST-1'], 'It is not said who signs'],
    ['as somebody whom the settings do not know', ['ST-1', '--by', 'adda'], 'did you mean `ada`'],
    [
      'in a role of somebody else',
      ['SRS-1', '--by', 'ben', '--role', 'quality'],
      'does not give the role `quality` to ben',
    ],
    ['in one of several roles without saying which', ['SRS-1', '--by', 'ada'], 'ada has several roles'],
    ['for somebody else', ['ST-1', '--by', 'ada'], 'ST-1 is by ben, not by ada'],
    ['for others beside oneself', ['RV-1', '--by', 'ada'], 'RV-1 is by ada and ben, not by ada'],
    ['an approval as two people', ['SRS-1', '--by', 'ada', '--by', 'ben'], 'Several people sign'],
    ['in another role than the first time', ['AP-1', '--by', 'ada', '--role', 'security'], 'AP-1 is signed as quality'],
    ['what is not there', ['SRS-12', '--by', 'ben'], 'No record has the id `SRS-12`'],
    ['by a day to come', ['SRS-1', '--by', 'ben', '--date', '2026-11-26'], 'a day to come'],
    ['with a meaning of their own', ['SRS-1', '--by', 'ben', '--meaning', 'approve'], 'did you mean `approver`'],
    ['in a Git revision', ['SRS-1', '--by', 'ben', '--at', 'HEAD'], 'A Git revision is not changed'],
    ['what they approved already', ['SRS-2', '--by', 'ada', '--role', 'quality'], 'medward approve AP-1 --by ada'],
  ])('%s', async (_, words, message) => {
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    expect(await refusal(...words)).toEqual([2, expect.stringContaining(message), true]);
  });

  test.each([
    [
      'what stands twice',
      'records/more.yaml',
      'requirements: [{ id: SRS-1, level: software }]\n',
      'SRS-1 stands twice',
    ],
    [
      'what cannot be read',
      'records/more.yaml',
      'needs: [{ id: UN-1, title: { a: b }, owner: [] }]\n',
      'UN-1 has fields that cannot be read',
    ],
    [
      'what is obsolete',
      'records/more.yaml',
      'needs: [{ id: UN-1, title: Dose, status: obsolete }]\n',
      'UN-1 is obsolete',
    ],
    [
      'what leads to nothing',
      'records/more.yaml',
      'statements: [{ id: UN-1, type: complete, about: [SRS-77], by: ben }]\n',
      'UN-1 is about SRS-77',
    ],
    [
      'what is about nothing',
      'records/more.yaml',
      'statements: [{ id: UN-1, type: none, of: interfaces, by: ben }]\n',
      'UN-1 is about no record',
    ],
    [
      'in a circle',
      'records/more.yaml',
      'approvals:\n  - { id: UN-1, approves: [AP-9], by: ben, role: developer }\n  - { id: AP-9, approves: [UN-1], by: ben, role: developer }\n',
      'about each other',
    ],
  ])('%s', async (_, file, words, message) => {
    put(file, words);
    const named = [message.startsWith('SRS-1') ? 'SRS-1' : 'UN-1', ...(message.includes('each other') ? ['AP-9'] : [])];
    expect(await refusal(...named, '--by', 'ben')).toEqual([2, expect.stringContaining(message), true]);
  });

  test('where one of several cannot be signed, any of them', async () => {
    replace('records/requirements.md', 'ten minutes', 'five minutes');
    expect(await refusal('ST-1', 'AP-1', '--by', 'ben')).toEqual([2, expect.stringContaining('AP-1 is by ada'), true]);
  });

  /** What it says, and whether all files are as they were. */
  async function refusal(...words: readonly string[]): Promise<readonly [number, string, boolean]> {
    const files = (): readonly string[] => readdirSync(at('records')).map((file) => file + text(`records/${file}`));
    const before = files();
    const { status, notes } = await medward('approve', ...words);
    return [status, notes, JSON.stringify(before) === JSON.stringify(files())];
  }
});
