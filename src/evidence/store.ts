/**
 * The evidence of a project in its folder `evidence/`: originals, statements, and lists of inputs, each under its own
 * SHA-256. Only grows: nothing is overwritten and nothing taken away.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json.js';
import { fileBytes } from './file-bytes.js';
import { inputsText, readInputs, type Inputs } from './inputs.js';
import type { Report } from './read-report.js';
import type { ReportBytes } from './report-bytes.js';
import { readStatement } from './read-statement.js';
import {
  isSameRun,
  runKey,
  sha256Of,
  statementOf,
  statementText,
  type RunContext,
  type Statement,
} from './statement.js';
import { standingStatements } from './standing.js';
import { StoreError } from './store-error.js';
import { NOTHING_TOLD, toldTogether } from './told.js';
import { ownFolder, writeOnce } from './write-once.js';

export const EVIDENCE_FOLDER = 'evidence';
const ATTRIBUTES = '.gitattributes';
const REPORTS = 'evidence/reports';
const STATEMENTS = 'evidence/statements';
const INPUTS = 'evidence/inputs';

export interface StoredStatement {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly statement: Statement;
}

export interface StoreFault {
  readonly path: string;
  readonly message: string;
}

export interface Added {
  /** `replaced`: the run was known, and its results map to other records now; the earlier statement stays and counts no more. */
  readonly state: 'added' | 'present' | 'replaced';
  /** Path of the statement. */
  readonly path: string;
}

export class EvidenceStore {
  readonly #project: string;
  #byRun: Map<string, StoredStatement[]> | undefined;

  /** @param project folder of the project */
  constructor(project: string) {
    this.#project = project;
  }

  /**
   * Writes the original, then the inputs, then the statement, so that a statement never names what is not there.
   * @throws StoreError
   */
  add(report: Report, original: ReportBytes, run: Omit<RunContext, 'inputs'>, inputs: Inputs | null): Added {
    const listed = inputs && inputsText(inputs);
    const fresh = statementOf(report, { ...run, inputs: listed === null ? null : sha256Of(listed) });
    const before = this.#earlier(fresh);
    const statement = before ? replacing(before, fresh) : fresh;
    if (before && saysTheSame(before.statement, statement)) return { state: 'present', path: before.path };
    this.#keepBytes();
    this.#write(REPORTS, `${report.sha256}.${report.ending}`, report.sha256, () => original.chunks());
    if (listed !== null) this.#writeText(INPUTS, listed);
    const text = statementText(statement);
    this.#writeText(STATEMENTS, text);
    const stored = { path: `${STATEMENTS}/${sha256Of(text)}.json`, sha256: sha256Of(text), statement };
    const others =
      this.#runs()
        .get(runKey(statement))
        ?.filter((one) => one !== before) ?? [];
    this.#runs().set(runKey(statement), [...others, stored]);
    return { state: before ? 'replaced' : 'added', path: stored.path };
  }

  /** @returns the statement that counts for this run so far */
  find(report: Report, run: Omit<RunContext, 'inputs'>): Statement | undefined {
    return this.#earlier(statementOf(report, { ...run, inputs: null }))?.statement;
  }

  /** Of several that it may complete the one of the same told time. */
  #earlier(fresh: Statement): StoredStatement | undefined {
    const time = fresh.predicate.told?.ranAt;
    const ofRun = (this.#runs().get(runKey(fresh)) ?? []).filter(({ statement }) => isSameRun(statement, fresh));
    return ofRun.find(({ statement }) => statement.predicate.told?.ranAt === time) ?? ofRun.at(-1);
  }

  #runs(): Map<string, StoredStatement[]> {
    if (this.#byRun) return this.#byRun;
    this.#byRun = new Map();
    for (const stored of standingStatements(this.statements().statements)) {
      const key = runKey(stored.statement);
      this.#byRun.set(key, [...(this.#byRun.get(key) ?? []), stored]);
    }
    return this.#byRun;
  }

  /** So that Git turns no line endings: what was turned fits its hash no more. */
  #keepBytes(): void {
    if (!this.#isThere(ATTRIBUTES))
      writeOnce(ownFolder(this.#project, EVIDENCE_FOLDER), ATTRIBUTES, [Buffer.from('* -text\n')]);
  }

  #isThere(name: string): boolean {
    return lstatSync(join(this.#project, EVIDENCE_FOLDER, name), { throwIfNoEntry: false }) !== undefined;
  }

  #writeText(folder: string, text: string): void {
    const sha256 = sha256Of(text);
    this.#write(folder, `${sha256}.json`, sha256, () => [Buffer.from(text)]);
  }

  #write(folder: string, name: string, sha256: string, chunks: () => Iterable<Uint8Array>): void {
    const path = `${folder}/${name}`;
    try {
      const real = ownFolder(this.#project, folder);
      const hash = createHash('sha256');
      const isNew = writeOnce(real, name, checked(chunks(), hash, sha256, path));
      if (!isNew && hashOf(join(real, name)) !== sha256) {
        throw new StoreError(path, 'The file is there and its content does not fit its name; it was left as it is.');
      }
    } catch (error) {
      if (error instanceof StoreError || !hasCode(error)) throw error;
      throw new StoreError(path, `It cannot be written (${error.code}).`, error);
    }
  }

  /** Statements in order of their hash, and what stands beside them and is none. */
  statements(): { readonly statements: readonly StoredStatement[]; readonly faults: readonly StoreFault[] } {
    const statements: StoredStatement[] = [];
    const faults: StoreFault[] = [];
    for (const name of this.#names(STATEMENTS)) {
      const path = `${STATEMENTS}/${name}`;
      const statement = this.#readText(path);
      const read = statement === undefined ? undefined : readStatement(statement);
      if (read && statement !== undefined) statements.push({ path, sha256: sha256Of(statement), statement: read });
      else faults.push({ path, message: 'This is no evidence statement that can be read.' });
    }
    return { statements, faults };
  }

  /** @returns `null` if the statement names none, or they cannot be read */
  inputsOf(statement: Statement): Inputs | null {
    const { inputs } = statement.predicate;
    if (inputs === null || !/^[0-9a-f]{64}$/.test(inputs)) return null;
    const text = this.#readText(`${INPUTS}/${inputs}.json`);
    return text !== undefined && sha256Of(text) === inputs ? (readInputs(text) ?? null) : null;
  }

  /** @returns the original that a statement speaks of; `undefined` where it is not there */
  reportOf({ predicate }: Statement): ReportBytes | undefined {
    const name = this.#names(REPORTS).find((one) => one.startsWith(`${predicate.report.sha256}.`));
    if (name === undefined || !lstatSync(join(this.#project, REPORTS, name)).isFile()) return undefined;
    return { ...fileBytes(join(this.#project, REPORTS, name)), name: predicate.report.name };
  }

  // @implements SRS-804
  /** Hashes everything again, and says what was changed, taken away or added beside the tool. */
  verify(): { readonly checked: number; readonly faults: readonly StoreFault[] } {
    const { statements, faults } = this.statements();
    const found = [...faults];
    const files = new Map<string, string>();
    for (const folder of [REPORTS, STATEMENTS, INPUTS]) {
      for (const name of this.#names(folder)) found.push(...this.#verifyFile(`${folder}/${name}`, files));
    }
    const there = new Set([...files].map(([file, hash]) => `${file.slice(0, file.lastIndexOf('/'))} ${hash}`));
    for (const { path, statement } of statements) found.push(...missingParts(path, statement, there));
    found.push(...withoutStatement(statements, files));
    return { checked: files.size, faults: found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) };
  }

  #verifyFile(path: string, files: Map<string, string>): readonly StoreFault[] {
    const name = /\/([0-9a-f]{64})\.[a-z]{1,8}$/.exec(path)?.[1];
    if (name === undefined) return [{ path, message: 'Its name is no SHA-256: it was not put here by the tool.' }];
    try {
      if (!lstatSync(join(this.#project, path)).isFile()) return [{ path, message: 'This is no ordinary file.' }];
      const hash = hashOf(join(this.#project, path));
      files.set(path, name);
      return hash === name ? [] : [{ path, message: `The content was changed: its SHA-256 is ${hash}.` }];
    } catch (error) {
      if (!hasCode(error)) throw error;
      return [{ path, message: `It cannot be read (${error.code}).` }];
    }
  }

  #readText(path: string): string | undefined {
    try {
      if (!lstatSync(join(this.#project, path)).isFile()) return undefined;
      return readFileSync(join(this.#project, path), 'utf8');
    } catch (error) {
      if (hasCode(error)) return undefined;
      throw error;
    }
  }

  #names(folder: string): readonly string[] {
    try {
      // Links are not followed: what lies elsewhere is no evidence of this project.
      const isOwn = [EVIDENCE_FOLDER, folder].every((one) => lstatSync(join(this.#project, one)).isDirectory());
      // What a writer that was killed left behind was never part of the evidence.
      const names = isOwn ? readdirSync(join(this.#project, folder)) : [];
      return names.filter((name) => !name.startsWith('.')).toSorted();
    } catch (error) {
      if (hasCode(error) && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}

function saysTheSame(a: Statement, b: Statement): boolean {
  const mappingOf = ({ predicate }: Statement): string =>
    canonicalJson([
      predicate.records,
      predicate.unmapped,
      predicate.unknownIds,
      predicate.tool,
      predicate.told ?? null,
    ]);
  return mappingOf(a) === mappingOf(b);
}

/** What records said when the run was first added holds on: it did not run for what they say today. */
function replacing(before: StoredStatement, { predicate, ...rest }: Statement): Statement {
  const { contents, tagged, told } = before.statement.predicate;
  return {
    ...rest,
    predicate: {
      ...predicate,
      tool: predicate.tool ?? before.statement.predicate.tool,
      ...(told && { told: toldTogether(told, predicate.told ?? NOTHING_TOLD) }),
      ...((predicate.contents ?? contents) && { contents: { ...predicate.contents, ...contents } }),
      ...((predicate.tagged ?? tagged) && { tagged: { ...predicate.tagged, ...tagged } }),
      supersedes: before.sha256,
    },
  };
}

/** What is stored must be what was read, even if somebody writes to the file meanwhile. */
function* checked(
  chunks: Iterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  sha256: string,
  path: string,
): Generator<Uint8Array> {
  for (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new StoreError(path, 'The report changed while it was read. Add it again.');
}

function hashOf(path: string): string {
  const hash = createHash('sha256');
  for (const chunk of fileBytes(path).chunks()) hash.update(chunk);
  return hash.digest('hex');
}

function missingParts(path: string, { predicate }: Statement, there: ReadonlySet<string>): readonly StoreFault[] {
  const faults: StoreFault[] = [];
  if (!there.has(`${REPORTS} ${predicate.report.sha256}`)) {
    faults.push({ path, message: `Its report ${predicate.report.sha256} is not there.` });
  }
  if (predicate.inputs !== null && !there.has(`${INPUTS} ${predicate.inputs}`)) {
    faults.push({ path, message: `Its list of inputs ${predicate.inputs} is not there.` });
  }
  return faults;
}

/** A statement that was taken away leaves its report behind. */
function withoutStatement(
  statements: readonly StoredStatement[],
  files: ReadonlyMap<string, string>,
): readonly StoreFault[] {
  const named = new Set(statements.map(({ statement }) => statement.predicate.report.sha256));
  return [...files]
    .filter(([path, sha256]) => path.startsWith(`${REPORTS}/`) && !named.has(sha256))
    .map(([path]) => ({
      path,
      message: 'No statement names this report: one was taken away, or adding was cut short.',
    }));
}

function hasCode(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
