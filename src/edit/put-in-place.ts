/** Puts one file in its place: written beside it, flushed, and only then under its name. */
import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Waiting {
  /** Under its name, over the file that stood there. */
  replace(): void;
  /** @throws EEXIST if a file of that name is there */
  create(): void;
  /** Takes away what is still beside it. */
  drop(): void;
  /** It stands under its name, also if flushing failed after that. */
  isPlaced(): boolean;
}

/** @param mode rights of the file that it is to replace */
export function writeBeside(target: string, bytes: Uint8Array, mode = 0o644): Waiting {
  const temporary = join(dirname(target), `.medward-${randomBytes(8).toString('hex')}`);
  const descriptor = openSync(temporary, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    // What the process masks at creation is given back: an edit changes no rights.
    fchmodSync(descriptor, mode);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  let placed = false;
  return {
    isPlaced: () => placed,
    replace: () => {
      renameSync(temporary, target);
      placed = true;
      flushFolder(dirname(target));
    },
    create: () => {
      linkSync(temporary, target);
      placed = true;
      flushFolder(dirname(target));
    },
    drop: () => rmSync(temporary, { force: true }),
  };
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
