/** Decides at the bastion whether a session of an operator may open, and when it has to end. */
// @implements SRS-S08

const LONGEST_MS = 4 * 60 * 60_000;

export interface Grant {
  readonly person: string;
  readonly approvedBy: string;
  readonly from: Date;
  readonly until: Date;
}

export interface Asking {
  readonly person: string;
  /** Key type that SSH reports; keys of a token end in `@openssh.com` and begin with `sk-`. */
  readonly keyType: string;
}

/** @returns when the session ends at the latest, or nothing: there is no right without a grant */
export function sessionEnd({ person, keyType }: Asking, grants: readonly Grant[], now: Date): Date | undefined {
  if (!/^sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com$/.test(keyType)) return undefined;
  const valid = grants.filter((grant) => grant.person === person && isApproved(grant) && isNow(grant, now));
  const ends = valid.map(endOf);
  return ends.length > 0 ? new Date(Math.max(...ends)) : undefined;
}

/** Asked every half a minute for each open session. */
export function mustClose(asking: Asking, grants: readonly Grant[], now: Date): boolean {
  return sessionEnd(asking, grants, now) === undefined;
}

function isApproved({ person, approvedBy }: Grant): boolean {
  return approvedBy !== '' && approvedBy !== person;
}

function isNow(grant: Grant, now: Date): boolean {
  return grant.from <= now && now.getTime() < endOf(grant);
}

function endOf({ from, until }: Grant): number {
  return Math.min(until.getTime(), from.getTime() + LONGEST_MS);
}
