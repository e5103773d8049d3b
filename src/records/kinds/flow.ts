/** Data flows between items. */
import { choice, line, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'flow',
  plural: 'flows',
  title: 'Data flow',
  prefixes: ['DF'],
  about: 'Data or commands that go from one item to another, with the details that reviewers ask for each path.',
  fields: {
    direction: optional(choice('one-way', 'two-way'), 'Whether data also go back.'),
    protocol: optional(line, 'Protocol with version.'),
    port: optional(line, 'Port or address.'),
    authentication: optional(text, 'How the ends know each other.'),
    authorisation: optional(text, 'What the sender is allowed to do.'),
    protection: optional(text, 'What protects confidentiality and integrity on the way.'),
    keys: optional(text, 'Keys and certificates, where they come from and how they change.'),
    session: optional(text, 'How a session starts, lasts and ends.'),
    'error-behaviour': optional(text, 'What happens when the flow fails.'),
    validation: optional(text, 'How the receiver checks what comes in.'),
  },
});
