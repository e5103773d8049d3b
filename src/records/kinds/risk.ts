/** Sequences of events that lead to a hazardous situation. */
import { choice, line, mapping, optional, text, whole } from '../../shapes/index.js';
import { defineKind } from './define.js';

const RATING = mapping({
  p1: optional(whole(1, 10), 'Step of the probability that the hazardous situation occurs.'),
  p2: optional(whole(1, 10), 'Step of the probability that it leads to harm.'),
  severity: optional(line, 'Severity, where it differs from that of the hazard.'),
  rating: optional(line, 'The cell of the matrix; computed, a typed one is compared.'),
});

export default defineKind({
  kind: 'risk',
  plural: 'risks',
  title: 'Risk',
  prefixes: ['RSK', 'RISK'],
  about: 'One sequence of events that leads to a hazard, rated before and after control.',
  fields: {
    sequence: optional(text, 'The sequence of events; the text of the record counts too.'),
    'cause-kind': optional(
      choice('specification', 'defect', 'soup', 'hardware', 'other-software', 'misuse', 'attack'),
      'What sort of cause starts it (IEC 62304 7.1.2).',
    ),
    before: optional(RATING, 'Rating before any control.'),
    'external-only': optional(
      RATING,
      'Rating with the software failing and external controls alone: the question of IEC 62304 4.3.',
    ),
    after: optional(RATING, 'Rating with all controls.'),
    'after-reason': optional(text, 'Why no further reduction is practicable, if the method asks for a reason.'),
    'benefit-risk': optional(text, 'Individual benefit-risk analysis, if the risk is still not acceptable.'),
  },
});
