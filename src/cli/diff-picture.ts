/** Draws the difference of two models into a file: the picture of a purpose in both states, with what is new, gone or changed. */
import { extname, resolve } from 'node:path';
import type { Difference } from '../compare/index.js';
import {
  differencePicture,
  drawPicture,
  loadEngine,
  pictureForPurpose,
  PURPOSE_TITLES,
  renderPng,
  type Changes,
  type Purpose,
} from '../draw/index.js';
import type { AnyRecord } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import type { State } from './diff-states.js';
import { OptionError } from './option-error.js';
import { writePicture } from './write-picture.js';

const PURPOSES = Object.keys(PURPOSE_TITLES) as Purpose[];
const PIXELS_WIDE = 2_000;

export interface DiffTarget {
  readonly purpose: Purpose;
  /** As the user wrote it. */
  readonly written: string;
  readonly path: string;
  readonly isPng: boolean;
}

/** Looked at before anything is read, so that a slip costs no time. */
export function diffTarget(call: Call): DiffTarget | undefined {
  const written = call.value('output');
  const word = call.value('purpose') ?? 'global';
  const purpose = PURPOSES.find((one) => one === word);
  if (!purpose) {
    const todo = `Purposes: ${PURPOSES.join(', ')}.`;
    throw new OptionError(`There is no purpose \`${shown(word)}\`${didYouMean(word, PURPOSES) || '.'}`, todo);
  }
  if (written === undefined) {
    if (call.flag('purpose')) throw new OptionError('A purpose is drawn, and no file is named.', 'Add `-o FILE.svg`.');
    return undefined;
  }
  const ending = extname(written).toLowerCase();
  if (ending !== '.svg' && ending !== '.png') {
    throw new OptionError(
      `${shown(written)} has the ending of neither of the two formats.`,
      'Write a name that ends in .svg or .png.',
    );
  }
  return { purpose, written, path: resolve(call.folder, written), isPng: ending === '.png' };
}

export interface DrawnStates {
  readonly before: State;
  readonly after: State;
  readonly about: string;
}

export async function drawDifference(target: DiffTarget, difference: Difference, states: DrawnStates): Promise<void> {
  const { before, after } = states;
  const title = `${PURPOSE_TITLES[target.purpose]}: what changed since ${before.output.named ?? 'before'}`;
  const picture = differencePicture({
    title,
    before: pictureForPurpose(target.purpose, before.assessment),
    after: pictureForPurpose(target.purpose, after.assessment),
    changes: changesOf(difference, states),
  });
  const drawn = drawPicture(picture, await loadEngine(), { about: [states.about] });
  if (typeof drawn === 'string') {
    throw new OptionError(
      drawn === 'too-large'
        ? 'The difference has more parts than one picture can hold.'
        : 'The difference could not be laid out.',
      'Leave out --output: the same stands in the text.',
    );
  }
  const bytes = target.isPng
    ? await renderPng(drawn.svg, drawn, { width: PIXELS_WIDE })
    : Buffer.from(drawn.svg, 'utf8');
  writePicture(target.path, target.written, bytes);
}

/**
 * What means something else is marked too, although its own record says the same: a flow whose end was moved crosses; an
 * interface is drawn at its item.
 */
function changesOf({ records, model }: Difference, { before, after }: DrawnStates): Changes {
  const added = new Set(records.added.map(({ id }) => id));
  const removed = new Set(records.removed.map(({ id }) => id));
  const others = [...records.changed, ...records.renamed].map(({ record }) => record);
  const meant = model.filter(({ sort }) => sort === 'crossing-new' || sort === 'crossing-gone').map(({ id }) => id);
  const items = [
    ...[...records.added, ...others].flatMap((record) => itemOf(record, after)),
    ...records.removed.flatMap((record) => itemOf(record, before)),
  ];
  return { added, removed, changed: new Set([...others.map(({ id }) => id), ...meant, ...items]) };
}

function itemOf(record: AnyRecord, { assessment }: State): readonly string[] {
  return record.kind === 'interface' ? assessment.trace.names(record, 'item') : [];
}
