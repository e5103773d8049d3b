/** The output of `medward threats take | reject | merge`: what was answered and written. */
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, object, oneOf, text, yesNo, type Schema } from './schema.js';

const EDIT_ACTIONS = ['take', 'reject', 'merge'] as const;
export type EditAction = (typeof EDIT_ACTIONS)[number];

export interface ThreatsEditOutput extends Identity {
  readonly action: EditAction;
  readonly dryRun: boolean;
  /** One entry per record that was written or changed. */
  readonly written: readonly WrittenRecord[];
  /** Texts as they are now, or would be. */
  readonly files: readonly { readonly file: string; readonly isNew: boolean; readonly text: string }[];
}

export interface WrittenRecord {
  readonly record: string;
  readonly file: string;
  /** Keys of the candidates that it answers. */
  readonly keys: readonly string[];
}

export function threatsEditOutput(edit: Omit<ThreatsEditOutput, keyof Identity>, subject: Subject): ThreatsEditOutput {
  return { ...identityOf('threats-edit', subject), ...edit };
}

export const threatsEditSchema: Schema = withIdentity('threats-edit', {
  action: oneOf(...EDIT_ACTIONS),
  dryRun: yesNo,
  written: array(object({ record: text, file: text, keys: array(text) })),
  files: array(object({ file: text, isNew: yesNo, text })),
});
