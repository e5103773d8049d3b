import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { testFolder } from '../folder.test-support.js';
import { FolderWatch } from './folder-watch.js';

let watch: FolderWatch | undefined;

afterEach(() => watch?.close());

/** @returns what is told of so many writes, once nothing is told any more */
async function toldOf(writes: number): Promise<ReturnType<FolderWatch['takeHappened']>> {
  const folder = testFolder({ 'a.md': '', 'b.md': '' });
  const told = { events: 0 };
  watch = new FolderWatch(folder, () => void told.events++);
  watch.follow([''], true);
  watch.takeHappened();
  for (let write = 0; write < writes; write++) writeFileSync(join(folder, write % 2 ? 'a.md' : 'b.md'), String(write));
  let before: number;
  do {
    before = told.events;
    await setTimeout(50);
  } while (told.events === 0 || told.events !== before);
  return watch.takeHappened();
}

test.runIf(process.platform === 'linux')('a few events are told with their names', async () => {
  expect(await toldOf(2)).toEqual(new Map([['', new Set(['a.md', 'b.md'])]]));
});

test('so many events that the system may have forgotten some are told as nothing that can be relied on', async () => {
  expect(await toldOf(1_500)).toBeUndefined();
});

test.runIf(process.platform === 'linux')('what happened before a folder was followed is not known', () => {
  const folder = testFolder({ 'a.md': '' });
  watch = new FolderWatch(folder, () => {});
  watch.follow([''], true);
  expect(watch.takeHappened()).toEqual(new Map([['', 'anything']]));
});

test('where more matters than the folders, or one of them is gone, the system does not tell of all', () => {
  watch = new FolderWatch(testFolder({ 'a.md': '' }), () => {});
  watch.follow([''], false);
  expect(watch.isWhole).toBe(false);
  watch.follow(['', 'gone/'], true);
  expect(watch.isWhole).toBe(false);
  watch.follow([''], true);
  expect(watch.isWhole).toBe(true);
});
