/** Every rule: the list of files in this folder, written by a script. */
import acceptedThreatWithoutDecision from './accepted-threat-without-decision.js';
import anomalyWithoutOutcome from './anomaly-without-outcome.js';
import approverWithoutTheRole from './approver-without-the-role.js';
import assetWithoutPlace from './asset-without-place.js';
import assumptionWithoutConsequence from './assumption-without-consequence.js';
import barrierNotProven from './barrier-not-proven.js';
import changeWithoutVerification from './change-without-verification.js';
import circularLink from './circular-link.js';
import classAndExploitHarmDisagree from './class-and-exploit-harm-disagree.js';
import classBelowComputed from './class-below-computed.js';
import classByDefault from './class-by-default.js';
import classOnItemOutsideTheDevice from './class-on-item-outside-the-device.js';
import codingStandardNotLookedAtAgain from './coding-standard-not-looked-at-again.js';
import componentPastItsSupport from './component-past-its-support.js';
import componentSupportEndsBeforeDevice from './component-support-ends-before-device.js';
import componentWithoutVulnerabilityCheck from './component-without-vulnerability-check.js';
import configurationItemWithoutVersion from './configuration-item-without-version.js';
import connectionDenied from './connection-denied.js';
import contentCategoryWithoutRequirementOrReason from './content-category-without-requirement-or-reason.js';
import controlCategoryWithoutRequirementOrReason from './control-category-without-requirement-or-reason.js';
import controlRestsOnObscurity from './control-rests-on-obscurity.js';
import controlWithoutCategory from './control-without-category.js';
import controlWithoutDefeatTest from './control-without-defeat-test.js';
import controlWithoutPurpose from './control-without-purpose.js';
import controlWithoutRequirement from './control-without-requirement.js';
import coverageBelowOwnCriterion from './coverage-below-own-criterion.js';
import criterionWithoutAnalysisRule from './criterion-without-analysis-rule.js';
import crossingWithoutThreat from './crossing-without-threat.js';
import cyberDeviceDenied from './cyber-device-denied.js';
import danglingLink from './dangling-link.js';
import dateInTheFuture from './date-in-the-future.js';
import decisionContentChanged from './decision-content-changed.js';
import decisionPastItsEnd from './decision-past-its-end.js';
import decisionWithoutDate from './decision-without-date.js';
import decisionWithoutPerson from './decision-without-person.js';
import decisionWithoutReason from './decision-without-reason.js';
import defaultCredentialNamed from './default-credential-named.js';
import deferredFindingWithoutEnd from './deferred-finding-without-end.js';
import deferredFindingWithoutPlan from './deferred-finding-without-plan.js';
import duplicateId from './duplicate-id.js';
import elementKindAbsentWithoutReason from './element-kind-absent-without-reason.js';
import elementWithoutThreat from './element-without-threat.js';
import emptyValue from './empty-value.js';
import environmentTakenForTrusted from './environment-taken-for-trusted.js';
import evidenceNotAsStored from './evidence-not-as-stored.js';
import exploitHarmBelowClass from './exploit-harm-below-class.js';
import exploitedVulnerabilityOpen from './exploited-vulnerability-open.js';
import externalControlWithoutIndependence from './external-control-without-independence.js';
import factContradicted from './fact-contradicted.js';
import factUnknown from './fact-unknown.js';
import failedTestNotOnList from './failed-test-not-on-list.js';
import failedTestWithoutAnomaly from './failed-test-without-anomaly.js';
import fieldInformationReviewOverdue from './field-information-review-overdue.js';
import findingDecidedWithoutReason from './finding-decided-without-reason.js';
import findingDecisionPastItsEnd from './finding-decision-past-its-end.js';
import findingWithoutDisposition from './finding-without-disposition.js';
import findingWithoutRiskLink from './finding-without-risk-link.js';
import fixedFindingStillReported from './fixed-finding-still-reported.js';
import fixedVulnerabilityWithoutRelease from './fixed-vulnerability-without-release.js';
import flowAtClosedInterface from './flow-at-closed-interface.js';
import flowProtectedByChecksum from './flow-protected-by-checksum.js';
import hazardWithoutRisk from './hazard-without-risk.js';
import highResidualRiskNotAccepted from './high-residual-risk-not-accepted.js';
import informationControlNotTold from './information-control-not-told.js';
import interfaceWithoutFlow from './interface-without-flow.js';
import interfaceWithoutIntegrationTest from './interface-without-integration-test.js';
import interfaceWithoutState from './interface-without-state.js';
import interfaceWithoutThreat from './interface-without-threat.js';
import itemClassBelowItsRisk from './item-class-below-its-risk.js';
import itemClassBelowSystemWithoutReason from './item-class-below-system-without-reason.js';
import lifeCyclePhaseWithoutThreatOrReason from './life-cycle-phase-without-threat-or-reason.js';
import linkNotAllowed from './link-not-allowed.js';
import linkToObsoleteRecord from './link-to-obsolete-record.js';
import linkToWrongKind from './link-to-wrong-kind.js';
import malformedId from './malformed-id.js';
import mappingNotUsedInFull from './mapping-not-used-in-full.js';
import missingField from './missing-field.js';
import modelEndsAtDevice from './model-ends-at-device.js';
import multiPatientRiskNotAssessed from './multi-patient-risk-not-assessed.js';
import needWithoutRequirement from './need-without-requirement.js';
import notAffectedWithoutJustification from './not-affected-without-justification.js';
import notExposedContradicted from './not-exposed-contradicted.js';
import openAnomalyNotListed from './open-anomaly-not-listed.js';
import outsideProject from './outside-project.js';
import pentestOlderThanPlan from './pentest-older-than-plan.js';
import pentestReportNotStored from './pentest-report-not-stored.js';
import pentestScopeMissesInterface from './pentest-scope-misses-interface.js';
import pentesterIsDeveloper from './pentester-is-developer.js';
import planClassDiffers from './plan-class-differs.js';
import planMissesAskedWorkProduct from './plan-misses-asked-work-product.js';
import planMissesInterface from './plan-misses-interface.js';
import planOlderThanItsSubject from './plan-older-than-its-subject.js';
import plannedProductWithoutPlaceOrPerson from './planned-product-without-place-or-person.js';
import powerOnlyNotShown from './power-only-not-shown.js';
import powerOnlyPortWithFlow from './power-only-port-with-flow.js';
import probabilityInSecurityRating from './probability-in-security-rating.js';
import probabilityWordsInThreat from './probability-words-in-threat.js';
import processReviewOverdue from './process-review-overdue.js';
import ratedWithOtherControls from './rated-with-other-controls.js';
import ratingOfOtherMethod from './rating-of-other-method.js';
import referenceConfirmedTooLongAgo from './reference-confirmed-too-long-ago.js';
import releaseCommitNotInRepository from './release-commit-not-in-repository.js';
import releasedChangeNotDone from './released-change-not-done.js';
import reportedFindingWithoutDisposition from './reported-finding-without-disposition.js';
import requiredLinkMissing from './required-link-missing.js';
import requirementHardToVerify from './requirement-hard-to-verify.js';
import requirementWithoutItem from './requirement-without-item.js';
import requirementWithoutOrigin from './requirement-without-origin.js';
import requirementWithoutTest from './requirement-without-test.js';
import residualRiskNotAcceptable from './residual-risk-not-acceptable.js';
import residualRiskNotProven from './residual-risk-not-proven.js';
import residualRiskWithoutReason from './residual-risk-without-reason.js';
import resultForUnknownRecord from './result-for-unknown-record.js';
import resultWithoutRunData from './result-without-run-data.js';
import retiredIdUsedAgain from './retired-id-used-again.js';
import reviewFindingOpen from './review-finding-open.js';
import reviewerIsAuthor from './reviewer-is-author.js';
import riskNotAcceptableAfterControl from './risk-not-acceptable-after-control.js';
import riskNotRated from './risk-not-rated.js';
import riskWithoutControl from './risk-without-control.js';
import riskWithoutExternalRating from './risk-without-external-rating.js';
import roleWithoutPerson from './role-without-person.js';
import safetyAnomalyWithoutHazard from './safety-anomaly-without-hazard.js';
import safetyControlNotConsidered from './safety-control-not-considered.js';
import safetyEffectUnanswered from './safety-effect-unanswered.js';
import safetyRiskMethodMissing from './safety-risk-method-missing.js';
import sameJustificationEverywhere from './same-justification-everywhere.js';
import securityCriterionUnanswered from './security-criterion-unanswered.js';
import securityRelevanceDenied from './security-relevance-denied.js';
import securityRiskMethodMissing from './security-risk-method-missing.js';
import securityTesterIsDeveloper from './security-tester-is-developer.js';
import severityBelowHazardWithoutReason from './severity-below-hazard-without-reason.js';
import severityScaleNotSharedWithSecurity from './severity-scale-not-shared-with-security.js';
import sharedSecretWithoutThreat from './shared-secret-without-threat.js';
import soupWithoutAnomalyEvaluation from './soup-without-anomaly-evaluation.js';
import soupWithoutItem from './soup-without-item.js';
import soupWithoutRequirement from './soup-without-requirement.js';
import systemRequirementWithoutChild from './system-requirement-without-child.js';
import systemWithoutClassReason from './system-without-class-reason.js';
import testedVersionIsNotReleasedVersion from './tested-version-is-not-released-version.js';
import textLeftOpen from './text-left-open.js';
import textLeftToFill from './text-left-to-fill.js';
import threatLeftGeneric from './threat-left-generic.js';
import threatNotRated from './threat-not-rated.js';
import threatWithoutAsset from './threat-without-asset.js';
import threatWithoutControl from './threat-without-control.js';
import threatWithoutHazard from './threat-without-hazard.js';
import tooManyLinks from './too-many-links.js';
import trendAnalysisOverdue from './trend-analysis-overdue.js';
import trustedEnvironmentInReason from './trusted-environment-in-reason.js';
import typedRatingDiffers from './typed-rating-differs.js';
import undecidedFindingNotOnList from './undecided-finding-not-on-list.js';
import unitTopicUnanswered from './unit-topic-unanswered.js';
import unitWithoutDesign from './unit-without-design.js';
import unitWithoutVerification from './unit-without-verification.js';
import unknownField from './unknown-field.js';
import unknownKind from './unknown-kind.js';
import updatePathNotInModel from './update-path-not-in-model.js';
import updateWithoutProtection from './update-without-protection.js';
import vectorDiffersFromAnswers from './vector-differs-from-answers.js';
import verificationProductNotMetAtRelease from './verification-product-not-met-at-release.js';
import viewKindAbsentWithoutReason from './view-kind-absent-without-reason.js';
import vulnerabilityWithoutNotice from './vulnerability-without-notice.js';
import weakCryptographyNamed from './weak-cryptography-named.js';
import workProductIncomplete from './work-product-incomplete.js';
import wrongType from './wrong-type.js';

export const all = [
  acceptedThreatWithoutDecision,
  anomalyWithoutOutcome,
  approverWithoutTheRole,
  assetWithoutPlace,
  assumptionWithoutConsequence,
  barrierNotProven,
  changeWithoutVerification,
  circularLink,
  classAndExploitHarmDisagree,
  classBelowComputed,
  classByDefault,
  classOnItemOutsideTheDevice,
  codingStandardNotLookedAtAgain,
  componentPastItsSupport,
  componentSupportEndsBeforeDevice,
  componentWithoutVulnerabilityCheck,
  configurationItemWithoutVersion,
  connectionDenied,
  contentCategoryWithoutRequirementOrReason,
  controlCategoryWithoutRequirementOrReason,
  controlRestsOnObscurity,
  controlWithoutCategory,
  controlWithoutDefeatTest,
  controlWithoutPurpose,
  controlWithoutRequirement,
  coverageBelowOwnCriterion,
  criterionWithoutAnalysisRule,
  crossingWithoutThreat,
  cyberDeviceDenied,
  danglingLink,
  dateInTheFuture,
  decisionContentChanged,
  decisionPastItsEnd,
  decisionWithoutDate,
  decisionWithoutPerson,
  decisionWithoutReason,
  defaultCredentialNamed,
  deferredFindingWithoutEnd,
  deferredFindingWithoutPlan,
  duplicateId,
  elementKindAbsentWithoutReason,
  elementWithoutThreat,
  emptyValue,
  environmentTakenForTrusted,
  evidenceNotAsStored,
  exploitHarmBelowClass,
  exploitedVulnerabilityOpen,
  externalControlWithoutIndependence,
  factContradicted,
  factUnknown,
  failedTestNotOnList,
  failedTestWithoutAnomaly,
  fieldInformationReviewOverdue,
  findingDecidedWithoutReason,
  findingDecisionPastItsEnd,
  findingWithoutDisposition,
  findingWithoutRiskLink,
  fixedFindingStillReported,
  fixedVulnerabilityWithoutRelease,
  flowAtClosedInterface,
  flowProtectedByChecksum,
  hazardWithoutRisk,
  highResidualRiskNotAccepted,
  informationControlNotTold,
  interfaceWithoutFlow,
  interfaceWithoutIntegrationTest,
  interfaceWithoutState,
  interfaceWithoutThreat,
  itemClassBelowItsRisk,
  itemClassBelowSystemWithoutReason,
  lifeCyclePhaseWithoutThreatOrReason,
  linkNotAllowed,
  linkToObsoleteRecord,
  linkToWrongKind,
  malformedId,
  mappingNotUsedInFull,
  missingField,
  modelEndsAtDevice,
  multiPatientRiskNotAssessed,
  needWithoutRequirement,
  notAffectedWithoutJustification,
  notExposedContradicted,
  openAnomalyNotListed,
  outsideProject,
  pentestOlderThanPlan,
  pentestReportNotStored,
  pentestScopeMissesInterface,
  pentesterIsDeveloper,
  planClassDiffers,
  planMissesAskedWorkProduct,
  planMissesInterface,
  planOlderThanItsSubject,
  plannedProductWithoutPlaceOrPerson,
  powerOnlyNotShown,
  powerOnlyPortWithFlow,
  probabilityInSecurityRating,
  probabilityWordsInThreat,
  processReviewOverdue,
  ratedWithOtherControls,
  ratingOfOtherMethod,
  referenceConfirmedTooLongAgo,
  releaseCommitNotInRepository,
  releasedChangeNotDone,
  reportedFindingWithoutDisposition,
  requiredLinkMissing,
  requirementHardToVerify,
  requirementWithoutItem,
  requirementWithoutOrigin,
  requirementWithoutTest,
  residualRiskNotAcceptable,
  residualRiskNotProven,
  residualRiskWithoutReason,
  resultForUnknownRecord,
  resultWithoutRunData,
  retiredIdUsedAgain,
  reviewFindingOpen,
  reviewerIsAuthor,
  riskNotAcceptableAfterControl,
  riskNotRated,
  riskWithoutControl,
  riskWithoutExternalRating,
  roleWithoutPerson,
  safetyAnomalyWithoutHazard,
  safetyControlNotConsidered,
  safetyEffectUnanswered,
  safetyRiskMethodMissing,
  sameJustificationEverywhere,
  securityCriterionUnanswered,
  securityRelevanceDenied,
  securityRiskMethodMissing,
  securityTesterIsDeveloper,
  severityBelowHazardWithoutReason,
  severityScaleNotSharedWithSecurity,
  sharedSecretWithoutThreat,
  soupWithoutAnomalyEvaluation,
  soupWithoutItem,
  soupWithoutRequirement,
  systemRequirementWithoutChild,
  systemWithoutClassReason,
  testedVersionIsNotReleasedVersion,
  textLeftOpen,
  textLeftToFill,
  threatLeftGeneric,
  threatNotRated,
  threatWithoutAsset,
  threatWithoutControl,
  threatWithoutHazard,
  tooManyLinks,
  trendAnalysisOverdue,
  trustedEnvironmentInReason,
  typedRatingDiffers,
  undecidedFindingNotOnList,
  unitTopicUnanswered,
  unitWithoutDesign,
  unitWithoutVerification,
  unknownField,
  unknownKind,
  updatePathNotInModel,
  updateWithoutProtection,
  vectorDiffersFromAnswers,
  verificationProductNotMetAtRelease,
  viewKindAbsentWithoutReason,
  vulnerabilityWithoutNotice,
  weakCryptographyNamed,
  workProductIncomplete,
  wrongType,
] as const;
