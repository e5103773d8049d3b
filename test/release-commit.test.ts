/** A release names a commit, and is made of what that commit holds. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import type { PublishOutput } from '../src/contract/index.js';
import { testFolder, writeFiles } from '../src/project/folder.test-support.js';
import { newPump } from './freshness/pump.js';

const FILES = {
  'medward.yaml':
    'medward: 1\ndevice: { name: Pump, version: 1.0.0 }\nsoftware: [{ id: SW-1, name: Pump, form: embedded, class: A }]\npacks: [iec62304@2015]\nrecords: [records]\n',
  'records/needs.yaml': 'needs: [{ id: UN-1, title: Give doses }]\n',
};

async function release(folder: string, ...words: readonly string[]): Promise<readonly string[]> {
  const said: string[] = [];
  const date = '2026-11-24';
  const status = await runProgram(['publish', 'overhead-report', '--release', '--json', '--date', date, ...words], {
    terminal: { out: (text) => said.push(text), note: () => undefined, paint: painter(false), width: 100 },
    folder,
    now: () => new Date(`${date}T12:00:00Z`),
  });
  const output = JSON.parse(said.join('')) as PublishOutput;
  expect(status).toBe(output.blocking.length > 0 ? 1 : 0);
  expect(output.files.length > 0).toBe(output.blocking.length === 0);
  return output.blocking.map(({ key, message }) => `${key}: ${message}`);
}

describe('a release', () => {
  test('is made of a commit, again and in other formats too', async () => {
    const { folder } = newPump(FILES);
    expect(await release(folder)).toEqual([]);
    // What was written lies in the project now, and nobody committed it.
    expect(await release(folder, '--format', 'md')).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a record that changed',
      { 'records/needs.yaml': 'needs: [{ id: UN-1, title: Give less }]\n' },
      'records/needs.yaml',
    ],
    [
      'a record that Git does not know',
      { 'records/more.yaml': 'needs: [{ id: UN-2, title: Stop }]\n' },
      'records/more.yaml',
    ],
    ['the look of the documents', { 'documents/theme.yaml': "accent: '#0b5d3b'\n" }, 'documents/theme.yaml'],
  ])('is refused for %s', async (_name, files, named) => {
    const { folder } = newPump(FILES);
    writeFiles(folder, files);
    const [said, ...more] = await release(folder);
    expect(more).toEqual([]);
    expect(said).toBe(
      `release-of-uncommitted-files: Not as the commit has it that the documents would name: ${named}. Commit first.`,
    );
  });

  test('is refused where Git tells no commit', async () => {
    const said = await release(testFolder(FILES), '-o', join(testFolder(), 'out'));
    expect(said).toEqual([expect.stringContaining('release-without-commit: ')]);
  });
});
