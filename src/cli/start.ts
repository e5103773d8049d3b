/** What the program does between its start and its end: reads the words, and runs one command. */
import { writeSync } from 'node:fs';
import { buildId } from './build-id.js';
import type { Engine } from './engine.js';
import { runProgram } from './program.js';
import { painter } from './terminal.js';

const { stdout, stderr, env, argv } = process;
const isOpen = { 1: true, 2: true };
const hasColour = stdout.isTTY && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb';

/** Synchronous, so that nothing is lost when a pipe is slow and the process ends. */
function writeTo(descriptor: 1 | 2): (text: string) => void {
  return (text) => {
    let bytes = Buffer.from(text);
    while (isOpen[descriptor] && bytes.length > 0) {
      try {
        bytes = bytes.subarray(writeSync(descriptor, bytes));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        // Whoever read our output has gone (`medward check | head`): there is nobody left to tell.
        if (code === 'EPIPE') isOpen[descriptor] = false;
        else if (code !== 'EAGAIN') throw error;
      }
    }
  };
}

/** A folder may be deleted under the feet of its shell; then whoever looks for the project says so. */
function whereStarted(): string {
  try {
    return process.cwd();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '.';
    throw error;
  }
}

/** On standard error, so that what is printed stays clean; the end of the input is no answer. */
async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: stderr });
  return new Promise((answered) => {
    lines.once('close', () => answered(undefined));
    lines.question(question, (line) => {
      answered(line);
      lines.close();
    });
  });
}

/** Nothing is kept where the user forbids it, or where the sources run and change. */
function cacheOf(build: string | undefined): { build: string } | undefined {
  return build === undefined || env['MEDWARD_NO_CACHE'] ? undefined : { build };
}

/** @returns exit status */
export function start(engine: Engine): Promise<number> {
  return runProgram(argv.slice(2), {
    terminal: {
      out: writeTo(1),
      note: writeTo(2),
      isOpen: () => isOpen[1],
      paint: painter(hasColour),
      width: Math.min(Math.max(stdout.columns ?? stderr.columns ?? 100, 40), 120),
    },
    folder: whereStarted(),
    now: () => new Date(),
    // In this order: looking at the input opens it, which takes 4 ms.
    ...(stdout.isTTY && process.stdin.isTTY && { ask }),
    cache: cacheOf(buildId()),
    engine,
    onStop: (stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    },
  });
}
