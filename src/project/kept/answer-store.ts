/** Keeps answers in the user's cache folder: bounded, whole or not at all, and never a reason for a command to fail. */
import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { answerParts, readAnswer, type Answer } from './answer-file.js';
import { isOwnFolder } from './cache-folder.js';
import { CACHE_LIMITS, HALF_WRITTEN, makeRoom } from './cache-room.js';

// @implements SRS-720
export class AnswerStore {
  readonly #folder: string;
  #trouble: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Why nothing can be found or kept here, for whoever asks. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** @param slot name of the question, 64 hexadecimal digits */
  find(slot: string): Answer | undefined {
    return this.#attempt(() => {
      const path = join(this.#folder, slot);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (!stats?.isFile() || stats.size > CACHE_LIMITS.answerBytes) return undefined;
      const answer = readAnswer(readFileSync(path));
      const now = new Date();
      // What was used lately is thrown out last.
      if (answer) utimesSync(path, now, now);
      return answer;
    });
  }

  /** Beside its place first, then under its name: of two programs at once, each finds a whole answer. */
  keep(slot: string, answer: Answer): void {
    this.#attempt(() => {
      const parts = answerParts(answer);
      const bytes = parts.reduce((sum, part) => sum + part.length, 0);
      if (bytes > CACHE_LIMITS.answerBytes) return;
      makeRoom(this.#folder, bytes);
      const half = join(this.#folder, `${HALF_WRITTEN}${randomBytes(8).toString('hex')}`);
      try {
        writeNew(half, parts);
        renameSync(half, join(this.#folder, slot));
      } finally {
        rmSync(half, { force: true });
      }
    });
  }

  /** A folder that cannot be read, a full disk: then there is no cache, and everything else goes on. */
  #attempt<T>(work: () => T): T | undefined {
    if (this.#trouble !== undefined) return undefined;
    try {
      if (isOwnFolder(this.#folder)) return work();
      this.#trouble = `${this.#folder} is no folder that you alone can write`;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.#trouble = `${this.#folder}: ${String(error.code)}`;
    }
    return undefined;
  }
}

/** Without waiting for the disk: an answer that was lost with the power is found out by its digest. */
function writeNew(path: string, parts: readonly Uint8Array[]): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (const part of parts) for (let at = 0; at < part.length;) at += writeSync(descriptor, part, at);
  } finally {
    closeSync(descriptor);
  }
}
