/** SSH signatures of files, as `ssh-keygen -Y sign` makes them (openssh-portable, PROTOCOL.sshsig, version 1). */
import { createHash } from 'node:crypto';
import { SshWire, sshString } from './ssh-wire.js';

/** Keeps a signature that was made for something else, such as a commit, from counting here. */
export const NAMESPACE = 'medward';

export interface SshSignature {
  /** Public key, as in `authorized_keys`, decoded. */
  readonly keyBlob: Buffer;
  readonly namespace: string;
  readonly hash: 'sha256' | 'sha512';
  /** With the name of its algorithm before it. */
  readonly signature: Buffer;
  readonly reserved: Buffer;
}

const MAGIC = 'SSHSIG';
const ARMOUR = /^\s*-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]{1,20000})-----END SSH SIGNATURE-----\s*$/;

/** @returns `undefined` if the text is no such signature */
export function readSshSignature(text: string): SshSignature | undefined {
  const body = ARMOUR.exec(text)?.[1];
  if (body === undefined) return undefined;
  const wire = new SshWire(Buffer.from(body, 'base64'));
  const magic = wire.bytes(MAGIC.length).toString('latin1');
  const version = wire.number();
  const keyBlob = wire.string();
  const namespace = wire.string().toString('utf8');
  const reserved = wire.string();
  const hash = wire.text();
  const signature = wire.string();
  if (magic !== MAGIC || version !== 1 || !wire.isWhole()) return undefined;
  return hash === 'sha256' || hash === 'sha512' ? { keyBlob, namespace, reserved, hash, signature } : undefined;
}

/** What the key has signed. */
export function sshSignedBytes({ namespace, reserved, hash }: SshSignature, message: Uint8Array): Buffer {
  const digest = createHash(hash).update(message).digest();
  return Buffer.concat([Buffer.from(MAGIC), ...[namespace, reserved, hash, digest].map((part) => sshString(part))]);
}
