/** Finds out what of the model is asked for: a view record, a purpose, or the ways to an asset. */
import {
  attackPathPicture,
  pictureForPurpose,
  pictureOfView,
  PURPOSE_TITLES,
  purposeOf,
  selectionFor,
  selectionOf,
  sequenceOf,
  type Picture,
  type Purpose,
  type Selection,
  type Sequence,
} from '../draw/index.js';
import type { RecordOf } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { findRecord } from './find-record.js';
import { OptionError } from './option-error.js';
import type { Session } from './session.js';

export const PURPOSES = Object.keys(PURPOSE_TITLES) as Purpose[];

export interface Subject {
  readonly of: RecordOf<'view'> | RecordOf<'asset'> | undefined;
  readonly view: RecordOf<'view'> | undefined;
  readonly purpose: string;
  readonly picture: Picture;
  readonly sequence: Sequence | undefined;
  readonly selection: Selection | undefined;
}

export function subjectOf(call: Call, session: Session): Subject {
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
