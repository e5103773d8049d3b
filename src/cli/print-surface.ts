/** Prints the attack surface: widest reach first, closed interfaces too, because they exist. */
import type { SurfaceOutput } from '../contract/index.js';
import { counted, listed, printNote, printSentence, printTable } from './print-table.js';
import type { Terminal } from './terminal.js';

const FAR_FIRST = ['unknown', 'internet', 'network', 'adjacent', 'local', 'physical', 'none'];

export function printSurface(output: SurfaceOutput, terminal: Terminal): void {
  const { counts, interfaces, flowsWithoutInterface } = output;
  printSentence(
    `${counted(interfaces.length, 'interface')}: ${counts.open} open, ${counts.serviceOnly} for service only, ${counts.closed} closed, ${counts.unknown} of unknown state.`,
    terminal,
  );
  if (output.incomplete) printNote('Some interface could not be read, so there may be more.', terminal);
  if (interfaces.length > 0) {
    terminal.out('\n');
    const rows = interfaces.toSorted((a, b) => FAR_FIRST.indexOf(a.reach) - FAR_FIRST.indexOf(b.reach));
    printTable(
      ['interface', 'reach', 'state', 'item', 'flows', 'threats', 'who may act there', 'medium', 'title'],
      rows.map((row) => [
        row.id,
        row.reach,
        row.powerOnly ? `${row.state}, power only` : row.state,
        row.item ?? '–',
        String(row.flows.length),
        String(row.threats.length),
        listed(row.agents.map((agent) => (agent.known ? agent.id : `${agent.id}?`))),
        row.medium ?? '–',
        row.title ?? '',
      ]),
      terminal,
    );
    if (interfaces.some((row) => row.agents.some((agent) => !agent.known))) {
      printNote('\n? what is written does not tell whether it is open to them, so nobody is excluded.', terminal);
    }
  }
  if (interfaces.some((row) => row.powerOnly)) {
    printNote('\nPower only is what is written, not what was shown.', terminal);
  }
  if (flowsWithoutInterface.length > 0) {
    printNote(`\nNo interface is named by ${listed(flowsWithoutInterface)}: a way in that nobody described.`, terminal);
  }
}
