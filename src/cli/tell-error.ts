/** Turns what was thrown into a message and exit status 2; what is our own mistake keeps its stack. */
import { MedwardError } from '../project/index.js';
import { OptionError } from './option-error.js';
import { printJson } from './print-json.js';
import { plain, type Terminal } from './terminal.js';

export function tellError(error: unknown, to: { json: boolean; terminal: Terminal }): number {
  const { terminal, json } = to;
  if (error instanceof MedwardError) {
    const places = error.problems.map(
      (problem) => `${problem.file}:${problem.line}:${problem.column}  ${problem.message}`,
    );
    terminal.note(
      [
        `error  ${plain(error.message)}`,
        ...places.slice(0, 20).map((place) => `  ${plain(place)}`),
        `  why   ${error.why}`,
        `  do    ${error.todo}`,
        '',
      ].join('\n'),
    );
    if (json)
      printJson(
        { schema: 'medward/error/1', code: error.code, message: error.message, problems: error.problems },
        terminal,
      );
    return 2;
  }
  if (error instanceof OptionError) {
    terminal.note(`error  ${plain(error.message)}\n  do    ${plain(error.todo)}\n`);
    if (json)
      printJson({ schema: 'medward/error/1', code: 'bad-option', message: error.message, problems: [] }, terminal);
    return 2;
  }
  terminal.note(
    `error  Medward made a mistake of its own. The report below helps to mend it.\n${plain(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  return 2;
}
