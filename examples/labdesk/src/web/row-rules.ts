/** Does the work of one request under the row-level rules of the database, as the user who asks. */
// @implements SRS-S02
import type { User } from './access.js';
import type { Database } from './order-search.js';

// Names of wards hold no control characters, so this one can part them.
const BETWEEN_WARDS = '\u001f';

const AS_USER = `
  SELECT set_config('labdesk.tenant', $1, true), set_config('labdesk.wards', $2, true),
         set_config('labdesk.every_ward', $3, true), set_config('role', 'web_application', true)`;

/** @param database a connection that nobody else uses meanwhile: the settings hold until the end of the transaction */
export async function asUser<T>(database: Database, user: User, work: (database: Database) => Promise<T>): Promise<T> {
  await database.query('BEGIN', []);
  try {
    const everyWard = user.role === 'laboratory' ? 'yes' : 'no';
    await database.query(AS_USER, [user.tenant, user.wards.join(BETWEEN_WARDS), everyWard]);
    const done = await work(database);
    await database.query('COMMIT', []);
    return done;
  } catch (error) {
    await database.query('ROLLBACK', []);
    throw error;
  }
}
