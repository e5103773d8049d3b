/** Imports models of the fixtures and puts what came of them into a fresh project, as a user would. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessProject, openProject, type Project } from '../../src/compile/index.js';
import {
  importModel,
  recordFiles,
  type ImportedModel,
  type ImportOptions,
  type RecordDraft,
} from '../../src/exchange/index.js';
import { shippedPacks } from '../../src/packs/index.js';
import { memoryTree } from '../../src/project/index.js';
import { readRecords } from '../../src/records/index.js';
import { traceRecords, type Trace } from '../../src/trace/index.js';

export const FIXTURES = path.join(import.meta.dirname, '../fixtures/exchange');
const packs = shippedPacks();
const SETTINGS = `medward: 1
device: { name: Imported, version: 1.0.0 }
profile: { exposure: [public-network] }
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021, fda-premarket@2026]
`;

export function importFixture(file: string, options: Partial<ImportOptions> = {}): ImportedModel {
  const full = path.join(FIXTURES, file);
  const include = (inner: string): Uint8Array | string => {
    const beside = path.join(path.dirname(full), inner);
    return existsSync(beside) ? readFileSync(beside) : 'There is no such file.';
  };
  return importModel(
    { name: path.basename(file), bytes: readFileSync(full) },
    { taken: new Set(), include, ...options },
  );
}

export function importText(name: string, text: string, options: Partial<ImportOptions> = {}): ImportedModel {
  return importModel({ name, bytes: Buffer.from(text) }, { taken: new Set(), ...options });
}

export function projectWith(records: readonly RecordDraft[], more: ReadonlyMap<string, string> = new Map()): Project {
  const files = recordFiles(records, 'a test').map(({ name, text }) => [`records/imported/${name}`, text] as const);
  return openProject(memoryTree(new Map([['medward.yaml', SETTINGS], ...files, ...more])), { packs });
}

/** The graph alone, as every run reads it; weaknesses and references are taken as they are. */
export function traceWith(records: readonly RecordDraft[]): Trace {
  const sources = recordFiles(records, 'a test').map(({ name, text }) => ({ path: `records/${name}`, text }));
  const reading = readRecords(sources, { prefixes: new Map() });
  const isForeign = (target: string): boolean => target === '@weakness' || target === '@reference';
  return traceRecords(reading, { tags: [], external: [], isForeign, prefixes: new Map() }).trace;
}

/** Gaps that an import may not bring along: they would be of our own making. */
const OWN_FAULTS = new Set([
  'unknown-field',
  'unknown-kind',
  'wrong-type',
  'empty-value',
  'dangling-link',
  'link-to-wrong-kind',
  'link-not-allowed',
  'too-many-links',
  'circular-link',
  'malformed-id',
  'duplicate-id',
]);

/** @returns gaps of those rules, and bytes that could not be read */
export function ownFaults(records: readonly RecordDraft[]): readonly string[] {
  const project = projectWith(records);
  const { gaps, problems } = assessProject(project, '2026-11-24');
  const faults = gaps.filter((gap) => OWN_FAULTS.has(gap.rule)).map((gap) => gap.key);
  return [...faults, ...problems.map((problem) => problem.message), ...project.problems.map((one) => one.message)];
}

export function counts(records: readonly RecordDraft[]): Readonly<Record<string, number>> {
  const kinds = records.map((record) => record.kind);
  return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]));
}
