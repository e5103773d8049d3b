/** The output of `medward export`: what stands in the file, what the format cannot carry, and what it made us fill in. */
import type { ExportedModel, Filled, LossReason } from '../exchange/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, mapOf, nullable, object, oneOf, text, type Schema } from './schema.js';

export interface ExportOutput extends Identity {
  readonly format: string;
  /** Where it was written, as given on the command line; `null`: the file is under `content`. */
  readonly file: string | null;
  readonly records: Readonly<Record<string, number>>;
  /** `path` is a record, its field, or the id of a link: `TH-01/hazards/HAZ-02`; a kind where no record of it is carried. */
  readonly lost: readonly { readonly path: string; readonly reason: LossReason; readonly what: string }[];
  /** Values that the format demands and no record says. */
  readonly filled: readonly Filled[];
  readonly content: string | null;
}

export function exportOutput(exported: ExportedModel, file: string | null, subject: Subject): ExportOutput {
  return {
    ...identityOf('export', subject),
    format: exported.format,
    file,
    records: exported.records,
    lost: exported.losses.map(({ at, why, what }) => ({ path: at, reason: why, what })),
    filled: exported.filled,
    content: file === null ? exported.text : null,
  };
}

const reason = oneOf('no-such-field', 'unknown-value', 'ambiguous', 'drawing-only');

export const exportSchema: Schema = withIdentity('export', {
  format: text,
  file: nullable(text),
  records: mapOf(integer),
  lost: array(object({ path: text, reason, what: text })),
  filled: array(object({ record: text, key: text, value: text, field: nullable(text) })),
  content: nullable(text),
});
