/** The hash by which a result remembers what a test and the records that it verifies said. */
import { recordHash, type AnyRecord } from '../../records/index.js';

const known = new WeakMap<AnyRecord, string>();

/** Without links: a trace that is added later changes nothing of what was tested. */
export function contentHash(record: AnyRecord): string {
  const hash = known.get(record) ?? recordHash(record, []);
  known.set(record, hash);
  return hash;
}
