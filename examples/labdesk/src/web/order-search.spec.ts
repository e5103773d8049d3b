/** Injection suite, part of the search field. */
// @verifies TC-S04
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { User } from './access.js';
import { searchOrders, type Database } from './order-search.js';

const CLERK: User = { id: 'u1', tenant: 'north', role: 'clerk', wards: ['W3'] };
const HOSTILE = ["' OR 1=1 --", "'; DROP TABLE orders; --", "x' UNION SELECT secret FROM users --", '$1', '%', '_'];

/** Keeps what it was asked; the full suite runs the same texts against a real database. */
function recordingDatabase(): Database & { readonly asked: { statement: string; values: readonly unknown[] }[] } {
  const asked: { statement: string; values: readonly unknown[] }[] = [];
  return {
    asked,
    async query(statement, values) {
      asked.push({ statement, values });
      return { rows: [] };
    },
  };
}

test('TC-S04 what a user types never changes the statement', async () => {
  const database = recordingDatabase();
  for (const typed of ['0815', ...HOSTILE]) await searchOrders(database, CLERK, typed);
  assert.equal(database.asked.length, HOSTILE.length + 1);
  assert.equal(new Set(database.asked.map(({ statement }) => statement)).size, 1);
});

test('TC-S04 wildcards are searched for, not obeyed', async () => {
  const database = recordingDatabase();
  await searchOrders(database, CLERK, '100%_\\');
  assert.equal(database.asked[0]?.values[4], '%100\\%\\_\\\\%');
});
