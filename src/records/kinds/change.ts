/** Change requests. */
import { choice, line, list, mapping, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'change',
  plural: 'changes',
  title: 'Change',
  prefixes: ['CR'],
  about: 'A change request with its impact, approval, commits and verification.',
  fields: {
    state: optional(choice('proposed', 'approved', 'done', 'released', 'rejected'), 'How far it is.'),
    origin: optional(text, 'Where it comes from, if not from an anomaly.'),
    impact: optional(
      mapping({
        organisation: optional(text, 'On the organisation.'),
        'released-software': optional(text, 'On software already released.'),
        'interfacing-systems': optional(text, 'On systems it works with.'),
        safety: optional(text, 'On hazardous situations.'),
        controls: optional(text, 'On risk controls.'),
        security: optional(text, 'On the threat model and security controls.'),
        class: optional(text, 'On the safety class.'),
        interfaces: optional(text, 'On interfaces.'),
        regulatory: optional(text, 'New submission, notice or none, with the reason.'),
      }),
      'What the change touches; "none" with a reason is an answer.',
    ),
    'approved-by': optional(line, 'Who approved it.'),
    'approved-on': optional(line, 'When, before the merge.'),
    'carry-over-reason': optional(text, 'Why the results under `carries-over` hold although files changed.'),
    commits: optional(list(line), 'Commits that implement it.'),
  },
});
