/** Detailed design of units. */
import { optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'design',
  plural: 'designs',
  title: 'Detailed design',
  prefixes: ['SDD'],
  about: 'The detailed design of one unit: enough to implement it correctly.',
  fields: {
    'inputs-outputs': optional(text, 'What goes in and what comes out, with ranges.'),
    'error-behaviour': optional(text, 'What the unit does at errors.'),
  },
});
