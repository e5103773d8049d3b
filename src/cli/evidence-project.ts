/** What `medward evidence` needs of a project: its folder, its ids, its commit, and the content of that commit. */
import { contentHash, dependenciesOf } from '../assess/index.js';
import { assessProject, openProject, toolVersion, type Project } from '../compile/index.js';
import { subjectOf, type Subject } from '../contract/index.js';
import {
  EVIDENCE_FOLDER,
  type Inputs,
  type RecordIds,
  type Report,
  type RunCommit,
  type RunContext,
} from '../evidence/index.js';
import { shippedPacks } from '../packs/index.js';
import {
  findProject,
  MedwardError,
  openRevisionTree,
  openWorkTree,
  readDate,
  readGitFacts,
  readVersions,
  type Versions,
} from '../project/index.js';
import { findKindByPrefix } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import type { Call } from './define.js';

export interface EvidenceProject {
  readonly folder: string;
  readonly project: Project;
  readonly versions: Versions;
  readonly subject: Subject;
  readonly date: string;
  readonly records: RecordIds;
}

export function openEvidenceProject(call: Call): EvidenceProject {
  const date = readDate(call.value('date'), call.now);
  const folder = findProject(call.folder, call.value('project'));
  const versions = readVersions(folder);
  call.engine?.holdYoungSpace();
  const project = openProject(openWorkTree(folder), { packs: shippedPacks(), git: readGitFacts(folder), versions });
  return {
    folder,
    project,
    versions,
    date,
    subject: subjectOf(project, date, toolVersion()),
    records: recordIds(project),
  };
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
  /** What the tests that a report names, and the records that they verify, said at that commit. */
  contentsOf(report: Report): Pick<RunContext, 'contents' | 'tagged'>;
}

/**
 * The commit that was tested: the one after `--commit`, else the one that the project stands at. Its files count only if
 * those in the folder are the same: all that a build could take in, not records, documents, or reports being added.
 * @throws MedwardError `not-a-revision` if there is no such commit
 */
export function runInputs(
  { folder, project, versions, date }: EvidenceProject,
  given: string | undefined,
  reports: ReadonlySet<string>,
): RunInputs {
  const id = given ?? project.git.commit;
  if (id === null) return { commit: null, inputs: null, contentsOf: () => NOTHING_KNOWN };
  const revision = openRevisionTree(folder, id);
  const { commit } = revision;
  const isInput = (path: string): boolean => !path.startsWith(`${EVIDENCE_FOLDER}/`);
  const inputs = filtered(versions.at(commit), isInput);
  const then = (): Project => openProject(revision, { packs: shippedPacks(), git: { commit, dirty: false } });
  if (given !== undefined) {
    return { commit: { id: commit, from: 'option', dirty: false }, inputs, contentsOf: contentsReader(then(), date) };
  }
  const isBuilt = (path: string): boolean =>
    isInput(path) && !reports.has(path) && (project.input.evidence?.isBuildInput(path) ?? true);
  const dirty = !isSame(filtered(inputs, isBuilt), filtered(project.input.evidence?.present(), isBuilt));
  const contentsOf = hasRecordsOf(commit, project, versions) ? contentsReader(project, date) : readerOf(then, date);
  return { commit: { id: commit, from: 'project', dirty }, inputs: dirty ? null : inputs, contentsOf };
}

/** Whether the records that were read are those of the commit; what was written since, no run has seen. */
function hasRecordsOf(commit: string, { input }: Project, versions: Versions): boolean {
  const [then, now] = [versions.at(commit), versions.present()];
  const paths = new Set(input.reading.records.map(({ spot }) => spot.source.path));
  return [...paths].every((path) => typeof then?.get(path) === 'string' && then.get(path) === now?.get(path));
}

const NOTHING_KNOWN = { contents: {}, tagged: {} };

/** A commit from before the project was one tells nothing of its records. */
function readerOf(then: () => Project, date: string): RunInputs['contentsOf'] {
  try {
    return contentsReader(then(), date);
  } catch (error) {
    if (error instanceof MedwardError) return () => NOTHING_KNOWN;
    throw error;
  }
}

function contentsReader(project: Project, date: string): RunInputs['contentsOf'] {
  let trace: Trace | undefined;
  return (report) => {
    const { evidence } = project.input;
    if (!evidence) return NOTHING_KNOWN;
    trace ??= assessProject(project, date).trace;
    const graph = trace;
    const named = new Set(report.mapped.map(({ id }) => id));
    const tests = graph.all('test').filter((test) => named.has(test.id));
    const found = tests.map((test) => ({ test, on: dependenciesOf(test, graph, evidence) }));
    const records = found.flatMap(({ on }) => on.records);
    return {
      contents: Object.fromEntries(records.map((record) => [record.id, contentHash(record)])),
      tagged: Object.fromEntries(found.flatMap(({ test, on }) => (on.tagged.length > 0 ? [[test.id, on.tagged]] : []))),
    };
  };
}

function filtered(files: Inputs | undefined | null, isIn: (path: string) => boolean): Inputs | null {
  return files ? new Map([...files].filter(([path]) => isIn(path))) : null;
}

/** What nobody can tell is the same here: whether a result depends on it is judged for each result. */
function isSame(a: Inputs | null, b: Inputs | null): boolean {
  return a !== null && b !== null && a.size === b.size && [...a].every(([path, id]) => b.get(path) === id);
}
