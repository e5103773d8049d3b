/** Prints functions by states: which use cases cover each, and where there is a hole. */
import type { UseCaseStatesOutput } from '../contract/index.js';
import { counted, listed, printNote, printSentence } from './print-table.js';
import { plain, wrap, type Terminal } from './terminal.js';

export function printUseCaseStates(output: UseCaseStatesOutput, terminal: Terminal): void {
  const { functions, states } = output;
  const cells = functions.flatMap((one) => states.map((state) => one.covered[state] ?? []));
  const holes = cells.filter((steps) => steps.length === 0).length;
  printSentence(
    functions.length === 0
      ? 'No asset is a function, so there is nothing that use cases could cover.'
      : `${counted(functions.length, 'function')} in ${states.length} states: ${holes} of ${cells.length} are covered by no use case.`,
    terminal,
  );
  for (const one of functions) printFunction(one, states, terminal);
  printNote(
    '\nA step of a view covers a function if one of its flows carries it, in the states that it names',
    terminal,
  );
  printNote('by `operating:` and `clinical:`.', terminal);
}

function printFunction(
  one: UseCaseStatesOutput['functions'][number],
  states: readonly string[],
  terminal: Terminal,
): void {
  const stepsIn = (state: string): UseCaseStatesOutput['functions'][number]['stateless'] => one.covered[state] ?? [];
  const covered = states.filter((state) => stepsIn(state).length > 0);
  const lines = [
    ...covered.map((state) => `${state}: ${listed(stepsIn(state).map(stepName))}`),
    ...(one.stateless.length > 0 ? [`state not named: ${listed(one.stateless.map(stepName))}`] : []),
    `no use case: ${listed(states.filter((state) => stepsIn(state).length === 0))}`,
  ];
  terminal.out(`\n${terminal.paint('bold', one.id)}  ${plain(one.title ?? '')}\n`);
  for (const line of lines) terminal.out(`  ${wrap(line, terminal.width, '    ')}\n`);
}

function stepName({ view, step, name }: { view: string; step: number; name: string | null }): string {
  return `${view} step ${step}${name === null ? '' : ` (${name})`}`;
}
