/** Sessions of operators: within a grant, and with everything that is none. */
// @verifies TC-S20, TC-S30, TC-I10
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mustClose, sessionEnd, type Grant } from './grants.js';

const NOON = new Date('2026-11-23T12:00:00Z');
const at = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);
const TOKEN = { person: 'petrov', keyType: 'sk-ssh-ed25519@openssh.com' };
const GRANT: Grant = { person: 'petrov', approvedBy: 'okafor', from: NOON, until: at(120) };

test('TC-S30 with a grant and a token key the session opens, until the grant ends', () => {
  assert.deepEqual(sessionEnd(TOKEN, [GRANT], at(5)), at(120));
});

test('TC-S30 a grant of a day ends after four hours', () => {
  assert.deepEqual(sessionEnd(TOKEN, [{ ...GRANT, until: at(24 * 60) }], at(5)), at(240));
});

test('TC-I10 a second grant carries an open session on', () => {
  const second = { ...GRANT, from: at(100), until: at(200) };
  assert.equal(mustClose(TOKEN, [GRANT, second], at(130)), false);
  assert.equal(mustClose(TOKEN, [GRANT, second], at(200)), true);
});

test('TC-I10 without a grant the port stays closed', () => {
  assert.equal(sessionEnd(TOKEN, [], NOON), undefined);
});

const USELESS: readonly (readonly [says: string, grant: Partial<Grant>])[] = [
  ['expired', { from: at(-120), until: at(-1) }],
  ['not begun', { from: at(1), until: at(60) }],
  ['not approved', { approvedBy: '' }],
  ['approved by the operator', { approvedBy: 'petrov' }],
  ['of somebody else', { person: 'lund' }],
  ['with its ends exchanged', { from: at(60), until: at(-60) }],
  ['without a time', { until: new Date(Number.NaN) }],
];

for (const [says, grant] of USELESS) {
  test(`TC-S20 a grant ${says} opens nothing`, () => {
    assert.equal(sessionEnd(TOKEN, [{ ...GRANT, ...grant }], NOON), undefined);
  });
}

test('TC-S20 a key that is not of a token opens nothing', () => {
  for (const keyType of ['ssh-ed25519', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'sk-ssh-ed25519@openssh.com.evil', 'SK-ssh-ed25519@openssh.com', '']) {
    assert.equal(sessionEnd({ ...TOKEN, keyType }, [GRANT], at(5)), undefined, keyType);
  }
});

test('TC-S20 a session closes in the minute in which its grant ends', () => {
  assert.equal(mustClose(TOKEN, [GRANT], new Date(at(120).getTime() - 1)), false);
  assert.equal(mustClose(TOKEN, [GRANT], at(120)), true);
});
