/** Where each asset is: on which flows it travels, in which items it rests, and what protects it there as far as somebody wrote it. */
import type { RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { crossesOf } from './reachability.js';

export interface InTransit {
  readonly flow: RecordOf<'flow'>;
  readonly crosses: readonly string[] | 'unknown';
  /** Words of the flow; `undefined` where nobody wrote any, which is not the same as none. */
  readonly protection: string | undefined;
}

export interface AssetPlaces {
  readonly asset: RecordOf<'asset'>;
  readonly inTransit: readonly InTransit[];
  readonly atRest: readonly RecordOf<'item'>[];
  /** Ends of its flows that do not say that they keep it: it passes through, at the least. */
  readonly passes: readonly RecordOf<'item'>[];
  /** What it stands for: a control, an item or a component that is itself worth protecting. */
  readonly standsFor: readonly string[];
  readonly threats: readonly string[];
}

export interface AssetsInPlaces {
  /** In order of their ids. */
  readonly assets: readonly AssetPlaces[];
  /** Nobody wrote what they carry. */
  readonly flowsWithoutAsset: readonly RecordOf<'flow'>[];
  /** Stores of which nobody wrote what they keep. */
  readonly storesWithoutAsset: readonly RecordOf<'item'>[];
}

export function assetsInPlaces(trace: Trace): AssetsInPlaces {
  return {
    assets: trace.all('asset').map((asset) => placesOfAsset(asset, trace)),
    flowsWithoutAsset: trace.all('flow').filter((flow) => trace.linked(flow, 'assets').length === 0),
    storesWithoutAsset: trace
      .all('item')
      .filter((item) => item.fields.role === 'store' && trace.linked(item, 'assets').length === 0),
  };
}

export function placesOfAsset(asset: RecordOf<'asset'>, trace: Trace): AssetPlaces {
  const flows = trace.linkedOf(asset, 'carried-by', 'flow');
  const atRest = trace.linkedOf(asset, 'held-by', 'item');
  const holding = new Set(atRest.map((item) => item.id));
  const ends = new Map(flows.flatMap((flow) => endsOf(flow, trace)).map((item) => [item.id, item]));
  return {
    asset,
    inTransit: flows.map((flow) => ({
      flow,
      crosses: crossesOf(flow, trace),
      protection: flow.fields.protection,
    })),
    atRest,
    passes: [...ends.values()].filter((item) => !holding.has(item.id)).toSorted((a, b) => compareText(a.id, b.id)),
    standsFor: trace.names(asset, 'stands-for'),
    threats: trace.names(asset, 'threats'),
  };
}

/** Both ends of a flow, as far as they are records. */
export function endsOf(flow: RecordOf<'flow'>, trace: Trace): readonly RecordOf<'item'>[] {
  return [...trace.linkedOf(flow, 'from', 'item'), ...trace.linkedOf(flow, 'to', 'item')];
}
