/** Things worth protecting. */
import { choice, line, optional, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

const NEED = choice('none', 'low', 'medium', 'high');

export default defineKind({
  kind: 'asset',
  plural: 'assets',
  title: 'Asset',
  prefixes: ['AS'],
  about: 'Something worth protecting: a function, data, a credential, a key, software.',
  fields: {
    type: optional(choice('function', 'data', 'credential', 'key', 'software', 'hardware', 'service'), 'What it is.'),
    confidentiality: optional(NEED, 'How much it matters that nobody else reads it.'),
    integrity: optional(NEED, 'How much it matters that nobody changes it.'),
    availability: optional(NEED, 'How much it matters that it is there.'),
    whose: optional(line, 'Who suffers if it is harmed.'),
    shared: optional(yesNo, 'The same secret or instance serves several devices.'),
    algorithm: optional(line, 'For keys and credentials: algorithm and length.'),
    'safety-relevant': optional(yesNo, 'Its loss can harm a patient.'),
  },
});
