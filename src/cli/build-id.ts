/** Which build this is: kept answers of another one may say what this one would not. */
import { readFileSync } from 'node:fs';

/** @returns a digest over everything that the build wrote; `undefined` where the sources run, which change at any time */
export function buildId(): string | undefined {
  try {
    return readFileSync(new URL('../build-id', import.meta.url), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
