/** The keys that a project trusts: those in `evidence/trusted-keys/`, as PEM files and as a list of OpenSSH. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { StoreFiles } from '../read-store.js';
import type { StoreFault } from '../store.js';
import { readAllowedSigners, type AllowedSigner } from './allowed-signers.js';
import { keyIdOf } from './dsse.js';

export const TRUSTED_KEYS = 'evidence/trusted-keys';
export const ALLOWED_SIGNERS = `${TRUSTED_KEYS}/allowed_signers`;

export interface PemKey {
  /** Name of the file without its ending. */
  readonly signer: string;
  readonly key: KeyObject;
  readonly keyId: string;
}

export interface TrustedKeys {
  readonly pem: readonly PemKey[];
  readonly ssh: readonly AllowedSigner[];
  /** Files and lines that give no key. */
  readonly faults: readonly StoreFault[];
}

const MAX_KEYS = 1_000;
const PUBLIC_PEM = /^-----BEGIN PUBLIC KEY-----\r?\n[A-Za-z0-9+/=\r\n]{1,10000}-----END PUBLIC KEY-----\s*$/;

export function readTrustedKeys(files: StoreFiles): TrustedKeys {
  const pem: PemKey[] = [];
  const ssh: AllowedSigner[] = [];
  const faults: StoreFault[] = [];
  const paths = files.list().flatMap(({ path }) => (path.startsWith(`${TRUSTED_KEYS}/`) ? [path] : []));
  for (const path of paths.slice(0, MAX_KEYS)) {
    const read = files.readBytes(path);
    const text = read.ok ? Buffer.from(read.bytes).toString('utf8') : undefined;
    if (path === ALLOWED_SIGNERS && text !== undefined) {
      const { signers, faults: told } = readAllowedSigners(text);
      ssh.push(...signers);
      faults.push(...told.map(({ line, message }) => ({ path: `${path}:${line}`, message })));
    } else if (path.endsWith('.pem')) {
      const key = text === undefined ? 'The file cannot be read.' : readPem(text);
      if (typeof key === 'string') faults.push({ path, message: key });
      else pem.push({ signer: signerOf(path), key, keyId: keyIdOf(key) });
    }
  }
  if (paths.length > MAX_KEYS)
    faults.push({ path: TRUSTED_KEYS, message: `More than ${MAX_KEYS} files are not read.` });
  return { pem, ssh, faults };
}

function signerOf(path: string): string {
  return path.slice(TRUSTED_KEYS.length + 1, -'.pem'.length);
}

/** @returns what is wrong, as a sentence */
function readPem(text: string): KeyObject | string {
  if (text.includes('PRIVATE KEY-----')) {
    return 'This is a private key, which everybody with the project can now use. Make a new one, and put only its public half here.';
  }
  if (!PUBLIC_PEM.test(text)) return 'Expected is one public key as PEM (`openssl pkey -in key.pem -pubout`).';
  const key = keyOf(text);
  return key?.asymmetricKeyType === 'ed25519' ? key : 'Expected is a key of the type Ed25519.';
}

function keyOf(text: string): KeyObject | undefined {
  try {
    return createPublicKey(text);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
