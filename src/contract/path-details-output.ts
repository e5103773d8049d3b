/** The output of `medward view --paths`: for each flow and each detail that reviewers ask of a path, what answers it and what is open. */
import type { Assessment } from '../assess/index.js';
import { PATH_DETAILS, PATH_DETAILS_BASIS, pathMatrix, type DetailState } from '../threats/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, oneOf, text, type Schema } from './schema.js';

export interface PathDetailsOutput extends Identity {
  /** Clause that asks for them; empty if its pack is not chosen. */
  readonly basis: readonly string[];
  readonly details: readonly { readonly key: string; readonly question: string }[];
  readonly counts: Readonly<Record<'written' | 'partly' | 'unknown' | 'notHere', number>>;
  readonly flows: readonly {
    readonly id: string;
    readonly title: string | null;
    /** In the order of `details`. */
    readonly answers: readonly {
      readonly key: string;
      readonly state: DetailState;
      /** Fields that are filled, such as `DF-05.protocol`. */
      readonly answeredBy: readonly string[];
      readonly missing: readonly string[];
      /** Why it does not arise on this path. */
      readonly reason: string | null;
    }[];
  }[];
}

export function pathDetailsOutput({ trace, isLoaded }: Assessment, subject: Subject): PathDetailsOutput {
  const rows = pathMatrix(trace);
  const states = rows.flatMap((row) => row.details.map((detail) => detail.state));
  const count = (state: DetailState): number => states.filter((one) => one === state).length;
  return {
    ...identityOf('path-details', subject),
    basis: isLoaded(PATH_DETAILS_BASIS) ? [PATH_DETAILS_BASIS] : [],
    details: PATH_DETAILS.map(({ key, question }) => ({ key, question })),
    counts: {
      written: count('written'),
      partly: count('partly'),
      unknown: count('unknown'),
      notHere: count('not-here'),
    },
    flows: rows.map(({ flow, details }) => ({
      id: flow.id,
      title: flow.fields.title ?? null,
      answers: details.map((detail) => ({ ...detail, reason: detail.reason ?? null })),
    })),
  };
}

export const pathDetailsSchema: Schema = withIdentity('path-details', {
  basis: array(text),
  details: array(object({ key: text, question: text })),
  counts: object({ written: integer, partly: integer, unknown: integer, notHere: integer }),
  flows: array(
    object({
      id: text,
      title: nullable(text),
      answers: array(
        object({
          key: text,
          state: oneOf('written', 'partly', 'unknown', 'not-here'),
          answeredBy: array(text),
          missing: array(text),
          reason: nullable(text),
        }),
      ),
    }),
  ),
});
