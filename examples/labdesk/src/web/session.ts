/** Opens and ends sessions of users whom the identity provider of the hospital has signed in. */
// @implements SRS-S01
import { randomBytes } from 'node:crypto';

const IDLE_MINUTES = 15;

/** Claims of an ID token whose signature, issuer, audience and expiry were checked before. */
export interface Claims {
  readonly sub: string;
  readonly amr?: readonly string[];
}

export interface Session {
  readonly id: string;
  readonly user: string;
  readonly lastRequest: Date;
}

/** @returns no session if the provider does not say that a second factor was used */
export function openSession(claims: Claims, now: Date): Session | undefined {
  if (!claims.amr?.includes('mfa')) return undefined;
  return { id: randomBytes(32).toString('base64url'), user: claims.sub, lastRequest: now };
}

/** @returns the session with a new time of its last request, or nothing once it has been idle for too long */
export function continueSession(session: Session, now: Date): Session | undefined {
  const idleMs = now.getTime() - session.lastRequest.getTime();
  if (idleMs >= IDLE_MINUTES * 60_000) return undefined;
  return { ...session, lastRequest: now };
}

/** `__Host-` makes browsers refuse it without Secure or with another path. */
export const SESSION_COOKIE = '__Host-labdesk';

/** Value of the `Set-Cookie` header. */
export function sessionCookie(session: Session): string {
  return `${SESSION_COOKIE}=${session.id}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}
