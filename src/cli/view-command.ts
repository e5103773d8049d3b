/** Runs `medward view`: one question about the model, or one picture of it. */
import {
  assetPlacesOutput,
  isReachTarget,
  pathDetailsOutput,
  reachOutput,
  surfaceOutput,
  useCaseStatesOutput,
} from '../contract/index.js';
import type { Call } from './define.js';
import { drawCommand, listViews } from './draw-command.js';
import { findRecord } from './find-record.js';
import { OptionError } from './option-error.js';
import { printAssetPlaces } from './print-asset-places.js';
import { printJson } from './print-json.js';
import { printPathDetails } from './print-path-details.js';
import { printReach } from './print-reach.js';
import { printSurface } from './print-surface.js';
import { printUseCaseStates } from './print-use-case-states.js';
import { openSession, type Session } from './session.js';
import type { Terminal } from './terminal.js';

const QUESTIONS = ['surface', 'reach', 'paths', 'assets', 'states'] as const;
const SUBJECTS = ['purpose', 'asset'] as const;

export async function viewCommand(call: Call): Promise<number> {
  const asked = [
    ...QUESTIONS.filter((name) => call.flag(name)),
    ...SUBJECTS.filter((name) => call.flag(name)),
    ...call.words,
  ];
  if (asked.length > 1) {
    throw new OptionError(
      'More than one view is asked for.',
      `Name one: a view record, or one of ${[...QUESTIONS, ...SUBJECTS].map((name) => `--${name}`).join(', ')}.`,
    );
  }
  const question = QUESTIONS.find((name) => call.flag(name));
  if (question !== undefined) return answer(question, call);
  return asked.length === 0 ? listViews(call) : drawCommand(call);
}

function answer(question: (typeof QUESTIONS)[number], call: Call): number {
  if (call.flag('output')) {
    throw new OptionError(`--${question} is a table and cannot be drawn.`, 'Leave out --output, or ask with --json.');
  }
  const session = openSession(call);
  switch (question) {
    case 'surface':
      return show(surfaceOutput(session.assessment, session.subject), printSurface, call);
    case 'paths':
      return show(pathDetailsOutput(session.assessment, session.subject), printPathDetails, call);
    case 'assets':
      return show(assetPlacesOutput(session.assessment, session.subject), printAssetPlaces, call);
    case 'states':
      return show(useCaseStatesOutput(session.assessment, session.subject), printUseCaseStates, call);
    case 'reach':
      return show(reachOf(call.value('reach') ?? '', session), printReach, call);
  }
}

function reachOf(id: string, session: Session): ReturnType<typeof reachOutput> {
  const record = findRecord(session.assessment, id);
  if (!isReachTarget(record)) {
    throw new OptionError(
      `Nobody reaches ${record.id}, whose kind is ${record.kind}.`,
      'Name an item, an asset, a flow or an interface.',
    );
  }
  return reachOutput(session.assessment, record, session.subject);
}

function show<T>(output: T, print: (output: T, terminal: Terminal) => void, call: Call): number {
  if (call.flag('json')) printJson(output, call.terminal);
  else print(output, call.terminal);
  return 0;
}
