/** What is known of a device: values by the id of the fact, and how a condition sees them. */

/** A fact that is not in the map is not known; never put `false`, `''` or `[]` for what nobody stated. */
export type FactValue = string | boolean | number | readonly string[];
export type FactValues = ReadonlyMap<string, FactValue>;
export type Known<T> = T | 'unknown';

/** Counts by their name, such as `threat`; one that is not in the map is not known. */
export type Counts = ReadonlyMap<string, number>;

/** A hyphen is a minus in a condition, so facts are read there with underscores. */
export function conditionName(factId: string): string {
  return factId.replaceAll('-', '_');
}

export function factIdOf(conditionName: string): string {
  return conditionName.replaceAll('_', '-');
}

/** Lets a condition look facts up under its own names, without a copy for each question. */
export class FactView extends Map<string, unknown> {
  readonly #facts: FactValues;
  readonly #counts: ReadonlyMap<string, unknown>;

  constructor(facts: FactValues, counts: ReadonlyMap<string, unknown>) {
    super();
    this.#facts = facts;
    this.#counts = counts;
  }

  override get(name: string): unknown {
    return name === 'count' ? this.#counts : this.#facts.get(factIdOf(name));
  }
}
