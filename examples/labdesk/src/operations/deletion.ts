/** Deletes orders a year after their samples were received, and their scans with them. */
// @implements SRS-F12

export interface Housekeeping {
  query(statement: string, values: readonly unknown[]): Promise<{ readonly rows: readonly { readonly number: string; readonly attachment: string | null }[] }>;
}

export interface Objects {
  remove(name: string): Promise<void>;
}

const KEPT_DAYS = 365;
const OLD = 'SELECT number, attachment FROM orders WHERE received <= $1 ORDER BY number';
const DELETE = 'DELETE FROM orders WHERE number = $1 RETURNING number, attachment';

/**
 * The scan goes first: if the store does not answer, the order stays and leads to its scan in the next night.
 * @returns how many orders were deleted
 */
export async function deleteOld(database: Housekeeping, objects: Objects, now: Date): Promise<number> {
  const { rows } = await database.query(OLD, [new Date(now.getTime() - KEPT_DAYS * 86_400_000)]);
  let deleted = 0;
  for (const { number, attachment } of rows) {
    if (attachment !== null) await objects.remove(attachment);
    deleted += (await database.query(DELETE, [number])).rows.length;
  }
  return deleted;
}
