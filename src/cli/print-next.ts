/** Prints what to do first: what, why in half a line, where, and how much it closes. */
import type { NextOutput } from '../contract/index.js';
import { plain, wrap, type Terminal } from './terminal.js';

const AT_MOST = 12;

export function printNext(output: NextOutput, printing: { all: boolean; problems: number }, terminal: Terminal): void {
  const { steps } = output;
  const blocking = steps.filter((step) => step.blocks).length;
  const hours = steps.reduce((sum, step) => sum + step.hours, 0);
  const unread =
    printing.problems > 0 ? ` ${printing.problems} places cannot be read: see \`medward check\` first.` : '';
  terminal.out(
    `${terminal.paint('bold', `${steps.length} steps, ${blocking} of them block; about ${Math.round(hours)} h by the effort model.${unread}`)}\n\n`,
  );
  const shown = printing.all ? steps : steps.slice(0, AT_MOST);
  for (const [at, step] of shown.entries()) {
    const { gap } = step;
    const closes =
      step.closes.length > 0
        ? `closes ${step.closes.join(', ')}`
        : step.obligations.length > 0
          ? `helps ${step.obligations.join(', ')}`
          : '';
    terminal.out(`${String(at + 1).padStart(3)}  ${wrap(gap.fix, terminal.width, '     ')}\n`);
    terminal.out(`     ${terminal.paint('grey', wrap(gap.message, terminal.width, '     '))}\n`);
    terminal.out(
      `     ${plain(`${gap.file}:${gap.line}:${gap.column}`)}  ${step.blocks ? 'blocks' : gap.severity}, about ${step.hours} h${closes === '' ? '' : `, ${wrap(closes, terminal.width, '     ')}`}\n`,
    );
  }
  if (shown.length < steps.length) terminal.out(`\nand ${steps.length - shown.length} more: medward next --all\n`);
}
