/** Reads one file whole, as it was listed: no link, no pipe, and nothing that changes meanwhile. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { unread, type BytesRead } from './file-tree.js';
import { LIMITS } from './limits.js';

/** What must be the same at reading as at listing: it also gives away a folder that was swapped for a link. */
export type Stamp = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs'>;

/** A pipe would wait for its writer without the last flag; Windows knows neither of the two. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** @param listed absent where it was not listed before */
export function readFile(path: string, listed?: Stamp): BytesRead {
  let file: number;
  try {
    file = openSync(path, CAREFULLY);
  } catch (cause) {
    return unread(reasonOf(cause));
  }
  try {
    return readOpened(file, listed);
  } catch (cause) {
    // A pipe that somebody writes into has nothing to read at the moment.
    return unread(isAgain(cause) ? 'not-a-file' : reasonOf(cause));
  } finally {
    closeSync(file);
  }
}

// @implements SRS-903
function readOpened(file: number, listed: Stamp | undefined): BytesRead {
  const before = listed ?? stampOf(file);
  if (!before) return unread('not-a-file');
  if (before.size > LIMITS.fileBytes) return unread('too-large');
  // One byte more than expected shows a file that grows; what is short of it is the end, which needs no look of its own.
  const bytes = Buffer.allocUnsafe(before.size + 1);
  const length = readAtMost(file, bytes, before.size);
  const after = stampOf(file);
  if (!after) return unread('not-a-file');
  if (length !== before.size || !isSameStamp(before, after)) return unread('changed');
  return { ok: true, bytes: bytes.subarray(0, length) };
}

/** @returns `undefined` for what is no ordinary file */
function stampOf(file: number): Stamp | undefined {
  const stats = fstatSync(file);
  return stats.isFile() ? stats : undefined;
}

/** @returns bytes read: fewer than wanted at the end of the file, more if there is room for them */
function readAtMost(file: number, room: Uint8Array, wanted: number): number {
  let length = 0;
  for (let got = -1; got !== 0 && length < wanted; length += got) {
    got = readSync(file, room, length, room.length - length, null);
  }
  return length;
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;
}

function isAgain(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EAGAIN';
}

export function reasonOf(cause: unknown): 'vanished' | 'unreadable' | 'not-a-file' {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'vanished';
    case 'ELOOP':
    case 'ENXIO':
    case 'EISDIR':
      return 'not-a-file';
    default:
      if (code === undefined) throw cause;
      return 'unreadable';
  }
}
