/** User needs and intended use: where requirements come from. */
import { choice, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'need',
  plural: 'needs',
  title: 'User need',
  prefixes: ['UN', 'NEED'],
  about: 'A user need or a part of the intended use, from which requirements follow.',
  fields: {
    type: optional(
      choice('user-need', 'intended-use', 'regulation', 'standard', 'business'),
      'Where the need comes from.',
    ),
    source: optional(text, 'Document, edition and clause, or who said it.'),
    acceptance: optional(text, 'How one sees that the need is met (validation).'),
  },
});
