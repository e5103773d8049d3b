/** Prints gaps so that a terminal can jump to each and nothing has to be looked up: verdict first, then the work. */
import type { CheckOutput, GapOutput, ProblemOutput } from '../contract/index.js';
import type { PackSet } from '../packs/index.js';
import { mostSevereFirst } from './check-order.js';
import { goneSentence, softening, softenings, verdict } from './check-words.js';
import { plain, wrap, type Terminal } from './terminal.js';
import { clauseName } from './words.js';

export interface CheckPrinting {
  readonly all: boolean;
  readonly rules: readonly string[];
  readonly decided: boolean;
  readonly withoutDecided: boolean;
  readonly packs: PackSet;
}

const AT_MOST = 10;

export function printCheck(output: CheckOutput, printing: CheckPrinting, terminal: Terminal): void {
  terminal.out(`${terminal.paint('bold', plain(verdict(output)))}\n`);
  for (const sentence of [...softenings(output), goneSentence(output)]) {
    if (sentence !== '') terminal.out(`${wrap(sentence, terminal.width, '')}\n`);
  }
  const problems = printing.all ? output.problems : output.problems.slice(0, AT_MOST);
  for (const problem of problems) printProblem(problem, terminal);
  if (problems.length < output.problems.length)
    terminal.out(`\nand ${output.problems.length - problems.length} more places: medward check --all\n`);
  const fitting = output.gaps.filter(
    (gap) =>
      (printing.decided || gap.decision === null) && (printing.rules.length === 0 || printing.rules.includes(gap.rule)),
  );
  const inOrder = mostSevereFirst(fitting);
  const shown = printing.all ? inOrder : inOrder.slice(0, AT_MOST);
  for (const gap of shown) printGap(gap, printing.packs, terminal);
  if (shown.length < inOrder.length) terminal.out(`\nand ${inOrder.length - shown.length} more: medward check --all\n`);
  printByRule(output, terminal, shown.length < inOrder.length);
}

function printProblem(problem: ProblemOutput, terminal: Terminal): void {
  terminal.out(
    `\n${placeOf(problem)}  ${terminal.paint('red', 'cannot be read')}\n  ${wrap(problem.message, terminal.width, '  ')}\n`,
  );
}

export function printGap(gap: GapOutput, packs: PackSet, terminal: Terminal): void {
  const colour = gap.severity === 'error' ? 'red' : gap.severity === 'warning' ? 'amber' : 'grey';
  const decided = gap.decision === null ? '' : `  decided by ${gap.decision}`;
  const known = gap.new ? '' : '  known';
  const milder = gap.softenedBy === null ? '' : `  ${plain(softening(gap))}`;
  const basis = gap.basis.map((clause) => clauseName(clause, packs)).join('; ');
  const why = basis === '' ? gap.why : `${gap.why.replace(/\.$/, '')} (${basis}).`;
  const see = gap.related.slice(0, 5).map((related) => `${placeOf(related)}  ${related.message}`);
  terminal.out(
    [
      '',
      `${placeOf(gap)}  ${terminal.paint(colour, gap.severity)}  ${terminal.paint('grey', gap.rule)}${decided}${known}${milder}`,
      `  ${wrap(gap.message, terminal.width, '  ')}`,
      line('why', why, terminal),
      line('do', gap.fix, terminal),
      ...see.map((text) => line('see', text, terminal)),
      '',
    ].join('\n'),
  );
}

function line(word: string, text: string, terminal: Terminal): string {
  return `  ${terminal.paint('grey', word.padEnd(5))} ${wrap(text, terminal.width, '        ')}`;
}

function placeOf(place: { file: string; line: number; column: number }): string {
  return plain(`${place.file}:${place.line}:${place.column}`).replaceAll('\n', '\uFFFD');
}

function printByRule(output: CheckOutput, terminal: Terminal, isNeeded: boolean): void {
  if (!isNeeded) return;
  const counts = new Map<string, number>();
  for (const gap of output.gaps) if (gap.decision === null) counts.set(gap.rule, (counts.get(gap.rule) ?? 0) + 1);
  const rows = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 6);
  terminal.out(`\nMost: ${rows.map(([rule, count]) => `${rule} ${count}`).join(', ')}.\n`);
}
