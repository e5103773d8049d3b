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
import { compareModels } from './compare/index.js';
import {
  assessOutput,
  checkOutput,
  diffOutput,
  problemsOf,
  subjectOf,
  type Baseline,
  type AssessOptions,
  type AssessOutput,
  type CheckOutput,
  type DiffOutput,
  type StateOutput,
} from './contract/index.js';
import { shippedPacks, type FactValues } from './packs/index.js';
import {
  findProject,
  openRevisionTree,
  openWorkTree,
  readGitFacts,
  readVersions,
  type FileTree,
} from './project/index.js';

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

/**
 * The project as it was at a commit, a tag or a branch, read from Git alone.
 * @param folder with a `medward.yaml`
 * @throws MedwardError as `openProject`, and `not-a-revision`, `git-unusable`
 */
export function openRevision(folder: string, revision: string, options: Partial<OpenOptions> = {}): Project {
  const found = findProject(folder, folder);
  const tree = openRevisionTree(found, revision);
  const git = { commit: tree.commit, dirty: false };
  return openTree(tree, { git, versions: readVersions(found, tree.commit), packs: shippedPacks(), ...options });
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

/**
 * The value that `medward diff --json` prints: what differs between two states of one project, what it means, and what to look
 * at again. `openRevision` gives a state of Git.
 */
export function diff(before: Project, after: Project, { date }: AtDate): DiffOutput {
  const difference = compareModels(assessProject(before, date), assessProject(after, date));
  const states = { base: stateOf(before), head: stateOf(after), drawing: null };
  return diffOutput({ difference, ...states }, subjectOf(after, date, toolVersion()));
}

function stateOf({ git, settings, digest }: Project): StateOutput {
  const { commit, dirty } = git;
  return { named: null, release: null, commit, dirty, version: settings.device.version ?? null, input: digest };
}

export type { Assessment, AssessedGap, FactAnswer, ObligationAnswer, Status } from './assess/index.js';
export { assessProject, openProfile, type OpenOptions, type Project } from './compile/index.js';
export {
  readBaseline,
  type AssessOutput,
  type Baseline,
  type BaselineRead,
  type CheckOutput,
  type DiffOutput,
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
