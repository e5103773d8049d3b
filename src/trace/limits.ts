/** The limits that rows of the relation table name: one small check of the two ends each. */
import type { AnyRecord, RecordOf, Relation } from '../records/index.js';
import type { Spot } from '../shapes/index.js';
import { isOwnSoftware } from './computed.js';
import { nestingOf } from './nesting.js';
import type { Trace } from './trace.js';

export interface RefusedLink {
  /** Id of the far end, where the limit is about one. */
  readonly to: string | undefined;
  readonly spot?: Spot;
  readonly message: string;
  readonly todo: string;
}

export type Limit = (record: AnyRecord, relation: Relation, trace: Trace) => readonly RefusedLink[];

export const LIMITS: Readonly<Record<string, Limit>> = {
  'system-does-not-satisfy-software': (record, relation, trace) => {
    if (record.kind !== 'requirement' || record.fields.level !== 'system') return [];
    return eachEnd(record, relation, trace, 'requirement', (other) =>
      other.fields.level === 'software'
        ? {
            message: `${record.id} is a system requirement and cannot satisfy the software requirement ${other.id}.`,
            todo: 'Turn the link round, or correct the level.',
          }
        : undefined,
    );
  },
  'granularity-falls': (record, relation, trace) => {
    if (record.kind !== 'item') return [];
    return eachEnd(record, relation, trace, 'item', (parent) =>
      GRANULARITY[parent.fields.granularity ?? 'item'] < GRANULARITY[record.fields.granularity ?? 'item'] ||
      parent.fields.granularity === 'unit'
        ? {
            message: `${record.id} (${record.fields.granularity ?? 'item'}) cannot be a part of ${parent.id} (${parent.fields.granularity ?? 'item'}).`,
            todo: 'A unit has no parts, and a part is not larger than its whole: correct one of the two.',
          }
        : undefined,
    );
  },
  'interface-at-an-end': (record, relation, trace) => {
    const ends = [...trace.linkedOf(record, 'from', 'item'), ...trace.linkedOf(record, 'to', 'item')];
    const nesting = nestingOf(trace);
    return eachEnd(record, relation, trace, 'interface', (used) => {
      const [item] = trace.linkedOf(used, 'item', 'item');
      if (!item || ends.some((end) => nesting.isWithin(end, item) || nesting.isWithin(item, end))) return undefined;
      return {
        message: `${record.id} goes via ${used.id}, which belongs to ${item.id}: neither end of the flow.`,
        todo: `Name an interface of ${ends.map((end) => end.id).join(' or ')}.`,
      };
    });
  },
  'outside-the-software-system': (record, relation, trace) => {
    const causes = causingItems(record, trace);
    return eachEnd(record, relation, trace, 'control', (control) => creditRefused(record, control, causes, trace));
  },
  'component-or-purl': (record, _relation, trace) =>
    record.kind !== 'vulnerability' || record.fields.purl !== undefined || trace.isLinked(record, 'component')
      ? []
      : [
          {
            to: undefined,
            spot: record.spot,
            message: `${record.id} names no component.`,
            todo: 'Add `component:` with a SOUP record, or `purl:`.',
          },
        ],
  'scope-or-accepts': (record, _relation, trace) =>
    record.kind !== 'decision' ||
    record.links.some((link) => link.field === 'scope') ||
    trace.isLinked(record, 'accepts')
      ? []
      : [
          {
            to: undefined,
            spot: record.spot,
            message: `${record.id} decides about nothing.`,
            todo: 'Add `scope:` (a rule, work product, clause or criterion) or `accepts:`.',
          },
        ],
};

const GRANULARITY = { system: 3, item: 2, unit: 1 } as const;

/** Another software system of the device is outside as well: the limits of a pump stand when its server fails. */
function creditRefused(
  risk: AnyRecord,
  control: RecordOf<'control'>,
  causes: readonly RecordOf<'item'>[],
  trace: Trace,
): Pick<RefusedLink, 'message' | 'todo'> | undefined {
  const realising = realisingItems(control, trace);
  const ofCauses = systemsAround(causes, trace);
  const shared = [...systemsAround(realising, trace)].find((system) => ofCauses.has(system));
  if (shared !== undefined) {
    return {
      message: `${risk.id} credits ${control.id}, which is realised in ${shared}, the software system of the cause.`,
      todo: `Only a control outside that software system counts here (IEC 62304 4.3): take ${control.id} out of \`external-controls:\`.`,
    };
  }
  if (control.fields.external || (arePlaced(realising, trace) && arePlaced(causes, trace))) return undefined;
  return {
    message: `${risk.id} credits ${control.id}, which is not marked as external.`,
    todo: 'Only a control outside the software system counts here (IEC 62304 4.3): mark it `external: yes` with its `independence`, or take it out.',
  };
}

function realisingItems(control: AnyRecord, trace: Trace): readonly RecordOf<'item'>[] {
  return trace
    .linkedOf(control, 'realised-by', 'requirement')
    .flatMap((requirement) => trace.linkedOf(requirement, 'allocated-to', 'item'));
}

function causingItems(risk: AnyRecord, trace: Trace): readonly RecordOf<'item'>[] {
  const viaSoup = trace.linkedOf(risk, 'causes', 'soup').flatMap((soup) => trace.linkedOf(soup, 'used-in', 'item'));
  return [...trace.linkedOf(risk, 'causes', 'item'), ...viaSoup];
}

/** Whether it is known for each piece of software in which system it lies; for an empty list nothing is known. */
function arePlaced(items: readonly RecordOf<'item'>[], trace: Trace): boolean {
  const software = items.filter(isOwnSoftware);
  return software.length > 0 && software.every((item) => systemsAround([item], trace).size > 0);
}

/** Software systems that the items are or lie in; items outside any (hardware, tools) have none. */
function systemsAround(items: readonly RecordOf<'item'>[], trace: Trace): ReadonlySet<string> {
  const nesting = nestingOf(trace);
  return new Set(items.flatMap((item) => [...nesting.systemsAround(item)].map((system) => system.id)));
}

function eachEnd<K extends 'requirement' | 'item' | 'interface' | 'control'>(
  record: AnyRecord,
  relation: Relation,
  trace: Trace,
  kind: K,
  refuse: (other: RecordOf<K>) => Pick<RefusedLink, 'message' | 'todo'> | undefined,
): readonly RefusedLink[] {
  return trace.linkedOf(record, relation.field, kind).flatMap((other) => {
    const refused = refuse(other);
    return refused ? [{ to: other.id, ...refused }] : [];
  });
}
