/** What a project's evidence says and how its content compares with today's, as the assessment needs it. */
import { createHash } from 'node:crypto';
import { contentHash, type Assurance, type Evidence, type FileIds } from '../assess/index.js';
import {
  bytesInMemory,
  EVIDENCE_FOLDER,
  projectAssurance,
  readEvidence,
  readReport,
  testResults,
  type StoredEvidence,
} from '../evidence/index.js';
import { pathTest, SETTINGS_FILE, type FileTree, type Settings, type Versions } from '../project/index.js';
import { readRecords, type AnyRecord } from '../records/index.js';

export interface ProjectEvidence {
  readonly evidence: Evidence;
  readonly stored: StoredEvidence;
}

export interface EvidenceOptions {
  readonly tree: FileTree;
  readonly settings: Settings;
  readonly prefixes: ReadonlyMap<string, string>;
  /** Absent where Git is not asked, such as for a tree in memory. */
  readonly versions: Versions | undefined;
}

export function evidenceOf(options: EvidenceOptions): ProjectEvidence {
  const { tree, settings, versions } = options;
  const stored = readEvidence(tree);
  const present = once(() => presentFiles(settings, versions));
  // Signatures are checked once somebody asks who vouches for something.
  const assurance = once(() => projectAssurance(stored.statements, tree));
  const byPath = new Map(stored.statements.map((one) => [one.path, one]));
  const levelOf = (path: string): Assurance => {
    const statement = byPath.get(path);
    return statement ? assurance().of(statement).level : 'claimed';
  };
  return {
    stored,
    evidence: {
      results: testResults(stored.statements),
      statements: stored.statements,
      touched: stored.faults.map(({ path }) => path),
      assuranceOf: (path) => levelOf(path),
      inputs: (hash) => stored.inputsOf(hash),
      present,
      at: (commit) => versions?.at(commit),
      before: (commit) => versions?.before(commit),
      knows: (commit) => versions?.knows(commit) ?? 'unknown',
      contentAt: contentReader(options),
      coverageIn: coverageReader(tree),
      isBuildInput: buildInputTest(settings),
      pathTest: remembered(pathTest),
    },
  };
}

type PathTest = typeof pathTest;

/** Many tests name the same patterns, and each is compiled to a regular expression. */
function remembered(make: PathTest): PathTest {
  const known = new Map<string, ReturnType<PathTest>>();
  return (patterns) => {
    const key = JSON.stringify(patterns);
    if (!known.has(key)) known.set(key, make(patterns));
    return known.get(key);
  };
}

/**
 * Documents are made of the records, records and evidence are compared by their own hashes, and how results map to
 * records changes nothing of what ran. Code among them is code.
 */
function buildInputTest({ records, mapping, code }: Settings): (path: string) => boolean {
  const never = [SETTINGS_FILE, ...mapping, EVIDENCE_FOLDER];
  const folders = [...records, 'documents'];
  const isCode = pathTest(patternsOf(code)) ?? ((): boolean => false);
  return (path) =>
    !isWithin(path, never) && (!isWithin(path, folders) || (isCode(path) && !RECORD_OR_DOCUMENT.test(path)));
}

const RECORD_OR_DOCUMENT = /\.(?:ya?ml|md|json|csv|html?|docx|pdf)$/i;

function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

function patternsOf(code: Settings['code']): readonly string[] {
  return code.map(({ path, leavesOut }) => `${leavesOut ? '!' : ''}${path}`);
}

/**
 * Tracked files as they lie there now, and new files that the settings count as code: these were never committed, so
 * nobody can tell them apart from what was tested.
 */
function presentFiles({ code, software }: Settings, versions: Versions | undefined): FileIds | undefined {
  const tracked = versions?.present();
  if (!versions || !tracked) return undefined;
  const patterns = [...patternsOf(code), ...software.flatMap(({ build }) => build ?? [])];
  const isCode = pathTest(patterns);
  const fresh = isCode ? versions.untracked().filter(isCode) : [];
  return fresh.length === 0 ? tracked : new Map([...tracked, ...fresh.map((path) => [path, null] as const)]);
}

/** The statement holds the sums; of single files only the report tells, and only if it is what was stored. */
function coverageReader(tree: FileTree): Evidence['coverageIn'] {
  return ({ statement: { predicate } }) => {
    const { sha256, name, format } = predicate.report;
    const entry = tree.list().find(({ path }) => path.startsWith(`${EVIDENCE_FOLDER}/reports/${sha256}.`));
    const read = entry && tree.readBytes(entry.path);
    if (!read?.ok || createHash('sha256').update(read.bytes).digest('hex') !== sha256) return undefined;
    return readReport(bytesInMemory(name, read.bytes), { format, keep: 0 }).coverage?.files;
  };
}

/** Reads the record's file as it was at a commit: a record that moved to another file since is not found there. */
function contentReader({ versions, prefixes }: EvidenceOptions): Evidence['contentAt'] {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (record: AnyRecord, commit: string) => {
    const { path } = record.spot.source;
    const key = `${commit} ${path}`;
    const hashes = known.get(key) ?? hashesIn(path, versions?.textAt(commit, path), prefixes);
    known.set(key, hashes);
    return hashes.get(record.id);
  };
}

function hashesIn(
  path: string,
  text: string | undefined,
  prefixes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  const { records } = readRecords([{ path, text }], { prefixes });
  return new Map(records.map((record) => [record.id, contentHash(record)]));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
