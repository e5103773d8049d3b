/** Writes a picture where the user said: all or nothing, over an older picture, and over nothing else. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, readSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OptionError } from './option-error.js';

/** @throws OptionError if something else than a picture stands there, or the folder cannot be written */
export function writePicture(path: string, written: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}-${randomBytes(6).toString('hex')}`);
  try {
    refuseOthers(path, written);
    const descriptor = openSync(temporary, 'wx', 0o644);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    removeIfThere(temporary);
    throw new OptionError(
      `${written} cannot be written (${String(error.code)}).`,
      'Name a file in a folder that is there and that you may write.',
    );
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // It was never made, or is gone already.
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}

/** What stands there may be a picture; a record, a link or a folder stays as it is, whatever its name ends in. */
function refuseOthers(path: string, written: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  const what = stat.isSymbolicLink() ? 'a link' : stat.isFile() ? undefined : 'no ordinary file';
  if (what === undefined && (stat.size === 0 || isPicture(path))) return;
  throw new OptionError(
    `${written} is ${what ?? 'a file that is no picture'}, and is not overwritten.`,
    'Name another file, or take that one away.',
  );
}

function isPicture(path: string): boolean {
  const head = Buffer.alloc(1024);
  const descriptor = openSync(path, 'r');
  try {
    const length = readSync(descriptor, head);
    const text = head.toString('latin1', 0, length);
    return (
      text.startsWith('\u0089PNG\r\n') ||
      /^(\u00EF\u00BB\u00BF)?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?<svg[\s>]/.test(text)
    );
  } finally {
    closeSync(descriptor);
  }
}
