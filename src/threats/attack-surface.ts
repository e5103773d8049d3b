/** Where the device can be touched: every interface with its state, also those that are closed, for service only or physical. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { mayActAt, reachOf, type Certainty, type Reach } from './reach.js';

/** `closed` is what somebody wrote; where nobody wrote a state the interface counts as a way in. */
export type InterfaceState = 'open' | 'service-only' | 'closed' | 'unknown';

export interface SurfacePoint {
  readonly interface: RecordOf<'interface'>;
  readonly item: RecordOf<'item'> | undefined;
  readonly state: InterfaceState;
  readonly reach: Reach | 'unknown';
  /** Written so: it is not believed here, only told. */
  readonly powerOnly: boolean;
  readonly flows: readonly RecordOf<'flow'>[];
  readonly threats: readonly RecordOf<'threat'>[];
  /** Who may act there, and whether that is known. */
  readonly agents: readonly { readonly agent: RecordOf<'agent'>; readonly certainty: Certainty }[];
}

export interface AttackSurface {
  /** In order of their ids. */
  readonly points: readonly SurfacePoint[];
  /** Ways in that no interface describes: flows that name none. */
  readonly flowsWithoutInterface: readonly RecordOf<'flow'>[];
  /** Some interface could not be read, so there may be more. */
  readonly isOpen: boolean;
}

export function attackSurface(trace: Trace): AttackSurface {
  const agents = trace.all('agent');
  return {
    points: trace.all('interface').map((one) => pointOf(one, agents, trace)),
    flowsWithoutInterface: trace.all('flow').filter((flow) => trace.linked(flow, 'via').length === 0),
    isOpen: trace.reading.lostKinds.has('interface') || trace.reading.lostKinds.has('any'),
  };
}

function stateOfInterface(record: RecordOf<'interface'>): InterfaceState {
  const { enabled } = record.fields;
  if (enabled === undefined) return 'unknown';
  return enabled === 'yes' ? 'open' : enabled === 'no' ? 'closed' : 'service-only';
}

function pointOf(record: RecordOf<'interface'>, agents: readonly RecordOf<'agent'>[], trace: Trace): SurfacePoint {
  return {
    interface: record,
    item: trace.linkedOf(record, 'item', 'item')[0],
    state: stateOfInterface(record),
    reach: reachOf(record),
    powerOnly: record.fields['power-only'] === true,
    flows: trace.linkedOf(record, 'flows', 'flow'),
    threats: trace.linkedOf(record, 'threats', 'threat'),
    agents: agents.flatMap((agent) => {
      const certainty = mayActAt(agent, record);
      return certainty === 'no' ? [] : [{ agent, certainty }];
    }),
  };
}
