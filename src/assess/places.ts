/** Where the evidence lives: for each place what the class asks, what security adds, what is there and what is proven. */
import { PLACES, type WorkPlace } from '../packs/index.js';
import type { Assessment, ObligationAnswer } from './assessment.js';

export interface PlaceAnswer {
  readonly place: WorkPlace;
  readonly obligations: readonly ObligationAnswer[];
  /** Products that the class asks for. */
  readonly classAsks: number;
  /** Products that only security asks for, or asks deeper than the class. */
  readonly securityAdds: number;
  /** Products whose content is there: met or waiting for proof alone. */
  readonly have: number;
  readonly proven: number;
  readonly unknown: number;
  readonly hoursLeft: number;
}

const WRITTEN = new Set(['met', 'unproven']);
const ORDER = ['none', 'conditional', 'partial', 'required'];

// @implements SRS-715
export function placesOf(assessment: Assessment): readonly PlaceAnswer[] {
  return PLACES.map((place) => {
    const obligations = assessment.obligations.filter((one) => one.product.place === place);
    const count = (fits: (one: ObligationAnswer) => boolean): number => obligations.filter(fits).length;
    return {
      place,
      obligations,
      classAsks: count((one) => one.byClass.level !== 'none'),
      securityAdds: count((one) => ORDER.indexOf(one.bySecurity.level) > ORDER.indexOf(one.byClass.level)),
      have: count((one) => WRITTEN.has(one.status)),
      proven: count((one) => one.status === 'met'),
      unknown: count((one) => one.status === 'unknown'),
      hoursLeft: obligations.reduce((sum, one) => sum + one.hoursLeft, 0),
    };
  });
}
