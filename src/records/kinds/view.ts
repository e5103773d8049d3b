/** Architecture views. */
import { choice, line, list, mapping, needed, optional, someOf, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'view',
  plural: 'views',
  title: 'View',
  prefixes: ['VW'],
  about: 'A part of the model for one purpose: drawn as a diagram and listed as a table.',
  fields: {
    purpose: needed(
      choice('global', 'multi-patient-harm', 'updateability', 'security-use-case', 'software-architecture'),
      'What the view is for.',
    ),
    steps: optional(
      list(
        mapping({
          name: optional(line, 'What happens in this step.'),
          text: optional(text, 'Details.'),
          operating: optional(
            someOf(choice('power-on', 'standby', 'transition', 'operation')),
            'Operating states of the device in which it happens.',
          ),
          clinical: optional(
            someOf(choice('programming', 'alarm', 'therapy', 'data-transfer', 'results')),
            'Clinical states in which it happens.',
          ),
        }),
      ),
      'For use cases: the steps, each with its flows and controls.',
    ),
  },
});
