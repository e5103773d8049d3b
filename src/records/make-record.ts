/** Makes a record of a YAML mapping: checks it against the table of its kind and collects its links with their places. */
import {
  checkShape,
  mapping,
  missingField,
  onceFor,
  shown,
  type Fault,
  type Source,
  type Spot,
  type YamlEntry,
  type YamlMap,
} from '../shapes/index.js';
import { FieldSpots } from './field-spots.js';
import { fieldsOf } from './kinds.js';
import type { Kind } from './kinds/define.js';
import type { AnyRecord, RecordFault, WrittenLink } from './record.js';
import { linkFields } from './relations.js';

const ID = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

export interface RecordDraft {
  readonly kind: Kind;
  readonly id: string;
  readonly source: Source;
  /** Offset of the id. */
  readonly at: number;
  /** Fields written for this record; `id` and `kind` are left out. */
  readonly fields: readonly YamlEntry[];
  /** Fields that stand elsewhere for many records; those written for the record win. */
  readonly defaults: readonly YamlEntry[];
}

export interface MadeRecord {
  readonly record: AnyRecord | undefined;
  readonly faults: readonly RecordFault[];
}

// @implements SRS-103
export function makeRecord(draft: RecordDraft): MadeRecord {
  if (!ID.test(draft.id)) return { record: undefined, faults: [malformedId(draft)] };
  const tree: YamlMap = { is: 'map', entries: entriesOf(draft), at: draft.at };
  const spotAt = (offset: number): Spot => ({ source: draft.source, offset });
  const faults: Fault[] = [];
  const links: WrittenLink[] = [];
  const offsets = new Map<string, number>();
  const known = linkFields(draft.kind.kind);
  const fields = checkShape(shapeOf(draft.kind), tree, {
    faults,
    onId: (field, id, at) => {
      if (known.has(field)) links.push({ field, id, spot: spotAt(at) });
    },
    onField: (field, at) => {
      // The first place of a field that stands several times, such as one in a list, is the one.
      if (!offsets.has(field)) offsets.set(field, at);
    },
  });
  const record = {
    kind: draft.kind.kind,
    id: draft.id,
    fields,
    // A copy has no room to grow: an array that was pushed to keeps room for seventeen.
    links: links.slice(),
    spot: spotAt(draft.at),
    fieldSpots: new FieldSpots(draft.source, offsets),
    unusable: faults.length === 0 ? NONE : unusableFields(faults),
  } as unknown as AnyRecord;
  return { record, faults: faults.length === 0 ? FAULTLESS : faults.map((fault) => recordFault(draft, fault)) };
}

const FAULTLESS: readonly RecordFault[] = [];

const shapeOf = onceFor((kind: Kind) => mapping(fieldsOf(kind)));

const NONE: ReadonlySet<string> = new Set();

function entriesOf({ fields, defaults }: RecordDraft): readonly YamlEntry[] {
  if (defaults.length === 0) return fields;
  const own = new Set(fields.map((entry) => entry.key));
  return [...fields, ...defaults.filter((entry) => !own.has(entry.key))];
}

/** Where a needed part is missing, the whole field is not known: `proof`, where `proof.date` is missing. */
function unusableFields(faults: readonly Fault[]): ReadonlySet<string> {
  const names = faults
    .filter((fault) => fault.name !== 'unknown-field')
    .flatMap(({ name, field }) => {
      const whole = field.slice(0, Math.max(0, field.lastIndexOf('.')));
      return name === 'missing-field' && whole !== '' ? [field, whole] : [field];
    });
  return new Set(names);
}

function recordFault(draft: RecordDraft, fault: Fault): RecordFault {
  return {
    rule: fault.name,
    record: draft.id,
    detail: fault.field,
    spot: { source: draft.source, offset: fault.at },
    message: `${draft.id}: ${fault.message}`,
    todo: fault.todo,
    related: [],
  };
}

function malformedId(draft: RecordDraft): RecordFault {
  return {
    rule: 'malformed-id',
    record: undefined,
    detail: draft.id,
    spot: { source: draft.source, offset: draft.at },
    message: `\`${shown(draft.id)}\` cannot be an id.`,
    todo: 'Begin with a letter and use at most 64 letters, digits, `.`, `_` and `-`.',
    related: [],
  };
}

/** The fault of a mapping in a list of records that has no id. */
export function idMissing(kind: Kind, source: Source, at: number): RecordFault {
  const about = {
    shape: { node: { is: 'text', oneLine: true } },
    about: 'it names the record for links.',
    required: true,
  } as const;
  const fault = missingField('id', at, 'id', about);
  return {
    rule: 'missing-field',
    record: undefined,
    detail: `${kind.plural},id`,
    spot: { source, offset: at },
    message: `A ${kind.title.toLowerCase()} has no id: nothing can refer to it.`,
    todo: fault.todo,
    related: [],
  };
}
