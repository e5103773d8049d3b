/** Every rule: the list of files in this folder, written by a script. */
import anomalyWithoutOutcome from './anomaly-without-outcome.js';
import assetWithoutPlace from './asset-without-place.js';
import barrierNotProven from './barrier-not-proven.js';
import changeWithoutVerification from './change-without-verification.js';
import circularLink from './circular-link.js';
import classAndExploitHarmDisagree from './class-and-exploit-harm-disagree.js';
import classBelowComputed from './class-below-computed.js';
import classByDefault from './class-by-default.js';
import classOnItemOutsideTheDevice from './class-on-item-outside-the-device.js';
import controlWithoutCategory from './control-without-category.js';
import controlWithoutDefeatTest from './control-without-defeat-test.js';
import controlWithoutPurpose from './control-without-purpose.js';
import controlWithoutRequirement from './control-without-requirement.js';
import crossingWithoutThreat from './crossing-without-threat.js';
import danglingLink from './dangling-link.js';
import decisionContentChanged from './decision-content-changed.js';
import decisionPastItsEnd from './decision-past-its-end.js';
import decisionWithoutDate from './decision-without-date.js';
import decisionWithoutPerson from './decision-without-person.js';
import decisionWithoutReason from './decision-without-reason.js';
import duplicateId from './duplicate-id.js';
import elementWithoutThreat from './element-without-threat.js';
import emptyValue from './empty-value.js';
import exploitHarmBelowClass from './exploit-harm-below-class.js';
import externalControlWithoutIndependence from './external-control-without-independence.js';
import factContradicted from './fact-contradicted.js';
import factUnknown from './fact-unknown.js';
import findingWithoutDisposition from './finding-without-disposition.js';
import hazardWithoutRisk from './hazard-without-risk.js';
import highResidualRiskNotAccepted from './high-residual-risk-not-accepted.js';
import interfaceWithoutFlow from './interface-without-flow.js';
import interfaceWithoutIntegrationTest from './interface-without-integration-test.js';
import interfaceWithoutState from './interface-without-state.js';
import itemClassBelowItsRisk from './item-class-below-its-risk.js';
import itemClassBelowSystemWithoutReason from './item-class-below-system-without-reason.js';
import linkNotAllowed from './link-not-allowed.js';
import linkToWrongKind from './link-to-wrong-kind.js';
import malformedId from './malformed-id.js';
import missingField from './missing-field.js';
import needWithoutRequirement from './need-without-requirement.js';
import notExposedContradicted from './not-exposed-contradicted.js';
import openAnomalyNotListed from './open-anomaly-not-listed.js';
import outsideProject from './outside-project.js';
import powerOnlyNotShown from './power-only-not-shown.js';
import requiredLinkMissing from './required-link-missing.js';
import requirementWithoutItem from './requirement-without-item.js';
import requirementWithoutOrigin from './requirement-without-origin.js';
import requirementWithoutTest from './requirement-without-test.js';
import residualRiskNotAcceptable from './residual-risk-not-acceptable.js';
import residualRiskWithoutReason from './residual-risk-without-reason.js';
import riskNotAcceptableAfterControl from './risk-not-acceptable-after-control.js';
import riskNotRated from './risk-not-rated.js';
import riskWithoutControl from './risk-without-control.js';
import riskWithoutExternalRating from './risk-without-external-rating.js';
import safetyEffectUnanswered from './safety-effect-unanswered.js';
import severityBelowHazardWithoutReason from './severity-below-hazard-without-reason.js';
import soupWithoutItem from './soup-without-item.js';
import soupWithoutRequirement from './soup-without-requirement.js';
import systemWithoutClassReason from './system-without-class-reason.js';
import threatLeftGeneric from './threat-left-generic.js';
import threatWithoutAsset from './threat-without-asset.js';
import threatWithoutControl from './threat-without-control.js';
import threatWithoutHazard from './threat-without-hazard.js';
import tooManyLinks from './too-many-links.js';
import typedRatingDiffers from './typed-rating-differs.js';
import unitWithoutDesign from './unit-without-design.js';
import unitWithoutVerification from './unit-without-verification.js';
import unknownField from './unknown-field.js';
import unknownKind from './unknown-kind.js';
import workProductIncomplete from './work-product-incomplete.js';
import wrongType from './wrong-type.js';

export const all = [
  anomalyWithoutOutcome,
  assetWithoutPlace,
  barrierNotProven,
  changeWithoutVerification,
  circularLink,
  classAndExploitHarmDisagree,
  classBelowComputed,
  classByDefault,
  classOnItemOutsideTheDevice,
  controlWithoutCategory,
  controlWithoutDefeatTest,
  controlWithoutPurpose,
  controlWithoutRequirement,
  crossingWithoutThreat,
  danglingLink,
  decisionContentChanged,
  decisionPastItsEnd,
  decisionWithoutDate,
  decisionWithoutPerson,
  decisionWithoutReason,
  duplicateId,
  elementWithoutThreat,
  emptyValue,
  exploitHarmBelowClass,
  externalControlWithoutIndependence,
  factContradicted,
  factUnknown,
  findingWithoutDisposition,
  hazardWithoutRisk,
  highResidualRiskNotAccepted,
  interfaceWithoutFlow,
  interfaceWithoutIntegrationTest,
  interfaceWithoutState,
  itemClassBelowItsRisk,
  itemClassBelowSystemWithoutReason,
  linkNotAllowed,
  linkToWrongKind,
  malformedId,
  missingField,
  needWithoutRequirement,
  notExposedContradicted,
  openAnomalyNotListed,
  outsideProject,
  powerOnlyNotShown,
  requiredLinkMissing,
  requirementWithoutItem,
  requirementWithoutOrigin,
  requirementWithoutTest,
  residualRiskNotAcceptable,
  residualRiskWithoutReason,
  riskNotAcceptableAfterControl,
  riskNotRated,
  riskWithoutControl,
  riskWithoutExternalRating,
  safetyEffectUnanswered,
  severityBelowHazardWithoutReason,
  soupWithoutItem,
  soupWithoutRequirement,
  systemWithoutClassReason,
  threatLeftGeneric,
  threatWithoutAsset,
  threatWithoutControl,
  threatWithoutHazard,
  tooManyLinks,
  typedRatingDiffers,
  unitWithoutDesign,
  unitWithoutVerification,
  unknownField,
  unknownKind,
  workProductIncomplete,
  wrongType,
] as const;
