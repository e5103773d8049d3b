/** `medward approve`: signs what is named, tells what changed since it was signed before, and writes that alone. */
import type { Assessment } from '../assess/index.js';
import { approveOutput, type ApproveOutput } from '../contract/index.js';
import { readDate, readVersions } from '../project/index.js';
import { shown } from '../shapes/index.js';
import { isBinding } from '../trace/index.js';
import { signersOf } from './approve-signers.js';
import { Signing } from './approve-signing.js';
import { editsOf, refuseRevision, writeOrShow } from './change-project.js';
import type { Call } from './define.js';
import { findRecord } from './find-record.js';
import { OptionError } from './option-error.js';
import { projectFolder } from './project-folder.js';
import { openSession } from './session.js';

// @implements SRS-615
/** @throws OptionError, MedwardError */
export function approveRecords(call: Call): ApproveOutput {
  refuseRevision(call);
  refuseNothing(call);
  const session = openSession(call);
  const { project, assessment, subject } = session;
  const edits = editsOf(session);
  const folder = projectFolder(call);
  const signers = signersOf(call, project.input.people);
  const signing = new Signing({ call, edits, assessment, folder, project, date: dayOf(call), signers });
  signAll(signing, call, assessment);
  const { dryRun, files } = writeOrShow(edits, call);
  return approveOutput(
    {
      dryRun,
      signed: signing.signed(),
      voided: signing.voided(),
      uncommitted: uncommitted(signing.paths(), folder, subject.commit),
      files,
    },
    subject,
  );
}

/** What others are about is renewed before them: its hash is another one afterwards. */
function signAll(signing: Signing, call: Call, assessment: Assessment): void {
  const named = [...new Set(call.words)].map((id) => findRecord(assessment, id));
  const anew = named.filter((record) => call.flag('new') || !isBinding(record));
  signing.renewAll(named.filter((record) => !anew.includes(record)).filter(isBinding));
  if (anew.length > 0) signing.approve(anew);
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
