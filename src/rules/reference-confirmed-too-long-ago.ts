/** Finds documents kept elsewhere that nobody confirmed for longer than they say. */
import { overdueDocument } from './looked-at-again.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'reference-confirmed-too-long-ago',
  title: 'Reference that was confirmed too long ago',
  why: 'A certificate ends and a procedure gets a new edition, and nobody here would see it.',
  because: 'safety-class',
  basis: ['iec62304:4.1'],
  serves: ['quality-management-system'],
  severity: 'warning',

  examples: {
    bad: `
      documents:
        - id: DOC-1
          title: Quality manual
          covers: [quality-management-system]
          review-every-months: 12   # gap
          reference: { identifier: QM-1, version: '7', place: QMS, confirmed-by: brandt, confirmed-on: 2025-03-01 }`,
    ok: `
      documents:
        - id: DOC-1
          title: Quality manual
          covers: [quality-management-system]
          review-every-months: 12
          reference: { identifier: QM-1, version: '7', place: QMS, confirmed-by: brandt, confirmed-on: 2026-03-01 }`,
  },

  *check(input) {
    for (const document of input.trace.all('document')) {
      if (document.fields.reference === undefined) continue;
      yield* overdueDocument(document, input);
    }
  },

  // A reference without an interval of its own may be old or not.
  undecided: ({ trace }) =>
    trace
      .all('document')
      .some(({ fields }) => fields.reference !== undefined && fields['review-every-months'] === undefined),
});
