/** Random input at the ways in that the web application has. The seed stands in the name of each test, so that a failure comes back. */
// @verifies TC-Z01, TC-Z02, TC-Z03, TC-Z04, TC-Z06
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID, webcrypto } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { objectAt } from '../attachments/address.js';
import { sessionEnd } from '../operations/grants.js';
import { mayStart } from '../operations/release-gate.js';
import { opened } from '../operations/snapshot.js';
import { ADA, CLERK, newInstallation, type Installation } from './installation.test-support.js';
import { sendNotice } from './notices.js';
import { newProvider } from './provider.test-support.js';
import { random } from './random.test-support.js';
import { signInWith } from './sign-in.js';

let labdesk: Installation;
before(async () => {
  labdesk = await newInstallation();
  await labdesk.order(CLERK);
});
after(() => labdesk.close());

async function count(): Promise<number> {
  const { rows } = await labdesk.database.query<{ n: number }>("SELECT count(*)::int AS n FROM orders WHERE tenant = 'south'");
  return rows[0]?.n ?? -1;
}

test('TC-Z01 2,000 random requests (seed 1): the application answers, and never with 500', async () => {
  const next = random(1);
  for (let round = 0; round < 2000; round += 1) {
    const path = `/${next.pick(['orders', 'status', 'orders/26-000001', encodeURIComponent(next.text(20)) || 'x'])}/${encodeURIComponent(next.text(30))}?find=${encodeURIComponent(next.text(40))}`;
    const { status } = await labdesk.request(next.pick([CLERK, undefined]), next.pick(['GET', 'POST', 'PUT', 'DELETE']), path);
    assert.ok(status < 500, `${path}: ${status}`);
  }
  assert.equal(await count(), 0);
});

test('TC-Z01 300 connections with random bytes (seed 2) take nothing down', async () => {
  const next = random(2);
  const { hostname, port } = new URL(labdesk.origin);
  for (let round = 0; round < 300; round += 1) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end(Buffer.concat([Buffer.from(next.pick(['', 'GET / HTTP/1.1\r\n', 'POST /orders HTTP/1.1\r\nContent-Length: -1\r\n'])), next.bytes(400)])));
      socket.setTimeout(2000, () => socket.destroy());
      socket.on('error', () => undefined).on('close', () => resolve()).resume();
    });
  }
  assert.equal((await labdesk.request(undefined, 'GET', '/status')).status, 200);
});

test('TC-Z02 200 random answers of the provider (seed 3) open no session', async () => {
  const next = random(3);
  const provider = await newProvider('c');
  const { privateKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const signIn = await signInWith({ issuer: provider.issuer, clientId: 'c', key: privateKey, redirect: new URL('https://labdesk.example/signed-in') }, true);
  for (let round = 0; round < 200; round += 1) {
    const { attempt } = await signIn.begin();
    provider.answerWith(attempt.nonce, { raw: next.pick([next.text(200), `${next.text(20)}.${next.text(80)}.${next.text(20)}`, 'e30.e30.']) });
    const address = new URL(`https://labdesk.example/signed-in?code=${encodeURIComponent(next.text(10))}&state=${attempt.state}`);
    assert.equal(await signIn.finish(address, attempt), undefined);
  }
  await provider.close();
});

test('TC-Z03 500 random forms (seed 4) reach the database as values or not at all', async () => {
  const next = random(4);
  for (let round = 0; round < 500; round += 1) {
    const form = Object.fromEntries(Object.entries(ADA).map(([name, value]) => [name, next.pick([value, next.text(60)])]));
    const answer = await labdesk.request(CLERK, 'POST', '/orders', { ...form, 'form-key': next.pick([randomUUID(), next.text(36)]) });
    assert.ok([303, 409, 422].includes(answer.status), `${JSON.stringify(form)}: ${answer.status}`);
  }
  assert.equal(await count(), 0);
});

test('TC-Z04 2,000 random addresses of scans and snapshots (seed 5) open nothing', () => {
  const next = random(5);
  const key = Buffer.alloc(32, 7);
  for (let round = 0; round < 2000; round += 1) {
    const address = new URL(`https://forms.labdesk.example/${encodeURIComponent(next.text(40))}?until=${encodeURIComponent(next.text(12))}&signature=${encodeURIComponent(next.text(43))}`);
    assert.equal(objectAt(address, key, new Date()), undefined);
    assert.equal(opened('orders', next.bytes(300), key), undefined);
  }
});

test('TC-Z06 2,000 random grants, images and answers for mails (seed 6) open and start nothing', async () => {
  const next = random(6);
  const { publicKey } = generateKeyPairSync('ed25519');
  for (let round = 0; round < 2000; round += 1) {
    assert.equal(mayStart({ digest: next.pick([next.text(71), `sha256:${'a'.repeat(64)}`]), signature: Buffer.from(next.bytes(64)) }, publicKey), false);
    assert.equal(sessionEnd({ person: next.text(8), keyType: next.text(20) }, [{ person: next.text(8), approvedBy: next.text(8), from: new Date(0), until: new Date() }], new Date()), undefined);
  }
  let now = 0;
  const clock = { now: () => new Date(now), wait: async () => void (now += 60_000) };
  const client = { send: async () => next.pick(['yes', 0, {}, null, undefined] as unknown as boolean[]) === true };
  assert.equal(await sendNotice(client, 'w3@north.example', { subject: 's', text: 't' }, clock), 'dropped');
});
