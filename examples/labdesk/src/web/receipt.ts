/** Marks an order as received in the laboratory, once. */
// @implements SRS-F07
import type { User } from './access.js';
import type { Database } from './order-search.js';

// An order that the laboratory system never acknowledged cannot be received: somebody has to look first (RSK-01).
const RECEIVE = `
  UPDATE orders SET received = $1, received_by = $2
   WHERE number = $3 AND tenant = $4 AND received IS NULL AND state = 'acknowledged'
  RETURNING number`;

/** @returns whether it was marked now; an order that was marked before keeps its time and its person */
export async function markReceived(database: Database, user: User, number: string, now: Date): Promise<boolean> {
  const { rows } = await database.query(RECEIVE, [now, user.id, number, user.tenant]);
  return rows.length === 1;
}
