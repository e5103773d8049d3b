/** Who may act at which interface: the reach of an agent held against the reach of an interface. */
import type { RecordOf } from '../records/index.js';

export type Reach = NonNullable<RecordOf<'interface'>['fields']['reach']>;

/** `unknown`: the model does not say, so nobody may be excluded. */
export type Certainty = 'yes' | 'unknown';

/**
 * From where an interface can be reached (rows) and from where an agent acts (columns). The internet is everywhere. Whoever stands at
 * the device can also log in to it and hear its radio. Whether somebody near the device also stands in the network of an interface is
 * not told by "near", so it stays open; a network is closed to whoever comes over the internet.
 */
const MAY_ACT: Readonly<Record<Reach, Readonly<Record<Reach, Certainty | 'no'>>>> = {
  internet: { none: 'no', physical: 'yes', local: 'yes', adjacent: 'yes', network: 'yes', internet: 'yes' },
  network: { none: 'no', physical: 'unknown', local: 'unknown', adjacent: 'unknown', network: 'yes', internet: 'no' },
  adjacent: { none: 'no', physical: 'yes', local: 'yes', adjacent: 'yes', network: 'no', internet: 'no' },
  local: { none: 'no', physical: 'yes', local: 'yes', adjacent: 'no', network: 'no', internet: 'no' },
  physical: { none: 'no', physical: 'yes', local: 'no', adjacent: 'no', network: 'no', internet: 'no' },
  none: { none: 'no', physical: 'no', local: 'no', adjacent: 'no', network: 'no', internet: 'no' },
};

export function reachOf(record: RecordOf<'interface'> | RecordOf<'agent'>): Reach | 'unknown' {
  return record.fields.reach ?? 'unknown';
}

/** A closed interface lets nobody in; a power-only one carries no data, as far as that is written. */
export function mayActAt(agent: RecordOf<'agent'>, at: RecordOf<'interface'>): Certainty | 'no' {
  const { enabled, reach } = at.fields;
  const from = agent.fields.reach;
  if (enabled === 'no' || at.fields['power-only'] || reach === 'none' || from === 'none') return 'no';
  if (reach === undefined || from === undefined) return 'unknown';
  const may = MAY_ACT[reach][from];
  return may === 'yes' && enabled === undefined ? 'unknown' : may;
}
