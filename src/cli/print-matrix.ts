/** Prints a traceability matrix: holes first, then each record with what it leads to. */
import type { TraceOutput } from '../contract/index.js';
import { plain, wrap, type Terminal } from './terminal.js';
import { PROOF_SIGNS, PROOF_WORDS } from './words.js';

export function printMatrix(output: TraceOutput, terminal: Terminal): void {
  const { paint, width } = terminal;
  terminal.out(`${paint('bold', verdict(output))}\n`);
  if (output.routes.length > 0) {
    const ways = output.routes.map((route) => route.join(' → ')).join('; ');
    terminal.out(`${paint('grey', wrap(`by ${ways}`, width, '  '))}\n`);
  }
  const rows = output.rows.toSorted((a, b) => Number(a.to.length > 0) - Number(b.to.length > 0));
  const most = Math.max(0, ...rows.map((row) => marked(row).length));
  for (const row of rows) {
    const ends =
      row.to.length === 0 ? paint('red', 'none') : wrap(row.to.map(marked).join(', '), width, ' '.repeat(most + 2));
    terminal.out(`${plain(marked(row)).padEnd(most)}  ${ends}\n`);
  }
  if (hasMarks(output)) terminal.out(`\n${paint('grey', LEGEND)}\n`);
  if (output.unreached.length > 0) {
    terminal.out(
      `\n${wrap(`No ${output.from} leads to: ${output.unreached.map((end) => end.id).join(', ')}.`, width, '  ')}\n`,
    );
  }
}

const LEGEND = Object.entries(PROOF_SIGNS)
  .map(([state, sign]) => `${sign} ${PROOF_WORDS[state] ?? state}`)
  .join('   ');

type End = TraceOutput['rows'][number]['to'][number];

/** The id stays whole on a line, so its mark does too. */
function marked({ id, verification }: End): string {
  return verification === null ? id : `${id}\u00A0${PROOF_SIGNS[verification] ?? ''}`;
}

function hasMarks({ rows }: TraceOutput): boolean {
  return rows.some((row) => [row, ...row.to].some(({ verification }) => verification !== null));
}

function verdict({ from, to, rows, holes, linked, routes }: TraceOutput): string {
  if (routes.length === 0) return `No link leads from ${from} to ${to}: nothing can be traced between them.`;
  if (rows.length === 0 && linked + holes === 0) return `There is no ${from}, so nothing is traced.`;
  return `${linked} of ${linked + holes} ${from} records lead to a ${to}; ${holes} ${holes === 1 ? 'leads' : 'lead'} to none.`;
}
