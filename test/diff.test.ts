/** `medward diff` over real Git repositories: revisions, releases, approvals, the folder; planted changes in GlucoLoop; pictures. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { DiffOutput } from '../src/contract/index.js';
import { commitAll, git, testFolder, writeFiles } from '../src/project/folder.test-support.js';
import { add, allPassed, assessed, FILES, newPump } from './freshness/pump.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

const EXAMPLES = join(import.meta.dirname, '../examples');
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

function medward(folder: string, ...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words);
}

const schema = medward(EXAMPLES, 'schema', 'output/diff').then(({ out }) => ajv.compile(JSON.parse(out) as object));

async function diff(folder: string, ...words: readonly string[]): Promise<DiffOutput> {
  const { status, out, notes } = await medward(folder, 'diff', ...words, '--json');
  expect(status, notes).toBe(0);
  const output = JSON.parse(out) as DiffOutput;
  const validate = await schema;
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  return output;
}

const EMPTY = { added: [], removed: [], renamed: [], changed: [], unread: [], model: [], consequences: [] };
const requirements = String(FILES['records/requirements.yaml']);
const items = String(FILES['records/items.yaml']);

describe('two states', () => {
  test('of the same content give an empty difference', async () => {
    const { folder, commit } = newPump();
    expect(await diff(folder, 'HEAD')).toMatchObject({
      ...EMPTY,
      base: { named: 'HEAD', release: null, commit, dirty: false, version: '1.0.0' },
      head: { named: null, commit, dirty: false },
    });
    const { out } = await medward(folder, 'diff', 'HEAD');
    expect(out).toContain('Nothing differs: no record, no fact, no demand, no result.\n');
  });

  test('that differ in comments, order and files give an empty difference', async () => {
    const { folder } = newPump();
    writeFiles(folder, {
      'records/requirements.yaml': '# moved\n',
      'records/other/all.yaml': `# here now\n${requirements}`,
      'records/items.yaml': items.replace(/( {2}- \{ id: EL-1.*\n)( {2}- \{ id: EL-2.*\n)/, '$2\n$1'),
    });
    expect(await diff(folder, 'HEAD')).toMatchObject(EMPTY);
  });

  test('are revisions, the commit of a release, or the folder', async () => {
    const { folder, commit } = newPump();
    writeFiles(folder, {
      'records/items.yaml': items.replace('title: Order to dose', 'title: Order to dose, enabled: no'),
      'records/release.yaml': `releases:\n  - { id: REL-1, version: 1.0.0, commit: ${commit} }\n`,
    });
    const second = commitAll(folder);
    writeFiles(folder, {
      'records/items.yaml': items.replace('title: Order to dose', 'title: Order to dose, enabled: yes'),
    });
    const changed = [{ id: 'IF-1', fields: ['enabled'], values: [{ name: 'enabled', before: null, after: 'yes' }] }];
    expect(await diff(folder, 'REL-1')).toMatchObject({
      added: ['REL-1'],
      changed,
      base: { named: 'REL-1', release: 'REL-1', commit },
      head: { commit: second, dirty: true },
    });
    expect((await diff(folder, 'HEAD')).model[0]!.what).toBe('IF-1 (Order to dose) was closed and is open now.');
    expect(await diff(folder, 'HEAD', 'REL-1')).toMatchObject({
      removed: ['REL-1'],
      head: { release: 'REL-1', commit },
    });
    expect((await diff(folder, 'HEAD~1', 'HEAD')).changed[0]!.values[0]!.after).toBe('no');
  });

  test('of which one has results that hold no more', async () => {
    const { folder } = newPump();
    await add(folder, allPassed());
    commitAll(folder);
    writeFiles(folder, {
      'records/requirements.yaml': requirements.replace('10 ml', '20 ml'),
      'src/dose/limit.ts': 'export const limit = 20;\n',
    });
    const { consequences } = await diff(folder, 'HEAD');
    const results = consequences.filter(({ sort }) => sort === 'result-void');
    expect(results.map(({ id, because }) => [id, because])).toEqual([
      ['TC-1', ['SRS-1']],
      ['TC-2', []],
      ['TC-3', ['SRS-1']],
      ['TC-4', ['SRS-1']],
    ]);
    expect(results[1]!.what).toBe(
      'The result of TC-2 (Order reaches dose) counted and does not count any more: TC-2 is out of date: src/dose/limit.ts changed since.',
    );
  });
});

test('a proof that is lost raises what is left of a risk', async () => {
  const rated = requirements.replace(
    'targets: [EL-2],',
    'targets: [EL-2], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S4 },',
  );
  const { folder } = newPump({ 'records/requirements.yaml': rated });
  await add(folder, allPassed());
  commitAll(folder);
  writeFiles(folder, { 'src/orders/client.ts': 'export const client = 2;\n' });
  expect((await diff(folder, 'HEAD')).model.map(({ sort, what }) => `${sort}: ${what}`)).toEqual([
    'risk-up: What is left of the risk of TH-1 (A flood of orders) was L and is U now, because TC-3 is out of date: src/orders/client.ts changed since.',
  ]);
});

describe('an approval as what is compared with', () => {
  const approved = (): string => {
    const { folder } = newPump();
    const { trace } = assessed(folder);
    const bound = ['EL-1', 'SRS-1', 'TH-1'].map((id) => `${id}: ${trace.hash(trace.find(id)!)}`).join(', ');
    writeFiles(folder, {
      'records/approvals.yaml': `approvals:\n  - { id: AP-1, by: Ada, role: lead, meaning: approver, date: 2026-11-01, approves: [EL-1, SRS-1, TH-1], bound-to: { ${bound} } }\n  - { id: AP-2, by: Ada }\n`,
    });
    return folder;
  };

  test('tells by hashes alone what does not stand any more', async () => {
    const folder = approved();
    expect(await diff(folder, 'AP-1')).toMatchObject({ ...EMPTY, base: { named: 'AP-1', commit: null } });
    writeFiles(folder, {
      'records/requirements.yaml': requirements.replace('10 ml', '20 ml').replace(/threats:[^]*/, ''),
    });
    expect(await diff(folder, 'AP-1')).toMatchObject({
      changed: [{ id: 'SRS-1', fields: [], values: [] }],
      removed: ['TH-1'],
      bindings: [{ id: 'AP-1', kind: 'approval', holds: ['EL-1'], void: ['SRS-1', 'TH-1'], unknown: [] }],
    });
    const { out } = await medward(folder, 'diff', 'AP-1');
    expect(out).toContain(
      'The approval AP-1 was given for 3 records: 1 say what they said then, 2 say something else or are gone.\n',
    );
  });

  test('needs its hashes, and is no picture and no head', async () => {
    const folder = approved();
    const refused = async (...words: readonly string[]): Promise<string> => {
      const { status, notes } = await medward(folder, 'diff', ...words);
      expect(status).toBe(2);
      return notes;
    };
    expect(await refused('AP-2')).toContain('AP-2 keeps no hash of what it is about');
    expect(await refused('AP-1', '-o', 'a.svg')).toContain('AP-1 keeps hashes and no model that could be drawn.');
    expect(await refused('HEAD', 'AP-1')).toContain('AP-1 is no release and names no commit.');
  });
});

describe('what names no state', () => {
  test.each([
    [['nope'], '`nope` names no commit and no release.'],
    [['--', '-x'], '`-x` names no commit and no release.'],
    [['SRS-1'], 'SRS-1 is a requirement and names no state of the project.'],
    [['REL-8'], 'The release REL-8 names no commit.'],
    [['REL-9'], 'The commit 1234567 of the release REL-9 is not in this clone.'],
    [['REL-7'], '`REL-7` names no commit and no release; did you mean `REL-8`?'],
    [[], 'Nothing is named to compare with.'],
    [['HEAD', 'HEAD', 'HEAD'], 'More than two states are named.'],
    [['HEAD', '-o', 'a.gif'], 'a.gif has the ending of neither of the two formats.'],
    [['HEAD', '--purpose', 'globl', '-o', 'a.svg'], 'There is no purpose `globl`; did you mean `global`?'],
    [['HEAD', '--purpose', 'global'], 'A purpose is drawn, and no file is named.'],
  ])('%j', async (words, expected) => {
    const { folder } = newPump({
      'records/release.yaml':
        'releases:\n  - { id: REL-8, version: 8.0.0 }\n  - { id: REL-9, version: 9.0.0, commit: 1234567 }\n',
    });
    const { status, out, notes } = await medward(folder, 'diff', ...words);
    expect([status, out]).toEqual([2, '']);
    expect(notes).toContain(expected);
  });

  test('in a shallow clone, says that it is one', async () => {
    const { folder, commit } = newPump();
    writeFiles(folder, { 'records/release.yaml': `releases:\n  - { id: REL-1, version: 1.0.0, commit: ${commit} }\n` });
    commitAll(folder);
    const clone = join(testFolder(), 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    expect((await medward(clone, 'diff', 'HEAD~1')).notes).toContain(
      '`HEAD~1` names no commit of this clone, which is shallow, and no release.',
    );
    const { status, notes } = await medward(clone, 'diff', 'REL-1');
    expect(status).toBe(2);
    expect(notes).toContain(`of the release REL-1 is not in this clone, which is shallow.`);
    expect(notes).toContain('git fetch --unshallow --tags');
  });

  test('a revision without a project, and a folder without Git', async () => {
    const folder = testFolder({ 'a.txt': 'a' });
    commitAll(folder);
    writeFiles(folder, FILES);
    const { status, notes } = await medward(folder, 'diff', 'HEAD');
    expect(status).toBe(2);
    expect(notes).toContain('HEAD has no `medward.yaml` in the folder of the project.');
    const bare = testFolder(FILES);
    expect((await medward(bare, 'diff', 'HEAD')).status).toBe(2);
  });

  test('a revision whose settings are broken is told as that revision', async () => {
    const { folder } = newPump({ 'medward.yaml': 'medward: [' });
    writeFiles(folder, FILES);
    const { status, notes } = await medward(folder, 'diff', 'HEAD');
    expect(status).toBe(2);
    expect(notes).toContain('The places below are those of HEAD, not of the folder.');
  });
});

describe('GlucoLoop', () => {
  const glucoloop = (): string => {
    const folder = join(testFolder(), 'glucoloop');
    cpSync(join(EXAMPLES, 'glucoloop'), folder, { recursive: true });
    commitAll(folder);
    return folder;
  };
  const replaceIn = (folder: string, file: string, from: string | RegExp, to: string): void => {
    const path = join(folder, 'records', file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed, `${file} holds ${String(from)}`).not.toBe(text);
    writeFileSync(path, changed);
  };

  test('one planted change of each sort is told, and nothing else', async () => {
    const folder = glucoloop();
    expect(await diff(folder, 'HEAD')).toMatchObject(EMPTY);
    replaceIn(folder, 'architecture/flows.yaml', '    authentication: app PIN or biometric for bolus\n', '');
    replaceIn(
      folder,
      'architecture/flows.yaml',
      'protocol: screen and sound\n    assets: [AS-01]',
      'protocol: screen and sound\n    assets: [AS-01, AS-03]',
    );
    replaceIn(folder, 'architecture/interfaces.yaml', 'enabled: service-only', 'enabled: yes');
    replaceIn(
      folder,
      'architecture/interfaces.yaml',
      'interfaces:\n',
      'interfaces:\n  - { id: IF-90, title: Spare radio, item: EL-05, medium: BLE, enabled: yes, reach: adjacent }\n',
    );
    replaceIn(
      folder,
      'architecture/flows.yaml',
      'flows:\n',
      'flows:\n  - { id: DF-90, title: Copy, from: EL-01, to: EL-09, via: [IF-14] }\n',
    );
    replaceIn(
      folder,
      'threats/TH-01.md',
      'after: { vector: AV:A/AC:H/PR:H/UI:R, severity: S3',
      'after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S5',
    );
    replaceIn(folder, 'controls/security.md', /## SC-02 [^]*?(?=## SC-03)/, '');
    const { model, removed, added } = await diff(folder, 'HEAD');
    expect({ added, removed }).toEqual({ added: ['DF-90', 'IF-90'], removed: ['SC-02'] });
    const { out } = await medward(folder, 'diff', 'HEAD');
    expect(out).toMatch(/^From HEAD \(commit [0-9a-f]{7}\) to the folder \(commit [0-9a-f]{7} and changes\)\.\n/);
    expect(out).toContain('\nSecurity (7)\n  worse  The risk of TH-01');
    expect(out).toMatch(/\n {2}new {6}flow DF-90 {2}Copy\n/);
    expect(out).toMatch(/\n {2}… and \d+ more; --all shows them\.\n/);
    expect((await medward(folder, 'diff', 'HEAD', '--all')).out).not.toContain('--all shows them');
    expect(model.map(({ direction, what }) => `${direction}: ${what}`)).toEqual([
      'worse: The risk of TH-01 (Attacker pairs with the pump and sends commands) that is claimed after control was L and is U now.',
      'worse: The control SC-02 (End-to-end signed dose commands) is gone; it answered TH-01, TH-02, TH-06, TH-08, TH-10, TH-15, TH-25.',
      'worse: DF-01 (meal and mode input) states no authentication any more; it was “app PIN or biometric for bolus”.',
      'worse: IF-03 (Pump debug connector) was for service only and is open now.',
      'worse: DF-90 (Copy) is a new flow from EL-01 to EL-09. It crosses TB-APP, TB-PHONE. No threat considers it.',
      'open: DF-02 (glucose display and alerts) carries AS-03 now.',
      'open: IF-90 (Spare radio) is a new interface, open; its reach is adjacent.',
    ]);
  });

  test('is drawn with what changed, as SVG and as PNG', async () => {
    const folder = glucoloop();
    replaceIn(
      folder,
      'architecture/flows.yaml',
      'flows:\n',
      'flows:\n  - { id: DF-90, title: Copy, from: EL-01, to: EL-09, via: [IF-14] }\n',
    );
    replaceIn(folder, 'architecture/interfaces.yaml', 'enabled: service-only', 'enabled: yes');
    const { drawing } = await diff(folder, 'HEAD', '-o', 'out.svg');
    expect(drawing).toEqual({ file: 'out.svg', purpose: 'global' });
    const svg = readFileSync(join(folder, 'out.svg'), 'utf8');
    for (const word of ['DF-90', '>new<', '>changed<', 'EL-05', 'what changed since HEAD']) expect(svg).toContain(word);
    await medward(folder, 'diff', 'HEAD', '-o', 'out.png', '--purpose', 'updateability');
    expect(readFileSync(join(folder, 'out.png')).subarray(1, 4).toString()).toBe('PNG');
    rmSync(join(folder, 'out.png'));
    writeFileSync(join(folder, 'out.png'), 'a note');
    expect((await medward(folder, 'diff', 'HEAD', '-o', 'out.png')).status).toBe(2);
    expect(readFileSync(join(folder, 'out.png'), 'utf8')).toBe('a note');
    expect(existsSync(join(folder, '.medward-editing'))).toBe(false);
  });
});
