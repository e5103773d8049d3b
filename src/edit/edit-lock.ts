/** One edit of a project at a time: a second program waits, because between looking at a file and replacing it lies a moment. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MedwardError } from '../project/index.js';
import { codeOf } from './node-error.js';

const NAME = '.medward-editing';
/** An edit takes some milliseconds; whoever holds it for longer hangs. */
const WAIT_MS = 5_000;
const STEP_MS = 20;

/** @throws MedwardError `being-edited` if another program does not let go of it */
export function whileLocked<T>(root: string, work: () => T): T {
  const path = join(root, NAME);
  lock(path, root);
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function lock(path: string, root: string): void {
  for (let waited = 0; !tryLock(path); waited += STEP_MS) {
    // Its holder was killed: nobody else will take it away.
    if (isLeftBehind(path)) rmSync(path, { force: true });
    else if (waited >= WAIT_MS) throw new MedwardError('being-edited', root);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS);
  }
}

function tryLock(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx', 0o644);
    try {
      writeSync(descriptor, `${process.pid}\n`);
    } catch (error) {
      // A lock without a name would never be known for left behind.
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isLeftBehind(path: string): boolean {
  const written = readHolder(path);
  // Empty for the moment between making the file and writing into it.
  if (written === undefined || !/^[1-9]\d{0,9}\n$/.test(written)) return false;
  try {
    process.kill(Number(written), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
