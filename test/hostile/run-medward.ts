/** Runs Medward in this process on a project made for one test, and holds the run to what must be true of every run. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../../src/cli/program.js';
import { painter } from '../../src/cli/terminal.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

/** @returns the folder, without links on the way; whoever asks for it takes it away */
export function makeFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'medward-hostile-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export async function runIn(folder: string, words: readonly string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const start = performance.now();
  const status = await runProgram(words, {
    terminal: {
      out: (text) => out.push(text),
      note: (text) => err.push(text),
      paint: painter(false),
      width: 100,
    },
    folder,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  return { status, out: out.join(''), err: err.join(''), ms: performance.now() - start };
}

/** Names, sizes and times of everything in the folder: equal before and after a run that wrote nothing. */
export function stateOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile()) return path;
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    })
    .toSorted()
    .join('\n');
}

/** What would move a cursor, change a colour or turn the reading direction; a line break and a tab do not. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
export const RAW_CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

export function readExample(path: string): string {
  return readFileSync(join(import.meta.dirname, '../../examples', path), 'utf8');
}
