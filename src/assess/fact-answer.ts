/** How one fact of the profile came about: what was declared, what records tell, and which value is used. */
import type { FactValue } from '../packs/index.js';
import type { Spot } from '../shapes/index.js';

export interface Declared {
  readonly value: FactValue;
  readonly spot: Spot;
}

export interface Derived {
  readonly value: FactValue;
  /** Ids of the records that tell it. */
  readonly from: readonly string[];
}

export interface FactAnswer {
  readonly id: string;
  /** Absent: not known. */
  readonly value: FactValue | undefined;
  readonly source: 'declared' | 'derived' | 'default';
  readonly declared: FactValue | undefined;
  readonly derived: FactValue | undefined;
  /** Ids of records, or `file:line` of a declaration. */
  readonly from: readonly string[];
}
