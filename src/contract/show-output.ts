/** The output of `medward show ID`: one record with its links, its content hash and its open gaps. */
import { stateOf, verificationOf, type Assessment, type Verification } from '../assess/index.js';
import type { AnyRecord } from '../records/index.js';
import { compareText, placeOf, type Place } from '../shapes/index.js';
import { boundRecords } from '../trace/index.js';
import { gapOutput, type GapOutput } from './check-output.js';
import { identityOf, place, withIdentity, type Identity, type Subject } from './identity.js';
import { array, mapOf, nullable, object, oneOf, text, type Schema } from './schema.js';
import { verificationState } from './verification-counts.js';

export interface ShowOutput extends Identity {
  readonly record: Place & {
    readonly id: string;
    readonly kind: string;
    readonly title: string | null;
    readonly text: string | null;
    readonly state: string;
    /** SHA-256 of the canonical form: what `bound-to` takes. */
    readonly hash: string;
    readonly fields: Readonly<Record<string, unknown>>;
    /** What follows from the model: ratings, crossings, class. */
    readonly computed: Readonly<Record<string, unknown>>;
    readonly links: readonly { readonly field: string; readonly id: string; readonly title: string | null }[];
    /** For statements, reviews, decisions and approvals: what `bound-to` has to say today. */
    readonly binds: Readonly<Record<string, string>>;
    /** How far it is verified; `null` for kinds that nobody tests. */
    readonly verification: Verification | null;
    /** Of a test the result that decides, with its day, such as `passed on 2026-11-20 for the content of today`. */
    readonly result: string | null;
    readonly gaps: readonly GapOutput[];
  };
}

export function showOutput(assessment: Assessment, record: AnyRecord, subject: Subject): ShowOutput {
  const { trace } = assessment;
  const linked = new Set(record.links.map((link) => link.field));
  const fields = Object.entries(record.fields).filter(
    ([name]) => name !== 'title' && name !== 'text' && !linked.has(name),
  );
  return {
    ...identityOf('show', subject),
    record: {
      id: record.id,
      kind: record.kind,
      title: record.fields.title ?? null,
      text: record.fields.text ?? null,
      state: stateOf(record, trace),
      hash: trace.hash(record),
      fields: Object.fromEntries(fields.toSorted(([a], [b]) => compareText(a, b))),
      computed: computedOf(assessment, record),
      links: linksOf(assessment, record),
      binds: Object.fromEntries(boundRecords(record, trace).map((one) => [one.id, trace.hash(one)])),
      verification: verificationOf(record, trace, assessment.proofs) ?? null,
      result: resultOf(assessment, record),
      gaps: assessment.gaps
        .filter((gap) => gap.record === record.id && gap.decision === undefined)
        .map((gap) => gapOutput(gap)),
      ...placeOf(record.spot),
    },
  };
}

function resultOf({ proofs }: Assessment, record: AnyRecord): string | null {
  const { result, cause } = proofs.about(record);
  return result ? cause : null;
}

function computedOf(assessment: Assessment, record: AnyRecord): Readonly<Record<string, unknown>> {
  const values = assessment.trace
    .computedNames(record.kind)
    .map((name) => [name, assessment.trace.computed(record, name)] as const);
  return Object.fromEntries([...values, ['safety-class', assessment.classes.of(record)]]);
}

function linksOf({ trace }: Assessment, record: AnyRecord): ShowOutput['record']['links'] {
  return trace
    .linkNames(record)
    .toSorted(compareText)
    .flatMap((field) => {
      const ends = trace
        .ends(record, field)
        .map((end) =>
          end.kind === '@file'
            ? { field, id: end.path, title: null }
            : { field, id: end.id, title: end.fields.title ?? null },
        );
      return [...ends, ...trace.foreign(record, field).map((id) => ({ field, id, title: null }))];
    });
}

export const showSchema: Schema = withIdentity('show', {
  record: object({
    id: text,
    kind: text,
    title: nullable(text),
    text: nullable(text),
    state: oneOf('approved', 'claimed', 'void', 'draft', 'obsolete'),
    hash: text,
    fields: { type: 'object' },
    computed: { type: 'object' },
    links: array(object({ field: text, id: text, title: nullable(text) })),
    binds: mapOf(text),
    verification: nullable(object({ state: verificationState, causes: array(text) })),
    result: nullable(text),
    gaps: array({ type: 'object' }),
    ...place,
  }),
});
