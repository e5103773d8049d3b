/** Sessions without a browser: what opens one, when it ends, and what the cookie says. */
// @verifies TC-S01, TC-S17
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { continueSession, openSession, sessionCookie } from './session.js';

const NOON = new Date('2026-05-11T12:00:00Z');
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

function opened(): NonNullable<ReturnType<typeof openSession>> {
  const session = openSession({ sub: 'u1', amr: ['pwd', 'mfa'] }, NOON);
  assert.ok(session);
  return session;
}

test('TC-S01 idle for 14 minutes goes on, for 15 it ends', () => {
  assert.ok(continueSession(opened(), later(14)));
  assert.equal(continueSession(opened(), later(15)), undefined);
});

test('TC-S01 each request starts the time anew', () => {
  const once = continueSession(opened(), later(14));
  assert.ok(once);
  assert.ok(continueSession(once, later(28)));
});

test('TC-S01 the cookie has its three attributes and a name that browsers guard', () => {
  const cookie = sessionCookie(opened());
  assert.match(cookie, /^__Host-labdesk=[\w-]{43}; Path=\/; /);
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax']) assert.ok(cookie.includes(`; ${attribute}`));
});

test('TC-S17 without the second factor there is no session', () => {
  for (const amr of [undefined, [], ['pwd'], ['MFA'], ['mfa2']]) {
    assert.equal(openSession({ sub: 'u1', ...(amr && { amr }) }, NOON), undefined);
  }
});

test('TC-S17 a thousand sessions have a thousand names', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, () => opened().id)).size, 1000);
});
