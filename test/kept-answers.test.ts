/** A kept answer is the answer that would be worked out now, byte by byte, whatever happened to the project meanwhile. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { commitAll, testFolder } from '../src/project/folder.test-support.js';
import { add, allPassed, newPump } from './freshness/pump.js';
import { EDITS } from './kept-answers/edits.js';

const DATE = '2026-11-24';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly notes: string;
}

interface Running {
  /** Where answers are kept; absent: nothing is. */
  readonly cache?: string;
  readonly build?: string;
  readonly date?: string;
  readonly width?: number;
}

async function run(folder: string, words: readonly string[], more: Running = {}): Promise<Ran> {
  const out: string[] = [];
  const notes: string[] = [];
  const status = await runProgram(words, {
    terminal: {
      out: (text) => out.push(text),
      note: (text) => notes.push(text),
      paint: painter(false),
      width: more.width ?? 100,
    },
    folder,
    now: () => new Date(`${more.date ?? DATE}T12:00:00Z`),
    ...(more.cache !== undefined && { cache: { build: more.build ?? 'this', folder: more.cache } }),
  });
  return { status, out: out.join(''), notes: notes.join('').replaceAll(/^.*\(\d+\.\d s\)\n/gm, '') };
}

/** Whether the answer was one that was kept. */
async function isRepeated(folder: string, words: readonly string[], more: Running): Promise<boolean> {
  const { notes } = await run(folder, [...words, '--timing'], more);
  return notes.includes('Repeating an answer');
}

const QUESTIONS = [['check', '--json'], ['check', '--all'], [], ['assess', '--json'], ['next']] as const;

const steps = fc.array(
  fc.record({
    edit: fc.constantFrom(...Object.keys(EDITS)),
    pick: fc.nat(10_000),
    question: fc.constantFrom(...QUESTIONS),
    date: fc.constantFrom(DATE, DATE, DATE, '2027-11-24'),
  }),
  { minLength: 4, maxLength: 12 },
);

// @verifies TC-721
test('under any edits it is what a run without cache says, byte by byte', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { folder } = newPump();
      const cache = testFolder();
      for (const { edit, pick, question, date } of all) {
        await EDITS[edit]?.(folder, pick);
        const anew = await run(folder, question, { date });
        expect(await run(folder, question, { cache, date }), edit).toEqual(anew);
        expect(await run(folder, question, { cache, date }), `${edit}, again`).toEqual(anew);
      }
    }),
    { numRuns: 12 },
  );
});

describe('an answer is repeated', () => {
  test.each(QUESTIONS.map((words) => [words.join(' ') || 'medward', words] as const))('%s', async (_, words) => {
    const { folder } = newPump();
    const cache = testFolder();
    const first = await run(folder, words, { cache });
    expect(await isRepeated(folder, words, { cache })).toBe(true);
    expect(await run(folder, words, { cache })).toEqual(first);
    expect(readdirSync(cache).length).toBe(1);
  });

  test('also from a folder inside the project, and for the day that was today', async () => {
    const { folder } = newPump();
    const cache = testFolder();
    await run(folder, ['check'], { cache });
    expect(await isRepeated(join(folder, 'records'), ['check'], { cache })).toBe(true);
    expect(await isRepeated('/', ['check', '--project', folder, '--date', DATE], { cache })).toBe(true);
  });

  test('with what was said on standard error', async () => {
    const { folder } = newPump();
    const cache = testFolder();
    const { out } = await run(folder, ['check', '--json']);
    const baseline = join(testFolder(), 'baseline.json');
    writeFileSync(baseline, out.replace(/"version": "[^"]+"/, '"version": "0.0.1"'));
    const words = ['check', '--baseline', baseline];
    const first = await run(folder, words, { cache });
    expect(first.notes).toContain('wrote the baseline');
    expect(await run(folder, words, { cache })).toEqual(first);
    expect(await isRepeated(folder, words, { cache })).toBe(true);
  });
});

describe('an answer is not repeated', () => {
  test.each<[string, readonly string[], Running]>([
    ['to another question', ['check', '--all'], {}],
    ['on another day', ['check'], { date: '2026-11-25' }],
    ['by another build', ['check'], { build: 'other' }],
    ['for another width', ['check'], { width: 60 }],
    ['where the user forbids it', ['check', '--no-cache'], {}],
    ['for a revision', ['check', '--at', 'HEAD'], {}],
  ])('%s', async (_, words, more) => {
    const { folder } = newPump();
    const cache = testFolder();
    await run(folder, ['check'], { cache });
    expect(await isRepeated(folder, words, { cache, ...more })).toBe(false);
  });

  test('where the baseline changed', async () => {
    const { folder } = newPump();
    const cache = testFolder();
    const baseline = join(testFolder(), 'baseline.json');
    writeFileSync(baseline, (await run(folder, ['check', '--json'])).out);
    const words = ['check', '--baseline', baseline];
    expect((await run(folder, words, { cache })).status).toBe(0);
    writeFileSync(baseline, (await run(folder, ['check', '--json'])).out.replaceAll('"key": "', '"key": "x'));
    expect((await run(folder, words, { cache })).status).toBe(1);
  });

  test('where it ended with an error', async () => {
    const { folder } = newPump({ 'medward.yaml': 'medward: 2\n' });
    const cache = testFolder();
    expect((await run(folder, ['check'], { cache })).status).toBe(2);
    expect(readdirSync(cache)).toEqual([]);
  });
});

test('a tracked file that is no code, changed unseen in a folder that has changes already, is seen', async () => {
  const { folder } = newPump();
  await add(folder, allPassed());
  commitAll(folder);
  writeFileSync(join(folder, 'documents/plan.md'), 'Another plan.\n');
  const cache = testFolder();
  const kept = await run(folder, ['assess', '--json'], { cache });
  // As many bytes as before: only Git tells that the content is another.
  writeFileSync(join(folder, 'tools/release-notes.txt'), 'notes.\n');
  const anew = await run(folder, ['assess', '--json']);
  expect(anew.out).not.toBe(kept.out);
  expect(await run(folder, ['assess', '--json'], { cache })).toEqual(anew);
});

test('a cache folder that cannot be used is told to whoever asks, and to nobody else', async () => {
  const { folder } = newPump();
  const cache = join(testFolder({ file: '' }), 'file', 'medward');
  const anew = await run(folder, ['check']);
  expect(await run(folder, ['check'], { cache })).toEqual(anew);
  expect((await run(folder, ['check', '--timing'], { cache })).notes).toContain('Nothing is kept: ');
});

test('nothing is written into the project', async () => {
  const { folder } = newPump();
  const before = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  await run(folder, ['check'], { cache: testFolder() });
  expect(new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))).toEqual(before);
});
