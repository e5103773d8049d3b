/** What the role of the worker can do, and what a worker that was taken over cannot. */
// @verifies TC-S24, TC-S25
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { newDatabase } from '../web/installation.test-support.js';
import { nextToSend, settle, unanswered, type Queue } from '../worker/queue.js';

let database: PGlite;
const queue: Queue = { query: (statement, values) => asWorker(statement, values) as never };
before(async () => {
  database = await newDatabase();
  await database.exec(`
    INSERT INTO orders (number, tenant, ward, patient_number, patient, born, tests, form_key, entered_by, state, last_try) VALUES
      ('26-000001', 'north', 'W3', '99000001', 'Eins, E', '1950-01-01', '{NA}', gen_random_uuid(), 'u1', 'waiting', NULL),
      ('26-000002', 'south', 'W3', '99000002', 'Zwei, Z', '1950-01-01', '{NA}', gen_random_uuid(), 'u1', 'waiting', NULL),
      ('26-000003', 'north', 'W3', '99000003', 'Drei, D', '1950-01-01', '{NA}', gen_random_uuid(), 'u1', 'acknowledged', now() - interval '11 minutes')`);
});
after(() => database.close());

async function asWorker(statement: string, values: readonly unknown[] = []): Promise<{ readonly rows: readonly unknown[] }> {
  await database.exec("SET ROLE interface_worker; SET labdesk.tenant = 'north'");
  try {
    return await database.query(statement, [...values]);
  } finally {
    await database.exec('RESET ROLE; RESET labdesk.tenant');
  }
}

test('TC-S24 the worker takes what waits, and settles it', async () => {
  const now = new Date();
  assert.deepEqual((await nextToSend(queue, 'north', now)).map(({ number }) => number), ['26-000001']);
  assert.deepEqual(await unanswered(queue, 'north'), [{ number: '26-000001', controlId: 'LD26000001' }]);
  assert.equal(await settle(queue, 'north', { is: 'accepted', order: '26-000001' }), true);
});

const REFUSED = [
  ...['number', 'tenant', 'ward', 'patient_number', 'patient', 'comment', 'entered_by', 'received_by', 'attachment'].map((column) => `UPDATE orders SET ${column} = 'x'`),
  "UPDATE orders SET tests = '{K}'",
  "UPDATE orders SET born = '1960-01-01'",
  'DELETE FROM orders',
  'TRUNCATE orders',
  'SELECT attachment FROM orders',
  'SELECT * FROM users',
  'SELECT * FROM wards_of_users',
  "INSERT INTO orders (tenant) VALUES ('north')",
  'ALTER TABLE orders DISABLE ROW LEVEL SECURITY',
  'DROP POLICY of_the_queue ON orders',
  'GRANT ALL ON orders TO interface_worker',
];

test('TC-S25 every other statement is refused', async () => {
  for (const statement of REFUSED) await assert.rejects(asWorker(statement), /permission denied|must be owner|row-level|no privileges/, statement);
});

test('TC-S25 orders of other sites, and those that left the queue, are not seen', async () => {
  const { rows } = await asWorker('SELECT number FROM orders');
  assert.deepEqual(rows, [{ number: '26-000001' }]);
  assert.equal((await asWorker("UPDATE orders SET state = 'acknowledged' WHERE tenant = 'south' OR number = '26-000003' RETURNING number")).rows.length, 0);
});
