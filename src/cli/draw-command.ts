/** Lists the views of a project, and draws one: into a file, or only to say what it shows and whether it fits a sheet. */
import { extname, resolve } from 'node:path';
import { viewOutput, viewsOutput } from '../contract/index.js';
import {
  attackPathPicture,
  drawPicture,
  drawSequence,
  loadEngine,
  pictureForPurpose,
  pictureOfView,
  PURPOSE_TITLES,
  renderPng,
  selectionFor,
  selectionOf,
  sequenceOf,
  splitProposals,
  type Drawn,
  type DrawnPicture,
  type Positions,
  readPositions,
  type NotDrawn,
  type Picture,
  type Purpose,
  purposeOf,
  type Selection,
  type Sequence,
} from '../draw/index.js';
import type { RecordOf } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { findRecord } from './find-record.js';
import { OptionError } from './option-error.js';
import { printJson } from './print-json.js';
import { printView, printViews } from './print-view.js';
import { openSession, type Session } from './session.js';
import { plain } from './terminal.js';
import { writePicture } from './write-picture.js';

const PURPOSES = Object.keys(PURPOSE_TITLES) as Purpose[];
const USUAL_PIXELS = 2_000;

export function listViews(call: Call): number {
  if (call.flag('output')) {
    throw new OptionError(
      'Nothing was named that could be drawn.',
      'Name a view, such as `medward view VW-01 -o view.svg`, or a purpose, such as `--purpose global`.',
    );
  }
  const session = openSession(call);
  const views = session.assessment.trace
    .all('view')
    .map((view) => ({ view, picture: pictureOfView(view, session.assessment) }));
  const output = viewsOutput(views, PURPOSES, session.subject);
  if (call.flag('json')) printJson(output, call.terminal);
  else printViews(output, call.terminal);
  return 0;
}

export async function drawCommand(call: Call): Promise<number> {
  const file = fileOf(call);
  const session = openSession(call);
  const subject = subjectOf(call, session);
  const drawn = await draw(subject, call, session);
  if (file !== undefined) await write(file, drawn);
  const output = viewOutput(
    {
      ...subject,
      of: subject.of?.id,
      drawn: typeof drawn === 'string' ? undefined : drawn,
      file: file?.written,
      split:
        subject.selection && needsSplit(drawn)
          ? splitProposals(subject.selection, session.assessment, subject.view)
          : [],
    },
    session.subject,
  );
  if (call.flag('json')) printJson(output, call.terminal);
  else printView(output, call.terminal);
  return 0;
}

interface Subject {
  readonly of: RecordOf<'view'> | RecordOf<'asset'> | undefined;
  readonly view: RecordOf<'view'> | undefined;
  readonly purpose: string;
  readonly picture: Picture;
  readonly sequence: Sequence | undefined;
  readonly selection: Selection | undefined;
}

function subjectOf(call: Call, session: Session): Subject {
  const { assessment } = session;
  const asset = call.value('asset');
  if (asset !== undefined) {
    const record = findRecord(assessment, asset);
    if (record.kind !== 'asset')
      throw new OptionError(`${record.id} is not an asset; its kind is ${record.kind}.`, 'Name an asset.');
    const picture = attackPathPicture({ assessment, asset: record });
    return { of: record, view: undefined, purpose: 'attack-paths', picture, sequence: undefined, selection: undefined };
  }
  const purpose = call.value('purpose');
  if (purpose !== undefined) {
    const known = purposeCalled(purpose);
    const picture = pictureForPurpose(known, assessment);
    const selection = selectionFor(known, assessment);
    return { of: undefined, view: undefined, purpose: known, picture, sequence: undefined, selection };
  }
  return subjectOfView(call, session);
}

function subjectOfView(call: Call, { assessment }: Session): Subject {
  const view = findRecord(assessment, call.words[0] ?? '');
  if (view.kind !== 'view') {
    throw new OptionError(
      `${view.id} is not a view; its kind is ${view.kind}.`,
      'Name a view record; `medward view` lists them. For the ways to an asset there is --asset.',
    );
  }
  const step = stepOf(call, view);
  const hasSteps = (view.fields.steps ?? []).length > 0;
  return {
    of: view,
    view,
    purpose: purposeOf(view),
    picture: pictureOfView(view, assessment),
    sequence: hasSteps ? sequenceOf(view, assessment.trace, step) : undefined,
    selection: selectionOf(view, assessment),
  };
}

function purposeCalled(word: string): Purpose {
  const known = PURPOSES.find((purpose) => purpose === word);
  if (known) return known;
  throw new OptionError(
    `There is no purpose \`${shown(word)}\`${didYouMean(word, PURPOSES) || '.'}`,
    `Purposes: ${PURPOSES.join(', ')}.`,
  );
}

function stepOf(call: Call, view: RecordOf<'view'>): number | undefined {
  const written = call.value('step');
  if (written === undefined) return undefined;
  const count = view.fields.steps?.length ?? 0;
  const step = /^[1-9]\d{0,4}$/.test(written) ? Number(written) : 0;
  if (step >= 1 && step <= count) return step;
  throw new OptionError(
    `${view.id} has no step ${shown(written)}; it has ${count}.`,
    count === 0 ? 'Leave out --step.' : `Name a number from 1 to ${count}.`,
  );
}

async function draw(subject: Subject, call: Call, session: Session): Promise<Drawn | DrawnPicture | NotDrawn> {
  const { name, version, commit, date, toolVersion } = session.subject;
  const state =
    commit === null ? 'no commit' : `commit ${commit.slice(0, 7)}${session.subject.dirty ? ' and changes' : ''}`;
  const options = { about: [`${name} ${version} · ${state} · ${date} · Medward ${toolVersion}`] };
  if (!call.flag('sequence') && !call.flag('step')) {
    const positions = subject.view ? positionsOf(subject.view.id, call, session) : new Map();
    return drawPicture(subject.picture, await loadEngine(), { ...options, positions });
  }
  if (subject.sequence) return drawSequence(subject.sequence, options);
  throw new OptionError(
    'There are no steps to draw as a sequence.',
    'Write `steps:` in a view of purpose security-use-case.',
  );
}

/** What a person pinned for this view, if there is such a file; what is wrong in it is told, and the rest used. */
function positionsOf(view: string, call: Call, { project }: Session): Positions {
  const path = `views/${view}.positions.yaml`;
  const read = project.tree.read(path);
  if (!read.ok) return new Map();
  const { positions, problems } = readPositions({ path, text: read.text });
  for (const problem of problems) {
    call.terminal.note(`${path}:${problem.line}:${problem.column}  warning\n  ${plain(problem.message)}\n`);
  }
  return positions;
}

function needsSplit(drawn: Drawn | string): boolean {
  return typeof drawn === 'string' || !drawn.page.isReadable;
}

interface Target {
  readonly path: string;
  /** As the user wrote it. */
  readonly written: string;
  readonly format: 'svg' | 'png';
  readonly width: number;
}

/** Looked at before anything is read, so that a slip costs no time. */
function fileOf(call: Call): Target | undefined {
  const written = call.value('output');
  const width = widthOf(call);
  if (written === undefined) return undefined;
  const ending = extname(written).toLowerCase();
  if (ending !== '.svg' && ending !== '.png') {
    throw new OptionError(
      `${shown(written)} has the ending of neither of the two formats.`,
      'Write a name that ends in .svg or .png.',
    );
  }
  return { path: resolve(call.folder, written), written, format: ending === '.png' ? 'png' : 'svg', width };
}

function widthOf(call: Call): number {
  const written = call.value('width');
  if (written === undefined) return USUAL_PIXELS;
  const width = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (width >= 100 && width <= 8_000) return width;
  throw new OptionError(`A picture cannot be ${shown(written)} pixels wide.`, 'Give a number from 100 to 8000.');
}

async function write(target: Target, drawn: Drawn | NotDrawn): Promise<void> {
  if (drawn === 'too-large') {
    throw new OptionError(
      'The view has more parts than one picture can hold.',
      'Name what belongs together under `shows:` of several views; without --output the command proposes how to split it.',
    );
  }
  if (drawn === 'no-layout') {
    throw new OptionError(
      'The view could not be laid out, and nothing was written.',
      'Draw a part of it: name under `shows:` what belongs together.',
    );
  }
  const bytes =
    target.format === 'svg'
      ? Buffer.from(drawn.svg, 'utf8')
      : await renderPng(drawn.svg, drawn, { width: target.width });
  writePicture(target.path, target.written, bytes);
}
