/** Remembers what was made of each text of a project, for whoever reads the same project again and again. */
import type { Source } from './source.js';

/** What is made must follow from path and text alone, and must not be changed afterwards. */
export class SourceMemory<T> {
  #before = new Map<string, Made<T>>();
  #now = new Map<string, Made<T>>();

  of(source: Source, make: (source: Source) => T): T {
    const known = this.#before.get(source.path) ?? this.#now.get(source.path);
    const made = known?.text === source.text ? known : { text: source.text, value: make(source) };
    this.#now.set(source.path, made);
    return made.value;
  }

  /** What nobody asked for since the last time is forgotten: files that are gone take no room. */
  turnOver(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  forgetAll(): void {
    this.#before = new Map();
    this.#now = new Map();
  }
}

interface Made<T> {
  readonly text: string;
  readonly value: T;
}
