/**
 * Signatures in DSSE envelopes (github.com/secure-systems-lab/dsse, protocol 1.0.2): the payload stands in the envelope,
 * and what is signed is the type of the payload together with it.
 */
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { listAt, textAt } from '../json-access.js';
import { sha256Of } from '../statement.js';

/** Of in-toto statements (github.com/in-toto/attestation, spec/v1, envelope). */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

export interface Envelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signatures: readonly EnvelopeSignature[];
}

export interface EnvelopeSignature {
  /** A hint that nobody signed: it may say where to look first and decides nothing. */
  readonly keyId: string | undefined;
  readonly signature: Uint8Array;
}

const MAX_SIGNATURES = 100;

/** The bytes that are signed (protocol, `PAE`): lengths in bytes stand before each part, so that none can lend to another. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** @returns `undefined` if the text is no envelope: no JSON, a part missing, or no base64 */
export function readEnvelope(text: string): Envelope | undefined {
  const json = parsed(text);
  const payload = bytesOf(textAt(json, 'payload'));
  const payloadType = textAt(json, 'payloadType');
  const written = listAt(json, 'signatures');
  if (!payload || payloadType === undefined || written.length === 0 || written.length > MAX_SIGNATURES)
    return undefined;
  const signatures = written.flatMap((one): EnvelopeSignature[] => {
    const signature = bytesOf(textAt(one, 'sig'));
    return signature ? [{ keyId: textAt(one, 'keyid'), signature }] : [];
  });
  return signatures.length === written.length ? { payloadType, payload, signatures } : undefined;
}

/** @param key a private Ed25519 key */
export function envelopeText(payload: string, key: KeyObject): string {
  const bytes = Buffer.from(payload);
  const signature = sign(null, preAuthenticationEncoding(PAYLOAD_TYPE, bytes), key);
  const signatures = [{ keyid: keyIdOf(createPublicKey(key)), sig: signature.toString('base64') }];
  return `${JSON.stringify({ payload: bytes.toString('base64'), payloadType: PAYLOAD_TYPE, signatures }, null, 2)}\n`;
}

export function fits(envelope: Envelope, signature: EnvelopeSignature, key: KeyObject): boolean {
  const signed = preAuthenticationEncoding(envelope.payloadType, envelope.payload);
  return verify(null, signed, key, signature.signature);
}

/** SHA-256 over the key as SubjectPublicKeyInfo, which `openssl pkey -pubin -outform DER | sha256sum` gives too. */
export function keyIdOf(key: KeyObject): string {
  return sha256Of(key.export({ type: 'spki', format: 'der' }));
}

/** Either alphabet of base64 is allowed; Node would pass over what is none. */
function bytesOf(text: string | undefined): Uint8Array | undefined {
  if (text === undefined || !/^[\w+/-]*={0,2}$/.test(text)) return undefined;
  // Four letters hold three bytes; of a rest, one letter alone holds none.
  return text.replace(/=+$/, '').length % 4 === 1 ? undefined : Buffer.from(text, 'base64');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
