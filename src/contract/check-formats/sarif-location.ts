/** Where something stands, in SARIF: a relative address with percent-encoding, line and column from 1. */
import type { Place } from '../../shapes/index.js';
import { inAddress, inPlainText, type SarifPart } from './sarif-parts.js';

/** The name that readers know for the root of the repository. */
export const SOURCE_ROOT = '%SRCROOT%';

export function locationOf(place: Place, record: string | null = null): SarifPart {
  const physicalLocation = {
    artifactLocation: { uri: addressOf(place.file), uriBaseId: SOURCE_ROOT },
    region: { startLine: place.line, startColumn: place.column },
  };
  return record === null
    ? { physicalLocation }
    : { physicalLocation, logicalLocations: [{ name: record, kind: 'object' }] };
}

/** @param index of the place among the related ones: ids tell them apart within one result */
export function relatedLocation(place: Place & { readonly message: string }, index: number): SarifPart {
  return { id: index + 1, ...locationOf(place), message: { text: inPlainText(place.message) } };
}

/** Each step of the path by itself: a colon in the first would be taken for a scheme. */
function addressOf(path: string): string {
  return path.split('/').map(inAddress).join('/');
}
