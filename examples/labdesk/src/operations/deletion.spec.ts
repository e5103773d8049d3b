/** The nightly deletion, with the rights that it has in the database. */
// @verifies TC-F12
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { newDatabase } from '../web/installation.test-support.js';
import { deleteOld, type Housekeeping } from './deletion.js';

let database: PGlite;
const housekeeping: Housekeeping = {
  query: async (statement, values) => {
    await database.exec('SET ROLE housekeeping');
    try {
      return (await database.query(statement, [...values])) as never;
    } finally {
      await database.exec('RESET ROLE');
    }
  },
};

before(async () => {
  database = await newDatabase();
  await database.exec(`
    INSERT INTO orders (number, tenant, ward, patient_number, patient, born, tests, form_key, entered_by, state, received, attachment) VALUES
      ('25-000001', 'north', 'W3', '99000001', 'Eins, E', '1950-01-01', '{NA}', gen_random_uuid(), 'u1', 'acknowledged', now() - interval '366 days', 'a.pdf'),
      ('25-000002', 'north', 'W3', '99000002', 'Zwei, Z', '1950-01-01', '{NA}', gen_random_uuid(), 'u1', 'acknowledged', now() - interval '364 days', 'b.pdf'),
      ('25-000003', 'north', 'W3', '99000003', 'Drei, D', '1950-01-01', '{NA}', gen_random_uuid(), 'u1', 'waiting', NULL, 'c.pdf')`);
});
after(() => database.close());

async function left(): Promise<readonly string[]> {
  const { rows } = await database.query<{ number: string }>('SELECT number FROM orders ORDER BY number');
  return rows.map(({ number }) => number);
}

test('TC-F12 if the store of scans does not answer, the order stays', async () => {
  await assert.rejects(deleteOld(housekeeping, { remove: () => Promise.reject(new Error('gone')) }, new Date()));
  assert.deepEqual(await left(), ['25-000001', '25-000002', '25-000003']);
});

test('TC-F12 an order of 366 days ago goes with its scan, and no other one', async () => {
  const removed: string[] = [];
  assert.equal(await deleteOld(housekeeping, { remove: async (name) => void removed.push(name) }, new Date()), 1);
  assert.deepEqual(removed, ['a.pdf']);
  assert.deepEqual(await left(), ['25-000002', '25-000003']);
});

test('TC-F12 a clock that runs a year ahead deletes nothing more: the database has its own', async () => {
  assert.equal(await deleteOld(housekeeping, { remove: async () => undefined }, new Date(Date.now() + 400 * 86_400_000)), 0);
  assert.deepEqual(await left(), ['25-000002', '25-000003']);
});
