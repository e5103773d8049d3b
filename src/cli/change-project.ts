/** What every command shares that writes into a project: open it, collect edits, show them or write them. */
import type { Assessment } from '../assess/index.js';
import { threatsEditOutput, type EditAction, type ThreatsEditOutput, type WrittenRecord } from '../contract/index.js';
import { applyEdits, ProjectEdits } from '../edit/index.js';
import { readDate } from '../project/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { projectFolder } from './project-folder.js';
import { openSession, type Session } from './session.js';

type Work = (edits: ProjectEdits, assessment: Assessment, date: string) => readonly WrittenRecord[];

/** @throws OptionError, MedwardError */
export function changeProject(call: Call, action: EditAction, work: Work): ThreatsEditOutput {
  refuseRevision(call);
  const session = openSession(call);
  const edits = editsOf(session);
  const written = work(edits, session.assessment, readDate(call.value('date'), call.now));
  const { dryRun, files } = writeOrShow(edits, call);
  return threatsEditOutput({ action, dryRun, written, files }, session.subject);
}

/** @throws OptionError where `--at` names a revision */
export function refuseRevision(call: Call): void {
  if (call.value('at') === undefined) return;
  throw new OptionError(
    'A Git revision is not changed.',
    'Leave out `--at`: only the files in the folder are written.',
  );
}

/** Nothing is written before `writeOrShow`. */
export function editsOf({ project: { input, settings } }: Pick<Session, 'project'>): ProjectEdits {
  return new ProjectEdits(input.reading, { prefixes: input.prefixes, folder: settings.records[0] ?? '' });
}

/**
 * Writes all files or none; with `--dry-run` only says what would stand in them.
 * @throws MedwardError where a file changed meanwhile or cannot be written
 */
export function writeOrShow(edits: ProjectEdits, call: Call): Pick<ThreatsEditOutput, 'dryRun' | 'files'> {
  const files = edits.files();
  const dryRun = call.flag('dry-run');
  if (!dryRun) applyEdits(projectFolder(call), files);
  return {
    dryRun,
    files: files.map(({ path, before, after }) => ({ file: path, isNew: before === undefined, text: after })),
  };
}
