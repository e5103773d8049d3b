/** Reviews. */
import { byName, choice, date, line, needed, optional, someOf, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'review',
  plural: 'reviews',
  title: 'Review',
  prefixes: ['RV'],
  about: 'A review of records or code by named people, bound to the content they saw.',
  fields: {
    type: needed(
      choice(
        'requirements',
        'architecture',
        'design',
        'code',
        'test-adequacy',
        'risk',
        'threat-model',
        'security',
        'release',
      ),
      'What sort of review it is.',
    ),
    by: optional(someOf(line), 'Who reviewed: names or ids of people.'),
    date: optional(date, 'When.'),
    commit: optional(line, 'Commit that was looked at, for code.'),
    looked: optional(someOf(line), 'Criteria that were looked at.'),
    checklist: optional(line, 'Checklist that was used.'),
    outcome: optional(choice('accepted', 'accepted-with-findings', 'rejected'), 'What came out.'),
    'bound-to': optional(byName(line), 'Content hash of each reviewed record; `medward approve` writes it.'),
    notes: optional(text, 'What was seen.'),
  },
});
