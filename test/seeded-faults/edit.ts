/** One small change to one file: found exactly once, or the table is wrong. */
import type { Files } from './finished-project.js';

export interface Edit {
  readonly file: string;
  /** Only within the text of this record, because the words stand in others too. */
  readonly record?: string;
  readonly find: string;
  readonly put: string;
}

/** Takes words out, or puts others in their place, inside one record of a file. */
export function at(file: string, record: string, find: string, put = ''): Edit {
  return { file: `records/${file}`, record, find, put };
}

/** The same for words that stand once in their file. */
export function once(file: string, find: string, put = ''): Edit {
  return { file, find, put };
}

/** Adds words at the end of a file; a file that is not there yet begins with them. */
export function append(file: string, put: string): Edit {
  return { file, find: '', put };
}

export function edited(files: Files, edits: readonly Edit[]): Files {
  return edits.reduce(editedOnce, files);
}

function editedOnce(files: Files, edit: Edit): Files {
  const text = files.get(edit.file) ?? (edit.find === '' ? '' : undefined);
  if (text === undefined) throw new Error(`The finished project has no file ${edit.file}.`);
  if (edit.find === '') return new Map(files).set(edit.file, text + edit.put);
  const [from, to] = edit.record === undefined ? [0, text.length] : partOf(text, edit.record, edit.file);
  const part = text.slice(from, to);
  const times = part.split(edit.find).length - 1;
  if (times !== 1) {
    throw new Error(
      `\`${edit.find}\` stands ${times} times in ${edit.record ?? 'the whole'} of ${edit.file}, not once.`,
    );
  }
  // A function, because `$` means something in a replacement.
  return new Map(files).set(edit.file, text.slice(0, from) + part.replace(edit.find, () => edit.put) + text.slice(to));
}

const OPENS = /^(?:- \{ id: |- id: |id: |## |\{ id: )([A-Za-z][\w.-]*)/;

/** Where a record stands in its file, from its id to the next one. */
function partOf(text: string, id: string, file: string): readonly [from: number, to: number] {
  let from = -1;
  let offset = 0;
  for (const line of text.split('\n')) {
    const opened = OPENS.exec(line.trim())?.[1];
    if (opened !== undefined && from >= 0) return [from, offset];
    if (opened === id) from = offset;
    offset += line.length + 1;
  }
  if (from < 0) throw new Error(`${id} does not stand in ${file}.`);
  return [from, text.length];
}
