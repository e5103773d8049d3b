/**
 * The library: open a device project, check and assess it; the same values that the command line prints, with the same names.
 * Comes in: a folder or a file tree, a day. Goes out: the outputs of `docs` and `medward schema output/…`, typed.
 * May not: hold rules of its own, look at the clock, print.
 */
import {
  assessProject,
  openProject as openTree,
  toolVersion,
  type OpenOptions,
  type Project,
} from './compile/index.js';
import {
  assessOutput,
  checkOutput,
  problemsOf,
  subjectOf,
  type Baseline,
  type AssessOptions,
  type AssessOutput,
  type CheckOutput,
} from './contract/index.js';
import { shippedPacks, type FactValues } from './packs/index.js';
import { findProject, openWorkTree, readGitFacts, readVersions, type FileTree } from './project/index.js';

export interface AtDate {
  /** A day as `2026-11-23`: decisions end and evidence ages, so the answer depends on it. */
  readonly date: string;
}

/**
 * @param from folder with a `medward.yaml`, or a file tree (work tree, Git revision, memory)
 * @throws MedwardError `no-project-here`, `not-a-folder`, `settings-unusable`, `pack-unusable`
 */
export function openProject(from: string | FileTree, options: Partial<OpenOptions> = {}): Project {
  const packs = options.packs ?? shippedPacks();
  if (typeof from !== 'string') return openTree(from, { ...options, packs });
  const folder = findProject(from, from);
  return openTree(openWorkTree(folder), {
    git: readGitFacts(folder),
    versions: readVersions(folder),
    ...options,
    packs,
  });
}

export interface CheckOptions {
  /** As `readBaseline` gives it, or keys of gaps alone; a baseline of another project tells nothing. */
  readonly baseline?: Baseline | ReadonlySet<string>;
}

// @implements SRS-716
/** The value that `medward check --json` prints. */
export function check(project: Project, options: AtDate & CheckOptions): CheckOutput {
  const assessment = assessProject(project, options.date);
  return checkOutput(
    assessment,
    problemsOf(assessment, project.problems),
    subjectOf(project, options.date, toolVersion()),
    options.baseline,
  );
}

/** The value that `medward assess --json` prints; with `whatIf` both answers side by side. */
export function assess(
  project: Project,
  options: AtDate & Omit<AssessOptions, 'whatIf'> & { readonly whatIf?: FactValues },
): AssessOutput {
  const { date, whatIf, ...rest } = options;
  const asked = whatIf && { facts: whatIf, assessment: assessProject(project, date, whatIf) };
  return assessOutput(assessProject(project, date), subjectOf(project, date, toolVersion()), {
    ...rest,
    whatIf: asked,
  });
}

export type { Assessment, AssessedGap, FactAnswer, ObligationAnswer, Status } from './assess/index.js';
export { assessProject, openProfile, type OpenOptions, type Project } from './compile/index.js';
export {
  readBaseline,
  type AssessOutput,
  type Baseline,
  type BaselineRead,
  type CheckOutput,
  type GapOutput,
  type ObligationOutput,
} from './contract/index.js';
export { shippedPacks, type FactValues, type Pack } from './packs/index.js';
export {
  MedwardError,
  memoryTree,
  openRevisionTree,
  openWorkTree,
  readGitFacts,
  type FileTree,
} from './project/index.js';
