/**
 * One control followed from its threat to proof, as somebody at the terminal sees it: each link is broken in turn, and
 * `medward threats` and `medward show` say which one.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { commitAll, writeFiles } from '../src/project/folder.test-support.js';
import { add, allPassed, commitFiles, DATE, FILES, junit, newPump } from './freshness/pump.js';

async function medward(folder: string, ...words: readonly string[]): Promise<string> {
  let out = '';
  await runProgram([...words, '--date', DATE], {
    terminal: { out: (text) => (out += text), note: () => undefined, paint: painter(false), width: 200 },
    folder,
    now: () => new Date(`${DATE}T12:00:00Z`),
  });
  return out;
}

/** The row of the threat, and why it is not proven. */
async function threat(folder: string): Promise<{ readonly row: string; readonly why: string }> {
  const out = await medward(folder, 'threats');
  const lines = out.split('\n');
  const row = lines.find((line) => line.startsWith('TH-1 ')) ?? '';
  const why =
    lines.find((line) => line.startsWith('  TH-1 ')) ?? lines.find((line) => line.startsWith('None is')) ?? '';
  return { row, why: why.replace(/^ {2}TH-1 +/, '') };
}

async function shown(folder: string, id: string): Promise<string> {
  const out = await medward(folder, 'show', id);
  return /\nVerification\n([^]*?)\n\n/.exec(out)?.[1]?.replaceAll(/ +/g, ' ') ?? 'nothing';
}

async function proven(): Promise<string> {
  const { folder } = newPump();
  await add(folder, allPassed());
  commitAll(folder);
  return folder;
}

// @verifies TC-520
describe('the story of one control', () => {
  test('written down: a claim', async () => {
    const { folder } = newPump();
    const { row, why } = await threat(folder);
    expect(row).toContain('not proven  SC-1');
    expect(row).toMatch(/\[.+\]/);
    expect(why).toBe('None is proven: no test of these controls has a result.');
    expect(await shown(folder, 'TH-1')).toBe(
      'state not verified: a result is missing\n TC-4 has no result\n TC-1 has no result\n TC-3 has no result',
    );
  });

  test('tested: proven, and so is all on the way', async () => {
    const folder = await proven();
    const { row, why } = await threat(folder);
    expect(row).toContain('  proven  ');
    expect(row).not.toContain('[');
    expect(why).toBe('');
    for (const id of ['TH-1', 'SC-1', 'SRS-1']) {
      expect(await shown(folder, id)).toBe('state verified by current results');
    }
    for (const id of ['TC-3', 'TC-4']) {
      expect(await shown(folder, id)).toBe(
        'state verified by current results\nresult passed on 2026-11-20 for the content of today',
      );
    }
  });

  const edit =
    (path: string, from: string, to: string) =>
    (folder: string): void => {
      const text = String(FILES[path]);
      expect(text).toContain(from);
      writeFiles(folder, { [path]: text.replace(from, to) });
    };

  // Which link breaks, what the threats say, and what the record next to the break says of itself.
  test.each<[what: string, breaks: (folder: string) => Promise<void> | void, why: string, at: string, says: string]>([
    [
      'the test of the control is gone',
      edit('records/tests.yaml', 'verifies: [SC-1, SRS-1]', 'verifies: [SRS-1]'),
      'no test verifies SC-1.',
      'TH-1',
      'state not verified: a result is missing\n no test verifies SC-1',
    ],
    [
      'no requirement realises the control',
      edit('records/requirements.yaml', 'realised-by: [SRS-1], ', ''),
      'nothing realises SC-1.',
      'TH-1',
      'state not verified: a result is missing\n nothing realises SC-1',
    ],
    [
      'the requirement says something else',
      edit('records/requirements.yaml', 'above 10 ml', 'above 12 ml'),
      'TC-1 is out of date: SRS-1 changed since; TC-3 is out of date: SRS-1 changed since; and 1 more.',
      'SRS-1',
      'state not verified any more\n TC-1 is out of date: SRS-1 changed since\n TC-3 is out of date: SRS-1 changed since\n TC-4 is out of date: SRS-1 changed since',
    ],
    [
      'the control mitigates nothing',
      edit('records/requirements.yaml', ', mitigates: [TH-1]', ''),
      'no control mitigates TH-1.',
      'TH-1',
      'state not verified: a result is missing\n no control mitigates TH-1',
    ],
    [
      'a link leads nowhere',
      edit('records/requirements.yaml', 'realised-by: [SRS-1]', 'realised-by: [SRS-1, SRS-404]'),
      'what realises SC-1 is not all there.',
      'TH-1',
      'state not verified: a result is missing\n what realises SC-1 is not all there',
    ],
    [
      'a file of the build changed',
      edit('src/main.ts', '1', '2'),
      'TC-3 is out of date: src/main.ts changed since; TC-4 is out of date: src/main.ts changed since.',
      'TC-4',
      'state not verified any more\n TC-4 is out of date: src/main.ts changed since',
    ],
    [
      'the test failed since',
      (folder) => add(folder, junit('2026-11-22T10:00:00Z', { 'TC-4': 'failed' })),
      'TC-4 failed on 2026-11-22.',
      'SC-1',
      'state failed\n TC-4 failed on 2026-11-22',
    ],
    [
      'it passed after it had failed, on the same files',
      async (folder) => {
        await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-4': 'failed' }));
        await add(folder, junit('2026-11-22T10:00:00Z', { 'TC-4': 'passed' }));
      },
      'TC-4 passed only after it had failed on the same content.',
      'TC-4',
      'state not known\n TC-4 passed only after it had failed on the same content',
    ],
    [
      'somebody touched the evidence',
      (folder) => {
        const statements = join(folder, 'evidence/statements');
        const [name = ''] = readdirSync(statements);
        const text = readFileSync(join(statements, name), 'utf8');
        writeFiles(folder, { [`evidence/statements/${name}`]: text.replace('"addedOn"', '"addedOn" ') });
      },
      'None is proven: no test of these controls has a result.',
      'TC-4',
      'state not verified: a result is missing\n TC-4 has no result',
    ],
    [
      'the history is gone',
      (folder) => rmSync(join(folder, '.git'), { recursive: true }),
      'TC-1 passed, but Git cannot tell the files of today; TC-3 passed, but Git cannot tell the files of today; and 1 more.',
      'TC-4',
      'state not known\n TC-4 passed, but Git cannot tell the files of today',
    ],
  ])('%s', async (_, breaks, why, at, says) => {
    const folder = await proven();
    await breaks(folder);
    const seen = await threat(folder);
    expect(seen.row).toContain('not proven');
    expect(seen.why).toBe(why);
    expect(await shown(folder, at)).toBe(says);
  });

  test('mended and run again: proven again', async () => {
    const folder = await proven();
    commitFiles(folder, { 'src/main.ts': 'export const main = 2;\n' });
    expect((await threat(folder)).row).toContain('not proven');
    await add(folder, allPassed('2026-11-23T10:00:00Z'));
    expect((await threat(folder)).row).toContain('  proven  ');
    expect(await medward(folder)).toContain('1 of 1 threats have proven controls');
  });
});
