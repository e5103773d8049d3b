/** Findings of scans, reviews and penetration tests. */
import { choice, date, line, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'finding',
  plural: 'findings',
  title: 'Finding',
  prefixes: ['FND'],
  about: 'Something that a scan, a review or a penetration test reported, with what was decided about it.',
  fields: {
    severity: optional(line, 'Severity in the words of the report.'),
    tool: optional(line, 'Tool that reported it.'),
    rule: optional(line, 'Rule of the tool.'),
    fingerprint: optional(line, 'By which the tool knows it again in a later run.'),
    disposition: optional(
      choice('fixed', 'false-positive', 'accepted', 'mitigated', 'deferred', 'not-applicable'),
      'What was decided.',
    ),
    reason: optional(text, 'Why.'),
    by: optional(line, 'Who decided.'),
    date: optional(date, 'When.'),
    until: optional(date, 'How long the decision holds.'),
  },
});
