/** A fault that is planted in the finished project, and the one gap that has to tell it. */
import type { Edit } from './edit.js';
import type { VariantName } from './variants.js';

export interface Fault {
  /** What somebody did wrong, in words. */
  readonly planted: string;
  readonly edits: readonly Edit[];
  /** The key that has to come, and no other. */
  readonly gap: string;
  /** Planted in a variant of the project, where the whole does not have what the rule asks about. */
  readonly variant?: VariantName;
  /** Further keys that rightly come too, each a thing of its own to be done. */
  readonly also?: { readonly gaps: readonly string[]; readonly because: string };
  /** Further keys that tell the same cause once more: a fault of ours, until they are gone. */
  readonly toldTwice?: readonly string[];
  /** Git tells the files of today, which are those of the release but for what was planted. */
  readonly isCommitted?: boolean;
  /** The fault is about a binding, so nobody signs again what changed. */
  readonly keepBindings?: boolean;
}

type More = Omit<Fault, 'planted' | 'edits' | 'gap'>;

export function fault(planted: string, edits: Edit | readonly Edit[], gap: string, more: More = {}): Fault {
  return { planted, edits: Array.isArray(edits) ? edits : [edits as Edit], gap, ...more };
}

/** The key of a failing criterion, such as `sbom#SW-1,BOM-1`. */
export function product(part: string): string {
  return `work-product-incomplete@work-product:${part}`;
}

/** One cause, and every work product that shows it says so: each is a document of its own. */
export function inProducts(...parts: readonly string[]): Pick<Fault, 'also'> {
  return { also: { gaps: parts.map(product), because: 'each work product that shows it lacks it' } };
}
