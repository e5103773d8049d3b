/** The output of `medward view --assets`: where each asset travels and rests, and flows and stores of which nobody wrote what they hold. */
import type { Assessment } from '../assess/index.js';
import { assetsInPlaces } from '../threats/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { crossedSchema } from './reach-output.js';
import { array, nullable, object, text, type Schema } from './schema.js';

export interface AssetPlacesOutput extends Identity {
  readonly assets: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly type: string | null;
    readonly inTransit: readonly {
      readonly flow: string;
      readonly crosses: readonly string[] | 'unknown';
      /** `null`: nobody wrote any, which is not the same as none. */
      readonly protection: string | null;
    }[];
    readonly atRest: readonly string[];
    /** Ends of its flows that do not say that they keep it. */
    readonly passes: readonly string[];
    readonly standsFor: readonly string[];
    readonly threats: readonly string[];
  }[];
  readonly flowsWithoutAsset: readonly string[];
  readonly storesWithoutAsset: readonly string[];
}

export function assetPlacesOutput({ trace }: Assessment, subject: Subject): AssetPlacesOutput {
  const found = assetsInPlaces(trace);
  return {
    ...identityOf('asset-places', subject),
    assets: found.assets.map((places) => ({
      id: places.asset.id,
      title: places.asset.fields.title ?? null,
      type: places.asset.fields.type ?? null,
      inTransit: places.inTransit.map(({ flow, crosses, protection }) => ({
        flow: flow.id,
        crosses,
        protection: protection ?? null,
      })),
      atRest: places.atRest.map((item) => item.id),
      passes: places.passes.map((item) => item.id),
      standsFor: places.standsFor,
      threats: places.threats,
    })),
    flowsWithoutAsset: found.flowsWithoutAsset.map((flow) => flow.id),
    storesWithoutAsset: found.storesWithoutAsset.map((item) => item.id),
  };
}

export const assetPlacesSchema: Schema = withIdentity('asset-places', {
  assets: array(
    object({
      id: text,
      title: nullable(text),
      type: nullable(text),
      inTransit: array(object({ flow: text, crosses: crossedSchema, protection: nullable(text) })),
      atRest: array(text),
      passes: array(text),
      standsFor: array(text),
      threats: array(text),
    }),
  ),
  flowsWithoutAsset: array(text),
  storesWithoutAsset: array(text),
});
