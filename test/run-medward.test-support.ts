/** Runs a command as the program does: without colours, on the day of the examples if none is named. */
import { runProgram, type ProgramInput } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';

export interface Ran {
  readonly status: number;
  readonly out: string;
  /** What went to standard error. */
  readonly notes: string;
}

export interface Run {
  /** As `2026-11-24`; it is noon there. */
  readonly date?: string;
  readonly ask?: ProgramInput['ask'];
}

export async function runMedward(
  folder: string,
  words: readonly string[],
  { date = '2026-11-24', ask }: Run = {},
): Promise<Ran> {
  const out: string[] = [];
  const notes: string[] = [];
  const status = await runProgram(words, {
    terminal: { out: (text) => out.push(text), note: (text) => notes.push(text), paint: painter(false), width: 100 },
    folder,
    now: () => new Date(`${date}T12:00:00Z`),
    ...(ask && { ask }),
  });
  return { status, out: out.join(''), notes: notes.join('') };
}
