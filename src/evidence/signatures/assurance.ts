/** Who vouches for a statement: somebody who typed it, the system that did the work, or the holder of a trusted key. */
import type { StoredStatement, StoreFault } from '../store.js';
import { sha256Of, statementText, type Statement } from '../statement.js';
import { fits, PAYLOAD_TYPE, readEnvelope, type EnvelopeSignature } from './dsse.js';
import { sshFingerprint, sshSignatureFits } from './ssh-keys.js';
import { NAMESPACE, readSshSignature, sshSignedBytes } from './ssh-signature.js';
import type { AllowedSigner } from './allowed-signers.js';
import type { StoredSignature } from './stored-signatures.js';
import { ALLOWED_SIGNERS, TRUSTED_KEYS, type PemKey, type TrustedKeys } from './trusted-keys.js';

export type AssuranceLevel = 'claimed' | 'recorded' | 'signed';

export interface Assurance {
  readonly level: AssuranceLevel;
  /** Names of the trusted keys that signed it, each once. */
  readonly signers: readonly string[];
  /** Why signatures do not count, each at its path. */
  readonly faults: readonly StoreFault[];
}

// @implements SRS-810
/**
 * Only a signature that fits the bytes of the statement and a trusted key makes it `signed`. Whether a key was valid is
 * asked for the day that the statement itself names, which is part of what is signed.
 * @param signatures any; those of other statements are passed over
 */
export function assuranceOf(
  stored: Pick<StoredStatement, 'sha256' | 'statement'>,
  signatures: readonly StoredSignature[],
  trusted: TrustedKeys,
): Assurance {
  const own = signatures.filter(({ statement }) => statement === stored.sha256);
  const checks = own.flatMap((signature) => checkSignature(signature, stored, trusted));
  const signers = [...new Set(checks.flatMap((check) => (check.is === 'valid' ? [check.signer] : [])))].toSorted();
  const level = signers.length > 0 ? 'signed' : withoutSignature(stored.statement);
  return { level, signers, faults: checks.flatMap((check) => (check.is === 'valid' ? [] : [check.fault])) };
}

/**
 * What anybody can type: whoever commits writes the trailers, a table may come from anywhere, and that a run came to its end is
 * what makes a report of it a proof.
 */
function withoutSignature({ predicate }: Statement): 'claimed' | 'recorded' {
  const { format } = predicate.report;
  if (format === 'git-trailers' || predicate.told?.toEnd === true) return 'claimed';
  return format === 'findings-csv' && predicate.tool === null ? 'claimed' : 'recorded';
}

/** @returns the bytes that are signed; `undefined` where another program wrote the statement in a form of its own */
export function signableText({ sha256, statement }: Pick<StoredStatement, 'sha256' | 'statement'>): string | undefined {
  const text = statementText(statement);
  return sha256Of(text) === sha256 ? text : undefined;
}

type Check = { readonly is: 'valid'; readonly signer: string } | { readonly is: 'fault'; readonly fault: StoreFault };

function checkSignature(
  signature: StoredSignature,
  stored: Pick<StoredStatement, 'sha256' | 'statement'>,
  trusted: TrustedKeys,
): readonly Check[] {
  const { path } = signature;
  const text = signableText(stored);
  if (text === undefined) return [faultAt(path, 'The statement is not in the form that can be checked.')];
  const message = Buffer.from(text);
  return signature.form === 'dsse'
    ? checkEnvelope(signature, message, trusted.pem)
    : [checkSsh(signature, message, stored.statement.predicate.addedOn, trusted.ssh)];
}

function faultAt(path: string, message: string): Check {
  return { is: 'fault', fault: { path, message } };
}

function checkEnvelope({ path, text }: StoredSignature, message: Buffer, trusted: readonly PemKey[]): readonly Check[] {
  const envelope = readEnvelope(text);
  if (!envelope) return [faultAt(path, 'This is no DSSE envelope that can be read.')];
  if (envelope.payloadType !== PAYLOAD_TYPE) {
    return [faultAt(path, `Its payload is ${envelope.payloadType.slice(0, 100)}, expected is ${PAYLOAD_TYPE}.`)];
  }
  if (!message.equals(envelope.payload)) return [faultAt(path, 'It signs something else than this statement.')];
  return envelope.signatures.map((one) => {
    const key = keysFor(one, trusted).find(({ key }) => fits(envelope, one, key));
    return key ? { is: 'valid', signer: key.signer } : faultAt(path, whyNot(one, trusted));
  });
}

/** The id only says which keys to try, and may be left out or wrong. */
function keysFor({ keyId }: EnvelopeSignature, trusted: readonly PemKey[]): readonly PemKey[] {
  const named = trusted.filter((key) => key.keyId === keyId);
  return named.length > 0 ? named : trusted;
}

function whyNot({ keyId }: EnvelopeSignature, trusted: readonly PemKey[]): string {
  const named = trusted.find((key) => key.keyId === keyId);
  if (named) return `The signature does not fit the statement and the key ${named.signer}.`;
  const id = keyId === undefined ? '' : ` (${keyId.slice(0, 80)})`;
  return `No trusted key made this signature${id}. If you trust its key, put it into ${TRUSTED_KEYS}.`;
}

function checkSsh(
  { path, text }: StoredSignature,
  message: Buffer,
  day: string,
  trusted: readonly AllowedSigner[],
): Check {
  const signature = readSshSignature(text);
  if (!signature) return faultAt(path, 'This is no SSH signature that can be read.');
  if (signature.namespace !== NAMESPACE) {
    return faultAt(
      path,
      `It was made for the namespace ${signature.namespace.slice(0, 60)}, expected is ${NAMESPACE}.`,
    );
  }
  const lines = trusted.filter(({ key }) => key.blob.equals(signature.keyBlob));
  const [first] = lines;
  if (!first) {
    const key = sshFingerprint(signature.keyBlob);
    return faultAt(
      path,
      `No trusted key made this signature (${key}). If you trust its key, add it to ${ALLOWED_SIGNERS}.`,
    );
  }
  if (!sshSignatureFits(first.key, sshSignedBytes(signature, message), signature.signature)) {
    return faultAt(path, `The signature does not fit the statement and the key of ${first.signer}.`);
  }
  const reasons = lines.map((line) => whyLineFails(line, day));
  const holds = lines.find((_, at) => reasons[at] === undefined);
  return holds ? { is: 'valid', signer: holds.signer } : faultAt(path, reasons[0] ?? '');
}

const DAY = 86_400_000;

/** The whole day of the statement must lie within the time of the key. */
function whyLineFails(line: AllowedSigner, day: string): string | undefined {
  const { signer, isForUs, validAfter, validBefore } = line;
  if (!isForUs) return `The key of ${signer} is not meant for the namespace ${NAMESPACE}.`;
  if (validAfter === undefined && validBefore === undefined) return undefined;
  const start = Date.parse(`${day}T00:00:00Z`);
  const isIn = start >= (validAfter ?? -Infinity) && start + DAY <= (validBefore ?? Infinity);
  return isIn
    ? undefined
    : `The key of ${signer} ${timeText(validAfter, validBefore)}, and the statement is of ${day}.`;
}

function timeText(after: number | undefined, before: number | undefined): string {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const from = after === undefined ? '' : ` from ${day(after)}`;
  return `is valid${from}${before === undefined ? '' : ` until ${day(before)}`}`;
}
