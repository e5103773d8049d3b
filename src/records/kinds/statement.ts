/** Dated judgements of named people. */
import { byName, choice, date, line, needed, optional } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'statement',
  plural: 'statements',
  title: 'Statement',
  prefixes: ['ST'],
  about: 'What a named person says on a day: that there are none, that a list is complete, that tests were adequate.',
  fields: {
    type: needed(
      choice('none', 'complete', 'adequate', 'benefit-risk', 'overall-residual-risk', 'carry-over'),
      'What is said.',
    ),
    of: optional(
      line,
      'For `none`: what there are none of: the plural of a kind (interfaces, soup …), or a category, phase or purpose.',
    ),
    by: optional(line, 'Who says it.'),
    role: optional(line, 'In which role.'),
    date: optional(date, 'When.'),
    version: optional(line, 'For which version.'),
    'bound-to': optional(byName(line), 'Content hash of each record in scope; `medward approve` writes it.'),
  },
});
