/** Prints the register of threats: a claim that is not proven looks unlike one that is. */
import type { ThreatsOutput } from '../contract/index.js';
import { printCandidates } from './print-candidates.js';
import { columns, plain, type Terminal } from './terminal.js';

export function printThreats(output: ThreatsOutput, all: boolean, terminal: Terminal): void {
  printRegister(output, terminal);
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

function cell(rating: ThreatsOutput['threats'][number]['before']): string {
  return rating.rating === 'unknown' ? 'unknown' : `${rating.rating} ${rating.exploitability}×${rating.severity}`;
}
