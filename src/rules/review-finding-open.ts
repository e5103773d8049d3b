/** Finds findings of reviews that nobody decided about, and rejected reviews that nobody repeated. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'review-finding-open',
  title: 'Review that was never closed',
  why: 'A review ends when what it found is answered, not when the meeting is over.',
  because: 'both',
  basis: [
    'iec62304:5.2.6',
    'iec62304:5.3.6',
    'iec62304:5.4.4',
    'iec62304:5.5.5',
    'iec81001-5-1:5.2.2',
    'iec81001-5-1:5.3.3',
  ],
  serves: ['software-requirements-review', 'architecture-review', 'detailed-design-review', 'code-review-records'],
  severity: 'error',

  examples: {
    bad: `
      needs:
        - { id: UN-1, title: Print orders }
      reviews:
        - { id: RV-1, type: requirements, reviewed: [UN-1], by: petrov, date: 2026-05-12, outcome: accepted-with-findings }
        - { id: RV-2, type: risk, reviewed: [UN-1], by: petrov, date: 2026-05-12, outcome: rejected }   # gap
      findings:
        - { id: FND-1, title: No paper size is named, from: RV-1 }   # gap`,
    ok: `
      needs:
        - { id: UN-1, title: Print orders }
      reviews:
        - { id: RV-1, type: requirements, reviewed: [UN-1], by: petrov, date: 2026-05-12, outcome: rejected }
        - { id: RV-2, type: requirements, reviewed: [UN-1], by: petrov, date: 2026-05-13, outcome: accepted }
      findings:
        - { id: FND-1, title: No paper size is named, from: RV-1, disposition: fixed }`,
  },

  *check({ trace }) {
    for (const finding of trace.all('finding')) {
      if (trace.computed(finding, 'by-review') !== true || finding.fields.disposition !== undefined) continue;
      if (trace.isLinked(finding, 'raised-as') || trace.isLinked(finding, 'accepted-by')) continue;
      yield {
        at: finding,
        what: `${finding.id}, which a review found, is not decided.`,
        do: `Add \`disposition:\` to ${finding.id}, or raise an anomaly and name it in \`raised-as:\`.`,
      };
    }
    for (const review of trace.all('review')) {
      if (review.fields.outcome !== 'rejected' || isRepeated(review, trace)) continue;
      yield {
        at: review,
        field: 'outcome',
        what: `${review.id} was rejected, and no later review of type ${review.fields.type} accepted the same records.`,
        do: 'Mend what was found, and review it again.',
      };
    }
  },
});

function isRepeated(review: RecordOf<'review'>, trace: Trace): boolean {
  const looked = trace.linked(review, 'reviewed');
  return looked.every((record) =>
    trace.linkedOf(record, 'reviewed-in', 'review').some(({ fields }) => {
      const isAccepted = fields.outcome === 'accepted' || fields.outcome === 'accepted-with-findings';
      return isAccepted && fields.type === review.fields.type && (fields.date ?? '') >= (review.fields.date ?? '');
    }),
  );
}
