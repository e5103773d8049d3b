/** The output of `medward publish`: files that were written, or what keeps them from being written. */
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, object, oneOf, text, type Schema } from './schema.js';

export interface PublishOutput extends Identity {
  readonly files: readonly {
    /** Name in the folder that was written into. */
    readonly file: string;
    readonly document: string;
    readonly format: string;
    readonly state: 'written' | 'unchanged';
    /** What could not be shown as it is written, such as characters that no font has. */
    readonly notes: readonly string[];
  }[];
  /** Gaps that keep a release from being made. */
  readonly blocking: readonly { readonly key: string; readonly message: string }[];
  /** What is wrong in templates. */
  readonly problems: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

export function publishOutput(
  result: Pick<PublishOutput, 'files' | 'blocking' | 'problems'>,
  subject: Subject,
): PublishOutput {
  return { ...identityOf('publish', subject), ...result };
}

export const publishSchema: Schema = withIdentity('publish', {
  files: array(
    object({ file: text, document: text, format: text, state: oneOf('written', 'unchanged'), notes: array(text) }),
  ),
  blocking: array(object({ key: text, message: text })),
  problems: array(object({ file: text, line: integer, column: integer, message: text })),
});
