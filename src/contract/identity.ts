/** How every output begins: which program, packs, project, input and day it speaks of. */
import type { PackSet } from '../packs/index.js';
import { array, integer, nullable, object, oneOf, text, type Schema } from './schema.js';

export interface Identity {
  readonly schema: string;
  readonly tool: { readonly version: string; readonly packs: Readonly<Record<string, string>> };
  readonly project: {
    readonly name: string;
    readonly version: string;
    readonly commit: string | null;
    readonly dirty: boolean;
    readonly input: string;
  };
  readonly date: string;
}

export interface Subject {
  readonly toolVersion: string;
  readonly packs: PackSet;
  readonly name: string;
  readonly version: string;
  readonly commit: string | null;
  readonly dirty: boolean;
  readonly digest: string;
  readonly date: string;
}

/** What an output speaks of: the parts of a project that name it, on a day. */
export function subjectOf(project: NamedProject, date: string, toolVersion: string): Subject {
  const { device, source } = project.settings;
  return {
    toolVersion,
    packs: project.packs,
    name: device.name ?? source.path,
    version: device.version ?? '',
    commit: project.git.commit,
    dirty: project.git.dirty,
    digest: project.digest,
    date,
  };
}

/** As much of an opened project as an output needs to name it. */
export interface NamedProject {
  readonly settings: {
    readonly device: { readonly name?: string | undefined; readonly version?: string | undefined };
    readonly source: { readonly path: string };
  };
  readonly packs: PackSet;
  readonly git: { readonly commit: string | null; readonly dirty: boolean };
  readonly digest: string;
}

// @implements SRS-704
/** @param output name of the output, such as `check`; the number behind it rises when a key is renamed or dropped */
export function identityOf(output: string, subject: Subject): Identity {
  const packs = subject.packs.packs.map((pack) => [`${pack.pack}@${pack.edition}`, pack.digest] as const);
  return {
    schema: `medward/${output}/1`,
    tool: { version: subject.toolVersion, packs: Object.fromEntries(packs.toSorted(([a], [b]) => (a < b ? -1 : 1))) },
    project: {
      name: subject.name,
      version: subject.version,
      commit: subject.commit,
      dirty: subject.dirty,
      input: subject.digest,
    },
    date: subject.date,
  };
}

// @implements SRS-703
export function withIdentity(output: string, properties: Readonly<Record<string, Schema>>): Schema {
  const identity = {
    schema: { const: `medward/${output}/1` },
    tool: object({ version: text, packs: { type: 'object', additionalProperties: text } }),
    project: object({ name: text, version: text, commit: nullable(text), dirty: { type: 'boolean' }, input: text }),
    date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Output of medward ${output}`,
    ...object({ ...identity, ...properties }),
  };
}

export const place = { file: text, line: integer, column: integer };
export const problems = array(object({ ...place, message: text }));
export const severity = oneOf('error', 'warning', 'hint');
