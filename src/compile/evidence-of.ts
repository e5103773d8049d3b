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
import { readRecords, type AnyRecord, type Reading } from '../records/index.js';
import { once } from '../shapes/index.js';

export interface ProjectEvidence {
  readonly evidence: Evidence;
  readonly stored: StoredEvidence;
}

export interface EvidenceOptions {
  readonly tree: FileTree;
  readonly settings: Settings;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly reading: Reading;
  /** Absent where Git is not asked, such as for a tree in memory. */
  readonly versions: Versions | undefined;
}

export function evidenceOf(options: EvidenceOptions): ProjectEvidence {
  const { tree, settings, versions, reading } = options;
  const stored = readEvidence(tree);
  const present = once(() => presentFiles(settings, reading, versions));
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
      isCode: codeTest(settings),
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
  const isCode = codeTest({ code });
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

function codeTest({ code }: Pick<Settings, 'code'>): (path: string) => boolean {
  return pathTest(patternsOf(code)) ?? ((): boolean => false);
}

/**
 * Tracked files as they lie there now, and new files that settings or items count as code: these were never committed, so
 * nobody can tell them apart from what was tested.
 */
function presentFiles(settings: Settings, reading: Reading, versions: Versions | undefined): FileIds | undefined {
  const tracked = versions?.present();
  if (!versions || !tracked) return undefined;
  const untracked = versions.untracked();
  if (untracked.length === 0) return tracked;
  // Each for itself: what one item leaves out another may count.
  const named = [
    patternsOf(settings.code),
    ...settings.software.map(({ build }) => build ?? []),
    ...codeOfItems(reading),
  ];
  const tests = named.flatMap((patterns) => pathTest(patterns) ?? []);
  const fresh = untracked.filter((path) => tests.some((isNamed) => isNamed(path)));
  return fresh.length === 0 ? tracked : new Map([...tracked, ...fresh.map((path) => [path, null] as const)]);
}

function codeOfItems({ records }: Reading): readonly (readonly string[])[] {
  return records.flatMap((record) => (record.kind === 'item' && record.fields.code ? [record.fields.code] : []));
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
