/** The ways to one asset: to where it rests, to the ends between which it travels, and onto the way itself. */
import type { RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { placesOfAsset, type AssetPlaces } from './asset-places.js';
import { mayActAt, type Certainty } from './reach.js';
import { Reachability, type ReachPath } from './reachability.js';

/** An agent at an interface over which the asset travels: nothing has to be entered first. */
export interface OnTheWay {
  readonly agent: RecordOf<'agent'>;
  readonly interface: RecordOf<'interface'>;
  readonly flow: RecordOf<'flow'>;
  readonly certainty: Certainty;
}

export interface AttackPaths {
  readonly places: AssetPlaces;
  readonly paths: readonly ReachPath[];
  readonly onTheWay: readonly OnTheWay[];
}

export function attackPathsTo(
  asset: RecordOf<'asset'>,
  trace: Trace,
  reachability: Reachability = new Reachability(trace),
): AttackPaths {
  const places = placesOfAsset(asset, trace);
  const standing = trace.linkedOf(asset, 'stands-for', 'item');
  const targets = new Map([...places.atRest, ...places.passes, ...standing].map((item) => [item.id, item]));
  const inOrder = [...targets.values()].toSorted((a, b) => compareText(a.id, b.id));
  return {
    places,
    // Somebody who is himself an end of the flow has the asset already; his way there is no attack.
    paths: reachability.pathsTo(inOrder),
    onTheWay: trace.all('agent').flatMap((agent) =>
      places.inTransit.flatMap(({ flow }) =>
        trace.linkedOf(flow, 'via', 'interface').flatMap((at): readonly OnTheWay[] => {
          const certainty = mayActAt(agent, at);
          return certainty === 'no' ? [] : [{ agent, interface: at, flow, certainty }];
        }),
      ),
    ),
  };
}
