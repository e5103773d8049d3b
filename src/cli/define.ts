/** What a command is: its words, its options, and what it does. Rooms are loaded inside `run`, so that help is quick. */
import type { ProjectMemory } from '../compile/index.js';
import type { ProjectInputs } from '../project/index.js';
import type { Engine } from './engine.js';
import type { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

export interface Option {
  readonly about: string;
  /** Name of its value, such as `FILE`; absent: a switch. */
  readonly value?: string;
  /** One letter that stands for it, as in `-o`. */
  readonly short?: string;
  /** May stand several times. */
  readonly many?: boolean;
}

/** Puts a question to the person at the terminal; `undefined`: there is nobody any more. */
export type Ask = (question: string) => Promise<string | undefined>;

export interface Call {
  readonly words: readonly string[];
  /** Switches are `true`. */
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  readonly terminal: Terminal;
  /** Where the program was started. */
  readonly folder: string;
  readonly now: () => Date;
  /** Absent where nobody sits at a terminal. */
  readonly ask?: Ask;
  /** The project, where it was looked at already. */
  readonly inputs?: ProjectInputs;
  /** What is known of it from a look before. */
  readonly memory?: ProjectMemory;
  /** Told each phase as it begins. */
  readonly progress?: Progress;
  /** Absent where the process is not the program's own. */
  readonly engine?: Engine;
  /** Where the user can end a command that would go on; absent: nobody can. */
  readonly onStop?: (stop: () => void) => void;
}

export interface Command {
  /** Empty for the command that runs when none is named. */
  readonly name: string;
  readonly about: string;
  /** Words behind the name, such as `ID`. */
  readonly takes?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Whether what it prints follows from the project, its words and the day alone, so that it may be kept. */
  isKept?(call: Call): boolean;
  /** @returns exit status: 0 done, 1 something blocks */
  run(call: Call): Promise<number>;
}

export function defineCommand(command: Command): Command {
  return command;
}

/** Options of every command that reads a project. */
export const PROJECT_OPTIONS: Readonly<Record<string, Option>> = {
  project: { value: 'DIR', about: 'The project; default: the nearest folder upwards with medward.yaml.' },
  at: { value: 'REVISION', about: 'Read a Git revision instead of the files in the folder.' },
  date: { value: 'YYYY-MM-DD', about: 'The day to judge by; default: today (UTC).' },
  json: { about: 'Machine-readable output; its shape: `medward schema output/…`.' },
};

/** Options of a command whose answer is kept. */
export const KEPT_OPTIONS: Readonly<Record<string, Option>> = {
  ...PROJECT_OPTIONS,
  'no-cache': { about: 'Work everything out anew and keep nothing; so does MEDWARD_NO_CACHE=1.' },
  timing: { about: 'Tell on standard error how long each phase took.' },
};
