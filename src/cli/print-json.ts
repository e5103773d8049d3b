/** JSON goes to standard output alone, and cannot steer a terminal that shows it. */
import type { Terminal } from './terminal.js';

export function printJson(value: unknown, terminal: Terminal): void {
  const indent = terminal.isInLines ? undefined : 2;
  terminal.out(`${JSON.stringify(value, null, indent).replaceAll(STEERS, escaped)}\n`);
}

/** What JSON may hold as it is although a terminal obeys it; it stands inside strings alone, where it may be escaped. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go
const STEERS = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
