/** Lists the orders of the wards of a user and says of each how far it got on its way to the laboratory. */
// @implements SRS-F02, SRS-F06
import type { User } from './access.js';
import { COLUMNS, type Database, type OrderRow } from './order-search.js';
import type { ShownOrder } from './pages.js';

const MOST_ROWS = 200;

/** After this time staff should not wait any longer, but call the laboratory (RC-03). */
const OVERDUE_SECONDS = 60;

const LIST = `
  SELECT ${COLUMNS}
    FROM orders
   WHERE tenant = $1
     AND (ward = ANY ($2) OR $3)
   ORDER BY entered DESC, number
   LIMIT ${MOST_ROWS}`;

const ONE = `SELECT ${COLUMNS} FROM orders WHERE number = $1`;

export async function ordersOfWards(database: Database, user: User): Promise<readonly OrderRow[]> {
  const { rows } = await database.query(LIST, [user.tenant, user.wards, user.role === 'laboratory']);
  return rows;
}

/** Whoever calls it asks `mayDo` with what comes back. */
export async function orderOf(database: Database, number: string): Promise<OrderRow | undefined> {
  const { rows } = await database.query(ONE, [number]);
  return rows[0];
}

/** The words of the list, so that nobody takes an order for arrived that is not (HAZ-01). */
export function progressOf({ state, received, entered }: OrderRow, now: Date): string {
  if (received) return 'samples received';
  if (state === 'acknowledged') return 'in the laboratory system';
  if (state === 'rejected') return 'REFUSED by the laboratory system: call the laboratory';
  const seconds = (now.getTime() - entered.getTime()) / 1000;
  return seconds < OVERDUE_SECONDS ? 'on its way' : 'NOT ACKNOWLEDGED: call the laboratory';
}

export function shown(order: OrderRow, now: Date): ShownOrder {
  const { number, ward, patient, born, tests, comment } = order;
  const entered = order.entered.toISOString();
  return { number, ward, patient, patientNumber: order.patient_number, born, tests, comment, entered, progress: progressOf(order, now) };
}
