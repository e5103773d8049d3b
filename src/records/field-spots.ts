/** Where the fields of a record stand: as offsets, because most places are never looked at. */
import type { Source, Spot } from '../shapes/index.js';

export class FieldSpots {
  readonly #source: Source;
  readonly #names: readonly string[];
  readonly #offsets: readonly number[];

  constructor(source: Source, offsets: ReadonlyMap<string, number>) {
    this.#source = source;
    this.#names = [...offsets.keys()];
    this.#offsets = [...offsets.values()];
  }

  get(name: string): Spot | undefined {
    const offset = this.#offsets[this.#names.indexOf(name)];
    return offset === undefined ? undefined : { source: this.#source, offset };
  }

  /** All of them, in the order in which they stand. */
  values(): readonly Spot[] {
    return this.#offsets.map((offset) => ({ source: this.#source, offset }));
  }
}
