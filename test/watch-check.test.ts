/** `check --watch` says what `check` would say, again and again, whatever happens to the project meanwhile. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter, type Terminal } from '../src/cli/terminal.js';
import { commitAll, testFolder, writeFiles } from '../src/project/folder.test-support.js';
import { FILES, newPump } from './freshness/pump.js';
import { EDITS } from './kept-answers/edits.js';

const NOW = (): Date => new Date('2026-11-24T12:00:00Z');
/** Somewhere between an idle machine and one that does ten other things. */
const PATIENCE = { timeout: 60_000, interval: 20 };

interface Watch {
  readonly answers: string[];
  readonly notes: () => string;
  readonly stop: () => Promise<number>;
}

function watching(folder: string, ...words: readonly string[]): Watch {
  const answers: string[] = [];
  let notes = '';
  let end = (): void => {};
  const terminal: Terminal = {
    out: (text) => void (text !== '' && answers.push(text)),
    note: (text) => void (notes += text),
    paint: painter(false),
    width: 100,
  };
  const ended = runProgram(['check', '--watch', ...words], {
    terminal,
    folder,
    now: NOW,
    onStop: (stop) => (end = stop),
  });
  const stop = (): Promise<number> => {
    end();
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  return { answers, notes: () => notes, stop };
}

async function plain(folder: string, ...words: readonly string[]): Promise<string> {
  const out: string[] = [];
  const terminal: Terminal = { out: (text) => out.push(text), note: () => {}, paint: painter(false), width: 100 };
  await runProgram(['check', ...words], { terminal, folder, now: NOW });
  return out.join('');
}

async function expectAnswer(watch: Watch, answer: string): Promise<void> {
  await vi.waitFor(() => expect(watch.answers.at(-1)).toBe(answer), PATIENCE);
}

/** Waits until the program has found its folders, so that what happens next is told. */
async function started(folder: string, ...words: readonly string[]): Promise<Watch> {
  const watch = watching(folder, ...words);
  await vi.waitFor(() => expect(watch.notes()).toContain('Ctrl-C ends'), PATIENCE);
  return watch;
}

const inFile = (folder: string, path: string, from: string, to: string): void =>
  writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replaceAll(from, to));

// @verifies TC-722
describe('prints again', { timeout: 120_000 }, () => {
  test('when a record changes, and when it is changed back', async () => {
    const { folder } = newPump();
    const watch = await started(folder);
    const first = await plain(folder);
    expect(watch.answers).toEqual([first]);
    inFile(folder, 'records/requirements.yaml', 'level: software', 'level: system');
    const second = await plain(folder);
    expect(second).not.toBe(first);
    await expectAnswer(watch, second);
    inFile(folder, 'records/requirements.yaml', 'level: system', 'level: software');
    await expectAnswer(watch, first);
    expect(watch.notes()).toMatch(/^changed {2}12:00:00, answered in \d+\.\d\d s$/m);
  });

  test.each<[string, (folder: string) => void]>([
    [
      'an editor saves beside the file and renames',
      (folder) => {
        writeFileSync(join(folder, 'records/items.yaml~'), 'items:\n  - { id: EL-9, title: Nine }\n');
        renameSync(join(folder, 'records/items.yaml~'), join(folder, 'records/items.yaml'));
      },
    ],
    ['a file is deleted', (folder) => rmSync(join(folder, 'records/tests.yaml'))],
    [
      'a file comes into a folder that was not there',
      (folder) => writeFiles(folder, { 'records/a/b/n.yaml': 'needs:\n  - { id: UN-1 }\n' }),
    ],
    ['a tag in code', (folder) => inFile(folder, 'test/dose.test.ts', 'TC-1', 'TC-99')],
    ['the settings', (folder) => inFile(folder, 'medward.yaml', 'class: B', 'class: C')],
    ['what is ignored', (folder) => writeFiles(folder, { '.gitignore': 'records/tests.yaml\n' })],
  ])('%s', async (_, edit) => {
    const { folder } = newPump();
    const watch = await started(folder, '--all');
    edit(folder);
    await expectAnswer(watch, await plain(folder, '--all'));
    expect(watch.answers.length).toBeGreaterThan(1);
  });

  test('when a folder is deleted, made again, and edited in', async () => {
    const { folder } = newPump();
    const watch = await started(folder, '--all');
    const kept = testFolder();
    cpSync(join(folder, 'records'), kept, { recursive: true });
    rmSync(join(folder, 'records'), { recursive: true });
    await expectAnswer(watch, await plain(folder, '--all'));
    cpSync(kept, join(folder, 'records'), { recursive: true });
    await expectAnswer(watch, await plain(folder, '--all'));
    inFile(folder, 'records/requirements.yaml', 'level: software', 'level: system');
    await expectAnswer(watch, await plain(folder, '--all'));
    expect(watch.answers.length).toBe(4);
  });

  test('when somebody commits', async () => {
    const { folder } = newPump();
    writeFiles(folder, { 'documents/plan.md': 'Another plan.\n' });
    const watch = await started(folder, '--json');
    const read = (line: string | undefined): unknown => (JSON.parse(line ?? '{}') as { project: unknown }).project;
    expect(read(watch.answers.at(-1))).toMatchObject({ dirty: true });
    const commit = commitAll(folder);
    await vi.waitFor(() => expect(read(watch.answers.at(-1))).toMatchObject({ commit, dirty: false }), PATIENCE);
  });
});

describe('goes on', { timeout: 120_000 }, () => {
  test('while nobody can read the settings', async () => {
    const { folder } = newPump();
    const watch = await started(folder);
    const first = await plain(folder);
    const settings = readFileSync(join(folder, 'medward.yaml'), 'utf8');
    writeFileSync(join(folder, 'medward.yaml'), 'medward: [\n');
    await vi.waitFor(() => expect(watch.notes()).toContain('error  medward.yaml cannot be used.'), PATIENCE);
    rmSync(join(folder, 'medward.yaml'));
    await vi.waitFor(() => expect(watch.notes()).toContain('error  No `medward.yaml` stands in'), PATIENCE);
    writeFileSync(join(folder, 'medward.yaml'), settings.replace('version: 1.0.0', 'version: 1.0.1'));
    await expectAnswer(watch, first.replace('Pump 1.0.0', 'Pump 1.0.1'));
  });

  test('where the settings go away as soon as it watches', async () => {
    const { folder } = newPump();
    const watch = await started(folder);
    const first = await plain(folder);
    const [here, away] = [join(folder, 'medward.yaml'), join(folder, 'medward.away')];
    renameSync(here, away);
    await vi.waitFor(() => expect(watch.notes()).toContain('error  No `medward.yaml` stands in'), PATIENCE);
    renameSync(away, here);
    await expectAnswer(watch, first);
  });

  test('from a start at which nobody can read them', async () => {
    const { folder } = newPump();
    const first = await plain(folder);
    const settings = readFileSync(join(folder, 'medward.yaml'), 'utf8');
    writeFileSync(join(folder, 'medward.yaml'), 'medward: [\n');
    const watch = await started(folder);
    expect(watch.notes()).toContain('error  medward.yaml cannot be used.');
    writeFileSync(join(folder, 'medward.yaml'), settings);
    await expectAnswer(watch, first);
  });

  test('while the whole project is gone', async () => {
    const folder = join(testFolder(), 'pump');
    mkdirSync(folder);
    writeFiles(folder, FILES);
    const watch = await started(folder, '--project', folder);
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => expect(watch.notes()).toContain('error  '), PATIENCE);
    writeFiles(folder, { ...FILES, 'records/need.md': '## UN-1 A need\n' });
    await expectAnswer(watch, await plain(folder));
    expect(watch.notes().match(/^error /gm)?.length).toBeLessThan(4);
  });

  test('and says on standard error that an edit changed nothing', async () => {
    const { folder } = newPump();
    const watch = await started(folder);
    inFile(folder, 'records/items.yaml', 'Dose unit', 'Dose  unit');
    await vi.waitFor(() => expect(watch.notes()).toMatch(/^the same {2}12:00:00/m), PATIENCE);
    expect(watch.answers.length).toBe(1);
  });
});

describe('ends', () => {
  test('when the user ends it, with the status of the last answer', async () => {
    const { folder } = newPump();
    expect(await (await started(folder)).stop()).toBe(1);
  });

  test('when nobody reads any more', async () => {
    const { folder } = newPump();
    const terminal: Terminal = {
      out: () => {},
      note: () => {},
      paint: painter(false),
      width: 100,
      isOpen: () => false,
    };
    expect(await runProgram(['check', '--watch'], { terminal, folder, now: NOW })).toBe(1);
  });

  test.each([
    [['--format', 'sarif'], 'The option --watch prints text or JSON, not sarif.'],
    [['--at', 'HEAD'], 'A revision does not change'],
  ])('at once where it makes no sense: %s', async (words, says) => {
    const { folder } = newPump();
    const watch = watching(folder, ...words);
    await vi.waitFor(() => expect(watch.notes()).toContain(says), PATIENCE);
    expect(await watch.stop()).toBe(2);
  });
});

test('with --json each answer is one line, also one that says why there is none', { timeout: 120_000 }, async () => {
  const { folder } = newPump();
  const watch = await started(folder, '--json');
  const first = await plain(folder, '--json');
  writeFileSync(join(folder, 'medward.yaml'), 'medward: [\n');
  await vi.waitFor(() => expect(watch.answers.length).toBe(2), PATIENCE);
  for (const answer of watch.answers) expect(answer).toMatch(/^\{.*\}\n$/);
  expect(JSON.parse(watch.answers[0] ?? '')).toEqual(JSON.parse(first));
  expect(JSON.parse(watch.answers[1] ?? '')).toMatchObject({ schema: 'medward/error/1', code: 'settings-unusable' });
});

test('after any edits it says what a run says', { timeout: 600_000 }, async () => {
  const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(10_000)), {
    minLength: 3,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const { folder } = newPump();
      const watch = await started(folder, '--json');
      for (const [edit, pick] of all) await EDITS[edit]?.(folder, pick);
      const anew = await plain(folder, '--json');
      // Not one line: what cannot be answered is told in another form.
      const expected = anew === '' ? anew : `${JSON.stringify(JSON.parse(anew))}\n`;
      await expectAnswer(watch, expected);
      await watch.stop();
    }),
    { numRuns: 8 },
  );
});
