/** Whether a release can be made again: from the commit that its documents name, and from nothing beside it. */
import type { PublishOutput } from '../contract/index.js';
import { EVIDENCE_FOLDER } from '../evidence/index.js';
import { chooseFiles, readUncommitted, SETTINGS_FILE } from '../project/index.js';
import { shortList } from '../shapes/index.js';
import type { Call } from './define.js';
import { projectFolder } from './project-folder.js';
import type { Session } from './session.js';

type Blocking = PublishOutput['blocking'];

const MOST_NAMED = 3;

/** @returns why not, as one more thing that blocks */
export function blockingFiles(call: Call, session: Session): Blocking {
  // A revision is read from Git alone.
  if (call.value('at') !== undefined) return [];
  const uncommitted = session.project.git.commit === null ? undefined : readUncommitted(projectFolder(call));
  if (!uncommitted) return [NO_COMMIT];
  const files = [...uncommitted.changed, ...uncommitted.untracked.filter(inputTest(session))].toSorted();
  if (files.length === 0) return [];
  return [
    {
      key: 'release-of-uncommitted-files',
      message: `Not as the commit has it that the documents would name: ${shortList(files, MOST_NAMED)}. Commit first.`,
    },
  ];
}

const NO_COMMIT = {
  key: 'release-without-commit',
  message:
    'A released document names the commit that it was made of, and Git tells none here. Commit the project first.',
};

/** Other files that Git does not track, such as documents of an earlier run, change nothing. */
function inputTest({ project }: Session): (path: string) => boolean {
  const { records, code } = chooseFiles(project.tree, project.settings);
  const read = new Set([...records, ...code].map(({ path }) => path));
  return (path) =>
    read.has(path) || path === SETTINGS_FILE || path.startsWith(`${EVIDENCE_FOLDER}/`) || path.startsWith('documents/');
}
