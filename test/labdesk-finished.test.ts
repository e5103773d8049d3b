/** LabDesk shows what done looks like: no gap, every obligation met or not due, every document released and stamped. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { assess, check, openProject, readGitFacts } from '../src/index.js';
import { sampleFolder } from './sample-folders.js';

const DATE = '2026-11-24';
const STAMP = /fictional/i;
/** Matrices of packs that LabDesk did not choose. */
const OF_OTHER_PACKS = new Set(['conformity-eu-mdr', 'conformity-fda']);
const folder = sampleFolder('labdesk');
const out = mkdtempSync(path.join(tmpdir(), 'medward-finished-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function medward(...words: readonly string[]): Promise<{ status: number; printed: string }> {
  const printed: string[] = [];
  const status = await runProgram([...words, '--project', folder, '--date', DATE], {
    terminal: { out: (text) => printed.push(text), note: () => undefined, paint: painter(false), width: 100 },
    folder,
    now: () => new Date(`${DATE}T12:00:00Z`),
  });
  return { status, printed: printed.join('') };
}

// Without a repository, as in a source archive, no result is current, and nothing is finished.
describe.skipIf(readGitFacts(folder).commit === null)('the finished LabDesk', () => {
  test('has no gap, blocking or not', () => {
    const { problems, gaps } = check(openProject(folder), { date: DATE });
    expect(problems).toEqual([]);
    expect(gaps.filter((gap) => gap.decision === null).map((gap) => `${gap.severity} ${gap.key}`)).toEqual([]);
  });

  test('meets every obligation that is due', () => {
    const { obligations } = assess(openProject(folder), { date: DATE });
    const open = obligations.filter(({ status }) => status !== 'met' && status !== 'not-due');
    expect(open.map(({ id, status }) => `${id} is ${status}`)).toEqual([]);
  });

  test('takes no obligation out by a decision', () => {
    const { obligations } = assess(openProject(folder), { date: DATE });
    expect(obligations.flatMap(({ decisions }) => decisions)).toEqual([]);
  });

  test('releases each of its documents, with the stamp in it', { timeout: 120_000 }, async () => {
    const listed = (await medward('publish', '--list')).printed
      .split('\n')
      .flatMap((line) => /^[a-z][a-z0-9-]+/.exec(line) ?? [])
      .filter((id) => !OF_OTHER_PACKS.has(id));
    expect(listed.length).toBeGreaterThan(30);
    const { status } = await medward('publish', '--release', '--format', 'html,docx', '-o', out);
    expect(status).toBe(0);
    const written = readdirSync(out);
    for (const id of listed) expect(written).toEqual(expect.arrayContaining([`${id}.html`, `${id}.docx`]));
    for (const name of written.filter((one) => one.endsWith('.html')))
      expect(readFileSync(path.join(out, name), 'utf8')).toMatch(STAMP);
    for (const name of written.filter((one) => one.endsWith('.docx')))
      expect(footersOf(path.join(out, name))).toMatch(STAMP);
  });
});

/** What stands below each page. */
function footersOf(file: string): string {
  const parts = unzipSync(readFileSync(file));
  return Object.keys(parts)
    .filter((name) => name.startsWith('word/footer'))
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    .join('\n');
}
