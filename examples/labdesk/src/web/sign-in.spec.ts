/** Sign-in with a provider that answers rightly, and with one that forges, replays and swaps. */
// @verifies TC-S01, TC-S17, TC-I03
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { after, before, test } from 'node:test';
import { newInstallation, type Installation } from './installation.test-support.js';
import { newProvider, type Forgery, type TestProvider } from './provider.test-support.js';
import { signInWith } from './sign-in.js';

const CLIENT = 'labdesk-north';
let provider: TestProvider;
let labdesk: Installation;
before(async () => {
  provider = await newProvider(CLIENT);
  const { privateKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const redirect = new URL('https://labdesk.example/signed-in');
  labdesk = await newInstallation({ signIn: await signInWith({ issuer: provider.issuer, clientId: CLIENT, key: privateKey, redirect }, true) });
});
after(async () => {
  await labdesk.close();
  await provider.close();
});

interface Begun {
  readonly state: string;
  readonly nonce: string;
}

async function begin(): Promise<Begun> {
  const answer = await labdesk.request(undefined, 'GET', '/sign-in');
  const address = new URL(answer.headers.get('location') ?? '');
  return { state: address.searchParams.get('state') ?? '', nonce: address.searchParams.get('nonce') ?? '' };
}

function comeBack(state: string): Promise<Response> {
  return labdesk.request(undefined, 'GET', `/signed-in?code=c1&state=${encodeURIComponent(state)}`);
}

async function answered(forgery?: Forgery): Promise<Response> {
  const { state, nonce } = await begin();
  provider.answerWith(nonce, forgery);
  return comeBack(state);
}

test('TC-I03 the request carries state, nonce and a code challenge, and no secret', async () => {
  const answer = await labdesk.request(undefined, 'GET', '/sign-in');
  const { searchParams } = new URL(answer.headers.get('location') ?? '');
  assert.deepEqual([...searchParams.keys()].toSorted(), ['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state']);
  assert.equal(searchParams.get('code_challenge_method'), 'S256');
});

test('TC-I03 a right answer opens a session, and the list with it', async () => {
  const answer = await answered();
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const list = await fetch(new URL('/orders', labdesk.origin), { headers: { cookie }, redirect: 'manual' });
  assert.equal(list.status, 200);
});

test('TC-I03 a provider that is down gives no session and no error page of its own', async () => {
  const { state } = await begin();
  const answer = await labdesk.request(undefined, 'GET', `/signed-in?error=temporarily_unavailable&state=${state}`);
  assert.equal(answer.status, 403);
});

test('TC-S01 the cookie of a sign-in carries the three attributes', async () => {
  const cookie = (await answered()).headers.get('set-cookie') ?? '';
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax']) assert.ok(cookie.includes(attribute), cookie);
});

const hourAgo = Math.floor(Date.now() / 1000) - 3600;
const FORGERIES: readonly (readonly [says: string, forgery: Forgery])[] = [
  ['of another issuer', { issuer: 'https://idp.evil.example' }],
  ['for another audience', { audience: 'labdesk-south' }],
  ['expired', { expires: hourAgo }],
  ['for another sign-in', { nonce: 'n-0815' }],
  ['signed with another key', { key: 'other' }],
  ['without signature', { key: 'none' }],
  ['without the second factor', { amr: ['pwd'] }],
  ['with a factor that only sounds alike', { amr: 'mfa' }],
  ['that is none', { raw: 'e30.e30.e30' }],
  ['that is empty', { raw: '' }],
];

for (const [says, forgery] of FORGERIES) {
  test(`TC-S17 a token ${says} gives no session`, async () => {
    const before_ = labdesk.around.sessions.size;
    const answer = await answered(forgery);
    assert.equal(answer.status, 403);
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.equal(labdesk.around.sessions.size, before_);
  });
}

test('TC-S17 an answer is taken once', async () => {
  const { state, nonce } = await begin();
  provider.answerWith(nonce);
  assert.equal((await comeBack(state)).status, 303);
  assert.equal((await comeBack(state)).status, 403);
});

test('TC-S17 an answer that nobody asked for is refused', async () => {
  provider.answerWith('n');
  for (const state of ['', 'guessed', '__proto__']) assert.equal((await comeBack(state)).status, 403);
});

test('TC-S17 a changed token is refused', async () => {
  const { state, nonce } = await begin();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const changed = part({ iss: provider.issuer.origin, aud: CLIENT, sub: 'u-lab', nonce, exp: hourAgo + 7200 });
  provider.answerWith(nonce, { raw: `${part({ alg: 'RS256', kid: 'k1' })}.${changed}.${part('signature')}` });
  assert.equal((await comeBack(state)).status, 403);
});

test('TC-S17 a copied cookie ends with the session that it was taken from', async () => {
  const cookie = ((await answered()).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const use = (): Promise<Response> => fetch(new URL('/orders', labdesk.origin), { headers: { cookie }, redirect: 'manual' });
  assert.equal((await use()).status, 200);
  labdesk.moveClock(15);
  assert.equal((await use()).headers.get('location'), '/sign-in');
  labdesk.moveClock(-15);
  assert.equal((await use()).headers.get('location'), '/sign-in');
});
