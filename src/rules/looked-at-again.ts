/** When a document was looked at last, and whether that is longer ago than it says itself. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import type { Found, RuleInput } from './define.js';

/** @returns documents that cover the work product or a section of it */
export function documentsOf(product: string, trace: Trace): readonly RecordOf<'document'>[] {
  return trace
    .all('document')
    .filter((document) =>
      trace.foreign(document, 'covers').some((covered) => covered === product || covered.startsWith(`${product}#`)),
    );
}

/** @returns the day of its latest approval, review or statement; for what is kept elsewhere, that of its confirmation */
export function lastLookedAt(document: RecordOf<'document'>, trace: Trace): string | undefined {
  const { reference } = document.fields;
  if (reference) return reference['confirmed-on'];
  const signed = [
    ...trace.linkedOf(document, 'approvals', 'approval'),
    ...trace.linkedOf(document, 'reviewed-in', 'review'),
    ...trace.linkedOf(document, 'statements', 'statement'),
  ].flatMap(({ fields }) => fields.date ?? []);
  return signed.toSorted().at(-1);
}

/** A gap if the interval that the document sets itself is over. */
export function* overdueDocument(document: RecordOf<'document'>, { trace, date }: RuleInput): Iterable<Found> {
  const months = document.fields['review-every-months'];
  const last = lastLookedAt(document, trace);
  if (months === undefined || last === undefined || monthsAfter(last, months) >= date) return;
  yield {
    at: document,
    field: 'review-every-months',
    what: `${document.id} was looked at last on ${last} and was due again on ${monthsAfter(last, months)} (every ${months} months).`,
    do: `Look at ${document.id} again, and write the review or the approval with its date.`,
  };
}

/** Whether a document of the product tells no interval or no day, so that nothing can be said of it. */
export function isIntervalUnknown(product: string, { trace }: RuleInput): boolean {
  const documents = documentsOf(product, trace);
  return !documents.some(
    (document) => document.fields['review-every-months'] !== undefined && lastLookedAt(document, trace) !== undefined,
  );
}

/** @returns a day as `2026-11-23`; the last day of the month where the month is too short */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(ofMonth, last))).toISOString().slice(0, 10);
}
