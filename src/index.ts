/**
 * The library: open a device project, assess it, and read the answer as values.
 * Comes in: a file tree (work tree, Git revision or memory), the shipped packs, a day.
 * Goes out: the same values that the command line prints. May not: hold rules of its own.
 */
export type { Assessment, AssessedGap, FactAnswer, ObligationAnswer, Status } from './assess/index.js';
export { assessProject, openProfile, openProject, type OpenOptions, type Project } from './compile/index.js';
export { shippedPacks, type FactValues, type Pack } from './packs/index.js';
export {
  MedwardError,
  memoryTree,
  openRevisionTree,
  openWorkTree,
  readGitFacts,
  type FileTree,
} from './project/index.js';
