/** The output of `medward draft`: which plans were begun, with which sections, and which could be. */
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, text, yesNo, type Schema } from './schema.js';

export interface DraftOutput extends Identity {
  readonly dryRun: boolean;
  /** One entry per section that was written. */
  readonly written: readonly DraftedSection[];
  /** Work products with sections that nobody has begun, where none was named. */
  readonly open: readonly OpenDraft[];
  /** Texts as they are now, or would be. */
  readonly files: readonly { readonly file: string; readonly isNew: boolean; readonly text: string }[];
}

export interface DraftedSection {
  readonly product: string;
  readonly section: string;
  readonly record: string;
  readonly file: string;
  /** How many places there are to fill. */
  readonly places: number;
}

export interface OpenDraft {
  readonly product: string;
  readonly title: string;
  /** Software system that it is asked for; `null`: the device. */
  readonly system: string | null;
  readonly sections: readonly string[];
}

export function draftOutput(drafted: Omit<DraftOutput, keyof Identity>, subject: Subject): DraftOutput {
  return { ...identityOf('draft', subject), ...drafted };
}

export const draftSchema: Schema = withIdentity('draft', {
  dryRun: yesNo,
  written: array(object({ product: text, section: text, record: text, file: text, places: integer })),
  open: array(object({ product: text, title: text, system: nullable(text), sections: array(text) })),
  files: array(object({ file: text, isNew: yesNo, text })),
});
