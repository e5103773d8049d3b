/** What the system or its software must do. */
import { choice, needed, optional, someOf, text } from '../../shapes/index.js';
import { defineKind } from './define.js';
import { DISCLOSES } from './discloses.js';

export default defineKind({
  kind: 'requirement',
  plural: 'requirements',
  title: 'Requirement',
  prefixes: ['SRS', 'SYS', 'REQ'],
  about: 'One thing that the system or its software must do or be.',
  fields: {
    level: needed(choice('system', 'software'), 'Whether the system or its software has to meet it.'),
    type: optional(
      choice(
        'functional',
        'interface',
        'performance',
        'alarm',
        'data',
        'usability',
        'security',
        'regulatory',
        'maintenance',
        'installation',
        'network',
        'other',
      ),
      'What sort of requirement it is.',
    ),
    // The categories of IEC 62304 5.2.2 a) to l), own words.
    content: optional(
      someOf(
        choice(
          'function-and-capability',
          'inputs-and-outputs',
          'interfaces',
          'alarms-and-messages',
          'security',
          'user-interface',
          'data',
          'installation-and-acceptance',
          'operation-and-maintenance',
          'it-network',
          'user-maintenance',
          'regulatory',
        ),
      ),
      'Which content categories of IEC 62304 5.2.2 it belongs to.',
    ),
    acceptance: optional(text, 'When it counts as met: something that can be observed.'),
    method: optional(
      choice('test', 'analysis', 'inspection', 'review', 'demonstration'),
      'How it is verified; what is not tested is verified in another named way.',
    ),
    source: optional(
      text,
      'A source outside the project: regulation, standard or other document, with edition and clause.',
    ),
    discloses: DISCLOSES,
  },
});
