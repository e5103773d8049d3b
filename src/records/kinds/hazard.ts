/** Hazards with their hazardous situation and harm. */
import { line, optional, text, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'hazard',
  plural: 'hazards',
  title: 'Hazard',
  prefixes: ['HAZ'],
  about: 'A hazard with its hazardous situation and harm.',
  fields: {
    situation: optional(text, 'The hazardous situation: who is exposed to what.'),
    harm: optional(text, 'The worst credible harm.'),
    severity: optional(line, 'Severity on the scale of the method, such as S2.'),
    'essential-performance': optional(yesNo, 'It is a loss of essential performance (IEC 60601-1).'),
    reference: optional(line, 'Where it stands in a risk file kept elsewhere.'),
  },
});
