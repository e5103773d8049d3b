/** `medward approve`: signs what is named, tells what changed since it was signed before, and writes that alone. */
import { approveOutput, type ApproveOutput } from '../contract/index.js';
import { applyEdits, ProjectEdits } from '../edit/index.js';
import { readDate, readVersions } from '../project/index.js';
import { shown } from '../shapes/index.js';
import { isBinding } from '../trace/index.js';
import { signersOf } from './approve-signers.js';
import { Signing } from './approve-signing.js';
import { folderOf, refuseRevision } from './change-project.js';
import type { Call } from './define.js';
import { findRecord } from './find-record.js';
import { OptionError } from './option-error.js';
import { openSession, type Session } from './session.js';

// @implements SRS-615
/** @throws OptionError, MedwardError */
export function approveRecords(call: Call): ApproveOutput {
  refuseRevision(call);
  refuseNothing(call);
  const session = openSession(call);
  const { project, assessment, subject } = session;
  const folder = folderOf(call);
  const edits = new ProjectEdits(project.input.reading, {
    prefixes: project.input.prefixes,
    folder: project.settings.records[0] ?? '',
  });
  const signing = new Signing({
    call,
    edits,
    assessment,
    folder,
    project,
    date: dayOf(call),
    signers: signers(session),
  });
  signAll(signing);
  const files = edits.files();
  const dryRun = call.flag('dry-run');
  if (!dryRun) applyEdits(folder, files);
  return approveOutput(
    {
      dryRun,
      signed: signing.signed(),
      voided: signing.voided(),
      uncommitted: uncommitted(signing.paths(), folder, subject.commit),
      files: files.map(({ path, before, after }) => ({ file: path, isNew: before === undefined, text: after })),
    },
    subject,
  );

  function signers({ project: { input } }: Session): ReturnType<typeof signersOf> {
    return signersOf(call, input.people);
  }

  /** What others are about is renewed before them: its hash is another one afterwards. */
  function signAll(one: Signing): void {
    const named = [...new Set(call.words)].map((id) => findRecord(assessment, id));
    const anew = named.filter((record) => call.flag('new') || !isBinding(record));
    one.renewAll(named.filter((record) => !anew.includes(record)).filter(isBinding));
    if (anew.length > 0) one.approve(anew);
  }
}

function refuseNothing(call: Call): void {
  if (call.words.length > 0) return;
  throw new OptionError(
    'It is not said what is approved.',
    'Write `medward approve ID … --by PERSON`; the id of an approval, statement, review or decision renews it.',
  );
}

/** A signature of tomorrow is none. */
function dayOf(call: Call): string {
  const date = readDate(call.value('date'), call.now);
  const today = readDate(undefined, call.now);
  if (date <= today) return date;
  throw new OptionError(`\`--date ${shown(date)}\` is a day to come.`, `Sign by a day up to today, ${today} (UTC).`);
}

/** Files of what was signed that nobody else can see as they are. */
function uncommitted(paths: readonly string[], folder: string, commit: string | null): readonly string[] | null {
  const versions = readVersions(folder);
  const [present, committed] = [versions.present(), commit === null ? undefined : versions.at(commit)];
  if (!present || !committed) return null;
  return paths.filter((path) => !committed.has(path) || committed.get(path) !== present.get(path));
}
