/** What records tell about the profile: one function per fact that can be derived. Silence of the records is no answer. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { harmOf, HARMS, type Harm, type Methods } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import type { Derived } from './fact-answer.js';

/** @returns what the records tell; `undefined` if they are silent; `'open'` if something is there that does not tell enough */
export type Derivation = (trace: Trace, methods: Methods) => Derived | undefined | 'open';

/** By the name that a fact's `derived` gives. */
export const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  software: (trace) => fromSystems(trace, (system) => system.fields.form, 'embedded'),
  route: (trace) => fromSystems(trace, (system) => system.fields.route, 'legacy'),
  interfaces: (trace) => exposureOf(trace),
  hazards: (trace) => essentialPerformance(trace),
  items: (trace) => {
    const many = trace.all('item').filter((item) => item.fields['multi-patient']);
    return many.length > 0 ? { value: true, from: ids(many) } : undefined;
  },
  threats: (trace, methods) => exploitHarm(trace, methods),
  barriers: (trace) => barrier(trace),
};

function fromSystems(
  trace: Trace,
  value: (system: RecordOf<'item'>) => string | undefined,
  cautious: string,
): Derived | undefined {
  const systems = trace.all('item').filter((item) => item.fields.granularity === 'system' && value(item) !== undefined);
  const values = new Set(systems.map(value));
  const chosen = values.has(cautious) ? cautious : [...values][0];
  return chosen === undefined ? undefined : { value: chosen, from: ids(systems) };
}

/** Interfaces of the device that can be used: enabled or for service; those of other products do not expose it. */
function exposureOf(trace: Trace): Derived | undefined | 'open' {
  const open = trace.all('interface').filter((record) => record.fields.enabled !== 'no' && isOfDevice(record, trace));
  const exposures = open.map((record) => ({ record, exposure: exposureBy(record) }));
  if (exposures.some(({ exposure }) => exposure === 'open')) return 'open';
  const telling = exposures.filter(({ exposure }) => exposure !== 'none');
  if (telling.length === 0) {
    const none = trace
      .all('statement')
      .find((statement) => statement.fields.type === 'none' && statement.fields.of === 'interfaces');
    return none && open.length === trace.all('interface').length ? { value: ['none'], from: [none.id] } : undefined;
  }
  return {
    value: [...new Set(telling.map(({ exposure }) => exposure))].toSorted(),
    from: ids(telling.map(({ record }) => record)),
  };
}

function isOfDevice(record: RecordOf<'interface'>, trace: Trace): boolean {
  const [item] = trace.linkedOf(record, 'item', 'item');
  return (item?.fields.scope ?? 'device') === 'device';
}

/** From where it can be reached decides; for what is touched by hand, the medium. */
function exposureBy(record: RecordOf<'interface'>): string {
  const { reach, medium } = record.fields;
  if (record.fields['power-only']) return 'usb-power-only';
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

function exposureByMedium(medium: string, enabled: string): string {
  const known = PHYSICAL.find(([pattern]) => pattern.test(medium))?.[1];
  return known ?? (enabled === 'service-only' ? 'service-port' : 'none');
}

function essentialPerformance(trace: Trace): Derived | undefined {
  const hazards = trace.all('hazard');
  const marked = hazards.filter((hazard) => hazard.fields['essential-performance'] === true);
  if (marked.length > 0) return { value: true, from: ids(marked) };
  const denied = hazards.filter((hazard) => hazard.fields['essential-performance'] === false);
  return hazards.length > 0 && denied.length === hazards.length ? { value: false, from: ids(denied) } : undefined;
}

const EXPLOIT_HARM: Readonly<Record<Harm, string>> = { none: 'data', 'non-serious': 'non-serious', serious: 'serious' };

/** The worst harm of the hazards that threats reach, by the scale of the safety method. */
function exploitHarm(trace: Trace, methods: Methods): Derived | undefined | 'open' {
  const reached = trace.all('hazard').filter((hazard) => trace.linked(hazard, 'threats').length > 0);
  const harms = reached.map((hazard) => harmOf(methods.risk, hazard.fields.severity));
  if (harms.length === 0) return undefined;
  const known = harms.filter((harm): harm is Harm => harm !== 'unknown');
  const worst = known.toSorted((a, b) => HARMS.indexOf(b) - HARMS.indexOf(a))[0];
  if (worst === undefined || (known.length < harms.length && worst !== 'serious')) return 'open';
  return { value: EXPLOIT_HARM[worst], from: ids(reached) };
}

/** Only controls outside the software that say whether the same attack defeats them can tell. */
function barrier(trace: Trace): Derived | undefined {
  const told = trace
    .all('control')
    .filter((control) => control.fields.external && control.fields['security-effect'] !== undefined);
  const standing = told.filter((control) => control.fields['security-effect']?.defeatable === false);
  if (standing.length > 0) return { value: true, from: ids(standing) };
  return told.length > 0 ? { value: false, from: ids(told) } : undefined;
}

function ids(records: readonly AnyRecord[]): readonly string[] {
  return records.map((record) => record.id);
}
