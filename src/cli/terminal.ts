/** Where output goes: the only place that writes, and the only one that knows of colours and widths. */

export interface Terminal {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error: notes, errors. */
  note(text: string): void;
  /** The same for what concerns this run alone, such as its progress; where it is absent, `note` does. */
  noteOnce?(text: string): void;
  /** Whether somebody still reads what is written; absent: nobody can tell. */
  isOpen?(): boolean;
  /** JSON comes one value in a line, for whoever reads one answer after the other. */
  readonly isInLines?: boolean;
  readonly paint: Paint;
  /** Columns of the terminal, or the width of a page where there is none. */
  readonly width: number;
}

export type Colour = 'red' | 'amber' | 'green' | 'violet' | 'grey' | 'bold';
export type Paint = (colour: Colour, text: string) => string;

const CODES: Readonly<Record<Colour, readonly [on: string, off: string]>> = {
  red: ['\u001B[31m', '\u001B[39m'],
  amber: ['\u001B[33m', '\u001B[39m'],
  green: ['\u001B[32m', '\u001B[39m'],
  violet: ['\u001B[35m', '\u001B[39m'],
  grey: ['\u001B[90m', '\u001B[39m'],
  bold: ['\u001B[1m', '\u001B[22m'],
};

// @implements SRS-717
/** Colour is never the only sign, so a plain terminal loses nothing. */
export function painter(hasColour: boolean): Paint {
  return (colour, text) => (hasColour ? `${CODES[colour][0]}${text}${CODES[colour][1]}` : text);
}

// oxlint-disable-next-line no-control-regex -- control characters are what must go
const STEERS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

// @implements SRS-710
/** Text from records and files cannot move the cursor, change colours or reverse the reading direction. */
export function plain(text: string): string {
  return text.replaceAll(STEERS, '\uFFFD');
}

/** Breaks at spaces; a word longer than the line stays whole, so that paths can be copied. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  for (const paragraph of plain(text).split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width - indent.length) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.join(`\n${indent}`);
}

export function columns(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, at) => (right.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
