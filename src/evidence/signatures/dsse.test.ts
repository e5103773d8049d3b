/** DSSE against the example and the vectors that its specification gives, and envelopes that are none. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { envelopeText, fits, keyIdOf, preAuthenticationEncoding, readEnvelope } from './dsse.js';

interface Vectors {
  readonly keys: Readonly<Record<string, { readonly public: string }>>;
  readonly vectors: readonly {
    readonly id: string;
    readonly envelope: object;
    readonly pae?: string;
    readonly fits: readonly string[];
  }[];
}

const { keys, vectors } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../test/fixtures/signatures/dsse.json'), 'utf8'),
) as Vectors;

function ed25519(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

function base64urlOf(decimal: string): string {
  return Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url');
}

test('the example of the protocol: the bytes that are signed, and its signature by ECDSA over P-256', () => {
  const signed = preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
  expect(Buffer.from(signed).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  const x = base64urlOf('46950820868899156662930047687818585632848591499744589407958293238635476079160');
  const y = base64urlOf('5640078356564379163099075877009565129882514886557779369047442380624545832820');
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signature = Buffer.from(
    'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==',
    'base64',
  );
  expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
});

test.each(vectors)('vector $id', ({ envelope: written, pae, fits: expected }) => {
  const envelope = readEnvelope(JSON.stringify(written))!;
  const signed = preAuthenticationEncoding(envelope.payloadType, envelope.payload);
  if (pae !== undefined) expect(Buffer.from(signed).toString('hex')).toBe(pae);
  const fitting = envelope.signatures.map((signature) =>
    Object.entries(keys).find(([, key]) => fits(envelope, signature, ed25519(key.public))),
  );
  expect(fitting.flatMap((found) => found?.[0] ?? [])).toEqual(expected);
});

describe('envelopes of our own', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');

  test('what was signed fits, names its key, and is bound to every byte', () => {
    const envelope = readEnvelope(envelopeText('{"a":1}\n', privateKey))!;
    const [signature] = envelope.signatures;
    expect(Buffer.from(envelope.payload).toString()).toBe('{"a":1}\n');
    expect(signature?.keyId).toBe(keyIdOf(publicKey));
    expect(fits(envelope, signature!, publicKey)).toBe(true);
    expect(fits({ ...envelope, payload: Buffer.from('{"a":2}\n') }, signature!, publicKey)).toBe(false);
    expect(fits({ ...envelope, payloadType: 'application/json' }, signature!, publicKey)).toBe(false);
    expect(fits(envelope, signature!, generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });

  test('the same key and statement give the same envelope', () => {
    const again = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(envelopeText('{}', again)).toBe(envelopeText('{}', privateKey));
  });
});

test.each<[what: string, text: string]>([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another value', '[]'],
  ['no signatures', '{"payload":"","payloadType":"t","signatures":[]}'],
  ['no type', '{"payload":"","signatures":[{"sig":""}]}'],
  ['a payload that is no base64', '{"payload":"a b","payloadType":"t","signatures":[{"sig":"AA=="}]}'],
  ['a payload that is cut', '{"payload":"A","payloadType":"t","signatures":[{"sig":"AA=="}]}'],
  ['a signature that is none', '{"payload":"","payloadType":"t","signatures":[{"sig":7}]}'],
  ['a key of prototypes', '{"__proto__":{"payload":"","payloadType":"t","signatures":[{"sig":"AA=="}]}}'],
  [
    'more signatures than anybody makes',
    `{"payload":"","payloadType":"t","signatures":[${'{"sig":"AA=="},'.repeat(200)}{"sig":"AA=="}]}`,
  ],
])('%s is no envelope', (_, text) => {
  expect(readEnvelope(text)).toBeUndefined();
});
