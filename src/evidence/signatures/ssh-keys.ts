/** Public keys of SSH (RFC 4253, 5656, 8709), and the signatures that they make: Ed25519, ECDSA, and RSA with SHA-2. */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { SshWire } from './ssh-wire.js';

export interface SshKey {
  /** Such as `ssh-ed25519`. */
  readonly type: string;
  readonly key: KeyObject;
  /** As it stands in `authorized_keys`, decoded. */
  readonly blob: Buffer;
}

const CURVES = new Map([
  ['nistp256', { crv: 'P-256', hash: 'sha256', bytes: 32 }],
  ['nistp384', { crv: 'P-384', hash: 'sha384', bytes: 48 }],
  ['nistp521', { crv: 'P-521', hash: 'sha512', bytes: 66 }],
] as const);
type Curve = Parameters<(typeof CURVES)['get']>[0];

const RSA_HASHES = new Map([
  ['rsa-sha2-256', 'sha256'],
  ['rsa-sha2-512', 'sha512'],
]);

/** Shorter keys of RSA count as broken (NIST SP 800-131A). */
const MIN_RSA_BITS = 2048;

/** @returns `undefined` for a key that is cut, of another type, too short, or no point of its curve */
export function readSshKey(blob: Buffer): SshKey | undefined {
  const wire = new SshWire(blob);
  const type = wire.text();
  const jwk = jwkOf(type, wire);
  if (!jwk || !wire.isWhole()) return undefined;
  const key = keyOf(jwk);
  const bits = key?.asymmetricKeyDetails?.modulusLength;
  return key && (bits === undefined || bits >= MIN_RSA_BITS) ? { type, key, blob } : undefined;
}

function jwkOf(type: string, wire: SshWire): Record<string, string> | undefined {
  if (type === 'ssh-ed25519') return { kty: 'OKP', crv: 'Ed25519', x: wire.string().toString('base64url') };
  if (type === 'ssh-rsa') {
    const [e, n] = [unsigned(wire.string()), unsigned(wire.string())];
    return { kty: 'RSA', e: e.toString('base64url'), n: n.toString('base64url') };
  }
  if (!type.startsWith('ecdsa-sha2-')) return undefined;
  const curve = CURVES.get(wire.text() as Curve);
  const point = wire.string();
  // 4 begins a point with both coordinates (SEC 1, 2.3.3).
  if (!curve || point[0] !== 4 || point.length !== 1 + 2 * curve.bytes) return undefined;
  const half = 1 + curve.bytes;
  const [x, y] = [point.subarray(1, half), point.subarray(half)].map((part) => part.toString('base64url'));
  return { kty: 'EC', crv: curve.crv, x: x ?? '', y: y ?? '' };
}

function keyOf(jwk: Record<string, string>): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** @param signature with its type before it, as SSH writes it */
export function sshSignatureFits({ type, key }: SshKey, signed: Uint8Array, signature: Buffer): boolean {
  const wire = new SshWire(signature);
  const algorithm = wire.text();
  const bytes = wire.string();
  if (!wire.isWhole()) return false;
  if (type === 'ssh-ed25519') return algorithm === type && verify(null, signed, key, bytes);
  const rsaHash = RSA_HASHES.get(algorithm);
  if (type === 'ssh-rsa') return rsaHash !== undefined && verify(rsaHash, signed, key, bytes);
  return algorithm === type && ecdsaFits(type, key, signed, bytes);
}

/** Two numbers with lengths of their own (RFC 5656, 3.1.2), which Node wants in one width side by side. */
function ecdsaFits(type: string, key: KeyObject, signed: Uint8Array, bytes: Buffer): boolean {
  const curve = CURVES.get(type.slice('ecdsa-sha2-'.length) as Curve);
  const wire = new SshWire(bytes);
  const numbers = [unsigned(wire.string()), unsigned(wire.string())];
  if (!curve || !wire.isWhole() || numbers.some((number) => number.length > curve.bytes)) return false;
  const signature = Buffer.concat(
    numbers.map((number) => Buffer.concat([Buffer.alloc(curve.bytes - number.length), number])),
  );
  return verify(curve.hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** A number of SSH has a zero before it where its first bit would make it negative. */
function unsigned(number: Buffer): Buffer {
  let from = 0;
  while (from < number.length && number[from] === 0) from++;
  return number.subarray(from);
}

/** As `ssh-keygen -l` prints it: `SHA256:…`. */
export function sshFingerprint(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
