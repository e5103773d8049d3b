import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type * as Files from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { testFolder } from '../folder.test-support.js';
import type { Answer } from './answer-file.js';
import { AnswerStore } from './answer-store.js';
import { HALF_WRITTEN, makeRoom } from './cache-room.js';

/** Calls of the file system that still succeed; then every one fails, as after a kill or on a disk that went away. */
const disk = vi.hoisted(() => ({ callsLeft: Infinity, code: 'EIO' }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof Files>();
  const failing = (call: (...args: never[]) => unknown) =>
    function (...args: never[]) {
      if (--disk.callsLeft < 0) throw Object.assign(new Error('The disk went away.'), { code: disk.code });
      return call(...args);
    };
  const names = [
    'closeSync',
    'lstatSync',
    'mkdirSync',
    'openSync',
    'readdirSync',
    'readFileSync',
    'renameSync',
    'rmSync',
    'utimesSync',
    'writeSync',
  ] as const;
  return { ...real, ...Object.fromEntries(names.map((name) => [name, failing(real[name] as never)])) };
});

afterEach(() => {
  disk.callsLeft = Infinity;
  disk.code = 'EIO';
});

const SLOT = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const SEEN: Answer['seen'] = {
  date: '2026-11-24',
  files: { listing: 'l', read: [[0, 3]], contents: 'c' },
  git: { commit: null, dirty: true },
  versions: { asked: [], answers: '' },
};

function answer(text: string): Answer {
  return { seen: SEEN, status: 1, note: 'said beside', out: Buffer.from(text) };
}

function textIn(found: Answer | undefined): string | undefined {
  return found && Buffer.from(found.out).toString('utf8');
}

// @verifies TC-721
describe('an answer is found as it was kept', () => {
  test('with what was printed, its status and what it rests on', () => {
    const store = new AnswerStore(join(testFolder(), 'deep', 'medward'));
    store.keep(SLOT, answer('über\n\nalles'));
    expect(store.find(SLOT)).toEqual(answer('über\n\nalles'));
    expect(store.find(OTHER)).toBeUndefined();
    expect(store.trouble).toBeUndefined();
  });

  test('the last one under each name', () => {
    const store = new AnswerStore(testFolder());
    store.keep(SLOT, answer('old'));
    store.keep(OTHER, answer('other'));
    store.keep(SLOT, answer('new'));
    expect([textIn(store.find(SLOT)), textIn(store.find(OTHER))]).toEqual(['new', 'other']);
  });

  test('for the user alone', () => {
    const folder = join(testFolder(), 'medward');
    new AnswerStore(folder).keep(SLOT, answer('x'));
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    expect(lstatSync(join(folder, SLOT)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([SLOT]);
  });
});

describe('what is not whole is none, and is written again', () => {
  const kept = (): { store: AnswerStore; path: string; bytes: Buffer } => {
    const folder = testFolder();
    const store = new AnswerStore(folder);
    store.keep(SLOT, answer('printed'));
    return { store, path: join(folder, SLOT), bytes: readFileSync(join(folder, SLOT)) };
  };

  test('cut off anywhere', () => {
    const { store, path, bytes } = kept();
    for (let length = 0; length < bytes.length; length++) {
      writeFileSync(path, bytes.subarray(0, length));
      expect(store.find(SLOT), `${length} bytes`).toBeUndefined();
    }
    store.keep(SLOT, answer('printed'));
    expect(textIn(store.find(SLOT))).toBe('printed');
  });

  test('with one byte changed anywhere', () => {
    const { store, path, bytes } = kept();
    for (let at = 0; at < bytes.length; at++) {
      writeFileSync(
        path,
        Buffer.concat([bytes.subarray(0, at), Buffer.of((bytes[at] ?? 0) ^ 1), bytes.subarray(at + 1)]),
      );
      expect(store.find(SLOT), `byte ${at}`).toBeUndefined();
    }
  });

  test.each([
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['empty', () => Buffer.alloc(0)],
    ['of another program', () => Buffer.from('{"status":0}\n\n')],
    ['of another format', (bytes: Buffer) => Buffer.from(bytes.toString().replace('answer/1', 'answer/2'))],
  ])('%s', (_, turned) => {
    const { store, path, bytes } = kept();
    writeFileSync(path, turned(bytes));
    expect(store.find(SLOT)).toBeUndefined();
  });

  test('a folder or a link in its place', () => {
    const { store, path } = kept();
    const folder = testFolder();
    mkdirSync(join(folder, SLOT));
    expect(new AnswerStore(folder).find(SLOT)).toBeUndefined();
    const linked = testFolder();
    symlinkSync(path, join(linked, SLOT));
    expect(new AnswerStore(linked).find(SLOT)).toBeUndefined();
    expect(textIn(store.find(SLOT))).toBe('printed');
  });
});

describe('a cache folder that is of no use is no reason to fail', () => {
  test('a file stands in its place', () => {
    const folder = testFolder({ cache: 'not a folder' });
    const store = new AnswerStore(join(folder, 'cache', 'medward'));
    store.keep(SLOT, answer('x'));
    expect(store.find(SLOT)).toBeUndefined();
    expect(store.trouble).toContain('ENOTDIR');
  });

  test.runIf(process.platform !== 'win32')('others may write into it, or a link stands there', () => {
    const folder = testFolder();
    chmodSync(folder, 0o777);
    const store = new AnswerStore(folder);
    store.keep(SLOT, answer('x'));
    expect(readdirSync(folder)).toEqual([]);
    expect(store.trouble).toContain('is no folder that you alone can write');
    const elsewhere = testFolder();
    const link = join(testFolder(), 'medward');
    symlinkSync(elsewhere, link);
    new AnswerStore(link).keep(SLOT, answer('x'));
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test.each(['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EMFILE'])(
    'the file system fails with %s, at each step in turn',
    (code) => {
      disk.code = code;
      let steps = 0;
      for (let isDone = false; !isDone; steps++) {
        const folder = testFolder();
        new AnswerStore(folder).keep(SLOT, answer('old'));
        const store = new AnswerStore(folder);
        disk.callsLeft = steps;
        store.keep(SLOT, answer('new'));
        isDone = disk.callsLeft >= 0;
        disk.callsLeft = Infinity;
        // Whoever looks afterwards finds one of the two, whole.
        expect(['old', 'new']).toContain(textIn(new AnswerStore(folder).find(SLOT)));
        expect(store.trouble === undefined).toBe(isDone);
      }
      expect(steps).toBeGreaterThan(8);
      for (let left = 0; left < 6; left++) {
        const folder = testFolder();
        new AnswerStore(folder).keep(SLOT, answer('kept'));
        disk.callsLeft = left;
        expect([undefined, 'kept']).toContain(textIn(new AnswerStore(folder).find(SLOT)));
        disk.callsLeft = Infinity;
      }
    },
  );
});

describe('the folder stays within its bounds', () => {
  const LIMITS = { answerBytes: 100, bytes: 100, answers: 3, halfWritten: 1000 };

  function filled(...sizes: readonly number[]): string {
    const folder = testFolder();
    sizes.forEach((size, index) => {
      const path = join(folder, String(index).repeat(64));
      writeFileSync(path, 'x'.repeat(size));
      utimesSync(path, 1_000 + index, 1_000 + index);
    });
    return folder;
  }

  test.each([
    ['room for one more', [30, 30], 30, ['0', '1']],
    ['what was used longest ago goes first', [30, 30, 30], 30, ['1', '2']],
    ['as much as is needed', [50, 40, 10], 60, ['2']],
    ['no more files than allowed', [1, 1, 1], 1, ['1', '2']],
    ['one that fills it alone', [30, 30], 100, []],
  ])('%s', (_, sizes, bytes, left) => {
    const folder = filled(...sizes);
    makeRoom(folder, bytes, LIMITS);
    expect(readdirSync(folder).map((name) => name[0])).toEqual(left);
  });

  test('what a killed program left goes after a while, what others put there stays', () => {
    const folder = testFolder({ [`${HALF_WRITTEN}1`]: '', [`${HALF_WRITTEN}2`]: '', 'notes.txt': 'mine' });
    utimesSync(join(folder, `${HALF_WRITTEN}1`), 1_000, 1_000);
    makeRoom(folder, 200, LIMITS);
    expect(readdirSync(folder).toSorted()).toEqual([`${HALF_WRITTEN}2`, 'notes.txt']);
  });

  test('an answer that is too large is not kept', () => {
    const folder = testFolder();
    const store = new AnswerStore(folder);
    store.keep(SLOT, { ...answer(''), out: new Uint8Array(64 * 1024 * 1024) });
    expect(readdirSync(folder)).toEqual([]);
    expect(store.trouble).toBeUndefined();
  });
});
