/** Runs a command whose answer is kept: if everything that it rests on is as it was, it is printed again instead. */
import { createHash } from 'node:crypto';
import { AnswerStore, cacheFolder, lookAt, readDate, seenOf, type Answer } from '../project/index.js';
import type { Call, Command } from './define.js';
import { startTiming } from './progress.js';
import { projectFolder } from './project-folder.js';
import { digestOfNamedFile } from './read-named-file.js';
import type { Terminal } from './terminal.js';

/** Where answers are kept, and of which build they are. */
export interface Cache {
  readonly build: string;
  /** For tests; else the user's own. */
  readonly folder?: string;
}

// @implements SRS-720
/** @param cache absent: everything is worked out, and nothing is kept */
export async function runKept(command: Command, call: Call, cache: Cache | undefined): Promise<number> {
  const timing = call.flag('timing') ? startTiming(call.terminal) : undefined;
  const progress = timing && ((phase: string) => timing(phase === 'done' ? 'Writing' : phase));
  const timed: Call = progress ? { ...call, progress } : call;
  const keeping = cache && keepingOf(call, cache);
  const status = keeping ? await answer(command, timed, keeping) : await command.run(timed);
  timing?.('done');
  return status;
}

interface Keeping {
  readonly build: string;
  readonly folder: string;
  /** Digest of the baseline that is named, empty without one. */
  readonly baseline: string;
}

/** @returns `undefined` where nothing is to be kept, or cannot be: of a pipe nothing can be read twice */
function keepingOf(call: Call, cache: Cache): Keeping | undefined {
  const folder = call.flag('no-cache') ? undefined : (cache.folder ?? cacheFolder());
  const baseline = baselineOf(call);
  return folder === undefined || baseline === undefined ? undefined : { build: cache.build, folder, baseline };
}

function baselineOf(call: Call): string | undefined {
  const path = call.value('baseline');
  return path === undefined ? '' : digestOfNamedFile(path, call.folder);
}

async function answer(command: Command, call: Call, keeping: Keeping): Promise<number> {
  const { progress } = call;
  const date = readDate(call.value('date'), call.now);
  const folder = projectFolder(call);
  progress?.('Reading the project');
  const look = lookAt(folder);
  const store = new AnswerStore(keeping.folder);
  const slot = slotOf(command, call, [keeping.build, folder, keeping.baseline]);
  const kept = store.find(slot);
  if (kept && (await look.isLike(kept.seen, date))) return repeat(kept, call);
  const project = await look.project();
  const printed = new Printed(call.terminal);
  const status = await command.run({ ...call, terminal: printed.terminal, inputs: project });
  progress?.('Keeping the answer');
  const seen = seenOf(project, date);
  if (seen && baselineOf(call) === keeping.baseline) store.keep(slot, { seen, status, ...printed.all() });
  if (progress && store.trouble !== undefined) call.terminal.note(`timing  Nothing is kept: ${store.trouble}\n`);
  return status;
}

function repeat({ status, out, note }: Answer, { terminal, progress }: Call): number {
  progress?.('Repeating an answer');
  if (out.length > 0) terminal.out(Buffer.from(out.buffer, out.byteOffset, out.byteLength).toString('utf8'));
  if (note !== '') terminal.note(note);
  return status;
}

/** Options that change no word of an answer, or that are looked at by themselves. */
const APART = new Set(['date', 'no-cache', 'project', 'timing']);

/** The question: what is asked, of what, by which program, and how it is printed. */
function slotOf(command: Command, call: Call, about: readonly string[]): string {
  const options = Object.keys(command.options).filter((name) => !APART.has(name) && call.flag(name));
  const question = [
    ...about,
    process.version,
    command.name,
    call.words,
    options.map((name) => [name, call.values(name)]),
    [call.terminal.width, call.terminal.paint('bold', ' ')],
  ];
  return createHash('sha256').update(JSON.stringify(question)).digest('hex');
}

/** Prints as the terminal does, and remembers it. */
class Printed {
  readonly terminal: Terminal;
  readonly #out: Buffer[] = [];
  #note = '';

  constructor(terminal: Terminal) {
    this.terminal = {
      ...terminal,
      out: (text) => {
        this.#out.push(Buffer.from(text));
        terminal.out(text);
      },
      note: (text) => {
        this.#note += text;
        terminal.note(text);
      },
      noteOnce: (text) => terminal.note(text),
    };
  }

  all(): Pick<Answer, 'out' | 'note'> {
    return { out: Buffer.concat(this.#out), note: this.#note };
  }
}
