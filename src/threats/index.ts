/**
 * Comes in: the trace and the rating methods of the packs.
 * Goes out: ratings of risks and threats, as values and as computed fields; answers to questions about the model: attack surface,
 *   reach, places of assets, details of paths, states of use cases.
 * May not: believe a typed rating, credit a control, know a regulation, judge what is missing.
 */
export {
  assetsInPlaces,
  endsOf,
  placesOfAsset,
  type AssetPlaces,
  type AssetsInPlaces,
  type InTransit,
} from './asset-places.js';
export { attackPathsTo, type AttackPaths, type OnTheWay } from './attack-paths.js';
export { attackSurface, type AttackSurface, type InterfaceState, type SurfacePoint } from './attack-surface.js';
export { PATH_DETAILS, PATH_DETAILS_BASIS } from './path-details.js';
export { pathMatrix, type DetailState, type PathRow } from './path-matrix.js';
export type { Candidate, CandidateTarget } from './candidate.js';
export { candidatesOf, patternOfKey, STRIDE_WORDS, type CandidateInput, type Candidates } from './candidates.js';
export { changedSinceRated, countedControls } from './counted-controls.js';
export { guided, type Guided } from './guided.js';
export { baseScoreOf, scoreOf, type Marks } from './likelihood.js';
export { harmOf, HARMS, rateMarks, type Accept, type Harm, type Rating } from './rate.js';
export { rankOfLevel, residualOf, worstRating, type Residual } from './residual.js';
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
export { crossesOf, isOutside, Reachability, type PathStep, type ReachPath } from './reachability.js';
export { genericThreats, isSpecific, specificThreats } from './specific-threats.js';
export {
  DEVICE_STATES,
  functionStates,
  stepsOf,
  type DeviceState,
  type FunctionRow,
  type UseCaseStep,
} from './use-case-states.js';
