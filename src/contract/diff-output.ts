/** The output of `medward diff`: records, what their difference means, and what has to be looked at again (contract.md). */
import {
  CHANGE_SORTS,
  CONSEQUENCE_SORTS,
  DIRECTIONS,
  GROUPS,
  type Binding,
  type ChangedRecord,
  type Consequence,
  type Difference,
  type FieldChange,
  type ModelChange,
} from '../compare/index.js';
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

/** One of the two states. */
export interface StateOutput {
  /** As the user named it; `null` for the folder as it lies. */
  readonly named: string | null;
  /** The release record whose commit it is. */
  readonly release: string | null;
  readonly commit: string | null;
  /** The folder differs from its commit, or nobody knows. */
  readonly dirty: boolean;
  readonly version: string | null;
  /** Digest of what was read; `null` where the state is an approval, of which hashes alone are known. */
  readonly input: string | null;
}

export interface RecordOutput {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly change: 'added' | 'removed' | 'renamed' | 'changed';
}

export interface DiffOutput extends Identity {
  readonly base: StateOutput;
  readonly head: StateOutput;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly id: string; readonly from: string }[];
  /** `fields` are names, `values` the same with what they said, shortened. */
  readonly changed: readonly {
    readonly id: string;
    readonly fields: readonly string[];
    readonly values: readonly FieldChange[];
  }[];
  /** Of all ids above, what they are. */
  readonly records: readonly RecordOutput[];
  /** Nobody can tell what changed: read in one of the two states alone. */
  readonly unread: readonly string[];
  /** Kinds of which what is told as added or removed may only be unreadable in the other state. */
  readonly openKinds: readonly string[];
  /** Security, safety, device; worst first in each. */
  readonly model: readonly ModelChange[];
  readonly consequences: readonly Consequence[];
  readonly bindings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly holds: readonly string[];
    readonly void: readonly string[];
    readonly unknown: readonly string[];
  }[];
  /** `null` if nobody asked for a picture. */
  readonly drawing: { readonly file: string; readonly purpose: string } | null;
}

export interface DiffInput {
  readonly difference: Difference;
  readonly base: StateOutput;
  readonly head: StateOutput;
  readonly drawing: DiffOutput['drawing'];
}

/** @param subject of the later state */
export function diffOutput({ difference, base, head, drawing }: DiffInput, subject: Subject): DiffOutput {
  const { records, model, consequences, bindings } = difference;
  return {
    ...identityOf('diff', subject),
    base,
    head,
    added: records.added.map(({ id }) => id),
    removed: records.removed.map(({ id }) => id),
    renamed: records.renamed.map(({ record, from }) => ({ id: record.id, from })),
    changed: records.changed.map(changedOutput),
    records: recordsOutput(difference),
    unread: records.unread,
    openKinds: records.openKinds,
    model,
    consequences,
    bindings: bindings.map(bindingOutput),
    drawing,
  };
}

/** What an approval, review, statement or decision was given for, against what stands there now: by its hashes alone. */
export function bindingDiffOutput(binding: Binding, trace: Trace, head: StateOutput, subject: Subject): DiffOutput {
  const left = binding.void.map((id) => ({ id, record: trace.find(id) }));
  const present = left.flatMap(({ record }) => record ?? []);
  return {
    ...identityOf('diff', subject),
    base: { named: binding.record.id, release: null, commit: null, dirty: false, version: null, input: null },
    head,
    added: [],
    removed: left.flatMap(({ id, record }) => (record ? [] : [id])),
    renamed: [],
    changed: present.map(({ id }) => ({ id, fields: [], values: [] })),
    records: present.map((record) => recordOutput('changed', record)),
    unread: binding.unknown,
    openKinds: [],
    model: [],
    consequences: [],
    bindings: [bindingOutput(binding)],
    drawing: null,
  };
}

function changedOutput({ record, fields }: ChangedRecord): DiffOutput['changed'][number] {
  return { id: record.id, fields: fields.map(({ name }) => name), values: fields };
}

function recordsOutput({ records }: Difference): readonly RecordOutput[] {
  const renamed = new Set(records.renamed.map(({ record }) => record));
  const all = [
    ...records.added.map((record) => recordOutput('added', record)),
    ...records.removed.map((record) => recordOutput('removed', record)),
    ...records.renamed.map(({ record }) => recordOutput('renamed', record)),
    ...records.changed.flatMap(({ record }) => (renamed.has(record) ? [] : [recordOutput('changed', record)])),
  ];
  return all.toSorted((a, b) => compareText(a.id, b.id));
}

function recordOutput(change: RecordOutput['change'], { id, kind, fields }: AnyRecord): RecordOutput {
  return { id, kind, title: fields.title ?? null, change };
}

function bindingOutput({ record, ...groups }: Binding): DiffOutput['bindings'][number] {
  return { id: record.id, kind: record.kind, ...groups };
}

const state = object({
  named: nullable(text),
  release: nullable(text),
  commit: nullable(text),
  dirty: yesNo,
  version: nullable(text),
  input: nullable(text),
});

const values = array(object({ name: text, before: nullable(text), after: nullable(text) }));

export const diffSchema: Schema = withIdentity('diff', {
  base: state,
  head: state,
  added: array(text),
  removed: array(text),
  renamed: array(object({ id: text, from: text })),
  changed: array(object({ id: text, fields: array(text), values })),
  records: array(
    object({ id: text, kind: text, title: nullable(text), change: oneOf('added', 'removed', 'renamed', 'changed') }),
  ),
  unread: array(text),
  openKinds: array(text),
  model: array(
    object({
      sort: oneOf(...CHANGE_SORTS),
      group: oneOf(...GROUPS),
      direction: oneOf(...DIRECTIONS),
      id: text,
      what: text,
    }),
  ),
  consequences: array(object({ sort: oneOf(...CONSEQUENCE_SORTS), id: text, what: text, because: array(text) })),
  bindings: array(object({ id: text, kind: text, holds: array(text), void: array(text), unknown: array(text) })),
  drawing: nullable(object({ file: text, purpose: text })),
});
