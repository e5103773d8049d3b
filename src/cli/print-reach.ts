/** Prints from where something can be reached: who begins, then the way, which may be long. */
import type { ReachOutput } from '../contract/index.js';
import { counted, listed, printNote, printSentence } from './print-table.js';
import { plain, wrap, type Terminal } from './terminal.js';

export function printReach(output: ReachOutput, terminal: Terminal): void {
  const { target, paths, excluded } = output;
  const agents = paths.filter((path) => path.kind === 'agent').length;
  printSentence(
    `${target.id} ${target.title ?? ''}: ${counted(agents, 'agent')} and ${counted(paths.length - agents, 'outside party', 'outside parties')} can get there.`,
    terminal,
  );
  printNote('Shortest ways over interfaces and flows; no control is credited.', terminal);
  if (target.kind === 'asset') printNote(`It is at ${listed(output.places, 'no item that anybody named')}.`, terminal);
  const width = Math.max(0, ...paths.map((path) => path.from.length));
  for (const path of paths) printPath(path, width, terminal);
  printOnTheWay(output.onTheWay, terminal);
  if (excluded.length > 0) printNote(`\nNot able to, by what is written: ${listed(excluded)}.`, terminal);
}

function printPath(path: ReachOutput['paths'][number], width: number, terminal: Terminal): void {
  const indent = ' '.repeat(width + 2);
  const way = path.steps.flatMap((step) => [step.by ?? 'its part', step.to]).join(' > ');
  const crossed = path.steps.flatMap((step) => (step.crosses === 'unknown' ? ['not known'] : step.crosses));
  terminal.out(`\n${path.from.padEnd(width)}  ${plain(path.title ?? '')}\n`);
  terminal.out(`${indent}${wrap(way, terminal.width, indent)}\n`);
  const told = [
    `boundaries on the way: ${listed([...new Set(crossed)])}`,
    ...(path.known ? [] : ['what is written does not tell whether this way in is open']),
  ];
  terminal.out(`${indent}${terminal.paint('grey', wrap(told.join('; '), terminal.width, indent))}\n`);
}

function printOnTheWay(ways: ReachOutput['onTheWay'], terminal: Terminal): void {
  if (ways.length === 0) return;
  printNote('\nWithout entering anything, at an interface over which it travels', terminal);
  const byAgent = new Map<string, string[]>();
  for (const way of ways) {
    const told = `${way.flow} at ${way.interface}${way.known ? '' : '?'}`;
    byAgent.set(way.agent, [...(byAgent.get(way.agent) ?? []), told]);
  }
  const width = Math.max(...[...byAgent.keys()].map((agent) => agent.length));
  for (const [agent, told] of byAgent) {
    terminal.out(`${agent.padEnd(width)}  ${wrap(told.join(', '), terminal.width, ' '.repeat(width + 2))}\n`);
  }
}
