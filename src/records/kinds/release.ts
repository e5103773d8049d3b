/** Releases of software systems. */
import { anything, date, line, list, mapping, optional, text, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'release',
  plural: 'releases',
  title: 'Release',
  prefixes: ['REL'],
  about: 'A released version of a software system, with all that identifies it.',
  fields: {
    version: optional(line, 'The version.'),
    commit: optional(line, 'The commit it was built from.'),
    date: optional(date, 'When it was released.'),
    artefacts: optional(
      list(mapping({ name: optional(line, 'File.'), digest: optional(line, 'SHA-256.') })),
      'What was released, with digests.',
    ),
    configuration: optional(anything, 'Configuration items with versions.'),
    'build-procedure': optional(text, 'How it was built.'),
    'build-environment': optional(text, 'With which tools and settings.'),
    archive: optional(line, 'Where it is archived.'),
    retention: optional(line, 'How long.'),
    delivery: optional(text, 'How it reaches users unchanged.'),
    variants: optional(list(line), 'Variants.'),
    'in-field': optional(yesNo, 'Whether it is in use.'),
    'support-until': optional(line, 'End of support.'),
  },
});
