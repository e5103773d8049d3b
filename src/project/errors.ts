/** The reasons why Medward cannot go on, each with what, why and what to do in one table. */
import { shownPath, type Problem } from './problem.js';

interface Words {
  readonly what: (subject: string) => string;
  readonly why: string;
  readonly todo: string;
}

const ERRORS = {
  'no-project': {
    what: (folder) => `No \`medward.yaml\` stands in ${folder} or in a folder above it.`,
    why: 'This file says what the device is and where its records are; without it there is nothing to assess.',
    todo: 'Run `medward` inside a device project, name one with `--project DIR`, or write a `medward.yaml`.',
  },
  'no-project-here': {
    what: (folder) => `No \`medward.yaml\` stands in ${folder}.`,
    why: 'With `--project` the folder is taken as given, and folders above it are not searched.',
    todo: 'Correct the folder after `--project`, or leave the option out to search upwards.',
  },
  'not-a-folder': {
    what: (folder) => `${folder} is not a folder that can be read.`,
    why: 'A project is a folder with a `medward.yaml`.',
    todo: 'Correct the path, or give yourself the right to read it.',
  },
  'settings-unusable': {
    what: (file) => `${file} cannot be used.`,
    why: 'Nothing can be said about a device whose settings are not understood.',
    todo: 'Correct the places shown and run again.',
  },
  'outside-project': {
    what: (path) => `The path ${path} leads out of the project.`,
    why: 'Only files of the project are read, so that the same commit gives the same answer everywhere.',
    todo: 'Write a path relative to the project, with `/` and without `..`, and put the file there.',
  },
  'not-a-revision': {
    what: (revision) => `${revision} names no commit of this Git repository.`,
    why: 'A revision is read from Git alone, never from the files beside it.',
    todo: 'Name a commit, a tag or a branch that `git log` shows; in a shallow clone, fetch it first.',
  },
  'git-unusable': {
    what: (folder) => `Git cannot be asked about ${folder}.`,
    why: 'A revision can only be read where Git is installed and the folder lies in a sound repository.',
    todo: 'See what `git status` says in that folder.',
  },
  'too-large': {
    what: (subject) => `${subject} is larger than what is read.`,
    why: 'Limits keep every run short and its memory bounded.',
    todo: 'Split it, or leave out what is generated.',
  },
  'bad-option': {
    what: (option) => `The option ${option} is not understood.`,
    why: 'An option that is skipped would give the answer to another question.',
    todo: 'See `medward --help` for the options.',
  },
  'bad-date': {
    what: (written) => `\`${written}\` is not a date; expected is a day such as 2026-11-23.`,
    why: 'Decisions end and evidence ages, so the answer depends on the day.',
    todo: 'Write year, month and day, or leave `--date` out for today (UTC).',
  },
  'pack-unusable': {
    what: (pack) => `The pack ${pack} cannot be used.`,
    why: 'A demand that is not loaded would be missing from the answer without a word.',
    todo: 'Correct the name under `packs:` in `medward.yaml`, or the places shown in the pack.',
  },
  'file-changed': {
    what: (file) => `${file} changed while Medward was at work.`,
    why: 'Nothing is overwritten, and nothing is stated, that was not read.',
    todo: 'Run again when nothing else changes the file.',
  },
  'file-there': {
    what: (file) => `${file} is there already.`,
    why: 'Nothing is overwritten that was not read.',
    todo: 'Run again; if the file does not belong there, move it away first.',
  },
  'not-writable': {
    what: (file) => `${file} cannot be written.`,
    why: 'A file is changed as a whole or not at all, so the project stayed as it was.',
    todo: 'Give yourself the right to write there, or make room on the disk.',
  },
  'being-edited': {
    what: (folder) => `Another program is changing the project in ${folder}.`,
    why: 'Two edits at the same moment could lose one of them.',
    todo: 'Wait until it is done; if nothing else runs, delete `.medward-editing` there.',
  },
  'edit-through-link': {
    what: (path) => `${path} is a link, and nothing is written through links.`,
    why: 'A link can lead out of the project, and an edit would put a file in its place.',
    todo: 'Put the file itself there, or change by hand the file that the link means.',
  },
  'edit-refused': {
    what: (subject) => `The change of ${subject} was not made.`,
    why: 'Only a change that leaves everything else as it was is written, and here that cannot be made sure.',
    todo: 'Change the file by hand.',
  },
  'decision-incomplete': {
    what: (missing) => `The decision lacks ${missing}.`,
    why: 'A decision without a reason, a person and a day decides nothing.',
    todo: 'Say why, who decided, and when.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type ErrorCode = keyof typeof ERRORS;

// @implements SRS-711
/** Thrown where there is no going on; what is wrong in the user's material is a value instead. Exit status 2. */
export class MedwardError extends Error {
  override readonly name = 'MedwardError';
  readonly code: ErrorCode;
  /** The folder, path, revision or option that it is about, as written. */
  readonly subject: string;
  readonly why: string;
  readonly todo: string;
  /** Places that led to it. */
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, subject: string, more: { problems?: readonly Problem[]; cause?: unknown } = {}) {
    const words: Words = ERRORS[code];
    super(words.what(shownPath(subject)), 'cause' in more ? { cause: more.cause } : {});
    this.code = code;
    this.subject = subject;
    this.why = words.why;
    this.todo = words.todo;
    this.problems = more.problems ?? [];
  }
}

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];
