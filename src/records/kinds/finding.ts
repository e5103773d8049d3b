/** Findings of scans, reviews and penetration tests. */
import { choice, date, line, mapping, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'finding',
  plural: 'findings',
  title: 'Finding',
  prefixes: ['FND'],
  about: 'Something that a scan, a review or a penetration test reported, with what was decided about it.',
  fields: {
    severity: optional(line, 'Severity in the words of the report.'),
    'known-since': optional(date, 'Day on which it was reported; without it that of its review.'),
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
    until: optional(date, 'How long the decision holds; for what is put off, when the fix comes.'),
    deferral: optional(
      mapping({
        release: optional(line, 'Release that brings the fix.'),
        'sold-meanwhile': optional(text, 'Whether devices that are sold until then get it.'),
        'time-to-reach': optional(line, 'How long it takes until the devices in the field have it.'),
      }),
      'For what is put off: the plan of the fix.',
    ),
  },
});
