/** The output of `medward import` (contract.md, import): what became records, what was lost, what is wrong in the file. */
import type { ImportedModel, LossReason, Problem } from '../exchange/index.js';
import { linkCount } from '../exchange/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, mapOf, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

/** `in-the-way`: another file of that name is there, so nothing at all was written. */
export type ImportedFileState = 'written' | 'unchanged' | 'in-the-way' | 'not-written';

export interface ImportOutput extends Identity {
  /** As given on the command line. */
  readonly file: string;
  /** `unknown` where the file is of no format that is read. */
  readonly format: string;
  readonly formatVersion: string | null;
  readonly dryRun: boolean;
  readonly records: Readonly<Record<string, number>>;
  readonly links: number;
  /** Single values of the file that say something; `carried` and `lost` add up to `total`. */
  readonly values: { readonly total: number; readonly carried: number; readonly lost: number };
  readonly lost: readonly {
    readonly path: string;
    readonly reason: LossReason;
    readonly what: string;
    readonly values: number;
  }[];
  readonly problems: readonly Problem[];
  readonly files: readonly { readonly path: string; readonly state: ImportedFileState }[];
}

export interface ImportResult {
  readonly file: string;
  readonly dryRun: boolean;
  readonly imported: ImportedModel;
  readonly files: ImportOutput['files'];
  /** Beside those of the file itself. */
  readonly problems: readonly Problem[];
}

export function importOutput(
  { file, dryRun, imported, files, problems }: ImportResult,
  subject: Subject,
): ImportOutput {
  const { format, version, values, carried, records, losses } = imported;
  return {
    ...identityOf('import', subject),
    file,
    format,
    formatVersion: version ?? null,
    dryRun,
    records: countByKind(records.map((record) => record.kind)),
    links: linkCount(records),
    values: { total: values, carried, lost: values - carried },
    lost: losses.map(({ at, why, what, values }) => ({ path: at, reason: why, what, values })),
    problems: [...imported.problems, ...problems],
    files,
  };
}

function countByKind(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const kind of kinds.toSorted()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const reason = oneOf('no-such-field', 'unknown-value', 'ambiguous', 'drawing-only');

export const importSchema: Schema = withIdentity('import', {
  file: text,
  format: text,
  formatVersion: nullable(text),
  dryRun: yesNo,
  records: mapOf(integer),
  links: integer,
  values: object({ total: integer, carried: integer, lost: integer }),
  lost: array(object({ path: text, reason, what: text, values: integer })),
  problems: array(object({ path: text, message: text })),
  files: array(object({ path: text, state: oneOf('written', 'unchanged', 'in-the-way', 'not-written') })),
});
