/** Finds the orders of the wards of a user. */
// @implements SRS-F03, SRS-S03
import type { User } from './access.js';

const MAX_ROWS = 50;
const LONGEST_TEXT = 200;

/** The part of the database client that is used here: a statement and its values, always apart. */
export interface Database {
  query(statement: string, values: readonly unknown[]): Promise<{ readonly rows: readonly OrderRow[] }>;
}

export interface OrderRow {
  readonly number: string;
  readonly tenant: string;
  readonly ward: string;
  readonly patient: string;
  readonly patient_number: string;
  readonly born: string;
  readonly tests: readonly string[];
  readonly comment: string;
  readonly entered: Date;
  readonly state: 'waiting' | 'sent' | 'acknowledged' | 'rejected';
  readonly received: Date | null;
  readonly attachment: string | null;
}

/** What pages and sheets are made of. */
export const COLUMNS = `number, tenant, ward, patient, patient_number, to_char(born, 'YYYY-MM-DD') AS born, tests, comment, entered,
         state, received, attachment`;

// The row-level rules of the database repeat the conditions on tenant and ward (SRS-S02).
const SEARCH = `
  SELECT ${COLUMNS}
    FROM orders
   WHERE tenant = $1
     AND (ward = ANY ($2) OR $3)
     AND (number = $4 OR patient_number = $4 OR patient ILIKE $5 ESCAPE '\\' OR to_char(entered, 'YYYY-MM-DD') = $4)
   ORDER BY entered DESC, number
   LIMIT ${MAX_ROWS}`;

/** @param wanted what the user typed: an order or patient number, a day of entry, or a part of a name */
export async function searchOrders(database: Database, user: User, wanted: string): Promise<readonly OrderRow[]> {
  const typed = wanted.trim();
  // A control character stands in no name; the database could not even take it.
  if (typed === '' || typed.length > LONGEST_TEXT || /\p{Cc}/u.test(typed)) return [];
  const everyWard = user.role === 'laboratory';
  const values = [user.tenant, user.wards, everyWard, typed, `%${escapeLike(typed)}%`];
  const { rows } = await database.query(SEARCH, values);
  return rows;
}

/** `%` and `_` are wildcards for LIKE even in a bound value. */
function escapeLike(typed: string): string {
  return typed.replace(/[\\%_]/g, '\\$&');
}
