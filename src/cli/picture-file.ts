/** The file into which a picture is drawn: named by the user, looked at first, written last. */
import { extname, resolve } from 'node:path';
import { charactersWithoutSign, MOST_PIXELS_WIDE, renderPng, type Drawn, type NotDrawn } from '../draw/index.js';
import { shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { plain } from './terminal.js';
import { writePicture } from './write-picture.js';

const USUAL_PIXELS = 2_000;

export interface PictureFile {
  readonly path: string;
  /** As the user wrote it. */
  readonly written: string;
  readonly format: 'svg' | 'png';
  readonly width: number;
}

/** Looked at before anything is read, so that a slip costs no time. */
export function pictureFileOf(call: Call): PictureFile | undefined {
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
  if (width >= 100 && width <= MOST_PIXELS_WIDE) return width;
  throw new OptionError(
    `A picture cannot be ${shown(written)} pixels wide.`,
    `Give a number from 100 to ${MOST_PIXELS_WIDE}.`,
  );
}

export async function writeDrawn(target: PictureFile, drawn: Drawn | NotDrawn, call: Call): Promise<void> {
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
  const isPng = target.format === 'png';
  const bytes = isPng ? await renderPng(drawn.svg, drawn, { width: target.width }) : Buffer.from(drawn.svg, 'utf8');
  writePicture(target.path, target.written, bytes);
  const missing = isPng ? charactersWithoutSign(drawn.svg) : [];
  if (missing.length > 0) {
    call.terminal.note(
      `warning  ${missing.length} characters may be missing in the PNG, because the font that ships has no sign for them: ${plain(missing.slice(0, 20).join(' '))}\n  do    Draw an .svg, which takes the fonts of whoever looks at it.\n`,
    );
  }
}
