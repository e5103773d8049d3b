/**
 * Loads the parts of the program that the build made (`scripts/bundle-command.mjs`), each with the compiled code that lies
 * beside it: compiling took a tenth of a check of 10,000 records. Only the very Node that made that code is given it, and it
 * refuses what was made for other settings of the engine; else the part is compiled anew.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
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
  readonly isCompiledAnew: boolean;
  readonly module: { exports: unknown };
}

export class Parts {
  readonly #folder: string;
  readonly #node: () => string;
  readonly #loaded = new Map<string, Loaded>();
  readonly #require: Require;
  readonly #hasCompiled: boolean;

  /**
   * @param folder where the parts lie, and nothing else
   * @param node for tests: names the Node that runs
   */
  constructor(folder: string, node: () => string = thisNode) {
    this.#folder = folder;
    this.#node = node;
    // The engine looks at its own version alone: code that another build of it made is taken, and crashes.
    this.#hasCompiled = readIfThere(join(folder, MADE_BY))?.toString('utf8') === node();
    const requirePackage: Require = createRequire(join(folder, 'start.cjs'));
    this.#require = (name) => (name.startsWith('./') ? this.load(name.slice(2)) : requirePackage(name));
  }

  /** @returns what the part exports; each part runs once */
  load(name: string): unknown {
    const known = this.#loaded.get(name);
    if (known) return known.module.exports;
    const file = join(this.#folder, name);
    const compiled = this.#hasCompiled ? readIfThere(compiledFile(file)) : undefined;
    const script = compile(file, name, compiled);
    const isCompiledAnew = compiled === undefined || script.cachedDataRejected === true;
    const loaded: Loaded = { script, isCompiledAnew, module: { exports: {} } };
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
    writeFileSync(join(this.#folder, MADE_BY), this.#node());
  }

  /** Parts for which there was no compiled code of use. */
  get compiledAnew(): readonly string[] {
    return [...this.#loaded].filter(([, { isCompiledAnew }]) => isCompiledAnew).map(([name]) => name);
  }
}

/** The file that names the Node that made the compiled code. */
const MADE_BY = 'compiled-by.json';

/** Two builds of one version differ in their settings, or in the size of the program. */
function thisNode(): string {
  const { version, versions, platform, arch, config, execPath } = process;
  return JSON.stringify({ version, versions, platform, arch, bytes: statSync(execPath).size, config });
}

function compile(file: string, name: string, cachedData: Buffer | undefined): Script {
  // ASCII alone, as the build writes it; as UTF-8 it would take five times as long.
  const text = readFileSync(file, 'latin1');
  const wrapped = `(function (module, exports, require, __url, __import) {${text}\n})`;
  // By its name alone: compiled code carries it to wherever it is installed.
  return new Script(wrapped, { filename: name, cachedData });
}

function compiledFile(file: string): string {
  return file.replace(/\.cjs$/, '.compiled');
}

/** Whatever is wrong with it: one can do without. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
