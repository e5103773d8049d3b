/** What a candidate is: a threat of the library at a place of the model that raises it, and what answers it. */
import type { ThreatPattern } from '../packs/index.js';
import type { AnyRecord } from '../records/index.js';
import type { Hit } from './candidate-hits.js';

type CandidateState = 'open' | 'taken' | 'rejected';

/** One pattern at one record. */
export interface CandidateTarget extends Hit {
  readonly state: CandidateState;
  /** The threat or the decision that answers it. */
  readonly by: string | undefined;
}

export interface Candidate {
  /** `PATTERN@ANCHOR`: of what it means, never of order, place or wording. */
  readonly key: string;
  readonly pattern: ThreatPattern;
  /** `stride@1`. */
  readonly source: string;
  /** The interface, element or flow under which its targets are told together. */
  readonly anchor: AnyRecord;
  /** Those that nobody answered yet. */
  readonly targets: readonly CandidateTarget[];
  /** Ids of threats that look alike: same weakness or pattern of attack, at the same place or beside it. */
  readonly similar: readonly string[];
  readonly urgent: boolean;
  readonly rank: number;
}
