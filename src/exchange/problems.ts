/** Collects what is wrong in a foreign file: each place once with each message, and not without end. */
import type { Problem } from './imported.js';
import { LIMITS } from './limits.js';

export class Problems {
  readonly #all: Problem[] = [];
  readonly #known = new Set<string>();

  get all(): readonly Problem[] {
    return this.#all;
  }

  add(path: string, message: string): void {
    const key = `${path}\n${message}`;
    if (this.#all.length > LIMITS.problems || this.#known.has(key)) return;
    this.#known.add(key);
    const isLast = this.#all.length === LIMITS.problems;
    const more = `More is wrong from here on; of one model the first ${LIMITS.problems} places are told.`;
    this.#all.push({ path, message: isLast ? more : message });
  }
}
