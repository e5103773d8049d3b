/** Who may act at which interface: the reach of an agent held against the reach of an interface. */
import type { RecordOf } from '../records/index.js';

export type Reach = NonNullable<RecordOf<'interface'>['fields']['reach']>;

/** `unknown`: the model does not say, so nobody may be excluded. */
export type Certainty = 'yes' | 'unknown';

/** From nowhere to everywhere. Whoever is near can also do what is possible from afar, so an agent reaches what lies behind. */
const NEAR_TO_FAR: readonly Reach[] = ['none', 'physical', 'local', 'adjacent', 'network', 'internet'];

export function reachOf(record: RecordOf<'interface'> | RecordOf<'agent'>): Reach | 'unknown' {
  return record.fields.reach ?? 'unknown';
}

/** A closed interface and one that nobody can reach let nobody in; a power-only one carries no data, as far as that is written. */
export function mayActAt(agent: RecordOf<'agent'>, at: RecordOf<'interface'>): Certainty | 'no' {
  const { enabled, reach } = at.fields;
  if (enabled === 'no' || reach === 'none' || agent.fields.reach === 'none' || at.fields['power-only']) return 'no';
  if (reach === undefined || agent.fields.reach === undefined) return 'unknown';
  if (NEAR_TO_FAR.indexOf(agent.fields.reach) > NEAR_TO_FAR.indexOf(reach)) return 'no';
  return enabled === undefined ? 'unknown' : 'yes';
}
