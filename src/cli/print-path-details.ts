/** Prints the completeness matrix of the paths: a letter for each detail, then what is open, by detail. */
import type { PathDetailsOutput } from '../contract/index.js';
import { counted, printNote, printSentence } from './print-table.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';

/** Letters, not the discs of obligations: a filled field is not a criterion that is met. */
const SIGNS = { written: 'w', partly: 'p', unknown: '?', 'not-here': '·' } as const;

export function printPathDetails(output: PathDetailsOutput, terminal: Terminal): void {
  const { counts, details, flows } = output;
  const asked = counts.written + counts.partly + counts.unknown;
  printSentence(
    `${counted(flows.length, 'path')}, ${details.length} details each: of ${asked} that arise ${counts.written} are written, ${counts.partly} in part, ${counts.unknown} are unknown.`,
    terminal,
  );
  printNote('Written means that the fields are filled; whether they say enough is for a person to judge.', terminal);
  if (output.basis.length === 0) printNote('No chosen pack asks for them.', terminal);
  if (flows.length === 0) return;
  terminal.out('\n');
  const heads = ['flow', ...details.map((_, at) => String(at + 1)), 'content'];
  const rows = flows.map((flow) => [flow.id, ...flow.answers.map((answer) => SIGNS[answer.state]), flow.title ?? '']);
  const [head = '', ...lines] = columns([heads, ...rows.map((row) => row.map(plain))]);
  terminal.out(`${terminal.paint('grey', head)}\n`);
  for (const line of lines) terminal.out(`${line.slice(0, Math.max(terminal.width, head.length)).trimEnd()}\n`);
  printNote('w written, p in part, ? unknown, · does not arise on this path\n', terminal);
  details.forEach((detail, at) => printDetail(detail, at, output, terminal));
  printNote('\n`--json` names for each flow the fields that answer and those that are empty.', terminal);
}

function printDetail(
  detail: PathDetailsOutput['details'][number],
  at: number,
  { flows }: PathDetailsOutput,
  terminal: Terminal,
): void {
  const open = flows.filter((flow) => {
    const state = flow.answers[at]?.state;
    return state === 'unknown' || state === 'partly';
  });
  const fields = new Set(open.flatMap((flow) => flow.answers[at]?.missing ?? []).map(fieldOf));
  const told =
    open.length === 0 ? 'Complete.' : `Open for ${counted(open.length, 'flow')}: write ${[...fields].join(', ')}.`;
  terminal.out(`${String(at + 1).padStart(2)}  ${wrap(`${detail.question} ${told}`, terminal.width, '    ')}\n`);
}

/** `DF-05.protocol` → `protocol`. */
function fieldOf(place: string): string {
  return place.slice(place.lastIndexOf('.') + 1);
}
