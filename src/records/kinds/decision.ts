/** Justified decisions that something is not applicable, deviates or is accepted. */
import { byName, choice, date, line, needed, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'decision',
  plural: 'decisions',
  title: 'Decision',
  prefixes: ['DEC'],
  about: "A person's justified decision about a gap, an obligation or a risk; dated, bound to content, with an end.",
  fields: {
    type: needed(choice('not-applicable', 'deviation', 'risk-acceptance', 'benefit-risk'), 'What is decided.'),
    reason: optional(text, 'Why; the text of the record counts too.'),
    by: optional(line, 'Who decided.'),
    role: optional(line, 'In which role.'),
    date: optional(date, 'When.'),
    until: optional(date, 'Until when it holds.'),
    'bound-to': optional(byName(line), 'Content hash of each record it is about; `medward approve` writes it.'),
  },
});
