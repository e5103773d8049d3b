/** Keeps the cache folder within its bounds: what was used longest ago goes first, with what a killed program left. */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const CACHE_LIMITS = {
  /** Bytes of one answer, 64 MiB: what 50,000 records print as JSON. */
  answerBytes: 64 * 1024 * 1024,
  /** Bytes of all of them, 256 MiB. */
  bytes: 256 * 1024 * 1024,
  answers: 1_000,
  /** Milliseconds after which a half-written file is known to have lost its writer. */
  halfWritten: 3_600_000,
} as const;

/** How the names of files begin that are not yet whole. */
export const HALF_WRITTEN = '.half-';

interface Kept {
  readonly path: string;
  readonly size: number;
  readonly usedAt: number;
}

/** @param bytes of the answer that is to come; files of other names are nobody's business here */
export function makeRoom(folder: string, bytes: number, limits: typeof CACHE_LIMITS | Limits = CACHE_LIMITS): void {
  const names = readdirSync(folder);
  const now = Date.now();
  for (const { path, usedAt } of keptIn(
    folder,
    names.filter((name) => name.startsWith(HALF_WRITTEN)),
  )) {
    if (now - usedAt > limits.halfWritten) rmSync(path, { force: true });
  }
  const answers = keptIn(
    folder,
    names.filter((name) => /^[0-9a-f]{64}$/.test(name)),
  );
  let total = answers.reduce((sum, { size }) => sum + size, bytes);
  let count = answers.length + 1;
  for (const { path, size } of answers.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limits.bytes && count <= limits.answers) return;
    rmSync(path, { force: true });
    total -= size;
    count--;
  }
}

type Limits = { readonly [K in keyof typeof CACHE_LIMITS]: number };

/** Another program may throw out the same files at the same time. */
function keptIn(folder: string, names: readonly string[]): readonly Kept[] {
  return names.flatMap((name) => {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, size: stats.size, usedAt: stats.mtimeMs }] : [];
  });
}
