/**
 * Comes in: the trace and the rating methods of the packs.
 * Goes out: ratings of risks and threats, as values and as computed fields for conditions.
 * May not: believe a typed rating, know a regulation, judge what is missing.
 */
export {
  candidatesOf,
  patternOfKey,
  STRIDE_WORDS,
  type Candidate,
  type CandidateInput,
  type Candidates,
  type CandidateTarget,
} from './candidates.js';
export { guided, type Guided } from './guided.js';
export { baseScoreOf, scoreOf, type Marks } from './likelihood.js';
export { harmOf, HARMS, rateMarks, type Accept, type Harm, type Rating } from './rate.js';
export {
  ratedFields,
  rateRisk,
  rateThreat,
  RISK_MOMENTS,
  severityOfRisk,
  THREAT_MOMENTS,
  type Methods,
  type RiskMoment,
  type ThreatMoment,
} from './ratings.js';
