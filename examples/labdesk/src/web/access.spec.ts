/** Generated role and route matrix, the part that needs no server. */
// @verifies TC-S02
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayDo, type Action, type OrderPlace, type Role, type User } from './access.js';

const ACTIONS: readonly Action[] = ['view', 'create', 'change', 'print', 'receive'];
const CLERK: User = { id: 'u1', tenant: 'north', role: 'clerk', wards: ['W3', 'W4'] };
const LABORATORY: User = { id: 'u2', tenant: 'north', role: 'laboratory', wards: [] };

/** What each role may do in its own ward and in another ward of its hospital. */
const MATRIX: Readonly<Record<Role, readonly [own: readonly Action[], other: readonly Action[]]>> = {
  clerk: [['view', 'create', 'change', 'print'], []],
  laboratory: [
    ['view', 'receive'],
    ['view', 'receive'],
  ],
};

function allowed(user: User, place: OrderPlace): readonly Action[] {
  return ACTIONS.filter((action) => mayDo(user, action, place));
}

for (const user of [CLERK, LABORATORY]) {
  const [own, other] = MATRIX[user.role];

  test(`TC-S02 ${user.role}: own ward`, () => {
    assert.deepEqual(allowed(user, { tenant: 'north', ward: 'W3' }), own);
  });

  test(`TC-S02 ${user.role}: other ward`, () => {
    assert.deepEqual(allowed(user, { tenant: 'north', ward: 'W9' }), other);
  });

  test(`TC-S02 ${user.role}: other hospital, with the name of a ward of its own`, () => {
    assert.deepEqual(allowed(user, { tenant: 'south', ward: 'W3' }), []);
  });
}

test('TC-S02 a ward that was closed during the shift is closed at once', () => {
  const before = { ...CLERK, wards: ['W3', 'W4'] };
  const after = { ...CLERK, wards: ['W4'] };
  assert.equal(mayDo(before, 'view', { tenant: 'north', ward: 'W3' }), true);
  assert.equal(mayDo(after, 'view', { tenant: 'north', ward: 'W3' }), false);
});
