/** Finds approvals whose content changed since, and that no newer one replaces. */
import { changedSince } from './bound-content.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'approval-content-changed',
  title: 'Approval of content that changed',
  why: 'A person signed for what stood there that day; what stands there now nobody has seen.',
  because: 'both',
  basis: [],
  serves: ['software-release-record', 'risk-management-plan'],
  severity: 'warning',

  examples: {
    bad: `
      needs:
        - { id: UN-1, title: Print orders }
      approvals:
        - id: AP-1
          approves: [UN-1]
          by: brandt
          meaning: approver
          date: 2026-05-12
          bound-to: { UN-1: '0000000000000000000000000000000000000000000000000000000000000000' }   # gap`,
    ok: `
      needs:
        - { id: UN-1, title: Print orders }
      approvals:
        - { id: AP-1, approves: [UN-1], by: brandt, meaning: approver, date: 2026-05-12, bound-to: { UN-1: '0000000000000000000000000000000000000000000000000000000000000000' } }
        - { id: AP-2, approves: [UN-1], by: brandt, meaning: approver, date: 2026-05-12, bound-to: { UN-1: hash-of-UN-1 } }`,
  },

  *check({ trace }) {
    yield* changedSince(
      trace.all('approval'),
      'approvals',
      (one, other) => one.fields.meaning === other.fields.meaning,
      trace,
    );
  },
});
