/** The day of a ward, as far as the audit log can be seen without a store. */
// @verifies TC-S11
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAction, type AuditEvent } from './audit.js';

const NOW = new Date('2026-05-11T08:30:00Z');
const ACTIONS = ['view', 'create', 'change', 'print', 'receive'] as const;

test('TC-S11 one event per action, with user, time and order number', async () => {
  const stored: AuditEvent[] = [];
  const store = { append: async (event: AuditEvent) => void stored.push(event) };
  const waiting = { add: async () => assert.fail('Nothing had to wait.') };
  for (const action of ACTIONS) await recordAction(store, waiting, 'u1', action, '26-004711', NOW);
  assert.deepEqual(stored.map(({ action }) => action), ACTIONS);
  for (const event of stored) assert.deepEqual(Object.keys(event).toSorted(), ['action', 'at', 'order', 'user']);
});

test('TC-S11 what the store does not take waits and is not lost', async () => {
  const kept: AuditEvent[] = [];
  const store = { append: async () => Promise.reject(new Error('gone')) };
  await recordAction(store, { add: async (event) => void kept.push(event) }, 'u1', 'print', '26-004711', NOW);
  assert.equal(kept.length, 1);
});
