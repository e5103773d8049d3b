/** Snapshots: sealed and opened again, and what somebody does with them who has the backup key or the store alone. */
// @verifies TC-S23, TC-S29, TC-I09
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { isMissing, mayDelete, mayDoWithBackupKey, opened, sealed } from './snapshot.js';

const KEY = randomBytes(32);
const NAME = 'orders-2026-11-22';
const CONTENT = Buffer.from('26-004711|Testfall, Ada|1961-04-02\n'.repeat(200));
const NIGHT = new Date('2026-11-23T02:00:00Z');
const hours = (count: number): Date => new Date(NIGHT.getTime() + count * 60 * 60_000);

test('TC-S29 what was sealed opens again, byte for byte', () => {
  assert.deepEqual(opened(NAME, sealed(NAME, CONTENT, KEY), KEY), CONTENT);
});

test('TC-S29 nothing of an order can be read in a snapshot', () => {
  const snapshot = sealed(NAME, CONTENT, KEY).toString('latin1');
  for (const text of ['Testfall', '26-004711', '1961']) assert.ok(!snapshot.includes(text));
});

test('TC-I09 a night without a snapshot calls at six', () => {
  assert.equal(isMissing(NIGHT, hours(4)), false);
  assert.equal(isMissing(NIGHT, hours(28)), true);
  assert.equal(isMissing(undefined, NIGHT), true);
});

test('TC-I09 the key of the database host writes a new name and does nothing else', () => {
  assert.equal(mayDoWithBackupKey('write', false), true);
  for (const action of ['read', 'delete', 'overwrite'] as const) assert.equal(mayDoWithBackupKey(action, true), false);
  assert.equal(mayDoWithBackupKey('write', true), false);
});

test('TC-S23 a changed byte, anywhere, is seen', () => {
  const snapshot = sealed(NAME, CONTENT, KEY);
  for (let at = 0; at < snapshot.length; at += 37) {
    const changed = Buffer.from(snapshot);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    assert.equal(opened(NAME, changed, KEY), undefined, String(at));
  }
});

test('TC-S23 an older snapshot cannot stand in for a newer one', () => {
  assert.equal(opened('orders-2026-11-23', sealed(NAME, CONTENT, KEY), KEY), undefined);
});

test('TC-S23 another key, a piece and nothing open nothing', () => {
  const snapshot = sealed(NAME, CONTENT, KEY);
  assert.equal(opened(NAME, snapshot, randomBytes(32)), undefined);
  for (const length of [0, 12, 27, 28, snapshot.length - 1]) assert.equal(opened(NAME, snapshot.subarray(0, length), KEY), undefined);
});

test('TC-S23 for thirty days nobody deletes a snapshot', () => {
  assert.equal(mayDelete(NIGHT, hours(30 * 24)), false);
  assert.equal(mayDelete(NIGHT, hours(30 * 24 + 1)), true);
  // A clock that was set back does not help.
  assert.equal(mayDelete(NIGHT, hours(-24)), false);
});
