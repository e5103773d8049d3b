/** What is assessed, and what every output is made from: one value that nobody changes any more. */
import type { FactValues, PackSet } from '../packs/index.js';
import type { Problem, Reading } from '../records/index.js';
import type { Fault, Gap, Person, RuleState } from '../rules/index.js';
import type { Spot } from '../shapes/index.js';
import type { Candidates, Methods } from '../threats/index.js';
import type { CodeTag, Trace } from '../trace/index.js';
import type { Proofs } from './1-proofs.js';
import type { WrittenFact } from './2-facts.js';
import type { Classes } from './3-class.js';
import type { OverheadLevel } from './5-overhead.js';
import type { Obligation, ObligationCounts } from './6-obligations.js';
import type { CriterionAnswer } from './7-criteria.js';
import type { Status } from './9-status.js';
import type { EffortEstimate, OwnRate } from './10-effort.js';
import type { FactAnswer } from './fact-answer.js';
import type { Evidence } from './proofs/evidence.js';
import type { SpecialTests } from './special-tests/matrix.js';
import type { GapCount, StrictnessLine } from './strictness.js';

export interface AssessInput {
  readonly reading: Reading;
  readonly tags: readonly CodeTag[];
  /** Paths of the project's files, for links to files. */
  readonly files: ReadonlySet<string>;
  readonly packs: PackSet;
  readonly methods: Methods;
  readonly profile: readonly WrittenFact[];
  /** Faults that reading the settings found. */
  readonly faults: readonly Fault[];
  readonly external: readonly string[];
  readonly prefixes: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
  readonly projectSpot: Spot;
  /** Where the profile stands, for facts that nobody stated. */
  readonly profileSpot: Spot;
  /** No records stand behind the profile: it may say form and class itself. */
  readonly isBare: boolean;
  /** A day as `2026-11-23`: decisions end. */
  readonly date: string;
  readonly whatIf: FactValues;
  /** Name of a set of special-test criteria → level up to which it is asked; 1 where none is given. */
  readonly criteriaLevels?: ReadonlyMap<string, number>;
  /** Absent where nobody looked for evidence: then no result is current. */
  readonly evidence?: Evidence;
  /** How strictly gaps count outside, as the settings have it: nothing that is computed here depends on it. */
  readonly strictness: readonly StrictnessLine[];
  /** Rates of the effort model that the team set for itself, by row. */
  readonly rates: Readonly<Record<string, OwnRate>>;
}

export interface ObligationAnswer extends Obligation {
  readonly status: Status;
  readonly criteria: readonly CriterionAnswer[];
  readonly decisions: readonly string[];
  /** Criteria that a decision took out. */
  readonly decidedCriteria: ReadonlySet<string>;
  readonly byReference: number;
  /** Keys of the open gaps that bear on it. */
  readonly gaps: readonly string[];
  /** Records that count towards it. */
  readonly records: number;
  readonly hoursLeft: number;
}

export interface AssessedGap extends Gap, GapCount {
  /** Id of the decision that took it out, if one did. */
  readonly decision: string | undefined;
}

export interface Assessment {
  readonly trace: Trace;
  readonly packs: PackSet;
  readonly methods: Methods;
  readonly proofs: Proofs;
  /** Made when somebody asks. */
  readonly candidates: () => Candidates;
  /** Made when somebody asks. */
  readonly specialTests: () => SpecialTests;
  readonly isLoaded: (clause: string) => boolean;
  readonly profile: ReadonlyMap<string, FactAnswer>;
  readonly facts: FactValues;
  readonly classes: Classes;
  readonly overhead: OverheadLevel;
  readonly counts: ObligationCounts;
  readonly effort: EffortEstimate;
  readonly obligations: readonly ObligationAnswer[];
  /** In order of place and key; decided ones too. */
  readonly gaps: readonly AssessedGap[];
  readonly rules: ReadonlyMap<string, RuleState>;
  readonly strictness: readonly StrictnessLine[];
  /** As the settings name them. */
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
}
