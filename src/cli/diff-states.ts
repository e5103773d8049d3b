/** Opens the two states that `medward diff` compares: a Git revision, the commit of a release, or the folder as it lies. */
import type { Assessment } from '../assess/index.js';
import { assessProject, openProject, type Project } from '../compile/index.js';
import type { StateOutput } from '../contract/index.js';
import { shippedPacks } from '../packs/index.js';
import {
  MedwardError,
  openRevisionTree,
  openWorkTree,
  readDate,
  readGitFacts,
  readVersions,
} from '../project/index.js';
import type { AnyRecord } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { startProgress } from './progress.js';
import { projectFolder } from './project-folder.js';
import type { Terminal } from './terminal.js';

export interface State {
  readonly project: Project;
  readonly assessment: Assessment;
  readonly output: StateOutput;
}

export interface States {
  readonly after: State;
  /** A record that binds by hashes where one was named: of what it saw no text is known. */
  readonly base: State | AnyRecord;
  readonly date: string;
}

const BINDS: ReadonlySet<string> = new Set(['approval', 'review', 'statement', 'decision']);

/** @throws OptionError for what names neither a commit nor such a record; MedwardError as every command */
export function openStates(call: Call, [base, head]: readonly [string, string | undefined]): States {
  const progress = startProgress(call.terminal);
  const date = readDate(call.value('date'), call.now);
  const folder = projectFolder(call);
  const ground = { folder, terminal: call.terminal };
  progress('Reading the project');
  const opened = head === undefined ? openFolder(folder) : openNamed(ground, head, () => recordsOf(openFolder(folder)));
  if (!('project' in opened)) {
    throw new OptionError(
      `${opened.id} is no release and names no commit.`,
      'Name it first, as what is compared with.',
    );
  }
  const then = openNamed(ground, base, () => recordsOf(opened));
  progress('Assessing');
  const assessed = (one: Opened): State => ({ ...one, assessment: assessProject(one.project, date) });
  const states = { after: assessed(opened), base: 'project' in then ? assessed(then) : then, date };
  progress('done');
  return states;
}

interface Ground {
  readonly folder: string;
  readonly terminal: Terminal;
}

type Opened = Pick<State, 'project' | 'output'>;

function recordsOf({ project }: Opened): readonly AnyRecord[] {
  return project.input.reading.records;
}

function openFolder(folder: string): Opened {
  const git = readGitFacts(folder);
  const tree = openWorkTree(folder);
  const project = openProject(tree, { packs: shippedPacks(), git, versions: readVersions(folder) });
  return { project, output: stateOutput(project, null, null) };
}

/** What Git knows comes first; then a record of that id. */
function openNamed(ground: Ground, word: string, records: () => readonly AnyRecord[]): Opened | AnyRecord {
  try {
    return openRevision(ground, word, { named: word, release: null });
  } catch (error) {
    if (!(error instanceof MedwardError) || error.code !== 'not-a-revision') throw error;
  }
  const known = records();
  const record = known.find((one) => one.id === word);
  if (record?.kind === 'release') return openRelease(ground, record.id, record.fields.commit);
  if (record && BINDS.has(record.kind)) return record;
  throw notThere(ground.folder, word, record, known);
}

function openRelease(ground: Ground, id: string, commit: string | undefined): Opened {
  if (commit === undefined) {
    throw new OptionError(`The release ${id} names no commit.`, `Write \`commit:\` in ${id}, or name a revision.`);
  }
  try {
    return openRevision(ground, commit, { named: id, release: id });
  } catch (error) {
    if (!(error instanceof MedwardError) || error.code !== 'not-a-revision') throw error;
    const shallow = isShallow(ground.folder);
    throw new OptionError(
      `The commit ${shown(commit)} of the release ${id} is not in this clone${shallow ? ', which is shallow' : ''}.`,
      shallow ? FETCH : `Correct \`commit:\` in ${id}, or fetch the branch that has it.`,
    );
  }
}

const FETCH =
  'Fetch the history first: `git fetch --unshallow --tags`; in a CI job, ask its checkout for the whole history.';

function notThere(
  folder: string,
  word: string,
  record: AnyRecord | undefined,
  known: readonly AnyRecord[],
): OptionError {
  if (record) {
    return new OptionError(
      `${record.id} is ${/^[aeiou]/.test(record.kind) ? 'an' : 'a'} ${record.kind} and names no state of the project.`,
      'Name a revision, a release, or an approval, review, statement or decision.',
    );
  }
  const releases = known.filter(({ kind }) => kind === 'release').map(({ id }) => id);
  const shallow = isShallow(folder);
  return new OptionError(
    `\`${shown(word)}\` names no commit${shallow ? ' of this clone, which is shallow,' : ''} and no release${didYouMean(word, releases) || '.'}`,
    shallow ? FETCH : 'Name a commit, a tag or a branch that `git log` shows, or the id of a release record.',
  );
}

/** A commit that cannot be is unknown only where the clone may lack some. */
function isShallow(folder: string): boolean {
  return readVersions(folder).knows('0'.repeat(40)) === 'unknown';
}

function openRevision(
  { folder, terminal }: Ground,
  revision: string,
  { named, release }: Pick<StateOutput, 'named' | 'release'>,
): Opened {
  const tree = openRevisionTree(folder, revision);
  const git = { commit: tree.commit, dirty: false };
  try {
    const project = openProject(tree, { packs: shippedPacks(), git, versions: readVersions(folder, tree.commit) });
    return { project, output: stateOutput(project, named, release) };
  } catch (error) {
    if (!(error instanceof MedwardError)) throw error;
    if (error.code === 'no-project-here') {
      throw new OptionError(
        `${shown(revision)} has no \`medward.yaml\` in the folder of the project.`,
        'Name a revision in which the project was there; a project that was moved cannot be compared over the move.',
      );
    }
    terminal.note(`The places below are those of ${shown(revision)}, not of the folder.\n`);
    throw error;
  }
}

function stateOutput(project: Project, named: string | null, release: string | null): StateOutput {
  const { commit, dirty } = project.git;
  return { named, release, commit, dirty, version: project.settings.device.version ?? null, input: project.digest };
}
