/** Variants of the finished project, for rules about what the pump is not: each is finished itself. */
import { append, at, once, type Edit } from './edit.js';

/** Acceptable by the valve alone: then the firmware is class A. */
const CLASS_A: readonly Edit[] = [
  once('medward.yaml', '    class: C', '    class: A'),
  at('risks.md', 'RSK-1', 'external-only: { p1: 5, p2: 3 }', 'external-only: { p1: 1, p2: 1, severity: S3 }'),
  at('risks.md', 'RSK-2', 'external-only: { p1: 5, p2: 5 }', 'external-only: { p1: 2, p2: 2 }'),
];

/** The radio is switched off for good, and nothing in the pump can be changed any more. */
const RADIO_OFF: readonly Edit[] = [
  at('architecture.yaml', 'IF-1', 'enabled: yes', 'enabled: no'),
  at('architecture.yaml', 'DF-1', '    via: [IF-1]\n'),
  at('architecture.yaml', 'DF-2', '    via: [IF-1]\n'),
  once('medward.yaml', '[usb-power-only, short-range-radio]', '[usb-power-only]'),
  once('medward.yaml', 'update-path: local', 'update-path: none\n  network-library: no\n  open-port: no'),
  append(
    'records/screening.yaml',
    `documents:
  - id: DOC-50
    title: Why nothing is exposed
    covers:
      - product-security-context#why-nothing-is-exposed
      - threat-model#screening
      - security-risk-assessment#screening-result
    text: The radio is switched off by a fuse, the socket carries power only, and nothing credible is left.
    status: approved
`,
  ),
];

/** The shipped packs do not hold what the FDA asks; a pack of the project's own names the three clauses. */
const ASKED_BY_THE_FDA: readonly Edit[] = [
  once('medward.yaml', 'iec81001-5-1@2021]', 'iec81001-5-1@2021, ./packs/fda-premarket]'),
  append(
    'packs/fda-premarket/pack.yaml',
    `pack: fda-premarket
edition: '2026'
format: 1
title: Three clauses of the premarket guidance
weight: guidance
sources: { OWN: made for this test }
clauses:
  - { id: FDA-CY-TM, title: Threat model, summary: Threats name their assets., asks: {}, sources: [OWN], confidence: low }
  - { id: FDA-CY-RA-SAFETY, title: Harm, summary: Threats name their harm., asks: {}, sources: [OWN], confidence: low }
  - { id: FDA-CY-TEST-DISP, title: Findings, summary: Findings are decided., asks: {}, sources: [OWN], confidence: low }
`,
  ),
];

/** All that the FDA asks for, with a reason for what the pump has none of. */
const ASKED_IN_FULL: readonly Edit[] = [
  once('medward.yaml', 'iec81001-5-1@2021]', 'iec81001-5-1@2021, fda-premarket@2026]'),
  once('medward.yaml', 'life-phase: on-the-market', 'life-phase: on-the-market\n  cyber-device: yes'),
  append(
    'records/none.yaml',
    `statements:
${[
  ...['authorization', 'cryptography', 'code-data-execution-integrity', 'firmware-and-software-updates'],
  ...['supply', 'manufacture', 'deployment', 'interoperation', 'maintenance', 'decommissioning'],
  ...['multi-patient-harm', 'updateability'],
]
  .map(
    (of, index) =>
      `  - { id: ST-${70 + index}, title: None, type: none, of: ${of}, text: Not in this pump., by: costa, role: regulatory-or-quality, date: 2026-10-12, status: approved }`,
  )
  .join('\n')}
documents:
  - { id: DOC-60, title: Report of the penetration test, covers: [penetration-test-report], reference: { identifier: PT-26-4, version: '1', place: Archive of the maker, confirmed-by: costa, confirmed-on: 2026-11-02 }, status: approved }
`,
  ),
];

/** Lists of weaknesses and topics, none of which is anything for a comparison of two numbers. */
const WITH_CRITERIA: readonly Edit[] = [
  once('medward.yaml', 'methods:', 'criteria: [iec62304-5.5.4@2015, owasp-top10@2021]\nmethods:'),
  append(
    'records/criteria.yaml',
    `decisions:
  - id: DEC-70
    title: No part of the dose check
    type: not-applicable
    about: [EL-2]
    scope: [${[
      ...['event-sequence', 'data-control-flow', 'resource-allocation', 'fault-handling'],
      ...['variable-initialisation', 'self-diagnostics', 'memory-management', 'boundary-conditions'],
    ]
      .map((topic) => `'iec62304-5.5.4@2015:${topic}', `)
      .join(
        '',
      )}${Array.from({ length: 10 }, (_, at) => `'owasp-top10@2021:A${String(at + 1).padStart(2, '0')}', `).join('')}]
    reason: Two numbers are compared; there is nothing of it.
    by: costa
    role: regulatory-or-quality
    date: 2026-10-26
    until: 2027-10-31
    bound-to:
      EL-2: ${'0'.repeat(64)}
    status: approved
`,
  ),
];

/** Nothing outside the firmware is said to stop the harm. */
const NO_BARRIER: readonly Edit[] = [once('medward.yaml', 'independent-barrier: yes', 'independent-barrier: no')];

/** SRS-9 came after the review of the requirements. */
const SRS_9_NOT_REVIEWED: readonly Edit[] = [at('sign-off.yaml', 'RV-1', 'SRS-7, SRS-9, SRS-10]', 'SRS-7, SRS-10]')];

/** Neither architecture nor threat model was looked at with the dose check in it, and nobody read its code. */
const EL_2_NOT_REVIEWED: readonly Edit[] = [
  at('sign-off.yaml', 'RV-3', '        EL-2,\n'),
  at('sign-off.yaml', 'RV-5', 'reviewed: [EL-2]', 'reviewed: [src/dose-check.c]'),
  at('sign-off.yaml', 'RV-8', 'EL-1, EL-2, EL-3', 'EL-1, EL-3'),
];

export const VARIANTS = {
  'of class A': CLASS_A,
  'with the radio off': RADIO_OFF,
  'asked by the FDA': ASKED_BY_THE_FDA,
  'asked by the FDA in full': ASKED_IN_FULL,
  'with lists of criteria': WITH_CRITERIA,
  'without a barrier': NO_BARRIER,
  'with SRS-9 not reviewed yet': SRS_9_NOT_REVIEWED,
  'with EL-2 not reviewed yet': EL_2_NOT_REVIEWED,
} as const;

export type VariantName = keyof typeof VARIANTS;
