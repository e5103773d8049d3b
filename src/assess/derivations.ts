/** What records tell about the profile: one function per fact that can be derived. Silence of the records is no answer. */
import type { AnyRecord, KindName, RecordOf } from '../records/index.js';
import { harmOf, HARMS, type Harm, type Methods } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import type { Derived } from './fact-answer.js';

export interface Told {
  /** Absent: the records are silent. */
  readonly derived?: Derived | undefined;
  /** Something is there that does not tell enough, or that nobody can read: it may ask for more than what is told. */
  readonly open: boolean;
}

export type Derivation = (trace: Trace, methods: Methods) => Told;

/** By the name that a fact's `derived` gives. */
export const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  software: (trace) => fromSystems(trace, (system) => system.fields.form, 'embedded'),
  route: (trace) => fromSystems(trace, (system) => system.fields.route, 'legacy'),
  interfaces: (trace) => exposureOf(trace),
  hazards: (trace) => essentialPerformance(trace),
  items: (trace) => manyPatients(trace),
  threats: (trace, methods) => exploitHarm(trace, methods),
  barriers: (trace) => barrier(trace),
};

function fromSystems(trace: Trace, value: (system: RecordOf<'item'>) => string | undefined, cautious: string): Told {
  const systems = trace.all('item').filter((item) => item.fields.granularity === 'system' && value(item) !== undefined);
  const values = new Set(systems.map(value));
  const chosen = values.has(cautious) ? cautious : [...values][0];
  return chosen === undefined ? SILENT : { derived: { value: chosen, from: ids(systems) }, open: false };
}

const SILENT: Told = { open: false };

/** Whether a record of one of the kinds is lost, or says something in one of the fields that nobody can read. */
function isUnreadable(trace: Trace, fields: Readonly<Partial<Record<KindName, readonly string[]>>>): boolean {
  const { lostKinds } = trace.reading;
  const isLost = lostKinds.has('any') || Object.keys(fields).some((kind) => lostKinds.has(kind));
  return (
    isLost ||
    Object.entries(fields).some(([kind, names]) =>
      trace.allNamed(kind).some((record) => names.some((name) => record.unusable.has(name))),
    )
  );
}

function manyPatients(trace: Trace): Told {
  const many = trace.all('item').filter((item) => item.fields['multi-patient']);
  // It raises a flag and no level: a list of unknown kind alone is no reason to ask for it.
  const open =
    trace.reading.lostKinds.has('item') || trace.all('item').some((item) => item.unusable.has('multi-patient'));
  return many.length > 0 ? { derived: { value: true, from: ids(many) }, open } : { open };
}

/** Interfaces of the device that can be used: enabled or for service; those of other products do not expose it. */
function exposureOf(trace: Trace): Told {
  const usable = trace.all('interface').filter((record) => record.fields.enabled !== 'no' && isOfDevice(record, trace));
  const exposures = usable.map((record) => ({ record, exposure: exposureBy(record) }));
  const open = exposures.some(({ exposure }) => exposure === 'open') || isUnreadable(trace, { interface: [] });
  const telling = exposures.filter(({ exposure }) => exposure !== 'none' && exposure !== 'open');
  if (telling.length === 0) {
    const none = trace.all('statement').find(saysNoInterfaces);
    return none && usable.length === trace.all('interface').length
      ? { derived: { value: ['none'], from: [none.id] }, open }
      : { open };
  }
  const value = [...new Set(telling.map(({ exposure }) => exposure))].toSorted();
  return { derived: { value, from: ids(telling.map(({ record }) => record)) }, open };
}

/** "There are none" is something that a named person says on a day. */
function saysNoInterfaces({ fields }: RecordOf<'statement'>): boolean {
  return fields.type === 'none' && fields.of === 'interfaces' && fields.by !== undefined && fields.date !== undefined;
}

function isOfDevice(record: RecordOf<'interface'>, trace: Trace): boolean {
  const [item] = trace.linkedOf(record, 'item', 'item');
  return (item?.fields.scope ?? 'device') === 'device';
}

// @implements SRS-309
/** From where it can be reached decides; for what is touched by hand, the medium. */
function exposureBy(record: RecordOf<'interface'>): string {
  const { reach, medium } = record.fields;
  const isFar = reach === 'internet' || reach === 'network' || reach === 'adjacent';
  if (record.fields['power-only'] && !isFar) return 'usb-power-only';
  if (reach === 'internet') return 'public-network';
  if (reach === 'network') return 'controlled-network';
  if (reach === 'adjacent') return 'short-range-radio';
  if (reach === 'none') return 'none';
  if (reach === undefined || medium === undefined || record.fields.enabled === undefined) return 'open';
  return exposureByMedium(medium, record.fields.enabled);
}

const PHYSICAL: readonly (readonly [medium: RegExp, exposure: string])[] = [
  [/\b(ble|bluetooth|nfc|rfid|wi-?fi|wlan|radio|zigbee|infrared)\b/i, 'short-range-radio'],
  [/\b(removable|sd|card|optical|cd|dvd|stick|media)\b/i, 'removable-media'],
  [/\busb\b/i, 'usb-data'],
  [/\b(ethernet|lan)\b/i, 'controlled-network'],
  [/\b(serial|uart|rs-?232|rs-?485|jtag|swd|debug|can|i2c|spi)\b/i, 'service-port'],
];

const NO_DATA_FROM_OUTSIDE =
  /\b(ui|user interface|screen|display|touch|keys?|keypad|buttons?|knob|sound|speaker|light|led|mechanical|api|ipc|pwm|analog(ue)?|power|mains|battery|tube|infusion set)\b/i;

function exposureByMedium(medium: string, enabled: string): string {
  const known = PHYSICAL.find(([pattern]) => pattern.test(medium))?.[1];
  if (known !== undefined) return known;
  if (enabled === 'service-only') return 'service-port';
  // A medium that nobody here knows may carry data: that it does not is for people to say.
  return NO_DATA_FROM_OUTSIDE.test(medium) ? 'none' : 'open';
}

function essentialPerformance(trace: Trace): Told {
  const hazards = trace.all('hazard');
  const open = isUnreadable(trace, { hazard: ['essential-performance'] });
  const marked = hazards.filter((hazard) => hazard.fields['essential-performance'] === true);
  if (marked.length > 0) return { derived: { value: true, from: ids(marked) }, open };
  const denied = hazards.filter((hazard) => hazard.fields['essential-performance'] === false);
  const isDenied = hazards.length > 0 && denied.length === hazards.length;
  return isDenied ? { derived: { value: false, from: ids(denied) }, open } : { open };
}

const EXPLOIT_HARM: Readonly<Record<Harm, string>> = { none: 'data', 'non-serious': 'non-serious', serious: 'serious' };

/** The worst harm of the hazards that threats reach, by the scale of the safety method. */
function exploitHarm(trace: Trace, methods: Methods): Told {
  const reached = trace.all('hazard').filter((hazard) => trace.linked(hazard, 'threats').length > 0);
  const harms = reached.map((hazard) => harmOf(methods.risk, hazard.fields.severity));
  const known = harms.filter((harm): harm is Harm => harm !== 'unknown');
  const worst = known.toSorted((a, b) => HARMS.indexOf(b) - HARMS.indexOf(a))[0];
  const open = known.length < harms.length || isUnreadable(trace, { hazard: ['threats'], threat: ['hazards'] });
  return worst === undefined ? { open } : { derived: { value: EXPLOIT_HARM[worst], from: ids(reached) }, open };
}

/** Only controls outside the software that say whether the same attack defeats them can tell. */
function barrier(trace: Trace): Told {
  const told = trace
    .all('control')
    .filter((control) => control.fields.external && control.fields['security-effect'] !== undefined);
  const standing = told.filter((control) => control.fields['security-effect']?.defeatable === false);
  if (standing.length > 0) return { derived: { value: true, from: ids(standing) }, open: false };
  return told.length > 0 ? { derived: { value: false, from: ids(told) }, open: false } : SILENT;
}

function ids(records: readonly AnyRecord[]): readonly string[] {
  return records.map((record) => record.id);
}
