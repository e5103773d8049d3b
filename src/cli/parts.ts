/**
 * Loads the parts of the program that the build made (`scripts/bundle-command.mjs`), each with the compiled code that lies
 * beside it: compiling took a tenth of a check of 10,000 records. Code of another version of Node or for other settings of
 * the engine is refused by the engine, which then compiles the part anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

type Require = (name: string) => unknown;
type Run = (
  module: { exports: unknown },
  exports: unknown,
  require: Require,
  url: string,
  importPackage: (name: string) => Promise<unknown>,
) => void;

interface Loaded {
  readonly script: Script;
  readonly module: { exports: unknown };
}

export class Parts {
  readonly #folder: string;
  readonly #loaded = new Map<string, Loaded>();
  readonly #require: Require;

  /** @param folder where the parts lie, and nothing else */
  constructor(folder: string) {
    this.#folder = folder;
    const requirePackage: Require = createRequire(join(folder, 'start.cjs'));
    this.#require = (name) => (name.startsWith('./') ? this.load(name.slice(2)) : requirePackage(name));
  }

  /** @returns what the part exports; each part runs once */
  load(name: string): unknown {
    const known = this.#loaded.get(name);
    if (known) return known.module.exports;
    const file = join(this.#folder, name);
    const script = compile(file);
    const loaded: Loaded = { script, module: { exports: {} } };
    this.#loaded.set(name, loaded);
    const run = script.runInThisContext() as Run;
    const { module } = loaded;
    // A script may not import by itself, but in an experimental way that says so on the terminal.
    run(module, module.exports, this.#require, pathToFileURL(file).href, (name) => import(name));
    return loaded.module.exports;
  }

  /** For the build: writes the compiled code of all functions that were called so far. */
  keepCompiled(): void {
    for (const [name, { script }] of this.#loaded) {
      writeFileSync(compiledFile(join(this.#folder, name)), script.createCachedData());
    }
  }

  /** Parts whose compiled code was there, and of no use to this engine. */
  get refused(): readonly string[] {
    return [...this.#loaded].filter(([, { script }]) => script.cachedDataRejected).map(([name]) => name);
  }
}

function compile(file: string): Script {
  // ASCII alone, as the build writes it; as UTF-8 it would take five times as long.
  const text = readFileSync(file, 'latin1');
  return new Script(`(function (module, exports, require, __url, __import) {${text}\n})`, {
    filename: file,
    cachedData: readIfThere(compiledFile(file)),
  });
}

function compiledFile(file: string): string {
  return file.replace(/\.cjs$/, '.compiled');
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
