/** Decides whether a record matches `field = value` conditions; what nobody wrote is not known, never "no". */
import { linkFields, type AnyRecord, type Where } from '../records/index.js';
import type { Trace } from './trace.js';

export type Match = true | false | 'unknown';

/** Values that hold where nothing is said; each is stated in the words of its field. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'item.granularity': 'item',
  'item.scope': 'device',
  'threat.treatment': 'mitigate',
};

export function matchesWhere(record: AnyRecord, where: Where, trace: Trace): Match {
  let result: Match = true;
  for (const [name, wanted] of Object.entries(where)) {
    const one = matchesOne(record, name, typeof wanted === 'string' ? [wanted] : wanted, trace);
    if (one === false) return false;
    if (one === 'unknown') result = 'unknown';
  }
  return result;
}

function matchesOne(record: AnyRecord, name: string, wanted: readonly string[], trace: Trace): Match {
  if (name === 'kind') return wanted.includes(record.kind);
  const { values, open } = toldValues(record, name, trace);
  const found = values.length > 0 && (wanted.includes('some') || values.some((value) => wanted.includes(value)));
  if (found) return true;
  if (open) return 'unknown';
  if (values.length === 0 && wanted.includes('none')) return true;
  if (wanted.every((value) => value === 'none' || value === 'some')) return false;
  if (values.length === 0) return isBooleanOnly(wanted) ? wanted.includes('false') : 'unknown';
  return false;
}

/** A yes/no mark that nobody set is not set: absence of a mark is the normal case, not missing knowledge. */
function isBooleanOnly(wanted: readonly string[]): boolean {
  return wanted.every((value) => value === 'true' || value === 'false' || value === 'none' || value === 'some');
}

/**
 * @param name a field, a computed field, a link, or a dotted path: into a nested field, or over a link to a field of
 *   the far end
 * @returns the values as words, empty where nothing is there, `unknown` where something unusable was written
 */
export function valuesOf(record: AnyRecord, name: string, trace: Trace): readonly string[] | 'unknown' {
  const { values, open } = toldValues(record, name, trace);
  return open && values.length === 0 ? 'unknown' : values;
}

interface Told {
  readonly values: readonly string[];
  /** Something unusable was written: there may be more values. */
  readonly open: boolean;
}

const OPEN: Told = { values: [], open: true };

function toldValues(record: AnyRecord, name: string, trace: Trace): Told {
  if (isUnusable(record, name)) return OPEN;
  if (trace.isComputed(record.kind, name)) {
    const value = trace.computed(record, name);
    return value === 'unknown' ? OPEN : { values: words(value), open: false };
  }
  const linked = trace.names(record, name);
  if (linked.length > 0) return { values: linked, open: isLinkLost(record, name, trace) };
  // What a link names and is not there fills nothing.
  if (linkFields(record.kind).has(name)) return { values: [], open: isLinkLost(record, name, trace) };
  const dot = name.indexOf('.');
  const own = words(dot < 0 ? ownValue(record.fields, name) : nested(record.fields, name.split('.')));
  if (own.length > 0) return { values: own, open: false };
  if (dot > 0 && trace.isLinked(record, name.slice(0, dot))) return valuesOverLink(record, name, dot, trace);
  const fallback = DEFAULTS[`${record.kind}.${name}`];
  return { values: fallback === undefined ? [] : [fallback], open: false };
}

/** Whether it names a record that stands in the project and could not be read. */
function isLinkLost(record: AnyRecord, name: string, trace: Trace): boolean {
  if (trace.reading.lostIds.size === 0) return false;
  return record.links.some((link) => link.field === name && trace.reading.lostIds.has(link.id));
}

/** A nested field is not known either where what stands around it could not be used. */
function isUnusable(record: AnyRecord, name: string): boolean {
  if (record.unusable.size === 0) return false;
  const path = name.split('.');
  return path.some((_, at) => record.unusable.has(path.slice(0, at + 1).join('.')));
}

/** One far end that cannot be read leaves the whole open, however many others can. */
function valuesOverLink(record: AnyRecord, name: string, dot: number, trace: Trace): Told {
  const told = trace.linked(record, name.slice(0, dot)).map((far) => toldValues(far, name.slice(dot + 1), trace));
  return { values: told.flatMap((one) => one.values), open: told.some((one) => one.open) };
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
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value === 'object') return Object.keys(value).length > 0 ? ['set'] : [];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}
