import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { holdsReleaseOfLabDesk, sampleFolder, type SampleName } from './sample-folders.js';

/** Outside every repository: what Git says of the day's work would change what is printed of evidence. */
const COPIES = mkdtempSync(path.join(tmpdir(), 'medward-expected-'));
afterAll(() => rmSync(COPIES, { recursive: true, force: true }));

async function printed(words: readonly string[]): Promise<string> {
  let text = '';
  const status = await runProgram([...words, '--date', '2026-11-24'], {
    terminal: { out: (more) => (text += more), note: () => undefined, paint: painter(false), width: 100 },
    folder: COPIES,
    now: () => new Date('2026-11-24T00:00:00Z'),
  });
  return `${text}exit status ${status}\n`;
}

const COMMANDS = [
  ['status', []],
  ['check', ['check', '--all']],
  ['assess', ['assess']],
  ['what-if-offline', ['assess', '--what-if', 'exposure=none', '--by-place']],
  ['next', ['next']],
  ['threats', ['threats']],
  ['threats-safety', ['threats', '--safety']],
  ['trace-threat-test', ['trace', 'threat', 'test']],
] as const;

// @verifies TC-714
/** The difference of these files is read like code: it shows what a change of a rule, a pack or a word does to real devices. */
describe.each(['labdesk-begun', 'glucoloop'] as const)('%s prints what stands beside it', (device) => {
  const copy = path.join(COPIES, device);
  cpSync(sampleFolder(device), copy, { recursive: true });
  test.each(COMMANDS)('%s', (name, words) => expectPrinted(device, copy, name, words));
});

/** What is finished is so by its evidence, of which only Git can tell: it is looked at where it lies. */
describe.skipIf(!holdsReleaseOfLabDesk())('labdesk prints what stands beside it', () => {
  test.each(COMMANDS)('%s', (name, words) => expectPrinted('labdesk', sampleFolder('labdesk'), name, words));
});

async function expectPrinted(
  device: SampleName,
  folder: string,
  name: string,
  words: readonly string[],
): Promise<void> {
  const file = path.join(sampleFolder(device), 'expected', `${name}.txt`);
  const found = await printed([...words, '--project', folder]);
  if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(file, found);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(found);
}
