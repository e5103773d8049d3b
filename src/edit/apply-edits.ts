/** Writes changed texts into a project: all of them or none, and only over what was read. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeText, MedwardError, projectPath } from '../project/index.js';
import { whileLocked } from './edit-lock.js';
import { codeOf } from './node-error.js';
import { writeBeside, type Waiting } from './put-in-place.js';

export interface FileEdit {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** The text as it was read; `undefined`: there is no such file yet. */
  readonly before: string | undefined;
  readonly after: string;
}

// @implements SRS-914
/**
 * Every file is compared with what was read, then all texts are written beside their files, and only then do they take
 * their places. If one of them cannot, those before it are put back.
 * @throws MedwardError `file-changed`, `file-there`, `not-writable`, `outside-project`, `being-edited`
 */
export function applyEdits(folder: string, edits: readonly FileEdit[]): void {
  const root = realpathSync(folder);
  const changes = edits.filter((edit) => edit.before !== edit.after);
  const twice = changes.find((edit, at) => changes.findIndex((other) => other.path === edit.path) !== at);
  if (twice) throw new Error(`Two edits of ${twice.path} at once: the second would not know of the first.`);
  if (changes.length === 0) return;
  try {
    whileLocked(root, () => new Application(root, changes).run());
  } catch (error) {
    if (error instanceof MedwardError || codeOf(error) === undefined) throw error;
    throw new MedwardError('not-writable', folder, { cause: error });
  }
}

interface Step {
  readonly edit: FileEdit;
  readonly target: string;
  /** Rights and byte-order mark of the file that is there. */
  readonly mode: number | undefined;
  readonly mark: boolean;
  waiting: Waiting | undefined;
}

class Application {
  readonly #root: string;
  readonly #steps: readonly Step[];
  readonly #made: string[] = [];

  constructor(root: string, edits: readonly FileEdit[]) {
    this.#root = root;
    this.#steps = edits.map((edit) => this.#look(edit));
  }

  run(): void {
    try {
      for (const step of this.#steps) this.#at(step, () => this.#write(step));
      for (const step of this.#steps) this.#at(step, () => this.#place(step));
    } catch (error) {
      const done = this.#steps.filter(({ waiting }) => waiting?.isPlaced());
      for (const step of done.toReversed()) this.#putBack(step);
      this.#tidy();
      for (const made of this.#made.reverse()) removeEmpty(made);
      throw error;
    }
    this.#tidy();
  }

  #tidy(): void {
    for (const step of this.#steps) step.waiting?.drop();
  }

  /** @throws MedwardError if the file is not what was read, or no ordinary file of the project */
  #look(edit: FileEdit): Step {
    const read = projectPath(edit.path);
    if (!read.ok || read.path !== edit.path) throw new MedwardError('outside-project', edit.path);
    this.#refuseLinks(edit.path);
    const target = join(this.#root, edit.path);
    const there = edit.before === undefined ? undefined : bytesOf(target, edit.path);
    if (there && decoded(there.bytes) !== edit.before) throw new MedwardError('file-changed', edit.path);
    return { edit, target, mode: there?.mode, mark: there !== undefined && hasMark(there.bytes), waiting: undefined };
  }

  /** What a link leads to may lie outside, and replacing would put a file in place of the link. */
  #refuseLinks(path: string): void {
    const names = path.split('/');
    names.forEach((_, at) => {
      const part = names.slice(0, at + 1).join('/');
      const stats = lstatSync(join(this.#root, part), { throwIfNoEntry: false });
      if (stats?.isSymbolicLink()) throw new MedwardError('edit-through-link', part);
    });
  }

  #write(step: Step): void {
    const parent = dirname(step.target);
    for (const folder of missingFolders(this.#root, parent)) {
      mkdirSync(folder);
      this.#made.push(folder);
    }
    step.waiting = writeBeside(step.target, bytesFor(step.edit.after, step.mark), step.mode);
  }

  #place(step: Step): void {
    const { edit, target, waiting } = step;
    if (edit.before === undefined) return create(waiting, edit.path);
    // Once more, right before: editors do not know of our lock.
    if (decoded(bytesOf(target, edit.path).bytes) !== edit.before) throw new MedwardError('file-changed', edit.path);
    waiting?.replace();
  }

  /** Only what still is as it was written: a change of somebody else stays. */
  #putBack({ edit, target, mode, mark }: Step): void {
    if (decoded(bytesOf(target, edit.path).bytes) !== edit.after) return;
    if (edit.before === undefined) rmSync(target);
    else writeBeside(target, bytesFor(edit.before, mark), mode).replace();
  }

  #at(step: Step, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof MedwardError || codeOf(error) === undefined) throw error;
      throw new MedwardError('not-writable', step.edit.path, { cause: error });
    }
  }
}

/** From the outside in. */
function missingFolders(root: string, folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = folder; at !== root && !lstatSync(at, { throwIfNoEntry: false }); at = dirname(at)) missing.unshift(at);
  return missing;
}

/** Somebody else may have put something there meanwhile: then it stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'ENOENT') throw error;
  }
}

function create(waiting: Waiting | undefined, path: string): void {
  try {
    waiting?.create();
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new MedwardError('file-there', path, { cause: error });
    throw error;
  }
}

/** @throws MedwardError `file-changed` if it is gone or no ordinary file any more */
function bytesOf(target: string, path: string): { readonly bytes: Uint8Array; readonly mode: number } {
  let descriptor: number;
  try {
    descriptor = openSync(target, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new MedwardError('file-changed', path, { cause: error });
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new MedwardError('file-changed', path);
    return { bytes: readFileSync(descriptor), mode: stats.mode & 0o7777 };
  } finally {
    closeSync(descriptor);
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  const read = decodeText(bytes);
  return read.ok ? read.text : undefined;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function bytesFor(text: string, mark: boolean): Uint8Array {
  return Buffer.from(mark ? `\uFEFF${text}` : text, 'utf8');
}
