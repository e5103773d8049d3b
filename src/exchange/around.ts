/** In which boundary an item stands, for formats that know no parts of items: its own, or that of the item around it. */
import { LIMITS } from './limits.js';
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
  for (; at && !seen.has(at) && seen.size < LIMITS.nesting; at = model.find(at.links('parent')[0])) {
    seen.add(at);
    const boundary = model.find(at.links('boundary')[0]);
    if (boundary) return { boundary, isInherited: at !== item };
  }
  return { boundary: undefined, isInherited: false };
}

/**
 * Boundaries by the one around them. A link that closes a circle is left out, and of more levels than any model has the
 * outermost: both are then told as lost, because nobody carried them.
 */
export function boundaryParents(model: OwnModel): ReadonlyMap<OwnRecord, OwnRecord> {
  const parents = new Map<OwnRecord, OwnRecord>();
  const depths = new Map<OwnRecord, number>();
  for (const start of model.all('boundary')) {
    const way: OwnRecord[] = [];
    const onWay = new Set<OwnRecord>();
    let at: OwnRecord | undefined = start;
    for (; at && !depths.has(at) && !onWay.has(at); at = model.find(at.links('parent')[0])) {
      way.push(at);
      onWay.add(at);
    }
    // From the outside in; where the way ended in itself, its last part lies in nothing.
    let outer = at && depths.has(at) ? at : undefined;
    for (const boundary of way.reverse()) {
      const depth = outer ? (depths.get(outer) ?? 0) + 1 : 0;
      const isIn = outer !== undefined && depth < LIMITS.nesting;
      if (outer && isIn) parents.set(boundary, outer);
      depths.set(boundary, isIn ? depth : 0);
      outer = boundary;
    }
  }
  return parents;
}
