/** What of the model a view shows: items, flows and the boundaries around them, by its purpose and by what it names. */
import type { Assessment } from '../assess/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { endsOf, placesOfAsset, stepsOf } from '../threats/index.js';
import type { Trace } from '../trace/index.js';

export type Purpose = NonNullable<RecordOf<'view'>['fields']['purpose']>;

/** In order of their ids; every end of a flow is among the items. */
export interface Selection {
  readonly items: readonly RecordOf<'item'>[];
  readonly flows: readonly RecordOf<'flow'>[];
}

/** A view that names nothing shows what its purpose is about. */
export function selectionOf(view: RecordOf<'view'>, { trace }: Pick<Assessment, 'trace'>): Selection {
  const shown = trace.linked(view, 'shows');
  const stepped = stepsOf(view, trace).flatMap((step) => step.flows);
  if (shown.length > 0) return named([...shown, ...stepped], trace);
  if (stepped.length > 0) return closed([], stepped, trace);
  return selectionFor(purposeOf(view), { trace });
}

/** A view that does not say what it is for shows the whole; that nobody said so is a gap beside it. */
export function purposeOf(view: RecordOf<'view'>): Purpose {
  return view.fields.purpose ?? 'global';
}

export function selectionFor(purpose: Purpose, { trace }: Pick<Assessment, 'trace'>): Selection {
  switch (purpose) {
    case 'global':
      return everything(trace);
    case 'multi-patient-harm':
      return multiPatient(trace);
    case 'updateability':
      return updates(trace);
    case 'security-use-case':
      return useCases(trace);
    case 'software-architecture':
      return software(trace);
  }
}

/** Wholes that have parts are boxes of another view; here their parts stand for them, unless a flow ends at the whole itself. */
function everything(trace: Trace): Selection {
  const flows = trace.all('flow');
  const ends = new Set(flows.flatMap((flow) => endsOf(flow, trace)).map(({ id }) => id));
  const items = trace
    .all('item')
    .filter((item) => trace.linked(item, 'parts').length === 0 && !isBareSystem(item, trace))
    .filter((item) => ends.has(item.id) || !isInside(item, ends, trace));
  return closed(items, flows, trace);
}

/** Whether one of the wholes around it is among those: it stands for the part. */
function isInside(item: RecordOf<'item'>, wholes: ReadonlySet<string>, trace: Trace): boolean {
  const seen = new Set<string>([item.id]);
  const around = [...trace.linkedOf(item, 'parent', 'item')];
  for (let whole = around.pop(); whole; whole = around.pop()) {
    if (wholes.has(whole.id)) return true;
    if (seen.has(whole.id)) continue;
    seen.add(whole.id);
    around.push(...trace.linkedOf(whole, 'parent', 'item'));
  }
  return false;
}

/** A software system of the settings that no record says anything about. */
function isBareSystem(item: RecordOf<'item'>, trace: Trace): boolean {
  return (
    item.fields.granularity === 'system' && trace.all('item').some((other) => other.fields.granularity !== 'system')
  );
}

function multiPatient(trace: Trace): Selection {
  const items = trace.all('item').filter((item) => item.fields['multi-patient']);
  const threats = trace.all('threat').filter((threat) => threat.fields.before?.['multi-patient']);
  const targets = threats.flatMap((threat) => trace.linked(threat, 'targets'));
  const ids = new Set(items.map((item) => item.id));
  const between = trace.all('flow').filter((flow) => endsOf(flow, trace).some((end) => ids.has(end.id)));
  return named([...items, ...targets, ...between], trace);
}

/** Software on its way: flows that carry an asset of type software. */
function updates(trace: Trace): Selection {
  const assets = trace.all('asset').filter((asset) => asset.fields.type === 'software');
  const places = assets.map((asset) => placesOfAsset(asset, trace));
  return closed(
    places.flatMap((place) => place.atRest),
    places.flatMap((place) => place.inTransit.map(({ flow }) => flow)),
    trace,
  );
}

function useCases(trace: Trace): Selection {
  const views = trace.all('view').filter((view) => view.fields.purpose === 'security-use-case');
  return closed(
    [],
    views.flatMap((view) => stepsOf(view, trace)).flatMap((step) => step.flows),
    trace,
  );
}

/** Software of the device, with the flows between its parts. */
function software(trace: Trace): Selection {
  const items = trace.all('item').filter((item) => trace.computed(item, 'own') === true);
  const ids = new Set(items.map((item) => item.id));
  const flows = trace.all('flow').filter((flow) => {
    const ends = endsOf(flow, trace);
    return ends.length === 2 && ends.every((end) => ids.has(end.id));
  });
  return closed(items, flows, trace);
}

/** Items and flows that a view names, and those that its interfaces, assets and threats stand for. */
function named(records: readonly AnyRecord[], trace: Trace): Selection {
  const items: RecordOf<'item'>[] = [];
  const flows: RecordOf<'flow'>[] = [];
  for (const record of records) {
    if (record.kind === 'item') items.push(record);
    if (record.kind === 'flow') flows.push(record);
    if (record.kind === 'interface') items.push(...trace.linkedOf(record, 'item', 'item'));
    if (record.kind === 'boundary') items.push(...itemsIn(record, trace));
    if (record.kind === 'asset') {
      const places = placesOfAsset(record, trace);
      items.push(...places.atRest);
      flows.push(...places.inTransit.map(({ flow }) => flow));
    }
  }
  if (items.length + flows.length === 0) return namedByTargets(records, trace);
  // A boundary is looked at for what goes over it.
  const bounded = records.filter((record) => record.kind === 'boundary');
  if (bounded.length > 0 && flows.length === 0) return touching(items, trace.all('flow'), trace);
  return flows.length > 0 ? closed(items, flows, trace) : closed(items, flowsBetween(items, trace), trace);
}

/** Where a view names only threats or controls, it shows what the threats target. */
function namedByTargets(records: readonly AnyRecord[], trace: Trace): Selection {
  const threats = records.flatMap((record) => {
    if (record.kind === 'threat') return [record];
    return record.kind === 'control' ? trace.linkedOf(record, 'mitigates', 'threat') : [];
  });
  const targets = threats
    .flatMap((threat) => trace.linked(threat, 'targets'))
    .filter((target) => target.kind !== 'soup');
  return targets.length === 0 ? { items: [], flows: [] } : named(targets, trace);
}

/** Items in a boundary and in those inside it. */
export function itemsIn(boundary: RecordOf<'boundary'>, trace: Trace): readonly RecordOf<'item'>[] {
  const found = new Map<string, RecordOf<'boundary'>>([[boundary.id, boundary]]);
  const open = [boundary];
  for (let current = open.pop(); current; current = open.pop()) {
    for (const inner of trace.linkedOf(current, 'boundaries', 'boundary')) {
      if (found.has(inner.id)) continue;
      found.set(inner.id, inner);
      open.push(inner);
    }
  }
  return [...found.values()].flatMap((one) => trace.linkedOf(one, 'items', 'item'));
}

/** Items with every flow that begins or ends at one of them, and the far ends of these. */
export function touching(
  items: readonly RecordOf<'item'>[],
  flows: readonly RecordOf<'flow'>[],
  trace: Trace,
): Selection {
  const ids = new Set(items.map((item) => item.id));
  return closed(
    items,
    flows.filter((flow) => endsOf(flow, trace).some((end) => ids.has(end.id))),
    trace,
  );
}

function flowsBetween(items: readonly RecordOf<'item'>[], trace: Trace): readonly RecordOf<'flow'>[] {
  const ids = new Set(items.map((item) => item.id));
  return trace.all('flow').filter((flow) => {
    const ends = endsOf(flow, trace);
    return ends.length === 2 && ends.every((end) => ids.has(end.id));
  });
}

/** Adds the ends of flows, drops what stands twice, and puts all in order. */
export function closed(
  items: readonly RecordOf<'item'>[],
  flows: readonly RecordOf<'flow'>[],
  trace: Trace,
): Selection {
  const all = [...items, ...flows.flatMap((flow) => endsOf(flow, trace))];
  return { items: inOrder(all), flows: inOrder(flows) };
}

function inOrder<R extends AnyRecord>(records: readonly R[]): readonly R[] {
  const unique = new Map(records.map((record) => [record.id, record]));
  return [...unique.values()].toSorted((a, b) => compareText(a.id, b.id));
}
