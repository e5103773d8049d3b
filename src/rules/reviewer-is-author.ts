/** Finds reviews that only those did who made what they looked at. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { shortList } from '../shapes/index.js';
import type { RuleInput } from './define.js';
import { findPerson } from './find-person.js';
import { defineRule } from './define.js';

// @implements SRS-611
export default defineRule({
  id: 'reviewer-is-author',
  title: 'Review by the author alone',
  why: 'People read over their own mistakes, so somebody else looks.',
  because: 'both',
  basis: [
    'iec62304:5.2.6',
    'iec62304:5.4.4',
    'iec62304:5.5.5',
    'iec81001-5-1:5.2.2',
    'iec81001-5-1:5.4.4',
    'iec81001-5-1:5.5.2',
  ],
  serves: ['software-requirements-review', 'detailed-design-review', 'code-review-records'],
  severity: 'warning',

  examples: {
    bad: {
      records: `
        requirements:
          - { id: SRS-1, title: Orders are stored, level: software, owner: petrov }
        reviews:
          - { id: RV-1, type: requirements, reviewed: [SRS-1], by: petrov, date: 2026-05-12, outcome: accepted }   # gap`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
    ok: {
      records: `
        requirements:
          - { id: SRS-1, title: Orders are stored, level: software, owner: petrov }
        reviews:
          - { id: RV-1, type: requirements, reviewed: [SRS-1], by: [petrov, haddad], date: 2026-05-12, outcome: accepted }`,
      settings: `
        people:
          - { id: haddad, name: Samir Haddad, roles: [security, tester] }
          - { id: petrov, name: Elena Petrov, roles: [developer] }`,
    },
  },

  *check(input) {
    for (const review of input.trace.all('review')) {
      const by = reviewers(review, input);
      const own = input.trace.linked(review, 'reviewed').filter((record) => {
        const authors = authorsOf(record, input);
        return by.length > 0 && by.every((person) => authors.includes(person));
      });
      const [first] = own;
      if (!first) continue;
      yield {
        at: review,
        field: 'by',
        what: `${review.id} is by ${by.join(' and ')} alone, who made ${shortList(own.map((record) => record.id))}.`,
        do: 'Let somebody else look at it, and add the name to `by:`.',
        see: [{ spot: first.spot, note: `${first.id} names its author.` }],
      };
    }
  },

  // Who made code, or a record without an owner, only its history tells.
  undecided: (input) =>
    input.trace.all('review').filter((review) => {
      const ends = input.trace.ends(review, 'reviewed');
      return ends.some((end) => end.kind === '@file' || authorsOf(end, input).length === 0);
    }),
});

function reviewers(review: RecordOf<'review'>, { people }: RuleInput): readonly string[] {
  return (review.fields.by ?? []).map((name) => findPerson(name, people)?.id ?? name);
}

/** Who looks after it, and who signed it as author. */
function authorsOf(record: AnyRecord, { trace, people }: RuleInput): readonly string[] {
  const signed = trace
    .linkedOf(record, 'approvals', 'approval')
    .flatMap(({ fields }) => (fields.meaning === 'author' && fields.by !== undefined ? [fields.by] : []));
  const { owner } = record.fields;
  return [...signed, ...(owner === undefined ? [] : [owner])].map((name) => findPerson(name, people)?.id ?? name);
}
