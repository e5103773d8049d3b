/** Information for users. */
import { line, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'information',
  plural: 'information',
  title: 'Information for users',
  prefixes: ['INF'],
  about: 'One thing that users are told: where, whom, and about which risk.',
  fields: {
    place: optional(line, 'Where it stands: document and section, label, screen.'),
    audience: optional(line, 'Who reads it.'),
    wording: optional(text, 'The words.'),
  },
});
