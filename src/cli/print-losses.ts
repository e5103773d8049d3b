/** Prints what an import or an export could not carry: by reason, the most telling first, and no more than a screen unless asked. */
import { plain, type Terminal } from './terminal.js';

export interface PrintedLoss {
  readonly path: string;
  readonly reason: string;
  readonly what: string;
  readonly values: number;
}

const AT_MOST = 20;

const REASONS: Readonly<Record<string, string>> = {
  ambiguous: 'says two things, or names what is not there',
  'unknown-value': 'is none of the values that the field takes',
  'no-such-field': 'has no field to go to',
  'drawing-only': 'only says how the tool draws or keeps it',
};

/** @param again the command that shows all of them */
export function printLosses(losses: readonly PrintedLoss[], all: boolean, again: string, terminal: Terminal): void {
  let left = all ? losses.length : AT_MOST;
  for (const [reason, meaning] of Object.entries(REASONS)) {
    const own = losses.filter((loss) => loss.reason === reason);
    if (own.length === 0) continue;
    const values = own.reduce((sum, loss) => sum + loss.values, 0);
    terminal.out(
      `\n${terminal.paint('amber', reason)}  ${values} ${values === 1 ? 'value' : 'values'}: what ${meaning}\n`,
    );
    for (const loss of own.slice(0, left)) terminal.out(`${lineOf(loss, terminal)}\n`);
    left = Math.max(0, left - own.length);
  }
  const hidden = all ? 0 : losses.length - AT_MOST;
  if (hidden > 0) terminal.out(`\nand ${hidden} more places: ${again}\n`);
}

function lineOf({ path, what }: PrintedLoss, terminal: Terminal): string {
  const start = `  ${path === '' ? '(the whole file)' : path}  `;
  const text = plain(start + what).replaceAll('\n', ' ');
  return text.length > terminal.width ? `${text.slice(0, Math.max(start.length, terminal.width - 1))}…` : text;
}

export function counts(records: Readonly<Record<string, number>>): string {
  const words = Object.entries(records).map(([kind, count]) => `${count} ${count === 1 ? kind : plural(kind)}`);
  return words.length === 0 ? 'no record' : words.join(', ');
}

function plural(kind: string): string {
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
