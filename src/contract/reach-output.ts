/** The output of `medward view --reach ID`: from where an item, an asset, a flow or an interface can be reached, and by which way. */
import type { Assessment } from '../assess/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import { attackPathsTo, endsOf, Reachability, type OnTheWay, type ReachPath } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

export interface PathOutput {
  readonly from: string;
  readonly kind: 'agent' | 'item';
  readonly title: string | null;
  /** `false`: what is written does not tell whether the interface at which it begins is open to it. */
  readonly known: boolean;
  /** `by` is an interface or a flow; `null` where a whole passes on to its part. */
  readonly steps: readonly {
    readonly by: string | null;
    readonly to: string;
    readonly crosses: readonly string[] | 'unknown';
  }[];
}

export interface ReachOutput extends Identity {
  readonly target: { readonly id: string; readonly kind: string; readonly title: string | null };
  /** Items at which the question ends. */
  readonly places: readonly string[];
  readonly paths: readonly PathOutput[];
  /** Agents at an interface over which it travels. */
  readonly onTheWay: readonly {
    readonly agent: string;
    readonly interface: string;
    readonly flow: string;
    readonly known: boolean;
  }[];
  /** Agents that cannot get there by what is written. */
  readonly excluded: readonly string[];
}

export type ReachTarget = RecordOf<'item'> | RecordOf<'asset'> | RecordOf<'flow'> | RecordOf<'interface'>;

export function isReachTarget(record: AnyRecord): record is ReachTarget {
  return ['item', 'asset', 'flow', 'interface'].includes(record.kind);
}

export function reachOutput({ trace }: Assessment, target: ReachTarget, subject: Subject): ReachOutput {
  const found = waysTo(target, trace);
  const able = new Set([...found.paths.map((path) => path.from.id), ...found.onTheWay.map((way) => way.agent.id)]);
  return {
    ...identityOf('reach', subject),
    target: { id: target.id, kind: target.kind, title: target.fields.title ?? null },
    places: found.places.map((item) => item.id),
    paths: found.paths.map(pathOutput),
    onTheWay: found.onTheWay.map((way) => ({
      agent: way.agent.id,
      interface: way.interface.id,
      flow: way.flow.id,
      known: way.certainty === 'yes',
    })),
    excluded: trace
      .all('agent')
      .map((agent) => agent.id)
      .filter((id) => !able.has(id)),
  };
}

interface Ways {
  readonly places: readonly RecordOf<'item'>[];
  readonly paths: readonly ReachPath[];
  readonly onTheWay: readonly OnTheWay[];
}

function waysTo(target: ReachTarget, trace: Trace): Ways {
  if (target.kind === 'asset') {
    const { places, paths, onTheWay } = attackPathsTo(target, trace);
    return { places: [...places.atRest, ...places.passes], paths, onTheWay };
  }
  const places = placesOf(target, trace);
  return { places, paths: new Reachability(trace).pathsTo(places), onTheWay: [] };
}

function placesOf(target: Exclude<ReachTarget, RecordOf<'asset'>>, trace: Trace): readonly RecordOf<'item'>[] {
  if (target.kind === 'item') return [target];
  return target.kind === 'flow' ? endsOf(target, trace) : trace.linkedOf(target, 'item', 'item');
}

function pathOutput({ from, steps, certainty }: ReachPath): PathOutput {
  return {
    from: from.id,
    kind: from.kind,
    title: from.fields.title ?? null,
    known: certainty === 'yes',
    steps: steps.map((step) => ({ by: step.by?.id ?? null, to: step.to.id, crosses: step.crosses })),
  };
}

export const crossedSchema: Schema = { anyOf: [array(text), { const: 'unknown' }] };

export const reachSchema: Schema = withIdentity('reach', {
  target: object({ id: text, kind: text, title: nullable(text) }),
  places: array(text),
  paths: array(
    object({
      from: text,
      kind: oneOf('agent', 'item'),
      title: nullable(text),
      known: yesNo,
      steps: array(object({ by: nullable(text), to: text, crosses: crossedSchema })),
    }),
  ),
  onTheWay: array(object({ agent: text, interface: text, flow: text, known: yesNo })),
  excluded: array(text),
});
