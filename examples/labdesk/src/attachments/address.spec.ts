/** Addresses of scans: how long they hold, and what a change of them does. */
// @verifies TC-I05
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { objectAt, signedAddress } from './address.js';

const ORIGIN = new URL('https://forms.labdesk.example');
const KEY = Buffer.alloc(32, 1);
const NOW = new Date('2026-11-23T10:00:00Z');
const NAME = `${randomUUID()}.pdf`;
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const address = signedAddress(ORIGIN, NAME, KEY, NOW);

test('TC-I05 an address holds for 59 seconds and not for 60', () => {
  assert.equal(objectAt(address, KEY, NOW), NAME);
  assert.equal(objectAt(address, KEY, later(59)), NAME);
  assert.equal(objectAt(address, KEY, later(60)), undefined);
});

test('TC-I05 another object, another time, another key and no signature are refused alike', () => {
  const changed = (change: (url: URL) => void): URL => {
    const url = new URL(address);
    change(url);
    return url;
  };
  const wrong = [
    changed((url) => (url.pathname = `/${randomUUID()}.pdf`)),
    changed((url) => url.searchParams.set('until', '9999999999')),
    changed((url) => url.searchParams.delete('signature')),
    changed((url) => url.searchParams.set('signature', '')),
    changed((url) => (url.pathname = `/..%2f${NAME}`)),
  ];
  for (const url of wrong) assert.equal(objectAt(url, KEY, NOW), undefined, url.href);
  assert.equal(objectAt(address, Buffer.alloc(32, 2), NOW), undefined);
});

test('TC-I05 a name that LabDesk did not give out gets no address', () => {
  for (const name of ['../secret.pdf', 'form.pdf', '', `${NAME}/..`]) assert.throws(() => signedAddress(ORIGIN, name, KEY, NOW));
});
