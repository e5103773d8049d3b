/** Ways from one kind of record to another over the links that carry meaning, shortest first; for traceability matrices. */
import { linkFields, type AnyRecord, type KindName } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from './trace.js';

/** Names of links, one after the other, that lead from the first kind to the last. */
export type Route = readonly { readonly link: string; readonly kind: string }[];

/** Longer ways say nothing that a person would call a trace. */
const MAX_STEPS = 4;

/**
 * Links that pass a meaning on from one record to the next: what is asked, answered, built and shown. A test of an item
 * is no trace from a threat that targets the item, so such links count only where they lead straight to the end.
 */
const CHAIN = new Set([
  'satisfies',
  'satisfied-by',
  'realises',
  'realised-by',
  'mitigates',
  'controls',
  'implements',
  'implemented-by',
  'of',
  'designs',
  'allocated-to',
  'requirements',
  'hazard',
  'hazards',
  'risks',
  'threats',
  'verifies',
  'verified-by',
  'results.test',
  'runs',
]);

/** Links that any record may have, such as decisions and reviews, are no traces between kinds. */
function stepsFrom(kind: string): Route {
  const steps = [...linkFields(kind).values()].flatMap((field) =>
    field.relations
      .filter(
        (relation) => !relation.from.includes('any') && !relation.to.includes('any') && !relation.to.includes('same'),
      )
      .flatMap((relation) => (field.end === 'from' ? relation.to : relation.from))
      .filter((end) => !end.startsWith('@'))
      .map((end) => ({ link: field.name, kind: end })),
  );
  const unique = new Map(steps.map((step) => [`${step.link} ${step.kind}`, step]));
  return [...unique.values()].toSorted((a, b) => compareText(a.link, b.link) || compareText(a.kind, b.kind));
}

// @implements SRS-211
/**
 * @returns routes by their length, shortest first, each kind passed once; nothing if the kinds are more than four links apart
 */
export function routesBetween(from: KindName, to: KindName): readonly (readonly Route[])[] {
  const byLength: (readonly Route[])[] = [];
  let routes: readonly Route[] = [[]];
  for (let length = 1; length <= MAX_STEPS; length++) {
    const longer = routes.flatMap((route) => {
      const passed = new Set([from, ...route.map((step) => step.kind)]);
      const steps = stepsFrom(route.at(-1)?.kind ?? from).filter((step) => step.kind === to || !passed.has(step.kind));
      return steps.map((step) => [...route, step]);
    });
    const arrived = longer.filter((route) => route.at(-1)?.kind === to);
    const telling = length === 1 ? arrived : arrived.filter((route) => route.every((step) => CHAIN.has(step.link)));
    if (telling.length > 0) byLength.push(telling);
    routes = longer.filter((route) => route.at(-1)?.kind !== to);
  }
  return byLength;
}

/** @returns the records at the end of the routes, in order of their ids */
export function reached(record: AnyRecord, routes: readonly Route[], trace: Trace): readonly AnyRecord[] {
  const found = routes.flatMap((route) =>
    route.reduce<readonly AnyRecord[]>(
      (at, step) => [
        ...new Set(at.flatMap((one) => trace.linked(one, step.link).filter((far) => far.kind === step.kind))),
      ],
      [record],
    ),
  );
  return [...new Set(found)].toSorted((a, b) => compareText(a.id, b.id));
}
