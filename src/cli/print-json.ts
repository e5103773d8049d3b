/** JSON goes to standard output alone. */
import type { Terminal } from './terminal.js';

export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}
