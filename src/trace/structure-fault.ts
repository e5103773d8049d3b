/** What is wrong with links whatever is demanded; becomes a gap of the rule with the same name. */
import type { Spot } from '../shapes/index.js';

export interface StructureFault {
  readonly rule:
    | 'dangling-link'
    | 'link-to-wrong-kind'
    | 'circular-link'
    | 'too-many-links'
    | 'required-link-missing'
    | 'link-not-allowed';
  /** Subject of the gap's key: a record id or `file:<path>`. */
  readonly subject: string;
  readonly record: string | undefined;
  /** What tells faults of one rule at one subject apart. */
  readonly details: readonly string[];
  readonly spot: Spot;
  readonly message: string;
  readonly todo: string;
  readonly related: readonly { readonly spot: Spot; readonly message: string }[];
}
