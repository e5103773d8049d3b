/** Tests and other verifications. */
import { choice, optional, text, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'test',
  plural: 'tests',
  title: 'Test',
  prefixes: ['TC'],
  about: 'One verification, fixed before it runs. Its result comes from evidence, never from this record.',
  fields: {
    level: optional(choice('unit', 'integration', 'system', 'validation'), 'Where it is run.'),
    type: optional(
      choice(
        'functional',
        'security-requirement',
        'threat-mitigation',
        'fuzz',
        'vulnerability-scan',
        'composition-analysis',
        'penetration',
        'static-analysis',
        'dynamic-analysis',
        'attack-surface',
        'abuse-case',
        'robustness',
        'boundary-analysis',
        'performance',
        'simulation',
        'drill',
        'inspection',
        'analysis',
        'demonstration',
        'review',
        'usability',
      ),
      'What sort of verification it is.',
    ),
    purpose: optional(
      choice('works', 'defeats', 'effective'),
      'Shows that something works, tries to defeat it, or shows that it helps in use.',
    ),
    preconditions: optional(text, 'What must be so before it starts.'),
    steps: optional(text, 'What is done.'),
    expected: optional(text, 'What must be seen for a pass.'),
    automated: optional(yesNo, 'It runs by itself; the code carries its id.'),
  },
});
