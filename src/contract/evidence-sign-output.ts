/** The output of `medward evidence sign`. */
import type { AssuranceLevel } from '../evidence/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, object, oneOf, text, type Schema } from './schema.js';

export interface SignedStatement {
  /** Path of the statement. */
  readonly statement: string;
  /** Name of the report that it speaks of. */
  readonly report: string;
  /** Path of the signature. */
  readonly signature: string;
  readonly state: 'added' | 'present';
  /** Of the statement, now. */
  readonly assurance: AssuranceLevel;
  /** Why this signature does not count, such as a key that the project does not trust. */
  readonly why: string | null;
}

export interface EvidenceSignOutput extends Identity {
  readonly signed: readonly SignedStatement[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

export function evidenceSignOutput(
  signed: readonly SignedStatement[],
  problems: EvidenceSignOutput['problems'],
  subject: Subject,
): EvidenceSignOutput {
  return { ...identityOf('evidence-sign', subject), signed, problems };
}

const signedSchema = object({
  statement: text,
  report: text,
  signature: text,
  state: oneOf('added', 'present'),
  assurance: oneOf('claimed', 'recorded', 'signed'),
  why: nullable(text),
});

export const evidenceSignSchema: Schema = withIdentity('evidence-sign', {
  signed: array(signedSchema),
  problems: array(object({ file: text, message: text })),
});
