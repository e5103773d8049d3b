/** Finds the orders of the wards of a user. */
// @implements SRS-S03
import type { User } from './access.js';

const MAX_ROWS = 50;

/** The part of the database client that is used here: a statement and its values, always apart. */
export interface Database {
  query(statement: string, values: readonly unknown[]): Promise<{ readonly rows: readonly OrderRow[] }>;
}

export interface OrderRow {
  readonly number: string;
  readonly patient: string;
  readonly ward: string;
  readonly entered: Date;
}

// The row-level rules of the database repeat the conditions on tenant and ward (SRS-S02).
const SEARCH = `
  SELECT number, patient, ward, entered
    FROM orders
   WHERE tenant = $1
     AND (ward = ANY ($2) OR $3)
     AND (number = $4 OR patient ILIKE $5 ESCAPE '\\')
   ORDER BY entered DESC, number
   LIMIT ${MAX_ROWS}`;

/** @param wanted what the user typed: an order number, or a part of a name */
export async function searchOrders(database: Database, user: User, wanted: string): Promise<readonly OrderRow[]> {
  const typed = wanted.trim();
  if (typed === '') return [];
  const everyWard = user.role === 'laboratory';
  const values = [user.tenant, user.wards, everyWard, typed, `%${escapeLike(typed)}%`];
  const { rows } = await database.query(SEARCH, values);
  return rows;
}

/** `%` and `_` are wildcards for LIKE even in a bound value. */
function escapeLike(typed: string): string {
  return typed.replace(/[\\%_]/g, '\\$&');
}
