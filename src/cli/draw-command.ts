/** Lists the views of a project, and draws one: into a file, or only to say what it shows and whether it fits a sheet. */
import { viewOutput, viewsOutput } from '../contract/index.js';
import {
  drawPicture,
  drawSequence,
  loadEngine,
  pictureOfView,
  purposeOf,
  readPositions,
  splitProposals,
  type Drawn,
  type DrawnPicture,
  type NotDrawn,
  type Positions,
} from '../draw/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { pictureFileOf, writeDrawn } from './picture-file.js';
import { printJson } from './print-json.js';
import { printView, printViews } from './print-view.js';
import { openSession, type Session } from './session.js';
import { plain } from './terminal.js';
import { PURPOSES, subjectOf, type Subject } from './view-subject.js';

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
    .map((view) => ({ view, purpose: purposeOf(view), picture: pictureOfView(view, session.assessment) }));
  const output = viewsOutput(views, PURPOSES, session.subject);
  if (call.flag('json')) printJson(output, call.terminal);
  else printViews(output, call.terminal);
  return 0;
}

export async function drawCommand(call: Call): Promise<number> {
  const file = pictureFileOf(call);
  const session = openSession(call);
  const subject = subjectOf(call, session);
  const drawn = await draw(subject, call, session);
  if (file !== undefined) await writeDrawn(file, drawn, call);
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
