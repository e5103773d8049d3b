/** Prints the register of threats: a claim that is not proven looks unlike one that is. */
import type { ThreatsOutput } from '../contract/index.js';
import { printCandidates } from './print-candidates.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';

export function printThreats(output: ThreatsOutput, all: boolean, terminal: Terminal): void {
  printRegister(output, terminal);
  printCauses(output.threats, terminal);
  printCandidates(output, all, terminal);
}

function printRegister(output: ThreatsOutput, terminal: Terminal): void {
  const { threats, flows, crossings, method } = output;
  const proven = threats.filter((threat) => threat.proven).length;
  terminal.out(
    `${terminal.paint('bold', `${threats.length} threats, ${proven} with proven controls; ${crossings} of ${flows} flows cross a boundary.`)}\n`,
  );
  terminal.out(
    `${terminal.paint('grey', method ? `rated by ${method.id}, version ${method.version}` : 'No security method is chosen, so nothing is rated.')}\n\n`,
  );
  if (threats.length === 0) return;
  const rows = threats.map((threat) => [
    `${threat.id}${threat.multiPatient ? '↑' : ''}`,
    cell(threat.before),
    threat.proven ? cell(threat.after) : `[${cell(threat.after)}]`,
    threat.proven ? 'proven' : 'not proven',
    threat.controls.join(', ') || 'none',
    threat.title ?? '',
  ]);
  const [head = '', ...lines] = columns([['threat', 'before', 'after', '', 'controls', 'title'], ...rows]);
  terminal.out(`${terminal.paint('grey', head)}\n`);
  for (const line of lines) terminal.out(`${plain(line).slice(0, terminal.width)}\n`);
  terminal.out(
    `\n${terminal.paint('grey', '[ ] a claim: counts as before until each control is shown by passed, current tests. ↑ reaches many patients.')}\n`,
  );
}

const MOST = 2;

/** Why the claims are claims; where nothing ran at all, one sentence says so. */
function printCauses(threats: ThreatsOutput['threats'], terminal: Terminal): void {
  const open = threats.filter(({ causes }) => causes.length > 0);
  if (open.length === 0) return;
  const isNone = open.length === threats.length;
  if (isNone && open.every(({ causes }) => causes.every((cause) => cause.endsWith(' has no result')))) {
    terminal.out('\nNone is proven: no test of these controls has a result.\n');
    return;
  }
  terminal.out(`\n${terminal.paint('bold', 'Not proven')}\n`);
  const width = Math.max(...open.map(({ id }) => id.length));
  for (const { id, causes } of open) {
    const more = causes.length > MOST ? `; and ${causes.length - MOST} more` : '';
    const words = `${causes.slice(0, MOST).join('; ')}${more}.`;
    terminal.out(`  ${plain(id).padEnd(width)}  ${wrap(words, terminal.width, ' '.repeat(width + 4))}\n`);
  }
}

function cell(rating: ThreatsOutput['threats'][number]['before']): string {
  return rating.rating === 'unknown' ? 'unknown' : `${rating.rating} ${rating.exploitability}×${rating.severity}`;
}
