/** In which boundary an item stands, for formats that know no parts of items: its own, or that of the item around it. */
import type { OwnModel } from './own-model.js';
import type { OwnRecord } from './own-record.js';

export interface Standing {
  readonly boundary: OwnRecord | undefined;
  /** Its own record does not say so, but that of an item around it. */
  readonly isInherited: boolean;
}

export function standingOf(item: OwnRecord, model: OwnModel): Standing {
  const seen = new Set<OwnRecord>();
  let at: OwnRecord | undefined = item;
  for (; at && !seen.has(at); at = model.find(at.links('parent')[0])) {
    seen.add(at);
    const boundary = model.find(at.links('boundary')[0]);
    if (boundary) return { boundary, isInherited: at !== item };
  }
  return { boundary: undefined, isInherited: false };
}

/** Boundaries by the one around them; a link that closes a circle is left out. */
export function boundaryParents(model: OwnModel): ReadonlyMap<OwnRecord, OwnRecord> {
  const parents = new Map<OwnRecord, OwnRecord>();
  for (const boundary of model.all('boundary')) {
    const parent = model.find(boundary.links('parent')[0]);
    if (parent && !isAround(boundary, parent, parents)) parents.set(boundary, parent);
  }
  return parents;
}

function isAround(inner: OwnRecord, outer: OwnRecord, parents: ReadonlyMap<OwnRecord, OwnRecord>): boolean {
  for (let at: OwnRecord | undefined = outer; at; at = parents.get(at)) if (at === inner) return true;
  return false;
}
