/** Prints which plans were begun and what to fill in them, or which could be begun. */
import type { DraftOutput } from '../contract/index.js';
import { counted } from './print-table.js';
import { plain, wrap, type Terminal } from './terminal.js';

export function printDraft(output: DraftOutput, terminal: Terminal): void {
  if (output.files.length > 0) printWritten(output, terminal);
  else printOpen(output, terminal);
}

function printWritten({ written, files, dryRun }: DraftOutput, terminal: Terminal): void {
  for (const { file, isNew } of files) {
    const own = written.filter((section) => section.file === file);
    const places = own.reduce((sum, section) => sum + section.places, 0);
    const what = `${counted(own.length, 'section')}, ${counted(places, 'place')} to fill${isNew ? '' : ', added at its end'}`;
    terminal.out(`${terminal.paint('bold', plain(file))}  ${what}\n`);
  }
  if (!dryRun) {
    const hint =
      'Search for `[fill:` and write what holds for this device. Until then each section counts as not written; `medward check` names the places.';
    return terminal.out(`\n${terminal.paint('grey', wrap(hint, terminal.width, ''))}\n`);
  }
  terminal.out('\nNothing was written; the texts would be:\n');
  for (const { file, text } of files) terminal.out(`\n--- ${plain(file)}\n${plain(text)}`);
}

function printOpen({ open }: DraftOutput, terminal: Terminal): void {
  if (open.length === 0) return terminal.out('Every section that is asked of plans and procedures is begun.\n');
  terminal.out(`${terminal.paint('bold', `${open.length} work products have sections that nobody began:`)}\n\n`);
  const width = Math.max(...open.map(({ product }) => product.length));
  for (const { product, title, sections } of open) {
    const row = `  ${plain(product).padEnd(width)}  ${counted(sections.length, 'section').padStart(11)}  ${plain(title)}`;
    terminal.out(`${row.slice(0, terminal.width).trimEnd()}\n`);
  }
  const hint = '`medward draft WORK-PRODUCT` begins one, `medward draft --all` every plan and procedure among them.';
  terminal.out(`\n${terminal.paint('grey', wrap(hint, terminal.width, ''))}\n`);
}
