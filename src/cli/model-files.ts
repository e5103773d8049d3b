/** Reads the files of a foreign model: the one that was named, and those beside it that it includes. */
import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { EXCHANGE_LIMITS } from '../exchange/index.js';
import { OptionError } from './option-error.js';

export interface ModelFiles {
  /** Without its folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** @returns a sentence why a file beside the model is not read */
  readonly include: (path: string) => Uint8Array | string;
}

/** @throws OptionError where the file itself cannot be read */
export function openModelFiles(path: string, written: string): ModelFiles {
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') throw new OptionError(`${written}: ${bytes}`, 'Name the file of a threat model.');
  const folder = realpathSync(dirname(path));
  return { name: basename(path), bytes, include: (inner) => bytesInside(folder, inner) };
}

/** Whatever a link leads to must lie in the folder too. */
function bytesInside(folder: string, path: string): Uint8Array | string {
  try {
    const real = realpathSync(join(folder, path));
    if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      return 'A link leads out of the folder of the model; it is not followed.';
    return bytesOf(real);
  } catch (error) {
    return messageOf(error);
  }
}

function bytesOf(path: string): Uint8Array | string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const stats = fstatSync(descriptor);
    // A pipe or a device could wait or go on for ever.
    if (!stats.isFile()) return 'This is no ordinary file.';
    if (stats.size > EXCHANGE_LIMITS.fileBytes)
      return `The file has more than ${EXCHANGE_LIMITS.fileBytes} bytes, which is more than is read.`;
    return readFileSync(descriptor);
  } catch (error) {
    return messageOf(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return MESSAGES.get(code) ?? `The file cannot be read (${code}).`;
}

const MESSAGES = new Map([
  ['ENOENT', 'There is no such file.'],
  ['EISDIR', 'This is a folder.'],
  ['EACCES', 'You have no right to read this file.'],
]);
