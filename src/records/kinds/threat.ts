/** Threats of the threat model. */
import { choice, line, mapping, optional, someOf, text, word, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

const RATING = mapping({
  vector: optional(
    word(
      /^(CVSS:\d\.\d\/)?[A-Za-z]{1,4}:[A-Za-z0-9]{1,4}(\/[A-Za-z]{1,4}:[A-Za-z0-9]{1,4})*$/,
      'a vector such as AV:N/AC:L/PR:N/UI:R',
    ),
    'Metrics of the method, such as AV:N/AC:L/PR:N/UI:R.',
  ),
  severity: optional(line, 'Severity on the scale of the method.'),
  'multi-patient': optional(yesNo, 'One attack reaches many patients.'),
  rating: optional(line, 'The level; computed, a typed one is compared.'),
  reason: optional(text, 'Why it is rated lower than the worst case.'),
});

export default defineKind({
  kind: 'threat',
  plural: 'threats',
  title: 'Threat',
  prefixes: ['TH'],
  about: 'Something that somebody may do to the device on purpose, rated before and after control.',
  fields: {
    stride: optional(
      someOf(choice('S', 'T', 'R', 'I', 'D', 'E')),
      'Spoofing, Tampering, Repudiation, Information disclosure, Denial of service, Elevation of privilege.',
    ),
    'harm-to': optional(someOf(choice('patient', 'privacy', 'service')), 'What it can harm; without a hazard say so.'),
    impact: optional(text, 'What it does to confidentiality, integrity and availability.'),
    treatment: optional(
      choice('mitigate', 'accept', 'avoid', 'transfer'),
      'What is done about it; mitigate if nothing is said.',
    ),
    phase: optional(
      someOf(choice('supply', 'manufacture', 'deployment', 'interoperation', 'maintenance', 'decommissioning', 'use')),
      'Phase of the life cycle.',
    ),
    before: optional(RATING, 'Rating before control.'),
    after: optional(RATING, 'Rating after control; counts only when the controls are proven.'),
    'severity-reason': optional(text, 'Why its severity is below that of its worst hazard.'),
    'residual-reason': optional(text, 'Why what is left is accepted, if the method asks for a reason.'),
    generic: optional(yesNo, 'Text of a library that nobody has made specific yet; counts as absent.'),
    'control-reason': optional(line, 'Why no control answers it.'),
  },
});
