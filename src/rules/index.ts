/**
 * Comes in: the trace, facts, classes, ratings, overhead and the day.
 * Goes out: gaps, each with its place, its reason, what to do and a key that survives unrelated edits.
 * May not: write, print, read files or clocks, decide what a gap is worth against a decision.
 */
export { all as allRules } from './all.js';
export { rejections } from './candidate-decisions.js';
export { faultsOfDecision, type DecisionFault } from './decision-faults.js';
export type {
  AskedProduct,
  Because,
  ClassView,
  Fault,
  Found,
  OverheadView,
  Person,
  ProofView,
  Rule,
  RuleInput,
  Severity,
  SystemClass,
  UnfinishedWords,
} from './define.js';
export type { CoverageView, EvidenceView, ReportedFinding, ReportView, ScanView } from './evidence-view.js';
export { isBarrierProven } from './barrier.js';
export { findPerson } from './find-person.js';
export { documentsOf, monthsAfter } from './looked-at-again.js';
export { gapOf, type Gap } from './gap.js';
export { compareGaps, ruleStates, runRules, undecidedRules, type RuleState, type UndecidedRules } from './run-rules.js';
