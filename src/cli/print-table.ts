/** Prints a table under a sentence: heads in grey, one line for each row, cut to the width of the terminal. */
import { columns, plain, type Terminal } from './terminal.js';

export function printTable(heads: readonly string[], rows: readonly (readonly string[])[], terminal: Terminal): void {
  const [head = '', ...lines] = columns([heads, ...rows.map((row) => row.map(plain))]);
  terminal.out(`${terminal.paint('grey', head.slice(0, terminal.width))}\n`);
  for (const line of lines) terminal.out(`${line.slice(0, terminal.width).trimEnd()}\n`);
}

export function printSentence(text: string, terminal: Terminal): void {
  terminal.out(`${terminal.paint('bold', plain(text))}\n`);
}

export function printNote(text: string, terminal: Terminal): void {
  terminal.out(`${terminal.paint('grey', plain(text))}\n`);
}

/** `1 flow`, `3 flows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function listed(words: readonly string[], none = 'none'): string {
  return words.length === 0 ? none : words.join(', ');
}
