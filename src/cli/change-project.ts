/** What every command shares that writes into a project: open it, collect edits, show them or write them. */
import { resolve } from 'node:path';
import type { Assessment } from '../assess/index.js';
import { threatsEditOutput, type EditAction, type ThreatsEditOutput, type WrittenRecord } from '../contract/index.js';
import { applyEdits, ProjectEdits } from '../edit/index.js';
import { findProject, readDate } from '../project/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { openSession } from './session.js';

export interface Changed {
  readonly output: ThreatsEditOutput;
}

type Work = (edits: ProjectEdits, assessment: Assessment, date: string) => readonly WrittenRecord[];

/** @throws OptionError, MedwardError */
export function changeProject(call: Call, action: EditAction, work: Work): Changed {
  refuseRevision(call);
  const { project, assessment, subject } = openSession(call);
  const edits = new ProjectEdits(project.input.reading, {
    prefixes: project.input.prefixes,
    folder: project.settings.records[0] ?? '',
  });
  const written = work(edits, assessment, readDate(call.value('date'), call.now));
  const files = edits.files();
  const dryRun = call.flag('dry-run');
  if (!dryRun) applyEdits(folderOf(call), files);
  const shown = files.map(({ path, before, after }) => ({ file: path, isNew: before === undefined, text: after }));
  return { output: threatsEditOutput({ action, dryRun, written, files: shown }, subject) };
}

export function refuseRevision(call: Call): void {
  if (call.value('at') === undefined) return;
  throw new OptionError('A Git revision is not changed.', 'Leave out `--at`: only the files in the folder are written.');
}

export function folderOf(call: Call): string {
  const named = call.value('project');
  return findProject(call.folder, named === undefined ? undefined : resolve(call.folder, named));
}
