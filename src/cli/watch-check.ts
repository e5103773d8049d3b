/** `medward check --watch`: prints again whenever the project changes, and survives whatever happens to it meanwhile. */
import { setImmediate } from 'node:timers/promises';
import { ProjectMemory } from '../compile/index.js';
import { LiveProject, readDate, type ProjectInputs } from '../project/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { projectFolder } from './project-folder.js';
import { runCheck } from './run-check.js';
import { tellError } from './tell-error.js';
import type { Terminal } from './terminal.js';

/** A quick look trusts times of files; so long after the last change every file is read once more. */
const WHOLE_AFTER_MS = 4_000;
/** How long the same is worked out again before anything happens, and how often at most. */
const PRACTICE_MS = 700;
const PRACTICE_ROUNDS = 4;
/** How often to look where the system tells of every change: networks and folders above do not. */
const IDLE_MS = 10_000;
/** How often where it does not. */
const POLL_MS = 1_000;

// @implements SRS-721
/** @returns exit status of the last answer, when the user ends it or nobody reads any more */
export async function watchCheck(call: Call): Promise<number> {
  refuseOthers(call);
  const folder = projectFolder(call);
  const stop = new AbortController();
  call.onStop?.(() => stop.abort());
  const project = new LiveProject(folder);
  try {
    return await new Watching(call, project, folder).until(stop.signal);
  } finally {
    project.close();
  }
}

function refuseOthers(call: Call): void {
  const format = call.value('format') ?? 'text';
  if (call.value('at') !== undefined) {
    throw new OptionError(
      'A revision does not change, so that --watch and --at make no sense together.',
      'Leave one out.',
    );
  }
  if (format === 'text' || format === 'json') return;
  throw new OptionError(`The option --watch prints text or JSON, not ${format}.`, 'Leave --format out, or add --json.');
}

interface Printed {
  readonly status: number;
  readonly out: string;
  readonly note: string;
}

class Watching {
  readonly #call: Call;
  readonly #project: LiveProject;
  readonly #folder: string;
  readonly #memory = new ProjectMemory();
  #inputs: ProjectInputs | undefined;
  #last: Printed | undefined;
  #date = '';
  /** Something changed, and not every file was read since. */
  #isOwedWhole = false;

  constructor(call: Call, project: LiveProject, folder: string) {
    this.#call = call;
    this.#project = project;
    this.#folder = folder;
  }

  async until(stop: AbortSignal): Promise<number> {
    const { terminal } = this.#call;
    await this.#answer('whole');
    this.#call.engine?.tuneForManyAnswers();
    terminal.note(`watching  ${this.#folder}; Ctrl-C ends\n`);
    await this.#practise(stop);
    while (!stop.aborted && terminal.isOpen?.() !== false) {
      const happened = await this.#project.wait(this.#patience(), stop);
      if (stop.aborted) break;
      const isWhole = happened === 'nothing happened' && this.#isOwedWhole;
      await this.#answer(isWhole ? 'whole' : 'quick');
      if (isWhole) this.#isOwedWhole = false;
    }
    return this.#last?.status ?? 0;
  }

  /** The engine optimises what it did several times: so the first edit is answered nearly as fast as the tenth. */
  async #practise(stop: AbortSignal): Promise<void> {
    // What could not be answered cannot be practised.
    if (!this.#inputs || this.#last?.status === 2) return;
    const start = performance.now();
    for (let round = 0; round < PRACTICE_ROUNDS; round++) {
      await setImmediate();
      if (stop.aborted || this.#project.hasChanged || performance.now() - start > PRACTICE_MS) return;
      if (!this.#canAnswer(this.#inputs)) return;
    }
  }

  /** Whatever goes wrong is told by the next look. */
  #canAnswer(inputs: ProjectInputs): boolean {
    try {
      this.#check(inputs, new Heard(this.#call).terminal);
      return true;
    } catch {
      return false;
    }
  }

  #patience(): number {
    if (this.#isOwedWhole) return WHOLE_AFTER_MS;
    return this.#project.isToldOfAll ? IDLE_MS : POLL_MS;
  }

  async #answer(how: 'quick' | 'whole'): Promise<void> {
    const start = performance.now();
    const printed = await this.#look(how);
    if (!printed) return;
    if (how === 'quick') this.#isOwedWhole = true;
    const isSame = printed.out === this.#last?.out && printed.note === this.#last.note;
    const isFirst = this.#last === undefined;
    this.#last = printed;
    if (!isSame) {
      this.#call.terminal.out(printed.out);
      this.#call.terminal.note(printed.note);
    }
    // Nobody is told again and again that the project is still gone.
    if (isFirst || (isSame && (how === 'whole' || printed.status === 2))) return;
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    this.#call.terminal.note(`${isSame ? 'the same' : 'changed'}  ${this.#time()}, answered in ${seconds} s\n`);
  }

  /** @returns `undefined` if nothing changed */
  async #look(how: 'quick' | 'whole'): Promise<Printed | undefined> {
    const heard = new Heard(this.#call);
    try {
      const date = readDate(this.#call.value('date'), this.#call.now);
      const inputs = await this.#project.look(date === this.#date ? how : 'whole');
      this.#date = date;
      this.#inputs = inputs ?? this.#inputs;
      return inputs && heard.printed(this.#check(inputs, heard.terminal));
    } catch (error) {
      return heard.printed(tellError(error, { json: this.#isJson(), terminal: heard.terminal }));
    }
  }

  #check(inputs: ProjectInputs, terminal: Terminal): number {
    return runCheck({ ...this.#call, terminal, inputs, memory: this.#memory, progress: () => {} });
  }

  #isJson(): boolean {
    return this.#call.flag('json') || this.#call.value('format') === 'json';
  }

  #time(): string {
    return this.#call.now().toISOString().slice(11, 19);
  }
}

/** What would be printed, to be compared with what was. */
class Heard {
  readonly terminal: Terminal;
  #out = '';
  #note = '';

  constructor({ terminal }: Call) {
    this.terminal = {
      ...terminal,
      out: (text) => {
        this.#out += text;
      },
      note: (text) => {
        this.#note += text;
      },
      isInLines: true,
    };
  }

  printed(status: number): Printed {
    return { status, out: this.#out, note: this.#note };
  }
}
