/**
 * What a result depends on, by the level of its test: the files and records that must be unchanged for it to count.
 * Source: the catalogue's table of currency; a part that is not known widens to all build inputs, never to nothing.
 */
import type { AnyRecord, RecordOf } from '../../records/index.js';
import { isOwnSoftware, type Trace } from '../../trace/index.js';
import { systemsOf } from '../3-class.js';
import { isBuildDefinition } from './build-definitions.js';
import type { Evidence } from './evidence.js';

export interface Dependencies {
  /** `system`: every build input of the software system. */
  readonly reach: 'unit' | 'integration' | 'system';
  /** The same for tests that depend on the same files. */
  readonly key: string;
  isIn(path: string): boolean;
  /** Why nobody can tell whether these are all files that matter; then none of them being changed proves nothing. */
  readonly unknown?: string | undefined;
  /** Those of the files that say by a tag that they belong to it: a file that changes may lose its tag. */
  readonly tagged: readonly string[];
  /** The test and what it verifies. */
  readonly records: readonly AnyRecord[];
}

/** @param whole ask for every build input, whatever the level: a criterion may want more than the test's own level */
export function dependenciesOf(test: RecordOf<'test'>, trace: Trace, evidence: Evidence, whole = false): Dependencies {
  const verified = trace.linked(test, 'verifies');
  const records = [test, ...verified];
  const own = unique(records.flatMap((record) => taggedFiles(record, 'verified-by', trace)));
  const { level } = test.fields;
  const isPart = !whole && (level === 'unit' || level === 'integration');
  const parts = isPart ? partsOf(verified, trace, evidence) : undefined;
  const narrow = parts && fileSetOf(parts, evidence);
  const set = narrow ?? buildInputs(systemsOf(test, trace), trace, evidence);
  return {
    reach: narrow && level !== undefined ? (level as 'unit' | 'integration') : 'system',
    key: JSON.stringify([set.key, own]),
    isIn: (path) => set.isIn(path) || own.includes(path),
    unknown: set.unknown,
    tagged: unique([...own, ...(narrow && parts ? parts.files : [])]),
    records,
  };
}

/** The files of an item, or of what a record is about; all build inputs where nobody says which. */
export function filesOf(record: AnyRecord, trace: Trace, evidence: Evidence): FileSet {
  const parts = partsOfRecord(record, { trace, evidence }, 0);
  const narrow = isSome(parts) ? fileSetOf(parts, evidence) : undefined;
  return narrow ?? buildInputs(systemsOf(record, trace), trace, evidence);
}

/** Every build input of every software system. */
export function allBuildInputs(trace: Trace, evidence: Evidence): FileSet {
  return buildInputs([], trace, evidence);
}

/** Every build input of one software system. */
export function inputsOfSystem(system: RecordOf<'item'>, trace: Trace, evidence: Evidence): FileSet {
  return buildInputsOf(system, trace, evidence);
}

/** Files that records name, as patterns and by tags in the files themselves. */
interface Parts {
  readonly patterns: readonly string[];
  readonly files: readonly string[];
}

function fileSetOf({ patterns, files }: Parts, evidence: Evidence): FileSet | undefined {
  const isPart = patterns.length > 0 ? evidence.pathTest(patterns) : () => false;
  const named = new Set(files);
  return (
    isPart && {
      key: JSON.stringify([patterns, files]),
      isIn: (path) => isPart(path) || named.has(path) || isBuildDefinition(path),
    }
  );
}

interface Ground {
  readonly trace: Trace;
  readonly evidence: Evidence;
}

/** @returns `undefined` unless every verified record leads to files */
function partsOf(verified: readonly AnyRecord[], trace: Trace, evidence: Evidence): Parts | undefined {
  const each = verified.map((record) => partsOfRecord(record, { trace, evidence }, 0));
  return each.length > 0 && each.every(isSome) ? joined(each) : undefined;
}

const MAX_DEPTH = 32;

/** By which links a record of a kind leads to the items that make it true. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  requirement: ['allocated-to'],
  design: ['of'],
  interface: ['item'],
  flow: ['from', 'to'],
};

/** Nothing, if one of the ends leads to no file: a part must not stand for the whole. */
function partsOfRecord(record: AnyRecord, ground: Ground, depth: number): Parts {
  if (record.kind === 'item') return partsOfItem(record, ground, depth);
  const each = (WAYS[record.kind] ?? [])
    .flatMap((name) => ground.trace.linked(record, name))
    .map((end) => partsOfRecord(end, ground, depth + 1));
  const own = { patterns: [], files: taggedFiles(record, 'implemented-by', ground.trace) };
  return depth <= MAX_DEPTH && each.every(isSome) ? joined([...each, own]) : NOTHING;
}

/** Its own files and those of the items in it; one without files lies in those of the item around it, if that names any. */
function partsOfItem(item: RecordOf<'item'>, ground: Ground, depth: number): Parts {
  const patterns = item.fields.code ?? [];
  if (depth > MAX_DEPTH || !patterns.every((pattern) => isOfFiles(pattern, ground.evidence))) return NOTHING;
  const inner = ground.trace.linkedOf(item, 'parts', 'item');
  const each = inner.map((part) => ({ part, parts: partsOfItem(part, ground, depth + 1) }));
  const isWhole = each.every(
    ({ part, parts }) => isSome(parts) || !isOwnSoftware(part) || (patterns.length > 0 && !part.fields.code),
  );
  return isWhole ? joined([{ patterns, files: [] }, ...each.map(({ parts }) => parts)]) : NOTHING;
}

const NOTHING: Parts = { patterns: [], files: [] };

function isSome({ patterns, files }: Parts): boolean {
  return patterns.length + files.length > 0;
}

function joined(parts: readonly Parts[]): Parts {
  return {
    patterns: unique(parts.flatMap(({ patterns }) => patterns)),
    files: unique(parts.flatMap(({ files }) => files)),
  };
}

const matched = new WeakMap<Evidence, Map<string, boolean>>();

/** A pattern that fits no file is a slip: what it was to name is not known. Without Git nothing is current anyway. */
function isOfFiles(pattern: string, evidence: Evidence): boolean {
  const known = matched.get(evidence) ?? new Map<string, boolean>();
  matched.set(evidence, known);
  const fits = known.get(pattern) ?? fitsSome(pattern, evidence);
  known.set(pattern, fits);
  return fits;
}

function fitsSome(pattern: string, evidence: Evidence): boolean {
  const present = evidence.present();
  if (pattern.startsWith('!') || !present) return true;
  const fits = evidence.pathTest([pattern]);
  return fits !== undefined && [...present.keys()].some(fits);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

function taggedFiles(record: AnyRecord, name: string, trace: Trace): readonly string[] {
  return trace.ends(record, name).flatMap((end) => (end.kind === '@file' ? [end.path] : []));
}

export type FileSet = Pick<Dependencies, 'key' | 'isIn' | 'unknown'>;

/** Those of the systems that the test is about; a test of no system is about all. */
function buildInputs(systems: readonly string[], trace: Trace, evidence: Evidence): FileSet {
  const all = trace.all('item').filter((item) => item.fields.granularity === 'system');
  const about = systems.length > 0 ? all.filter((system) => systems.includes(system.id)) : all;
  const sets = about.map((system) => buildInputsOf(system, trace, evidence));
  if (sets.length === 0)
    return unnamedInputs(
      '',
      trace.all('item').flatMap(({ fields }) => fields.code ?? []),
      evidence,
    );
  return {
    key: sets.map((set) => set.key).join('\n'),
    isIn: (path) => sets.some((set) => set.isIn(path)),
    unknown: sets.find((set) => set.unknown !== undefined)?.unknown,
  };
}

const knownInputs = new WeakMap<Trace, { readonly evidence: Evidence; readonly sets: Map<string, FileSet> }>();

/** Found once for each system: thousands of tests ask for the same. */
function buildInputsOf(system: RecordOf<'item'>, trace: Trace, evidence: Evidence): FileSet {
  const before = knownInputs.get(trace);
  const known = before?.evidence === evidence ? before : { evidence, sets: new Map<string, FileSet>() };
  knownInputs.set(trace, known);
  const set = known.sets.get(system.id) ?? readBuildInputs(system, trace, evidence);
  known.sets.set(system.id, set);
  return set;
}

/** What the system names, and the code of its items: what an item is made of takes part in the build, named or not. */
function readBuildInputs(system: RecordOf<'item'>, trace: Trace, evidence: Evidence): FileSet {
  const code = codeOfSystem(system, trace);
  const named = system.fields.build;
  if (!named) return unnamedInputs(` of ${system.id}`, code, evidence);
  const all = unique([...named, ...code]);
  const isNamed = evidence.pathTest(all);
  if (!isNamed) return { key: `*${system.id}`, isIn: (path) => evidence.isBuildInput(path), unknown: unusable(system) };
  const slip = named.find((pattern) => !isOfFiles(pattern, evidence));
  const unknown =
    slip === undefined ? undefined : `\`build:\` of ${system.id} names \`${slip}\`, which fits no tracked file`;
  return { key: JSON.stringify([all, unknown]), isIn: isNamed, unknown };
}

function unusable({ id }: RecordOf<'item'>): string {
  return `a pattern under \`build:\` of ${id}, or under \`code:\` of its items, leads out of the project or has too many wildcards`;
}

// @implements SRS-528
/**
 * Every tracked file but records, evidence and documents. Where none of them is known for code, the code lies elsewhere: above
 * the folder of the project, or in another repository.
 */
function unnamedInputs(of: string, code: readonly string[], evidence: Evidence): FileSet {
  const isIn = (path: string): boolean => evidence.isBuildInput(path);
  const isOfItem = evidence.pathTest(code) ?? ((): boolean => false);
  const present = [...(evidence.present()?.keys() ?? [])];
  const isKnown =
    present.length === 0 || present.some((path) => isIn(path) && (evidence.isCode(path) || isOfItem(path)));
  if (isKnown) return { key: '*', isIn };
  const unknown = `no file of the code${of} is known: name it under \`code:\` or \`build:\` in medward.yaml, which has to stand in a folder around the code`;
  return { key: `* ${of}`, isIn, unknown };
}

const knownCode = new WeakMap<Trace, ReadonlyMap<string, readonly string[]>>();

function codeOfSystem(system: RecordOf<'item'>, trace: Trace): readonly string[] {
  const known = knownCode.get(trace) ?? codeBySystem(trace);
  knownCode.set(trace, known);
  return known.get(system.id) ?? [];
}

function codeBySystem(trace: Trace): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const item of trace.all('item')) {
    const { code = [] } = item.fields;
    for (const system of code.length > 0 ? systemsOf(item, trace) : []) {
      const list = found.get(system);
      if (list) for (const pattern of code) list.push(pattern);
      else found.set(system, [...code]);
    }
  }
  return found;
}
