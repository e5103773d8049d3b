/** What `medward evidence` needs of a project: its folder, its ids, its commit, and the files of that commit by blob id. */
import { openProject, toolVersion, type Project } from '../compile/index.js';
import { subjectOf, type Subject } from '../contract/index.js';
import { EVIDENCE_FOLDER, gitBlobId, type Inputs, type RecordIds, type RunCommit } from '../evidence/index.js';
import { shippedPacks } from '../packs/index.js';
import {
  findProject,
  openRevisionTree,
  openWorkTree,
  readDate,
  readGitFacts,
  type FileTree,
} from '../project/index.js';
import { findKindByPrefix } from '../records/index.js';
import type { Call } from './define.js';

export interface EvidenceProject {
  readonly folder: string;
  readonly project: Project;
  readonly subject: Subject;
  readonly date: string;
  readonly records: RecordIds;
}

export function openEvidenceProject(call: Call): EvidenceProject {
  const date = readDate(call.value('date'), call.now);
  const folder = findProject(call.folder, call.value('project'));
  const project = openProject(openWorkTree(folder), { packs: shippedPacks(), git: readGitFacts(folder) });
  return { folder, project, date, subject: subjectOf(project, date, toolVersion()), records: recordIds(project) };
}

function recordIds({ input }: Project): RecordIds {
  const ids = new Set(input.reading.records.map((record) => record.id));
  const prefixes = new Set([...ids].map((id) => id.slice(0, id.lastIndexOf('-'))));
  return {
    has: (id) => ids.has(id),
    hasPrefix: (prefix) => prefixes.has(prefix) || findKindByPrefix(`${prefix}-1`, input.prefixes) !== undefined,
  };
}

export interface RunInputs {
  readonly commit: RunCommit | null;
  readonly inputs: Inputs | null;
}

/**
 * The commit that was tested: the one after `--commit`, else the one that the project stands at. Its files count only if
 * those in the folder are the same; reports that are being added, and evidence itself, are no input.
 * @throws MedwardError `not-a-revision` if there is no such commit
 */
export function runInputs(
  { folder, project }: EvidenceProject,
  given: string | undefined,
  reports: ReadonlySet<string>,
): RunInputs {
  const id = given ?? project.git.commit;
  if (id === null) return { commit: null, inputs: null };
  const revision = openRevisionTree(folder, id);
  const inputs = inputsOf(revision, revision.commit, reports);
  if (given !== undefined) return { commit: { id: revision.commit, from: 'option', dirty: false }, inputs };
  const dirty = !sameInputs(inputs, inputsOf(project.tree, revision.commit, reports));
  return { commit: { id: revision.commit, from: 'project', dirty }, inputs: dirty ? null : inputs };
}

function inputsOf(tree: FileTree, commit: string, leftOut: ReadonlySet<string>): Inputs {
  const algorithm = commit.length === 64 ? 'sha256' : 'sha1';
  const inputs = new Map<string, string | null>();
  for (const { path } of tree.list()) {
    if (path.startsWith(`${EVIDENCE_FOLDER}/`) || leftOut.has(path)) continue;
    const read = tree.readBytes(path);
    inputs.set(path, read.ok ? gitBlobId(read.bytes, algorithm) : null);
  }
  return inputs;
}

function sameInputs(a: Inputs, b: Inputs): boolean {
  return a.size === b.size && [...a].every(([path, id]) => id !== null && b.get(path) === id);
}
