/** Signs records one after the other, what others are about before those, and keeps which signatures that makes void. */
import { bindingsOf } from '../compare/index.js';
import type { ApproveOutput, BoundOutput, SignedOutput } from '../contract/index.js';
import type { FieldChange } from '../edit/index.js';
import { recordHash, type AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { unboundEnds, type BindingRecord } from '../trace/index.js';
import { approveAnew } from './approve-anew.js';
import { compared, hashChanges } from './approve-compared.js';
import type { SigningInput } from './approve-input.js';
import { refuseOthers, saidBy, type Said } from './approve-signers.js';
import { subjectsOf } from './approve-subjects.js';
import { OptionError } from './option-error.js';

export class Signing {
  readonly #input: SigningInput;
  /** Of records that were renewed here: what they say now is not what was read. */
  readonly #hashes = new Map<string, string>();
  readonly #signed = new Map<string, SignedOutput>();
  /** What is being renewed, from the outside in. */
  readonly #open = new Set<string>();
  readonly #wanted = new Map<string, BindingRecord>();

  constructor(input: SigningInput) {
    this.#input = input;
  }

  renewAll(records: readonly BindingRecord[]): void {
    for (const record of records) this.#wanted.set(record.id, record);
    for (const record of records) this.#renew(record);
  }

  /** Writes one new approval of all of them. */
  approve(records: readonly AnyRecord[]): void {
    const signed = approveAnew(records, (record) => this.#hash(record), this.#input);
    this.#signed.set(signed.record, signed);
  }

  signed(): readonly SignedOutput[] {
    return [...this.#signed.values()];
  }

  /** Files of the records that the signatures are about. */
  paths(): readonly string[] {
    const about = this.signed().flatMap((one) => one.about.filter(({ state }) => state !== 'gone'));
    const { trace } = this.#input.assessment;
    const paths = about.flatMap(({ id }) => trace.find(id)?.spot.source.path ?? []);
    return [...new Set(paths)].toSorted(compareText);
  }

  voided(): ApproveOutput['voided'] {
    return bindingsOf(this.#input.assessment).flatMap(({ record, holds }) => {
      const about = holds.filter((id) => this.#hashes.has(id));
      return about.length === 0 || this.#hashes.has(record.id) ? [] : [{ record: record.id, about }];
    });
  }

  #renew(record: BindingRecord): void {
    if (this.#signed.has(record.id)) return;
    if (this.#open.has(record.id)) throw circle([...this.#open]);
    this.#open.add(record.id);
    const subjects = subjectsOf(record, this.#input.assessment.trace);
    for (const one of subjects) {
      const binding = this.#wanted.get(one.id);
      if (binding) this.#renew(binding);
    }
    this.#open.delete(record.id);
    this.#signed.set(record.id, this.#sign(record, subjects));
  }

  #sign(record: BindingRecord, subjects: readonly AnyRecord[]): SignedOutput {
    const { signers, call, project, date, assessment } = this.#input;
    refuseOthers(record, signers, project.input.people);
    const about = compared(record, subjects, (one) => this.#hash(one), this.#input);
    const said = saidBy(record, signers, call);
    const stands = Object.keys(said).length === 0 && isSigned(record) && about.every(({ state }) => state === 'same');
    if (!stands) this.#write(record, about, said);
    const { role, meaning }: Pick<SignedFields, 'role' | 'meaning'> = { ...record.fields, ...said };
    return {
      record: record.id,
      kind: record.kind,
      title: record.fields.title ?? null,
      action: stands ? 'stands' : 'renewed',
      file: record.spot.source.path,
      by: signers.map(({ id }) => id),
      role: role ?? null,
      meaning: meaning ?? null,
      date: stands ? (record.fields.date ?? null) : date,
      about,
      unbound: unboundEnds(record, assessment.trace).elsewhere,
    };
  }

  #write(record: BindingRecord, about: readonly BoundOutput[], said: Said): void {
    const { edits, date, assessment } = this.#input;
    const own = Object.entries(said).map(([name, value]): FieldChange => ({ path: [name], value }));
    const changes: readonly FieldChange[] = [...own, { path: ['date'], value: date }, ...hashChanges(about)];
    for (const change of changes) edits.change(record.id, change);
    const written = edits.find(record.id);
    if (!written) throw new Error(`${record.id} was renewed and cannot be found.`);
    this.#hashes.set(record.id, recordHash(written, assessment.trace.outgoing(record)));
  }

  #hash(record: AnyRecord): string {
    return this.#hashes.get(record.id) ?? this.#input.assessment.trace.hash(record);
  }
}

type SignedFields = { readonly [Name in keyof Said]?: Said[Name] | undefined };

function isSigned({ fields }: BindingRecord): boolean {
  return fields.by !== undefined && fields.date !== undefined;
}

function circle(ids: readonly string[]): OptionError {
  return new OptionError(
    `${ids.join(' and ')} are about each other, so that neither can be renewed first.`,
    'Take one of them out of what the other is about.',
  );
}
