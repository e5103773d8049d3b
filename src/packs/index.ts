/**
 * Comes in: the YAML of packs, and facts about a device.
 * Goes out: packs, checked and held against each other; what their conditions say of the facts; what an id means.
 * May not: know a regulation, a record or a project; read files, except the shipped packs in `shipped.ts`.
 */
export type { Conditions } from './conditions.js';
export { explainable, explainId, type Explained, type Explanation } from './explain-id.js';
export { completeFacts, withDerivedFacts, type Completing, type FactTable } from './fact-table.js';
export { type Counts, type FactValue, type FactValues, type Known } from './fact-values.js';
export { packFileSchema } from './form.js';
export { loadPacks, type LoadedPacks, type PackReference } from './load-packs.js';
export { packProblemText, type PackProblem } from './pack-problem.js';
export { cutToLoaded, packSet, type PackSet } from './pack-set.js';
export * from './pack.js';
export { marksIn, withoutMarks } from './marks.js';
export { findStarter, starterText, type StarterDepth } from './starter-text.js';
export { shippedPacks } from './shipped.js';
export { compareEditions, type EditionComparison } from './compare-editions.js';
