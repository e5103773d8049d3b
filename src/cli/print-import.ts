/** Prints what became of a foreign model: records, files, losses, problems, and what to do next. */
import type { ImportOutput } from '../contract/index.js';
import { counts, printLosses } from './print-losses.js';
import { plain, wrap, type Terminal } from './terminal.js';

const STATES: Readonly<Record<ImportOutput['files'][number]['state'], string>> = {
  written: 'written',
  unchanged: 'unchanged',
  'in-the-way': 'in the way',
  'not-written': 'not written',
};
const AT_MOST = 20;

export function printImport(output: ImportOutput, all: boolean, terminal: Terminal): void {
  const { file, format, formatVersion, values } = output;
  if (format !== 'unknown') {
    terminal.out(`${terminal.paint('bold', plain(file))}  ${plain(`${format} ${formatVersion ?? ''}`.trim())}\n`);
    terminal.out(`  ${counts(output.records)}; ${output.links} links\n`);
    terminal.out(`  ${values.carried} of ${values.total} values carried, ${values.lost} lost\n`);
  }
  for (const { path, state } of output.files) terminal.out(`  ${STATES[state].padEnd(11)}  ${plain(path)}\n`);
  printLosses(output.lost, all, 'medward import --all', terminal);
  printProblems(output, all, terminal);
  terminal.out(`\n${terminal.paint('grey', nextOf(output))}\n`);
}

function printProblems({ problems, format }: ImportOutput, all: boolean, terminal: Terminal): void {
  const colour = format === 'unknown' ? 'red' : 'amber';
  for (const { path, message } of all ? problems : problems.slice(0, AT_MOST)) {
    terminal.out(
      `\n${plain(path === '' ? '(the whole file)' : path)}  ${terminal.paint(colour, 'problem')}\n  ${wrap(message, terminal.width, '  ')}\n`,
    );
  }
  if (!all && problems.length > AT_MOST)
    terminal.out(`\nand ${problems.length - AT_MOST} more problems: medward import --all\n`);
}

function nextOf({ files, format, dryRun }: ImportOutput): string {
  if (format === 'unknown') return 'Nothing was imported.';
  if (files.some((file) => file.state === 'in-the-way')) return 'Nothing was written.';
  if (dryRun) return 'Nothing was written; without --dry-run these files would be.';
  return 'Everything is a draft: read it, then see what is missing with `medward check`.';
}
