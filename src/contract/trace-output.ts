/** The output of `medward trace FROM TO`: a matrix from the records of one kind to those of another, holes included. */
import { verificationOf, type Assessment, type VerificationState } from '../assess/index.js';
import type { AnyRecord, KindName } from '../records/index.js';
import { reached, routesBetween, type Route } from '../trace/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, text, type Schema } from './schema.js';
import {
  countVerification,
  verificationCounts,
  verificationState,
  type VerificationCounts,
} from './verification-counts.js';

export interface TraceEnd {
  readonly id: string;
  readonly title: string | null;
  /** How far it is verified; `null` for kinds that nobody tests. */
  readonly verification: VerificationState | null;
}

export interface TraceOutput extends Identity {
  readonly from: string;
  readonly to: string;
  /** Links that were followed, one route a list. */
  readonly routes: readonly (readonly string[])[];
  readonly linked: number;
  readonly holes: number;
  /** Of all records of the first kind. */
  readonly verification: VerificationCounts;
  readonly rows: readonly (TraceEnd & { readonly to: readonly TraceEnd[] })[];
  /** Records of the second kind that nothing of the first leads to. */
  readonly unreached: readonly TraceEnd[];
}

export function traceOutput(assessment: Assessment, from: KindName, to: KindName, subject: Subject): TraceOutput {
  const { trace } = assessment;
  const routes = telling(assessment, from, routesBetween(from, to));
  const rows = trace.allNamed(from).map((record) => ({
    ...endOf(record, assessment),
    to: reached(record, routes, trace).map((end) => endOf(end, assessment)),
  }));
  const found = new Set(rows.flatMap((row) => row.to.map((end) => end.id)));
  return {
    ...identityOf('trace', subject),
    from,
    to,
    routes: [...new Map(routes.map((route) => [linksOf(route).join(' '), linksOf(route)])).values()],
    linked: rows.filter((row) => row.to.length > 0).length,
    holes: rows.filter((row) => row.to.length === 0).length,
    verification: countVerification(trace.allNamed(from), assessment),
    rows,
    unreached: trace
      .allNamed(to)
      .map((end) => endOf(end, assessment))
      .filter((end) => !found.has(end.id)),
  };
}

/** The shortest routes that lead anywhere in this project: a longer way is a trace only where no shorter one is used. */
function telling({ trace }: Assessment, from: KindName, byLength: readonly (readonly Route[])[]): readonly Route[] {
  const used = byLength.find((routes) =>
    trace.allNamed(from).some((record) => reached(record, routes, trace).length > 0),
  );
  return used ?? byLength[0] ?? [];
}

function linksOf(route: Route): readonly string[] {
  return route.map((step) => step.link);
}

function endOf(record: AnyRecord, { trace, proofs }: Assessment): TraceEnd {
  const verification = verificationOf(record, trace, proofs)?.state ?? null;
  return { id: record.id, title: record.fields.title ?? null, verification };
}

const end = { id: text, title: nullable(text), verification: nullable(verificationState) };

export const traceSchema: Schema = withIdentity('trace', {
  from: text,
  to: text,
  routes: array(array(text)),
  linked: integer,
  holes: integer,
  verification: verificationCounts,
  rows: array(object({ ...end, to: array(object(end)) })),
  unreached: array(object(end)),
});
