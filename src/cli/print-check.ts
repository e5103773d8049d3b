/** Prints gaps so that a terminal can jump to each and nothing has to be looked up: verdict first, then the work. */
import type { CheckOutput, GapOutput, ProblemOutput } from '../contract/index.js';
import type { PackSet } from '../packs/index.js';
import { plain, wrap, type Terminal } from './terminal.js';
import { clauseName } from './words.js';

export interface CheckPrinting {
  readonly all: boolean;
  readonly rules: readonly string[];
  readonly decided: boolean;
  readonly packs: PackSet;
}

const AT_MOST = 10;
const RANK = { error: 0, warning: 1, hint: 2 } as const;

export function printCheck(output: CheckOutput, printing: CheckPrinting, terminal: Terminal): void {
  terminal.out(`${terminal.paint('bold', plain(verdict(output)))}\n`);
  const problems = printing.all ? output.problems : output.problems.slice(0, AT_MOST);
  for (const problem of problems) printProblem(problem, terminal);
  if (problems.length < output.problems.length)
    terminal.out(`\nand ${output.problems.length - problems.length} more places: medward check --all\n`);
  const fitting = output.gaps.filter(
    (gap) =>
      (printing.decided || gap.decision === null) && (printing.rules.length === 0 || printing.rules.includes(gap.rule)),
  );
  const inOrder = fitting.toSorted(
    (a, b) => Number(b.new) - Number(a.new) || RANK[a.severity] - RANK[b.severity] || rankOf(a) - rankOf(b),
  );
  const shown = printing.all ? inOrder : inOrder.slice(0, AT_MOST);
  for (const gap of shown) printGap(gap, printing.packs, terminal);
  if (shown.length < inOrder.length) terminal.out(`\nand ${inOrder.length - shown.length} more: medward check --all\n`);
  printByRule(output, terminal, shown.length < inOrder.length);
}

/** Causes first: what stands at a record, before the work products that lack it. */
function rankOf(gap: GapOutput): number {
  return gap.record === null && gap.key.includes('@work-product:') ? 1 : 0;
}

function verdict({ counts, problems, gaps, project }: CheckOutput): string {
  const name = `${project.name} ${project.version}`.trim();
  const known = gaps.filter((gap) => !gap.new && gap.decision === null).length;
  const parts = [
    many(counts.errors, 'gap blocks', 'gaps block'),
    many(counts.warnings, 'warning'),
    many(counts.hints, 'hint'),
  ].filter((part) => part !== '');
  const rest = [
    counts.decided > 0 ? `${counts.decided} decided` : '',
    known > 0 ? `${known} known from the baseline` : '',
    `${counts.records} records, ${counts.links} links read`,
  ].filter((part) => part !== '');
  const unread =
    problems.length > 0 ? `${problems.length} ${problems.length === 1 ? 'place' : 'places'} cannot be read; ` : '';
  // What could not be read may lack anything, so the verdict does not speak of it.
  const none = problems.length > 0 ? 'no gap in what was read' : 'no gap';
  const found = counts.records === 0 ? 'No record was found, so nothing is known to be there. ' : '';
  return `${name}: ${found}${unread}${parts.length === 0 ? none : parts.join(', ')}; ${rest.join(', ')}.`;
}

function many(count: number, one: string, more = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : more}`;
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
  const basis = gap.basis.map((clause) => clauseName(clause, packs)).join('; ');
  const why = basis === '' ? gap.why : `${gap.why.replace(/\.$/, '')} (${basis}).`;
  const see = gap.related.slice(0, 5).map((related) => `${placeOf(related)}  ${related.message}`);
  terminal.out(
    [
      '',
      `${placeOf(gap)}  ${terminal.paint(colour, gap.severity)}  ${terminal.paint('grey', gap.rule)}${decided}${known}`,
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
