/** Step 3: the safety class of each software system by IEC 62304 4.3, with the way to it and the credit it rests on. */
import { SAFETY_CLASSES, type SafetyClass } from '../packs/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { ClassView, SystemClass } from '../rules/index.js';
import { onceFor, shortList } from '../shapes/index.js';
import { harmOf, rateRisk, severityOfRisk, type Harm, type Methods } from '../threats/index.js';
import { isCurrent, isOwnSoftware, type Trace } from '../trace/index.js';

export interface ClassInput {
  readonly trace: Trace;
  readonly methods: Methods;
  /** Class in the profile of a project without records. */
  readonly bare: SafetyClass | undefined;
  /** Asked about instead of the class that comes out. */
  readonly whatIf: SafetyClass | undefined;
}

export interface Classes extends ClassView {
  readonly basis: 'default' | 'analysis' | 'declared';
  readonly declared: SafetyClass | undefined;
  readonly computed: SafetyClass;
  readonly path: readonly string[];
}

export function classify(input: ClassInput): Classes {
  const systems = input.trace
    .all('item')
    .filter((item) => item.fields.granularity === 'system' && (item.fields.scope ?? 'device') === 'device');
  const given = { input, complete: completeness(input.trace), placed: placeRisks(input) };
  const all = systems.length === 0 ? [withoutSystem(input)] : systems.map((system) => classOfSystem(system, given));
  const asked = input.whatIf;
  const used =
    asked === undefined
      ? all
      : all.map((one) => ({ ...one, class: asked, path: [...one.path, `Asked about: class ${asked}.`] }));
  const device = highest(used.map((one) => one.class)) ?? 'C';
  const top = used.find((one) => one.class === device) ?? used[0];
  const declared = used.flatMap((one) => one.declared ?? []);
  const classes = { device, bySystem: new Map(used.map((one) => [one.id, one.class])) };
  return {
    device,
    systems: used,
    basis: top?.basis ?? 'default',
    declared: highest(declared),
    computed: highest(used.map((one) => one.computed)) ?? 'C',
    path: used.flatMap((one) => one.path),
    of: onceFor((record: AnyRecord) => classOfRecord(record, classes, input.trace)),
    ofRisk: (risk) => classOfRisk(risk, input),
  };
}

/** A bare profile says its class itself; a project that names no software system has no class yet. */
function withoutSystem(input: ClassInput): SystemClass {
  const known = input.bare;
  const path =
    known === undefined
      ? 'C by default: no software system has a class yet (IEC 62304 4.3).'
      : `${known} as the profile says; no records stand behind it.`;
  return {
    system: undefined,
    id: 'device',
    class: known ?? 'C',
    declared: known,
    computed: known ?? 'C',
    withoutExternal: known ?? 'C',
    basis: known === undefined ? 'default' : 'declared',
    decidedBy: [],
    path: [path],
  };
}

/** What is the same for every system. */
interface Given {
  readonly input: ClassInput;
  readonly complete: RecordOf<'statement'> | undefined;
  readonly placed: readonly PlacedRow[];
}

// @implements SRS-403
function classOfSystem(system: RecordOf<'item'>, { placed, complete }: Given): SystemClass {
  const rows = placed.filter(({ systems }) => systems === 'any' || systems.has(system.id)).map(({ row }) => row);
  const computed = highest(rows.map((row) => row.class)) ?? 'A';
  const withoutExternal = highest(rows.map((row) => row.withoutExternal)) ?? 'A';
  const declared = system.fields.class;
  const byDefault = computed !== 'C' && complete === undefined;
  const reached: SafetyClass = byDefault ? 'C' : computed;
  const used = highest([reached, ...(declared ? [declared] : [])]) ?? 'C';
  const deciding = rows.filter((row) => row.class === computed);
  return {
    system,
    id: system.id,
    class: used,
    declared,
    computed: reached,
    withoutExternal,
    basis: byDefault ? 'default' : used === reached ? 'analysis' : 'declared',
    decidedBy: deciding.map((row) => row.risk.id),
    path: pathOf(system, { rows, computed, withoutExternal, declared, complete, used, deciding }),
  };
}

interface Row {
  readonly risk: RecordOf<'risk'>;
  readonly class: SafetyClass;
  readonly withoutExternal: SafetyClass;
  readonly why: string;
}

// @implements SRS-401
/** Software is taken to fail; only controls outside it are credited; what cannot be rated is taken as not acceptable. */
function rowOf(risk: RecordOf<'risk'>, input: ClassInput): Row {
  const { trace, methods } = input;
  const external = rateRisk(risk, 'external-only', trace, methods);
  const before = rateRisk(risk, 'before', trace, methods);
  const severity = severityOfRisk(risk, 'external-only', trace);
  const byHarm = classOfHarm(harmOf(methods.risk, severity));
  const accepted = external !== 'unknown' && external.accept === 'yes';
  const acceptedAlone = before !== 'unknown' && before.accept === 'yes';
  return {
    risk,
    class: accepted ? 'A' : byHarm,
    withoutExternal: acceptedAlone ? 'A' : classOfHarm(harmOf(methods.risk, severityOfRisk(risk, 'before', trace))),
    why:
      external === 'unknown'
        ? 'not rated with external controls only'
        : `${external.likelihood} × ${external.severity}: ${external.rating}`,
  };
}

/** Where no software cause calls for a rating with external controls only, none is credited. */
function classOfRisk(risk: RecordOf<'risk'>, input: ClassInput): SafetyClass {
  const row = rowOf(risk, input);
  const isAsked = input.trace.linked(risk, 'causes').length > 0 || risk.fields['external-only'] !== undefined;
  return isAsked ? row.class : row.withoutExternal;
}

function classOfHarm(harm: Harm | 'unknown'): SafetyClass {
  return harm === 'none' ? 'A' : harm === 'non-serious' ? 'B' : 'C';
}

interface PlacedRow {
  readonly row: Row;
  /** Those in which a software cause lies, in one of their items or in a component that one of them uses. */
  readonly systems: ReadonlySet<string> | 'any';
}

/** Once for all systems: there may be a thousand of them, and as many risks in each. */
function placeRisks(input: ClassInput): readonly PlacedRow[] {
  return input.trace
    .all('risk')
    .map((risk) => ({ row: rowOf(risk, input), systems: systemsOfCauses(risk, input.trace) }));
}

function systemsOfCauses(risk: RecordOf<'risk'>, trace: Trace): ReadonlySet<string> | 'any' {
  const causes = trace.linked(risk, 'causes');
  if (hasUnknownCause(risk, causes, trace)) return 'any';
  const systems = causes.map((cause) => ({ cause, in: systemsOf(cause, trace) }));
  // Software of the device that nobody placed in a system may belong to any of them.
  if (systems.some((one) => one.in.length === 0 && isOfDevice(one.cause))) return 'any';
  return new Set(systems.flatMap((one) => one.in));
}

/** Somebody wrote a cause that names no record, or that cannot be read: it may lie in any system. */
function hasUnknownCause(risk: RecordOf<'risk'>, causes: readonly AnyRecord[], trace: Trace): boolean {
  const written = risk.links.filter((link) => link.field === 'causes');
  const isFound = (id: string): boolean => causes.some((cause) => cause.id === id) || trace.find(id) !== undefined;
  return risk.unusable.has('causes') || !written.every((link) => isFound(link.id));
}

function isOfDevice(cause: AnyRecord): boolean {
  return cause.kind === 'soup' || (cause.kind === 'item' && isOwnSoftware(cause));
}

const knownSystems = new WeakMap<Trace, Map<AnyRecord, readonly string[]>>();

/** @returns ids of the software systems that a record belongs to; none if it hangs on no item */
export function systemsOf(record: AnyRecord, trace: Trace): readonly string[] {
  const known = knownSystems.get(trace) ?? new Map<AnyRecord, readonly string[]>();
  const found = known.get(record);
  if (found) return found;
  const systems = findSystems(record, trace);
  knownSystems.set(trace, known.set(record, systems));
  return systems;
}

const NONE: readonly string[] = [];

function findSystems(record: AnyRecord, trace: Trace): readonly string[] {
  if (record.kind === 'item') {
    const system = systemAround(record, trace);
    return system === undefined ? NONE : [system];
  }
  const items = itemsOf(record, trace);
  const [only] = items;
  // Most records hang on one item: then they share its list.
  if (items.length < 2) return only ? systemsOf(only, trace) : NONE;
  return [...new Set(items.flatMap((item) => systemsOf(item, trace)))];
}

function systemAround(item: AnyRecord, trace: Trace): string | undefined {
  let current: AnyRecord | undefined = item;
  for (let depth = 0; current && depth < 64; depth++) {
    if (current.kind === 'item' && current.fields.granularity === 'system') return current.id;
    current = trace.linked(current, 'parent')[0];
  }
  return undefined;
}

/** The links by which records of a kind hang on items, or on records that hang on them. */
const WAYS_TO_ITEMS: Readonly<Record<string, readonly string[]>> = {
  requirement: ['allocated-to'],
  interface: ['item'],
  design: ['of'],
  soup: ['used-in'],
  risk: ['causes'],
  control: ['realised-by'],
  threat: ['targets'],
  flow: ['from', 'to'],
  test: ['verifies'],
  anomaly: ['affects'],
  change: ['affects'],
  finding: ['in'],
  vulnerability: ['component'],
};

/** From a change over a test, a control and its requirement to an item; a change may affect a change. */
const MOST_STEPS = 6;

function itemsOf(record: AnyRecord, trace: Trace): readonly RecordOf<'item'>[] {
  if (record.kind === 'item') return [record];
  return onlyItem(record, trace) ?? itemsAround(record, trace);
}

/** Most records hang on one item by one link: no set has to be made for them. */
function onlyItem(record: AnyRecord, trace: Trace): readonly RecordOf<'item'>[] | undefined {
  const [way, ...others] = WAYS_TO_ITEMS[record.kind] ?? [];
  if (way === undefined || others.length > 0) return undefined;
  const far = trace.linked(record, way);
  return far.length < 2 && far.every((one) => one.kind === 'item') ? far : undefined;
}

function itemsAround(record: AnyRecord, trace: Trace): readonly RecordOf<'item'>[] {
  const found = new Set<RecordOf<'item'>>();
  addItems(found, record, MOST_STEPS, trace);
  return [...found];
}

/** Walks without a list at each step: this is asked of every record. */
function addItems(found: Set<RecordOf<'item'>>, from: AnyRecord, steps: number, trace: Trace): void {
  if (from.kind === 'item') found.add(from);
  else if (steps > 0) {
    for (const name of WAYS_TO_ITEMS[from.kind] ?? []) {
      for (const far of trace.linked(from, name)) addItems(found, far, steps - 1, trace);
    }
  }
}

/** Of the device and of each of its software systems, by id. */
interface KnownClasses {
  readonly device: SafetyClass;
  readonly bySystem: ReadonlyMap<string, SafetyClass>;
}

function classOfRecord(record: AnyRecord, known: KnownClasses, trace: Trace): SafetyClass {
  const classes = itemsOf(record, trace).flatMap((item) => classOfItem(item, known, trace) ?? []);
  return highest(classes) ?? known.device;
}

// @implements SRS-404
/** Its own class where it has one with a reason for being lower, else that of its whole. */
function classOfItem(item: RecordOf<'item'>, known: KnownClasses, trace: Trace): SafetyClass | undefined {
  const [id] = systemsOf(item, trace);
  const around = id === undefined ? undefined : known.bySystem.get(id);
  if (around === undefined) return item.fields.class;
  const own = item.fields.class;
  const lowerWithReason = own !== undefined && own < around && item.fields.segregation !== undefined;
  return lowerWithReason ? own : around;
}

// @implements SRS-402
/**
 * A dated statement of a person that the list of hazardous situations is complete, bound to that list as it is now;
 * where the list is empty, that there are none.
 */
function completeness(trace: Trace): RecordOf<'statement'> | undefined {
  const list = [...trace.all('hazard'), ...trace.all('risk')];
  const { lostKinds } = trace.reading;
  if (['hazard', 'risk', 'any'].some((kind) => lostKinds.has(kind))) return undefined;
  if (list.length === 0) {
    return trace
      .all('statement')
      .find(({ fields }) => fields.type === 'none' && fields.of === 'hazards' && fields.by && fields.date);
  }
  return trace.all('statement').find((statement) => {
    const { type, by, date } = statement.fields;
    if (type !== 'complete' || by === undefined || date === undefined) return false;
    const bound = new Map(Object.entries(statement.fields['bound-to'] ?? {}));
    const isPresent = ([id, hash]: readonly [string, string]): boolean => {
      const record = trace.find(id);
      return record !== undefined && isCurrent(record) && trace.hash(record) === hash;
    };
    // A hazard or risk that was there then and is gone now is a change of the list too.
    return list.every((record) => bound.has(record.id)) && [...bound].every(isPresent);
  });
}

function highest(classes: readonly SafetyClass[]): SafetyClass | undefined {
  return classes.toSorted((a, b) => SAFETY_CLASSES.indexOf(b) - SAFETY_CLASSES.indexOf(a))[0];
}

/** Each different cell once, with a risk that stands in it. */
function whyOf(rows: readonly Row[]): string {
  const byCell = new Map(rows.map((row) => [row.why, row.risk.id]));
  return [...byCell]
    .slice(0, 4)
    .map(([why, id]) => `${id} ${why}`)
    .join('; ');
}

interface Way {
  readonly rows: readonly Row[];
  readonly computed: SafetyClass;
  readonly withoutExternal: SafetyClass;
  readonly declared: SafetyClass | undefined;
  readonly complete: RecordOf<'statement'> | undefined;
  readonly used: SafetyClass;
  readonly deciding: readonly Row[];
}

// @implements SRS-405
function pathOf(system: RecordOf<'item'>, way: Way): readonly string[] {
  const steps: string[] = [];
  const risks = shortList(
    way.deciding.map((row) => row.risk.id),
    6,
  );
  if (way.rows.length === 0) steps.push(`no risk with a cause in ${system.id} is written down`);
  else if (way.computed === 'A')
    steps.push(`every risk with a software cause is acceptable with external controls only (${risks})`);
  else steps.push(`${risks}, not acceptable with external controls only (${whyOf(way.deciding)})`);
  if (way.withoutExternal > way.computed) steps.push(`it would be ${way.withoutExternal} without external controls`);
  if (way.complete) steps.push(`${way.complete.id} says that the list of hazardous situations is complete`);
  else if (way.computed !== 'C')
    steps.push('C by default: no statement, bound to the present hazards and risks, says that the list is complete');
  if (way.declared !== undefined && way.declared !== way.used)
    steps.push(`declared ${way.declared}; the more demanding counts`);
  return [`${system.id}: ${way.used}, because ${steps.join('; ')} (IEC 62304 4.3).`];
}
