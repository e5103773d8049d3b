/** Approvals. */
import { byName, choice, date, line, optional } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'approval',
  plural: 'approvals',
  title: 'Approval',
  prefixes: ['AP'],
  about: 'An approval of records by a named person, bound to their content: a later change voids it.',
  fields: {
    by: optional(line, 'Who approves.'),
    role: optional(line, 'In which role.'),
    meaning: optional(choice('author', 'reviewer', 'approver', 'release'), 'What the signature means.'),
    date: optional(date, 'When.'),
    'bound-to': optional(byName(line), 'Content hash of each approved record; `medward approve` writes it.'),
  },
});
