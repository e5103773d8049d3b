/** Puts a file in its place all or nothing, and never over another one. */
import { closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { StoreError } from './store-error.js';

// @implements SRS-910
/**
 * Temporary file, flush, link: whoever is killed halfway leaves no half file under the name, and of two writers one
 * finds the file there.
 * @returns `false` if a file of that name is there; it stays as it is
 */
export function writeOnce(folder: string, name: string, chunks: Iterable<Uint8Array>): boolean {
  const temporary = join(folder, `.writing-${randomBytes(8).toString('hex')}`);
  const descriptor = openSync(temporary, 'wx', 0o644);
  try {
    try {
      for (const chunk of chunks) writeAll(descriptor, chunk);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return linked(temporary, join(folder, name));
  } finally {
    unlinkSync(temporary);
    flushFolder(folder);
  }
}

function linked(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function writeAll(descriptor: number, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length;) at += writeSync(descriptor, chunk, at);
}

/** So that the name survives a loss of power as well; Windows cannot open a folder. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes a folder of the project where it is not there.
 * @throws StoreError if a link stands in its place, which could lead out of the project
 */
export function ownFolder(project: string, folder: string): string {
  let at = project;
  for (const name of folder.split('/')) {
    at = join(at, name);
    mkdirSync(at, { recursive: true });
    if (!lstatSync(at).isDirectory()) throw new StoreError(folder, 'A link stands where a folder should be.');
  }
  return at;
}
