/** Signed addresses under which a scanned form can be fetched for a minute, from an origin without sessions. */
// @implements SRS-S05, SRS-S13
import { createHmac, timingSafeEqual } from 'node:crypto';

/** One hour until 3.1 (CR-44). */
const VALID_SECONDS = 60;
const OBJECT_NAME = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.pdf$/;

export function signedAddress(origin: URL, objectName: string, key: Buffer, now: Date): URL {
  if (!OBJECT_NAME.test(objectName)) throw new Error('This is no name of an attachment.');
  const until = Math.floor(now.getTime() / 1000) + VALID_SECONDS;
  const address = new URL(`/${objectName}`, origin);
  address.searchParams.set('until', String(until));
  address.searchParams.set('signature', signatureOf(objectName, String(until), key));
  return address;
}

/** @returns the object to send, or nothing: the answer is the same for an address that ended and for one that never was */
export function objectAt(address: URL, key: Buffer, now: Date): string | undefined {
  const objectName = address.pathname.slice(1);
  const until = address.searchParams.get('until') ?? '';
  const signature = address.searchParams.get('signature') ?? '';
  if (!OBJECT_NAME.test(objectName) || !/^\d{1,12}$/.test(until)) return undefined;
  if (!isSame(signature, signatureOf(objectName, until, key))) return undefined;
  return now.getTime() / 1000 < Number(until) ? objectName : undefined;
}

function signatureOf(objectName: string, until: string, key: Buffer): string {
  return createHmac('sha256', key).update(`${objectName}\n${until}`).digest('base64url');
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
