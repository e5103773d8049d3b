/** A person's answers to candidates, as the program writes them into a project: the smallest change, or none. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CandidateOutput, ThreatsEditOutput, ThreatsOutput } from '../src/contract/index.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-threats-'));
  cpSync(path.join(import.meta.dirname, 'fixtures/labdesk-begun'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

function medward(...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words);
}

async function threats(): Promise<ThreatsOutput> {
  return JSON.parse((await medward('threats', '--json')).out) as ThreatsOutput;
}

async function edit(...words: readonly string[]): Promise<ThreatsEditOutput> {
  const { status, out, notes } = await medward('threats', ...words, '--json');
  expect(status, notes).toBe(0);
  return JSON.parse(out) as ThreatsEditOutput;
}

async function candidate(key: string): Promise<CandidateOutput | undefined> {
  return (await threats()).candidates.find((one) => one.key === key);
}

describe('medward threats', () => {
  test('takes a candidate as a threat that is still generic, linked to its targets', async () => {
    const { written } = await edit('take', 'THR-HL7-02@IF-06');
    expect(written).toEqual([{ record: 'TH-13', file: 'records/threats/TH-13.md', keys: ['THR-HL7-02@IF-06'] }]);
    expect(text('records/threats/TH-13.md')).toMatch(
      /^---\nid: TH-13\ntitle: .+\ngeneric: yes\ntaken-from: \[THR-HL7-02@IF-06\]\nstride: \[T, D\]\ntargets: \[IF-06\]\n/,
    );
    expect(await candidate('THR-HL7-02@IF-06')).toBeUndefined();
    const { out } = await medward('check', '--json');
    expect(out).toContain('"threat-left-generic@TH-13"');
  });

  test('rejects all that is said of a record, with one decision each, and the gap there is closed', async () => {
    const before = text('records/release.yaml');
    const { written } = await edit(
      'reject',
      'DF-07',
      '--reason',
      'Both ends trust the database anyway.',
      '--by',
      'haddad',
    );
    expect(written.map((one) => one.record)).toEqual(['DEC-02', 'DEC-03']);
    const after = text('records/release.yaml');
    expect(after.replace(/ {2}- id: DEC-02\n[\s\S]*?(?=\napprovals:)/, '')).toBe(before);
    expect((await medward('check', '--json')).out).not.toContain('"crossing-without-threat@DF-07"');
    const { candidateCounts } = await threats();
    expect(candidateCounts.rejected).toBe(2);
  });

  test('merges a candidate into the threat that answers it, and adds the target that was missing', async () => {
    const before = text('records/threats/TH-06.md');
    await edit('merge', 'THR-NET-03@IF-05', 'TH-06');
    expect(text('records/threats/TH-06.md')).toBe(
      before
        .replace(/^targets: \[EL-05, DF-01\]$/m, 'targets: [EL-05, DF-01, IF-05]')
        .replace(/\n---\n(?=[^-])/, '\ntaken-from: [THR-NET-03@IF-05]\n---\n'),
    );
    expect(await candidate('THR-NET-03@IF-05')).toBeUndefined();
  });

  test('shows one candidate with what the library knows', async () => {
    const { out } = await medward('threats', 'show', 'THR-HL7-02@IF-06');
    expect(out).toContain('Input validation (CTL-INTEG-03)');
    expect(out).toContain('stride@1, THR-HL7-02');
  });

  test('writes nothing on a dry run', async () => {
    const before = text('records/release.yaml');
    const { files } = await edit('reject', 'THR-HL7-02@IF-06', '--reason', 'x', '--by', 'y', '--dry-run');
    expect(files[0]?.text).toContain('THR-HL7-02@IF-06');
    expect(text('records/release.yaml')).toBe(before);
  });

  test.each([
    ['without a reason', ['reject', 'DF-07', '--by', 'haddad'], '--reason'],
    ['without a person', ['reject', 'DF-07', '--reason', 'Because.'], '--by'],
    ['with a blank reason', ['reject', 'DF-07', '--reason', ' ', '--by', 'haddad'], '--reason'],
    ['of what is no candidate', ['take', 'THR-HL7-20@IF-06'], 'did you mean `THR-HL7-02@IF-06`'],
    ['of nothing', ['take'], 'medward threats take KEY'],
    ['into what is no threat', ['merge', 'THR-HL7-02@IF-06', 'SC-01'], 'no threat of this project'],
    ['in a Git revision', ['take', 'THR-HL7-02@IF-06', '--at', 'HEAD'], '--at'],
    ['with another word', ['keep', 'THR-HL7-02@IF-06'], 'not understood'],
  ])('refuses an answer %s', async (_, words, message) => {
    const before = text('records/release.yaml');
    const { status, notes } = await medward('threats', ...words);
    expect([status, notes]).toEqual([2, expect.stringContaining(message)]);
    expect(text('records/release.yaml')).toBe(before);
  });

  test('refuses to write over what changed meanwhile', async () => {
    const { ProjectEdits, applyEdits } = await import('../src/edit/index.js');
    const { readRecords } = await import('../src/records/index.js');
    const file = 'records/threats/TH-06.md';
    const settings = { prefixes: new Map<string, string>(), folder: 'records' };
    const edits = new ProjectEdits(readRecords([{ path: file, text: text(file) }], settings), settings);
    edits.change('TH-06', { path: ['phase'], value: 'deployment' });
    writeFileSync(path.join(folder, file), `${text(file)}Somebody wrote on.\n`);
    expect(() => applyEdits(folder, edits.files())).toThrow(expect.objectContaining({ code: 'file-changed' }));
    expect(text(file)).toMatch(/Somebody wrote on\.\n$/);
  });
});
