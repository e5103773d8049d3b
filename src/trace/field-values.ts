/** What a record says in a field, as words: written there, computed, linked, or at the far end of a link. */
import { fieldsOf, findKind, linkFields, type AnyRecord } from '../records/index.js';
import type { Trace } from './trace.js';

export interface Told {
  readonly values: readonly string[];
  /** Something unusable was written: there may be more values. */
  readonly open: boolean;
}

const OPEN: Told = { values: [], open: true };
const SILENT: Told = { values: [], open: false };

/** Values that hold where nothing is said; each is stated in the words of its field. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'item.granularity': 'item',
  'item.scope': 'device',
  'threat.treatment': 'mitigate',
};

/** How one name is looked up in the records of one kind, as far as all that was written in them can be used. */
export type Look = (record: AnyRecord) => Told;

/** Settles once for each kind what a name means there, because it is asked of every record of that kind. */
export class FieldValues {
  readonly #trace: Trace;
  readonly #looks = new Map<string, Map<string, Look>>();

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  /**
   * @param name a field, a computed field, a link, or a dotted path: into a nested field, or over a link to a field of
   *   the far end
   */
  of(record: AnyRecord, name: string): Told {
    if (record.unusable.size > 0 && isUnusable(record, name)) return OPEN;
    return this.lookFor(record.kind, name)(record);
  }

  lookFor(kind: string, name: string): Look {
    const known = this.#looks.get(kind)?.get(name);
    if (known) return known;
    const look = this.#newLook(kind, name);
    const looks = this.#looks.get(kind) ?? new Map<string, Look>();
    this.#looks.set(kind, looks.set(name, look));
    return look;
  }

  #newLook(kind: string, name: string): Look {
    const trace = this.#trace;
    const compute = trace.computedBy(kind, name);
    if (compute) return (record) => computedValue(compute(record));
    // What a link names and is not there fills nothing.
    if (linkFields(kind).has(name)) {
      return (record) => told(trace.names(record, name), isLinkLost(record, name, trace));
    }
    const fallback = told(words(DEFAULTS[`${kind}.${name}`]));
    const dot = name.indexOf('.');
    if (dot < 0)
      return isOneOfFew(kind, name)
        ? ofFew(name, fallback)
        : (record) => written(ownValue(record.fields, name), fallback);
    const path = name.split('.');
    return (record) => {
      const own = written(nested(record.fields, path), SILENT);
      if (own !== SILENT) return own;
      return trace.isLinked(record, name.slice(0, dot)) ? this.#overLink(record, name, dot) : fallback;
    };
  }

  /** One far end that cannot be read leaves the whole open, however many others can. */
  #overLink(record: AnyRecord, name: string, dot: number): Told {
    const ends = this.#trace.linked(record, name.slice(0, dot));
    const all = ends.map((far) => this.of(far, name.slice(dot + 1)));
    return told(
      all.flatMap((one) => one.values),
      all.some((one) => one.open),
    );
  }
}

/** A word of a choice, or yes or no: then all records that say the same share one answer. */
function isOneOfFew(kind: string, name: string): boolean {
  const found = findKind(kind);
  const fields = found ? fieldsOf(found) : {};
  const is = Object.hasOwn(fields, name) ? fields[name]?.shape.node.is : undefined;
  return is === 'choice' || is === 'yes-no';
}

function ofFew(name: string, fallback: Told): Look {
  const answers = new Map<unknown, Told>([[undefined, fallback]]);
  return ({ fields }) => {
    const value = ownValue(fields, name);
    const before = answers.get(value);
    if (before) return before;
    const answer = written(value, fallback);
    answers.set(value, answer);
    return answer;
  };
}

function told(values: readonly string[], open = false): Told {
  if (values.length === 0) return open ? OPEN : SILENT;
  return { values, open };
}

const YES: Told = { values: ['true'], open: false };
const NO: Told = { values: ['false'], open: false };

function computedValue(value: unknown): Told {
  if (value === true) return YES;
  if (value === false) return NO;
  return value === 'unknown' ? OPEN : told(words(value));
}

function written(value: unknown, fallback: Told): Told {
  if (value === undefined) return fallback;
  const values = words(value);
  return values.length > 0 ? { values, open: false } : fallback;
}

/** Whether it names a record that stands in the project and could not be read. */
function isLinkLost(record: AnyRecord, name: string, trace: Trace): boolean {
  if (trace.reading.lostIds.size === 0) return false;
  return record.links.some((link) => link.field === name && trace.reading.lostIds.has(link.id));
}

/** A nested field is not known either where what stands around it could not be used. */
function isUnusable(record: AnyRecord, name: string): boolean {
  const path = name.split('.');
  return path.some((_, at) => record.unusable.has(path.slice(0, at + 1).join('.')));
}

function nested(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null || Array.isArray(current)) return undefined;
    current = ownValue(current, name);
  }
  return current;
}

function ownValue(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

function words(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value.every(isWord) ? value : value.flatMap(words);
  if (typeof value === 'object') return Object.keys(value).length > 0 ? ['set'] : [];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
