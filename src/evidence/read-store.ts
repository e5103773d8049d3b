/** Reads the evidence of a project from its files: what does not fit the hash that is its name counts for nothing. */
import { readInputs, type Inputs } from './inputs.js';
import { readStatement } from './read-statement.js';
import { standingStatements } from './standing.js';
import { sha256Of } from './statement.js';
import { EVIDENCE_FOLDER, type StoredStatement, type StoreFault } from './store.js';

/** What is needed of a project's files. */
export interface StoreFiles {
  list(): readonly { readonly path: string }[];
  readBytes(path: string): { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false };
}

export interface StoredEvidence {
  /** In order of their paths; those that a later one replaces are left out. */
  readonly statements: readonly StoredStatement[];
  readonly faults: readonly StoreFault[];
  /** @returns `undefined` where the statement names none, or where they were touched or lost */
  inputsOf(statement: string | null): Inputs | undefined;
}

const STATEMENT = new RegExp(`^${EVIDENCE_FOLDER}/statements/([0-9a-f]{64})\\.json$`);

/** An original is only looked for here: to hash it again is the work of `medward evidence verify`. */
export function readEvidence(files: StoreFiles): StoredEvidence {
  const paths = files.list().flatMap(({ path }) => (path.startsWith(`${EVIDENCE_FOLDER}/`) ? [path] : []));
  const reports = reportsAmong(paths);
  const statements: StoredStatement[] = [];
  const faults: StoreFault[] = [];
  for (const path of paths) {
    const sha256 = STATEMENT.exec(path)?.[1];
    if (sha256 === undefined) continue;
    const read = readOne(path, sha256, reports, files);
    if ('message' in read) faults.push(read);
    else statements.push(read);
  }
  // One that was changed is told once, not by its report too.
  if (faults.length === 0) faults.push(...withoutStatement(reports, statements));
  return { statements: standingStatements(statements), faults, inputsOf: inputsReader(files) };
}

/** SHA-256 → path. */
function reportsAmong(paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    paths.flatMap((path) => {
      const sha256 = /\/reports\/([0-9a-f]{64})\.[a-z]{1,8}$/.exec(path)?.[1];
      return sha256 === undefined ? [] : [[sha256, path] as const];
    }),
  );
}

/** Who takes away the statement of a failure leaves its report behind, or has to take away both. */
function withoutStatement(
  reports: ReadonlyMap<string, string>,
  statements: readonly StoredStatement[],
): readonly StoreFault[] {
  const named = new Set(statements.map(({ statement }) => statement.predicate.report.sha256));
  const message = 'No statement names this report: one was taken away, or adding was cut short.';
  return [...reports].flatMap(([sha256, path]) => (named.has(sha256) ? [] : [{ path, message }]));
}

function readOne(
  path: string,
  sha256: string,
  reports: ReadonlyMap<string, string>,
  files: StoreFiles,
): StoredStatement | StoreFault {
  const read = files.readBytes(path);
  if (!read.ok) return { path, message: 'The evidence statement cannot be read.' };
  const text = storedText(read.bytes, sha256);
  if (text === undefined) {
    return { path, message: 'The evidence statement was changed: its content does not fit the hash in its name.' };
  }
  const statement = readStatement(text);
  if (!statement) return { path, message: 'This is no evidence statement that can be read.' };
  if (!reports.has(statement.predicate.report.sha256)) {
    return { path, message: `The report that it speaks of is gone: ${statement.predicate.report.sha256}.` };
  }
  return { path, sha256, statement };
}

/** Lists that are kept at once: of a large project each takes a megabyte. */
const MOST_LISTS = 64;

function inputsReader(files: StoreFiles): StoredEvidence['inputsOf'] {
  const known = new Map<string, Inputs | undefined>();
  return (sha256) => {
    if (sha256 === null || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    const list = known.has(sha256) ? known.get(sha256) : readList(sha256, files);
    // What was asked last stays longest.
    known.delete(sha256);
    known.set(sha256, list);
    const [oldest] = known.keys();
    if (known.size > MOST_LISTS && oldest !== undefined) known.delete(oldest);
    return list;
  };
}

function readList(sha256: string, files: StoreFiles): Inputs | undefined {
  const read = files.readBytes(`${EVIDENCE_FOLDER}/inputs/${sha256}.json`);
  const text = read.ok ? storedText(read.bytes, sha256) : undefined;
  return text === undefined ? undefined : readInputs(text);
}

/** What was stored under a hash; Git on Windows may have changed the line ends, of which none stands inside a statement. */
function storedText(bytes: Uint8Array, sha256: string): string | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  if (sha256Of(bytes) === sha256) return text;
  const plain = text.replaceAll('\r\n', '\n');
  return sha256Of(plain) === sha256 ? plain : undefined;
}
