/** What a command that reads a project shares with the others: the project, its assessment, and what the output speaks of. */
import type { Assessment } from '../assess/index.js';
import { problemsOf, subjectOf, type ProblemOutput, type Subject } from '../contract/index.js';
import { assessProject, openProfile, openProject, toolVersion, type Project } from '../compile/index.js';
import { shippedPacks, type FactValues } from '../packs/index.js';
import {
  openRevisionTree,
  openWorkTree,
  readDate,
  readGitFacts,
  readVersions,
  type FileTree,
  type GitFacts,
  type Versions,
} from '../project/index.js';
import type { Call } from './define.js';
import { startProgress, type Progress } from './progress.js';
import { projectFolder } from './project-folder.js';

export interface Session {
  readonly project: Project;
  readonly assessment: Assessment;
  readonly subject: Subject;
  readonly problems: readonly ProblemOutput[];
  /** The same project with some facts replaced. */
  again(whatIf: FactValues): Assessment;
}

// @implements SRS-713
/** @param progress told each phase as it begins */
export function openSession(call: Call, progress: Progress = call.progress ?? startProgress(call.terminal)): Session {
  call.engine?.holdYoungSpace();
  const date = readDate(call.value('date'), call.now);
  const folder = projectFolder(call);
  const { inputs, memory } = call;
  if (!inputs) progress('Reading the project');
  const opened = inputs ?? openTree(folder, call.value('at'));
  progress('Reading records');
  const project = openProject(opened.tree, { packs: shippedPacks(), ...opened, ...(memory && { memory }) });
  progress('Assessing');
  const assessment = assessProject(project, date);
  progress('done');
  return sessionOf(project, assessment, date);
}

function openTree(
  folder: string,
  revision: string | undefined,
): { tree: FileTree; git: Pick<GitFacts, 'commit' | 'dirty'>; versions: Versions } {
  if (revision === undefined) {
    return { tree: openWorkTree(folder), git: readGitFacts(folder), versions: readVersions(folder) };
  }
  const tree = openRevisionTree(folder, revision);
  return { tree, git: { commit: tree.commit, dirty: false }, versions: readVersions(folder, tree.commit) };
}

/** @throws MedwardError `outside-project` where the file cannot be read, `settings-unusable` */
export function openProfileSession(path: string, text: string, call: Call): Session {
  const date = readDate(call.value('date'), call.now);
  const project = openProfile({ path, text }, { packs: shippedPacks() });
  return sessionOf(project, assessProject(project, date), date);
}

function sessionOf(project: Project, assessment: Assessment, date: string): Session {
  const subject = subjectOf(project, date, toolVersion());
  return {
    project,
    assessment,
    subject,
    problems: problemsOf(assessment, project.problems),
    again: (whatIf) => assessProject(project, date, whatIf),
  };
}
