/** Tries to break Medward with what a supplier, a machine or somebody with bad intentions may put into a project. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { settingsCases } from './hostile/bad-settings.js';
import { markdownCases } from './hostile/broken-markdown.js';
import { yamlCases } from './hostile/broken-yaml.js';
import type { HostileCase } from './hostile/hostile-case.js';
import { largeCases } from './hostile/large-files.js';
import { makeFolder, RAW_CONTROL, removeFolder, runIn, stateOf } from './hostile/run-medward.js';
import { COMMANDS, STEERING } from './hostile/steering-text.js';
import { wordCases } from './hostile/strange-words.js';

// Ten times what an idle machine needs: a case that falls back to square time needs far more.
const MAX_MS = 20_000;
const MISTAKE = /mistake of its own|\n\s+at .+:\d+:\d+\)?/;

function folderOf(files: HostileCase['files']): string {
  const folder = makeFolder(typeof files === 'function' ? files() : files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

// @verifies TC-901
describe.each([
  ['broken YAML', yamlCases],
  ['broken Markdown', markdownCases],
  ['bad settings and packs', settingsCases],
  ['large files', largeCases],
])('%s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', { timeout: 60_000 }, async (_name, one) => {
    const folder = folderOf(one.files);
    const before = stateOf(folder);
    const check = await runIn(folder, ['check', '--all']);
    const said = check.out + check.err;
    expect(said).not.toMatch(MISTAKE);
    expect(said).not.toMatch(RAW_CONTROL);
    expect(check.status).toBe(one.status);
    for (const words of one.says) expect(said).toContain(words);
    for (const words of one.never ?? []) expect(said).not.toContain(words);
    expect(check.ms).toBeLessThan(MAX_MS);
    if (one.status === 1) {
      const json = await runIn(folder, ['assess', '--json']);
      expect(json.status).toBe(0);
      expect(metIn(json.out)).toEqual([]);
      for (const id of one.kept ?? []) expect((await runIn(folder, ['show', id])).status, id).toBe(0);
      for (const id of one.lost ?? []) expect((await runIn(folder, ['show', id])).status, id).toBe(2);
    }
    expect(stateOf(folder)).toBe(before);
  });
});

/** Products that count as done although next to nothing is there. */
function metIn(json: string): readonly string[] {
  const { obligations } = JSON.parse(json) as { obligations: { id: string; status: string }[] };
  return obligations.filter((one) => one.status === 'met').map((one) => one.id);
}

describe('words on the command line', () => {
  test.each(wordCases.map((one) => [one.words.join(' ').slice(0, 60), one] as const))('%s', async (_, one) => {
    const folder = folderOf(one.files ?? {});
    const before = stateOf(folder);
    const run = await runIn(folder, one.words);
    expect(run.out + run.err).not.toMatch(MISTAKE);
    expect(run.out + run.err).not.toMatch(RAW_CONTROL);
    expect(run.status).toBe(one.status);
    if (one.status === 2) expect(run.err).toMatch(/^error {2}\S/);
    if (one.says !== undefined) expect(run.out + run.err).toContain(one.says);
    expect(stateOf(folder)).toBe(before);
  });
});

// @verifies TC-710
describe('text that would steer a terminal', () => {
  test.each(COMMANDS.map((words) => [JSON.stringify(words.join(' ')), words] as const))('%s', async (_, words) => {
    const folder = folderOf(STEERING);
    const run = await runIn(folder, words);
    // The line end of CSV is fixed by its format.
    expect((run.out + run.err).replaceAll('\r\n', '\n')).not.toMatch(RAW_CONTROL);
    expect(run.out + run.err).not.toMatch(MISTAKE);
    if (words.includes('--json') && run.status < 2) expect(() => JSON.parse(run.out) as unknown).not.toThrow();
  });

  test('JSON keeps it, escaped', async () => {
    const folder = folderOf(STEERING);
    const { out } = await runIn(folder, ['show', 'SRS-2', '--json']);
    const { record } = JSON.parse(out) as { record: { title: string } };
    expect(record.title).toBe('t\u001B]0;evil\u0007\u202E\u009B2J');
  });
});

test('each place that cannot be read is told once', async () => {
  const folder = folderOf({ 'medward.yaml': 'medward: 1\ndevice: { name: x }\n', 'records/a.yaml': 'a: b: c\n' });
  const { out } = await runIn(folder, ['check', '--json']);
  const { problems } = JSON.parse(out) as { problems: unknown[] };
  expect(problems).toHaveLength(1);
});
