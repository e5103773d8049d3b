/** Prints a page: title, sentences, then a row for each thing that is known. */
import { plain, wrap, type Terminal } from '../terminal.js';
import type { Page } from './page.js';

const WIDEST_NAME = 24;

export function printPage(page: Page, terminal: Terminal): void {
  const { paint, width } = terminal;
  terminal.out(`${paint('bold', plain(page.title))}\n${paint('grey', `${page.is} ${page.id}`)}\n\n`);
  for (const says of page.says) terminal.out(`${wrap(says, width, '')}\n`);
  const rows = page.rows.filter(([, value]) => value !== '');
  const widest = Math.min(WIDEST_NAME, Math.max(...rows.map(([name]) => name.length)));
  const indent = ' '.repeat(widest + 2);
  terminal.out('\n');
  for (const [name, value] of rows) {
    const body = value.includes('\n') ? value.split('\n').map(plain).join(`\n${indent}`) : wrap(value, width, indent);
    terminal.out(`${plain(name).padEnd(widest)}  ${body}\n`);
  }
  terminal.out('\n');
}
