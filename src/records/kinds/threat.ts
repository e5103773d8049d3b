/** Threats of the threat model. */
import { byName, choice, date, line, mapping, optional, someOf, text, word, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

const RATING = mapping({
  vector: optional(
    word(
      /^(CVSS:\d\.\d\/)?[A-Za-z]{1,4}:[A-Za-z0-9]{1,4}(\/[A-Za-z]{1,4}:[A-Za-z0-9]{1,4})*$/,
      'a vector such as AV:N/AC:L/PR:N/UI:R',
    ),
    'Metrics of the method, such as AV:N/AC:L/PR:N/UI:R.',
  ),
  likelihood: optional(line, 'Step of the likelihood, where the method rates by one.'),
  severity: optional(line, 'Severity on the scale of the method.'),
  'multi-patient': optional(yesNo, 'One attack reaches many patients.'),
  rating: optional(line, 'The level; computed, a typed one is compared.'),
  reason: optional(text, 'Why it is rated lower than the worst case.'),
  answers: optional(byName(line), 'Answers to the questions of the method, by the id of the question.'),
  reasons: optional(byName(text), 'Why a question was answered so, by the id of the question.'),
  method: optional(line, 'Method and its version by which it was rated, such as cvss31-exploitability@1.'),
  'guided-by': optional(line, 'Method and version whose questions gave the vector, where it is another one.'),
  counted: optional(
    byName(line),
    'What a rating after control counted, as `medward rate` writes it: controls with the hash of their content, what realises and tests them.',
  ),
  by: optional(line, 'Who rated it.'),
  date: optional(date, 'When.'),
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
