/** Attempts to change, remove and flood entries, with each role and as the owner of the table. */
// @verifies TC-S21, TC-I08
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';

let store: PGlite;
before(async () => {
  store = new PGlite();
  await store.exec(readFileSync('src/audit/append-only.sql', 'utf8'));
});
after(() => store.close());

const ENTRY = "INSERT INTO audit (at, user_id, action, order_number) VALUES ($1, 'u1', 'view', $2)";

async function as(role: string, statement: string, values: readonly unknown[] = []): Promise<number> {
  await store.exec(`SET ROLE ${role}`);
  try {
    return (await store.query(statement, [...values])).rows.length;
  } finally {
    await store.exec('RESET ROLE');
  }
}

test('TC-I08 the intake adds and the review reads', async () => {
  await as('audit_intake', ENTRY, ['2026-11-23T08:00:00Z', '26-000001']);
  assert.equal(await as('audit_review', 'SELECT * FROM audit'), 1);
});

test('TC-I08 the intake cannot read, and the review cannot add', async () => {
  await assert.rejects(as('audit_intake', 'SELECT * FROM audit'), /permission denied/);
  await assert.rejects(as('audit_review', ENTRY, ['2026-11-23T08:00:00Z', '26-000002']), /permission denied/);
});

test('TC-I08 what is no entry is refused', async () => {
  for (const wrong of ['Protokoll, Petra', '26-1', '']) await assert.rejects(as('audit_intake', ENTRY, ['2026-11-23T08:00:00Z', wrong]), /check constraint/);
  await assert.rejects(as('audit_intake', ENTRY.replace("'view'", "'delete'"), ['2026-11-23T08:00:00Z', '26-000001']), /check constraint/);
});

const CHANGES = ["UPDATE audit SET user_id = 'u2'", 'DELETE FROM audit', 'TRUNCATE audit', "UPDATE audit SET at = '2020-01-01'"];

for (const role of ['audit_intake', 'audit_review', 'postgres']) {
  test(`TC-S21 ${role} changes and removes nothing`, async () => {
    for (const change of CHANGES) await assert.rejects(as(role, change), /permission denied|never changed/, change);
    assert.equal(await as('audit_review', 'SELECT * FROM audit'), 1);
  });
}

test('TC-S21 an entry cannot take the number of another one', async () => {
  await assert.rejects(
    as('audit_intake', "INSERT INTO audit (entry, at, user_id, action, order_number) VALUES (1, now(), 'u2', 'view', '26-000001')"),
    /permission denied|non-DEFAULT value/,
  );
});

test('TC-S21 a thousand entries in a row leave the first one where it was', async () => {
  for (let at = 0; at < 1000; at += 1) await as('audit_intake', ENTRY, ['2026-11-23T08:00:00Z', `26-${String(at).padStart(6, '0')}`]);
  assert.equal(await as('audit_review', "SELECT * FROM audit WHERE entry = 1 AND order_number = '26-000001'"), 1);
});
