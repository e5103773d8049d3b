/** Software of unknown provenance and other third-party components. */
import { choice, date, line, optional, someOf, text, word } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'soup',
  plural: 'soup',
  title: 'SOUP',
  prefixes: ['SOUP'],
  about: 'A third-party software component, with what is required of it and how it is watched.',
  fields: {
    purl: optional(
      word(/^pkg:[A-Za-z][A-Za-z0-9.+-]*\/\S+$/, 'a package URL such as pkg:npm/express@4.19.2'),
      'Package URL.',
    ),
    manufacturer: optional(line, 'Who makes it.'),
    version: optional(line, 'The exact version in use.'),
    marks: optional(someOf(choice('soup', 'in-sbom')), 'SOUP in the sense of IEC 62304, part of the SBOM, or both.'),
    purpose: optional(text, 'What it is used for.'),
    'required-of-it': optional(text, 'Functional and performance requirements on it (IEC 62304 5.3.3).'),
    prerequisites: optional(text, 'Hardware and software that it needs (IEC 62304 5.3.4).'),
    'support-category': optional(
      choice('maintained', 'supported', 'required'),
      'Who carries its security risk (IEC 81001-5-1 4.3).',
    ),
    'support-level': optional(line, 'Level of support by its maker.'),
    'end-of-support': optional(line, 'Date, or why none is known.'),
    'anomaly-source': optional(line, 'Where its known anomalies are published.'),
    'anomaly-date': optional(date, 'When they were evaluated.'),
    'anomaly-evaluation': optional(text, 'Which of them matter, and why the others do not (IEC 62304 7.1.3).'),
    'vulnerability-check-date': optional(date, 'When it was last looked up in vulnerability data.'),
    roles: optional(
      someOf(choice('network', 'crypto', 'parser', 'update', 'other')),
      'What it does that an attacker cares for.',
    ),
  },
});
