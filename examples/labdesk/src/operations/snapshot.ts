/** Encrypts the nightly snapshot before it leaves for the second provider, and opens it for a restore. */
// @implements SRS-S07, SRS-S13
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEPT_DAYS = 30;

/** The provider has no key. The name of the snapshot is bound in, so that an older one cannot stand in for a newer. */
export function sealed(name: string, content: Uint8Array, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** @returns the content, or nothing if a byte of it, its name or the key is another one */
export function opened(name: string, snapshot: Uint8Array, key: Buffer): Buffer | undefined {
  if (snapshot.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const bytes = Buffer.from(snapshot);
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]);
  } catch {
    return undefined;
  }
}

/** What the key that the database host holds may do with the store: write a new name, and nothing else. */
export function mayDoWithBackupKey(action: 'write' | 'read' | 'delete' | 'overwrite', exists: boolean): boolean {
  return action === 'write' && !exists;
}

/** What anybody may do, the owner of the account included. */
export function mayDelete(taken: Date, now: Date): boolean {
  return now.getTime() - taken.getTime() > KEPT_DAYS * 86_400_000;
}

/** A night without a new snapshot calls operations at 06:00 (IF-09). */
export function isMissing(newest: Date | undefined, now: Date): boolean {
  return newest === undefined || now.getTime() - newest.getTime() > 26 * 60 * 60_000;
}
