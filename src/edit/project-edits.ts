/** Collects edits of one thought: each is made in the text, read again and held against what was there before. */
import { MedwardError } from '../project/index.js';
import {
  findKind,
  findKindByPrefix,
  type AnyRecord,
  type KindName,
  type Reading,
  type RecordSettings,
} from '../records/index.js';
import { isDate, placeOf, type Source } from '../shapes/index.js';
import type { FileEdit } from './apply-edits.js';
import { appendSection, appendToList, asFile, asListFile } from './new-record-text.js';
import { nextId } from './next-id.js';
import { homeOf } from './record-home.js';
import { isYaml, spliceFor } from './record-place.js';
import type { FieldChange, NewRecord } from './value.js';
import { verifyAdded, verifyChanged, type Verified } from './verify-edit.js';
import type { Splice } from './yaml-map.js';

export interface EditOptions extends RecordSettings {
  /** First folder of records, relative to the project; empty: the project itself. */
  readonly folder: string;
}

export class ProjectEdits {
  readonly #options: EditOptions;
  readonly #before = new Map<string, string | undefined>();
  #reading: Reading;

  /** @param reading all records of the project, with their texts as they were read */
  constructor(reading: Reading, options: EditOptions) {
    this.#reading = reading;
    this.#options = options;
  }

  /** The next free id of a kind, those of this edit included. */
  nextId(kind: KindName): string {
    return nextId(kind, this.#reading, this.#options.prefixes);
  }

  find(id: string): AnyRecord | undefined {
    return this.#reading.records.find((record) => record.id === id);
  }

  /**
   * @returns the path of the file that it goes into
   * @throws MedwardError `decision-incomplete`, `edit-refused`
   */
  add(record: NewRecord): string {
    refuseIncomplete(record);
    const plural = findKind(record.kind)?.plural ?? '';
    if (this.find(record.id)) throw refused(record.id, undefined, `The id ${record.id} is taken.`);
    const home = homeOf(record.kind, plural, record.id, this.#reading, this.#options.folder);
    const before = home.is === 'new-file' ? undefined : this.#sourceOf(home.path);
    const written = isYaml(home.path) ? record : this.#withKind(record);
    const text = before ? appended(before, written, plural) : newFile(home.path, written, plural);
    if (text === undefined) {
      throw refused(record.id, before, `The list \`${plural}:\` has a form that nothing is added to.`);
    }
    const after = { path: home.path, text };
    this.#keep(before, after, record.id, verifyAdded(before, after, record, this.#options));
    return home.path;
  }

  /**
   * A record as a section of a Markdown file, which begins with a title if it is new.
   * @throws MedwardError `edit-refused`
   */
  addSection(path: string, title: string, record: NewRecord): void {
    refuseIncomplete(record);
    if (this.find(record.id)) throw refused(record.id, undefined, `The id ${record.id} is taken.`);
    const known = this.#reading.records.find((one) => one.spot.source.path === path)?.spot.source;
    const before = known ?? { path, text: `# ${title}\n` };
    const after = { path, text: spliced(before.text, appendSection(before.text, this.#withKind(record))) };
    const isNew = known === undefined;
    this.#keep(isNew ? undefined : before, after, record.id, verifyAdded(before, after, record, this.#options));
  }

  /** @throws MedwardError `edit-refused` */
  change(id: string, change: FieldChange): void {
    const record = this.find(id);
    if (!record) throw refused(id, undefined, `No record has the id ${id}.`);
    const before = record.spot.source;
    const splice = spliceFor(record, before.text, change);
    if (!splice) {
      const name = change.path.join('.');
      throw refused(id, before, `\`${name}\` of ${id} has a form that is not changed by a program.`);
    }
    const after = { path: before.path, text: spliced(before.text, splice) };
    this.#keep(before, after, id, verifyChanged(before, after, record, change, this.#options));
  }

  /** What is to be written, for `applyEdits`. */
  files(): readonly FileEdit[] {
    return [...this.#before].map(([path, before]) => ({ path, before, after: this.#sourceOf(path).text }));
  }

  /** In Markdown the prefix of the id tells the kind, or the record says it. */
  #withKind(record: NewRecord): NewRecord {
    const { kind, id, fields } = record;
    const isTold = findKindByPrefix(id, this.#options.prefixes)?.kind === kind;
    return isTold ? record : { ...record, fields: { kind, ...fields } };
  }

  #sourceOf(path: string): Source {
    const record = this.#reading.records.find((one) => one.spot.source.path === path);
    if (!record) throw new Error(`No record was read from ${path}.`);
    return record.spot.source;
  }

  #keep(before: Source | undefined, after: Source, id: string, { reading, why }: Verified): void {
    if (!reading) throw refused(id, before ?? after, why ?? '');
    if (!this.#before.has(after.path)) this.#before.set(after.path, before?.text);
    const others = this.#reading.records.filter((record) => record.spot.source.path !== after.path);
    const records = [...others, ...reading.records].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.#reading = { ...this.#reading, records };
  }
}

function newFile(path: string, record: NewRecord, plural: string): string {
  return isYaml(path) ? asListFile(record, plural) : asFile(record);
}

function appended(before: Source, record: NewRecord, plural: string): string | undefined {
  const splice = isYaml(before.path) ? appendToList(before.text, record, plural) : appendSection(before.text, record);
  return splice && spliced(before.text, splice);
}

/** With the line ends that the text has. */
function spliced(text: string, { from, to, text: written }: Splice): string {
  const own = /\r\n/.test(text) ? written.replaceAll('\n', '\r\n') : written;
  return text.slice(0, from) + own + text.slice(to);
}

function refused(subject: string, source: Source | undefined, message: string): MedwardError {
  const place = source ? placeOf({ source, offset: 0 }) : { file: subject, line: 1, column: 1 };
  return new MedwardError('edit-refused', subject, { problems: [{ ...place, message }] });
}

/** Nobody accepts a "not applicable" without a reason, a person and a day, so nothing writes one either. */
function refuseIncomplete({ kind, fields, text }: NewRecord): void {
  if (kind !== 'decision') return;
  const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
  const day = fields['date'];
  if (!isSaid(fields['reason']) && !isSaid(text)) throw new MedwardError('decision-incomplete', 'a reason');
  if (!isSaid(fields['by'])) throw new MedwardError('decision-incomplete', 'a person');
  if (typeof day !== 'string' || !isDate(day)) throw new MedwardError('decision-incomplete', 'a day');
}
