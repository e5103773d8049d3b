/** Reads a file that an option names: whatever stands there, no more than its limit is taken into memory. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { OptionError } from './option-error.js';

export interface NamedFile {
  /** What it is to the user, such as `profile`. */
  readonly what: string;
  /** As written behind the option. */
  readonly path: string;
  readonly maxBytes: number;
  readonly todo: string;
}

/** @throws OptionError if it cannot be read, is too large or is no text; a pipe may stand in for a file */
export function readNamedFile(file: NamedFile, folder: string): string {
  const { what, path, maxBytes, todo } = file;
  const bytes = atMost(maxBytes, folder, path);
  if (!bytes) throw new OptionError(`The ${what} ${path} cannot be read.`, todo);
  if (bytes.length > maxBytes) throw new OptionError(`The ${what} ${path} has more than ${maxBytes} bytes.`, todo);
  if (!isUtf8(bytes) || bytes.includes(0)) throw new OptionError(`The ${what} ${path} is no UTF-8 text.`, todo);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** @returns of what stands there now; `undefined` where it is no ordinary file that can be read */
export function digestOfNamedFile(path: string, folder: string): string | undefined {
  try {
    const file = resolve(folder, path);
    return statSync(file).isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** @returns one byte more than the limit if there is more; `undefined` if it is not there, a folder, or not allowed */
function atMost(maxBytes: number, folder: string, path: string): Buffer | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(resolve(folder, path), 'r');
    const parts: Buffer[] = [];
    for (let left = maxBytes + 1; left > 0;) {
      const part = Buffer.alloc(Math.min(left, 65_536));
      const got = readSync(opened, part);
      if (got === 0) break;
      parts.push(part.subarray(0, got));
      left -= got;
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
