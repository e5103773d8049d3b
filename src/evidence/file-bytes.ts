/** A report on disk as chunks: an ordinary file, read through one buffer whatever its size. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { LIMITS } from './limits.js';
import type { ReportBytes } from './report-bytes.js';

/** @throws Error of Node with a `code` where the file is not there, cannot be read or is no ordinary file (`EISDIR`) */
export function fileBytes(path: string): ReportBytes {
  const stats = statSync(path);
  // A pipe or a device could wait or go on for ever.
  if (!stats.isFile()) throw Object.assign(new Error(`${path} is no ordinary file.`), { code: 'EISDIR' });
  return { name: basename(path), size: stats.size, chunks: () => chunksOf(path) };
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(LIMITS.chunkBytes);
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}
