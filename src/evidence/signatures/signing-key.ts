/** A private key as PEM, by which statements are signed in DSSE envelopes. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { keyIdOf } from './dsse.js';

export interface SigningKey {
  readonly key: KeyObject;
  readonly keyId: string;
  /** Its public half as PEM, for `evidence/trusted-keys/`. */
  readonly publicPem: string;
}

/** @returns what is wrong, as a sentence */
export function readSigningKey(pem: string): SigningKey | string {
  if (pem.includes('BEGIN ENCRYPTED PRIVATE KEY')) {
    return 'The key is encrypted. Use one without a passphrase from a store of secrets, or an SSH key.';
  }
  const key = keyOf(pem);
  if (key?.asymmetricKeyType !== 'ed25519')
    return 'Expected is a private key of the type Ed25519 as PEM, or an SSH key.';
  const half = createPublicKey(key);
  return { key, keyId: keyIdOf(half), publicPem: half.export({ type: 'spki', format: 'pem' }).toString() };
}

function keyOf(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
