/** Problem reports. */
import { choice, date, line, optional, someOf, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'anomaly',
  plural: 'anomalies',
  title: 'Anomaly',
  prefixes: ['PR', 'ANO'],
  about: 'A problem report, from the first sight to its closing.',
  fields: {
    state: optional(choice('open', 'deferred', 'resolved', 'closed', 'rejected'), 'How far it is.'),
    criticality: optional(someOf(choice('performance', 'safety', 'security', 'none')), 'What it can harm.'),
    cause: optional(text, 'What caused it.'),
    weakness: optional(line, 'Weakness category (CWE), or none and why.'),
    investigation: optional(text, 'What the investigation found.'),
    'safety-assessment': optional(text, 'What it means for patients.'),
    'security-assessment': optional(text, 'What it means for security.'),
    advised: optional(text, 'Who was told, or why nobody had to be.'),
    'closed-by': optional(line, 'Who closed it.'),
    'closed-on': optional(date, 'When it was closed.'),
  },
});
