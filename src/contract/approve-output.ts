/** The output of `medward approve`: what was signed, how it differs from what was signed before, and what was written. */
import type { FieldChange } from '../compare/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

const ACTIONS = ['written', 'renewed', 'stands'] as const;
const STATES = ['changed', 'new', 'gone', 'same'] as const;

export interface ApproveOutput extends Identity {
  readonly dryRun: boolean;
  /** In the order in which they were signed: what others are about comes first. */
  readonly signed: readonly SignedOutput[];
  /** Signatures that stood for what was signed now, as it was before, and do not any more. */
  readonly voided: readonly { readonly record: string; readonly about: readonly string[] }[];
  /** Files of what was signed that stand in no commit as they are; `null` where Git cannot tell. */
  readonly uncommitted: readonly string[] | null;
  /** Texts as they are now, or would be. */
  readonly files: readonly { readonly file: string; readonly isNew: boolean; readonly text: string }[];
}

export interface SignedOutput {
  readonly record: string;
  readonly kind: string;
  readonly title: string | null;
  /** A new record; a record with new hashes and date; or one that holds for the present content, and was left alone. */
  readonly action: (typeof ACTIONS)[number];
  readonly file: string;
  readonly by: readonly string[];
  readonly role: string | null;
  readonly meaning: string | null;
  readonly date: string | null;
  readonly about: readonly BoundOutput[];
  /** Files and ids of other products that it names: no hash binds them. */
  readonly unbound: readonly string[];
}

export interface BoundOutput {
  readonly id: string;
  readonly kind: string | null;
  readonly title: string | null;
  /** Against what was bound before; `gone`: bound before, and named no more or not there. */
  readonly state: (typeof STATES)[number];
  /** `null` for what is gone. */
  readonly hash: string | null;
  /** The commit at which it said what was signed; `null` where none is known, or nothing changed. */
  readonly since: string | null;
  /** What it says otherwise since then; `null` where nobody can tell. */
  readonly fields: readonly FieldChange[] | null;
}

export function approveOutput(signing: Omit<ApproveOutput, keyof Identity>, subject: Subject): ApproveOutput {
  return { ...identityOf('approve', subject), ...signing };
}

const fieldSchema = object({ name: text, before: nullable(text), after: nullable(text) });

export const approveSchema: Schema = withIdentity('approve', {
  dryRun: yesNo,
  signed: array(
    object({
      record: text,
      kind: text,
      title: nullable(text),
      action: oneOf(...ACTIONS),
      file: text,
      by: array(text),
      role: nullable(text),
      meaning: nullable(text),
      date: nullable(text),
      about: array(
        object({
          id: text,
          kind: nullable(text),
          title: nullable(text),
          state: oneOf(...STATES),
          hash: nullable(text),
          since: nullable(text),
          fields: nullable(array(fieldSchema)),
        }),
      ),
      unbound: array(text),
    }),
  ),
  voided: array(object({ record: text, about: array(text) })),
  uncommitted: nullable(array(text)),
  files: array(object({ file: text, isNew: yesNo, text })),
});
