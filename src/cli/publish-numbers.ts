/** Finds the numbers of documents: `documents/numbers.yaml` of the project. */
import { NUMBERS_PATH, readNumbers, type NumbersRead, type Template } from '../publish/index.js';
import type { Session } from './session.js';

export function findNumbers({ project: { tree } }: Session, templates: readonly Template[]): NumbersRead {
  const read = tree.read(NUMBERS_PATH);
  if (read.ok) return readNumbers({ path: NUMBERS_PATH, text: read.text }, templates);
  if (read.reason === 'not-there') return { numbers: new Map(), problems: [] };
  const problem = {
    file: NUMBERS_PATH,
    line: read.line,
    column: read.column,
    message: 'The numbers of documents cannot be read.',
  };
  return { numbers: new Map(), problems: [problem] };
}
