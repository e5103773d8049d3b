/** Prints an exported model to standard output, or where it was written; what it could not carry goes to standard error. */
import type { ExportOutput } from '../contract/index.js';
import { counts, printLosses } from './print-losses.js';
import { plain, type Terminal } from './terminal.js';

export function printExport(output: ExportOutput, all: boolean, terminal: Terminal): void {
  // The file may go on into another program, so nothing else stands in its stream.
  const about: Terminal = output.content === null ? terminal : { ...terminal, out: (text) => terminal.note(text) };
  if (output.content !== null) terminal.out(output.content);
  about.out(`${terminal.paint('bold', plain(output.file ?? output.format))}  ${counts(output.records)}\n`);
  const losses = output.lost.map((loss) => ({ ...loss, values: 1 }));
  printLosses(losses, all, `medward export ${output.format} --all`, about);
  const keys = new Map<string, number>();
  for (const { key, value } of output.filled) keys.set(`${key}: ${value}`, (keys.get(`${key}: ${value}`) ?? 0) + 1);
  if (keys.size === 0) return;
  about.out(
    `\n${terminal.paint('amber', 'filled in')}  ${output.filled.length} values that the format demands and no record says\n`,
  );
  for (const [words, count] of [...keys].toSorted((a, b) => b[1] - a[1]))
    about.out(`  ${String(count).padStart(5)}  ${plain(words)}\n`);
}
