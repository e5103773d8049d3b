/** Builds at the gate, and images on the host: good ones, incomplete ones and swapped ones. */
// @verifies TC-S12, TC-S32, TC-I11
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { faultsOfBuild, mayStart, type Build } from './release-gate.js';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const digestOf = (content: string): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;
const signed = (digest: string): Buffer => sign(null, Buffer.from(digest), privateKey);
const LIST = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', components: [{ name: 'express' }] });
const DIGEST = digestOf('labdesk 3.2.0');
const GOOD: Build = { digest: DIGEST, signature: signed(DIGEST), components: LIST, openFindings: [{ id: 'GHSA-1', severity: 'low' }] };

test('TC-S12 a good build passes', () => {
  assert.deepEqual(faultsOfBuild(GOOD, publicKey), []);
});

const STOPPED: readonly (readonly [says: string, change: Partial<Build>, fault: RegExp])[] = [
  ['without a component list', { components: undefined }, /no component list/],
  ['with an empty component list', { components: '{"bomFormat":"CycloneDX","components":[]}' }, /no component list/],
  ['with a list that cannot be read', { components: '{' }, /no component list/],
  ['without a signature', { signature: undefined }, /not signed/],
  ['with an open critical finding', { openFindings: [{ id: 'GHSA-2', severity: 'critical' }] }, /GHSA-2/],
];

for (const [says, change, fault] of STOPPED) {
  test(`TC-S12 a build ${says} stops`, () => {
    const faults = faultsOfBuild({ ...GOOD, ...change }, publicKey);
    assert.ok(faults.length === 1 && fault.test(faults[0] ?? ''));
  });
}

test('TC-I11 an image of the pipeline starts', () => {
  assert.equal(mayStart(GOOD, publicKey), true);
});

test('TC-I11 an image without a signature, or with a digest that is none, does not', () => {
  for (const image of [{ digest: DIGEST, signature: undefined }, { digest: 'latest', signature: signed('latest') }]) assert.equal(mayStart(image, publicKey), false);
});

test('TC-S32 a signature of another image, another key and a changed digest start nothing', () => {
  const other = digestOf('labdesk 3.2.0 with a back door');
  const foreign = generateKeyPairSync('ed25519');
  assert.equal(mayStart({ digest: other, signature: GOOD.signature }, publicKey), false);
  assert.equal(mayStart({ digest: other, signature: sign(null, Buffer.from(other), foreign.privateKey) }, publicKey), false);
  assert.equal(mayStart({ digest: DIGEST.toUpperCase(), signature: GOOD.signature }, publicKey), false);
  assert.equal(mayStart({ digest: `${DIGEST}\n`, signature: signed(`${DIGEST}\n`) }, publicKey), false);
});

test('TC-S32 each bit of a signature counts', () => {
  for (let bit = 0; bit < 512; bit += 1) {
    const signature = Buffer.from(GOOD.signature ?? []);
    signature.writeUInt8(signature.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    assert.equal(mayStart({ digest: DIGEST, signature }, publicKey), false, String(bit));
  }
});
