/** Faults in what is written: results, plans, people, days, and records that contradict each other. */
import { append, at, once, type Edit } from './edit.js';
import { fault, inProducts, product, type Fault } from './fault.js';

function planted(text: string): Edit {
  return append('records/planted.yaml', text);
}

/** A plan of its own, so that no other work product changes. */
function plan(fields: string): Edit {
  return planted(`documents:\n  - { id: DOC-90, title: Plan, text: A plan., status: approved, ${fields} }\n`);
}

/** A document that sets itself an interval which is over: every word of it was last signed years ago. */
function overdue(product: string): Edit {
  return planted(
    `documents:\n  - { id: DOC-90, title: Last look, text: A look., covers: [${product}], review-every-months: 12, status: approved }\napprovals:\n  - { id: AP-90, approves: [DOC-90], by: costa, role: regulatory-or-quality, meaning: author, date: 2025-03-01 }\n`,
  );
}

function ownMethod(likelihood: string, step: string): readonly Edit[] {
  return [
    once('medward.yaml', 'security: cvss31-exploitability', "security: './packs/ours#ours'"),
    append(
      'packs/ours/pack.yaml',
      `pack: ours
edition: '1'
format: 1
title: Ours
weight: practice
sources: { OWN: made for this test }
methods:
  - id: ours
    title: Own method
    domain: security
    version: '1'
    severity: [{ id: LOW, title: low, harm: none, means: No injury. }]
    ${likelihood}
    matrix: { ${step}: [L] }
    accept: [{ level: L, accept: 'yes', means: Acceptable. }]
    sources: [OWN]
    confidence: low
`,
    ),
  ];
}

/** What nothing rates may be high. */
const UNRATED = [
  ...['TH-1', 'TH-2', 'TH-3', 'TH-4'].map((id) => `high-residual-risk-not-accepted@${id}`),
  product('security-risk-assessment#SEC-1'),
];

const OFF_THE_SCALE = [...UNRATED, ...['TH-1', 'TH-2', 'TH-3', 'TH-4', 'TH-5'].map((id) => `threat-not-rated@${id}`)];

const IN_FULL = { variant: 'asked by the FDA in full' } as const;

export const CONSISTENCY_FAULTS: readonly Fault[] = [
  // Requirements and architecture
  fault(
    'a system requirement that leads nowhere',
    at('requirements/software.md', 'SRS-2', 'satisfies: [SYS-2, RC-3]', 'satisfies: [RC-3]'),
    'system-requirement-without-child@SYS-2',
  ),
  fault(
    'content of requirements that nobody decided about',
    at('context.yaml', 'ST-62', 'of: it-network', 'of: it'),
    'content-category-without-requirement-or-reason@project',
  ),
  fault(
    'a requirement that no test can fail',
    [
      at('requirements/system.md', 'SYS-4', 'acceptance: A paired tablet sets the rate from three metres.\n'),
      at('requirements/system.md', 'SYS-4', 'shall take rate commands', 'shall quickly take rate commands'),
    ],
    'requirement-hard-to-verify@SYS-4',
    inProducts('system-requirements#SYR-2'),
  ),
  fault(
    'a place holder',
    at('controls.yaml', 'RC-4', 'new-risk: None.', 'new-risk: TBD'),
    'text-left-open@RC-4#new-risk',
  ),
  fault(
    'a plan with a place that nobody filled',
    at('documents.yaml', 'DOC-36', 'A mailbox for the pump', '[fill: the mailbox]'),
    'text-left-to-fill@DOC-36',
  ),
  fault(
    'a class on the tablet of somebody else',
    at('architecture.yaml', 'EL-6', 'role: external', 'role: external\n    class: B'),
    'class-on-item-outside-the-device@EL-6',
  ),
  fault(
    'an item of class B that a risk of class C comes from',
    at('risks.md', 'RSK-1', 'causes: [', 'causes: [EL-5, '),
    'item-class-below-its-risk@EL-5',
  ),
  fault(
    'a radio link that is said not to matter',
    at('architecture.yaml', 'EL-3', 'role: process', 'role: process\n    security-relevant: no'),
    'security-relevance-denied@EL-3',
  ),
  fault(
    'a flow over pins that are said to be closed',
    at('architecture.yaml', 'DF-6', 'to: EL-2', 'to: EL-2\n    via: [IF-6]'),
    'flow-at-closed-interface@DF-6',
  ),
  fault(
    'a flow over the charging socket',
    at('architecture.yaml', 'DF-5', 'via: [IF-2]', 'via: [IF-2, IF-3]'),
    'power-only-port-with-flow@IF-3',
  ),
  fault(
    'a link to what was given up',
    at('needs.md', 'UN-2', 'type: user-need', 'type: user-need\nstatus: obsolete'),
    'link-to-obsolete-record@SYS-4#satisfies,UN-2',
    inProducts('system-requirements#SYR-2', 'system-requirements#SYR-4'),
  ),

  // Methods and risks
  fault(
    'no method for safety risks',
    once('medward.yaml', 'methods: { risk: p1-p2-five-steps, security', 'methods: { security'),
    'safety-risk-method-missing@project',
    inProducts(
      'risk-management-report#RMR-4',
      'software-risk-analysis#SW-1,SRA-6',
      'software-risk-analysis#SW-1,SRA-7',
      'software-safety-classification#SW-1,SSC-2',
    ),
  ),
  fault(
    'no method for security risks',
    once('medward.yaml', ', security: cvss31-exploitability }', ' }'),
    'security-risk-method-missing@project',
    { also: { gaps: UNRATED, because: 'what nothing rates may be high' } },
  ),
  fault(
    'a security method with another scale of harm',
    ownMethod('vector: [AV, AC, PR, UI]\n    steps: [{ id: E1, from: 0 }]', 'E1'),
    'severity-scale-not-shared-with-security@project',
    { also: { gaps: OFF_THE_SCALE, because: 'no rating of the project is on the new scale' } },
  ),
  fault(
    'a warning that nobody reads',
    at('documents.yaml', 'DOC-19', '    realises: [RC-4]\n'),
    'information-control-not-told@RC-4',
    inProducts('instructions-for-use#IFU-2'),
  ),
  fault(
    'a threat that is to be accepted by nobody',
    at('threats/TH-3.md', 'TH-3', 'harm-to: privacy', 'harm-to: privacy\ntreatment: accept'),
    'accepted-threat-without-decision@TH-3',
  ),
  fault(
    'an assumption without what follows from it',
    at('context.yaml', 'ASM-1', '    if-wrong: Rate TH-1 again with a tablet that somebody else controls.\n'),
    'assumption-without-consequence@ASM-1',
  ),
  fault(
    'a key that all pumps share',
    [
      at('architecture.yaml', 'AS-2', 'type: key', 'type: key\n    shared: yes'),
      at('threats/TH-3.md', 'TH-3', 'assets: [AS-1, AS-2]', 'assets: [AS-1]'),
    ],
    'shared-secret-without-threat@AS-2',
  ),
  fault(
    'an old cipher',
    at('architecture.yaml', 'AS-2', 'algorithm: AES-128', 'algorithm: 3DES'),
    'weak-cryptography-named@AS-2',
  ),

  // Tests and reviews
  fault(
    'a test that failed once',
    at('runs.yaml', 'RUN-1', '{ test: [TC-13], result: passed }', '{ test: [TC-13], result: failed }'),
    'failed-test-without-anomaly@TC-13',
    inProducts('system-test-report#SW-1,STR-3'),
  ),
  fault(
    'a test that still fails behind a closed problem',
    at('runs.yaml', 'RUN-1', '{ test: [TC-3], result: passed }', '{ test: [TC-3], result: failed }'),
    'failed-test-not-on-list@TC-3',
    inProducts('system-test-report#SW-1,STR-3'),
  ),
  fault(
    'a run without tools',
    at('runs.yaml', 'RUN-1', '    tools: Test runner 5.1, radio sniffer 3\n'),
    'result-without-run-data@RUN-1',
  ),
  fault(
    'a control whose test never ran',
    at('runs.yaml', 'RUN-1', '      - { test: [TC-9], result: passed }\n'),
    'residual-risk-not-proven@TH-3',
    inProducts('security-risk-assessment#SEC-5', 'system-test-report#SW-1,STR-3'),
  ),
  fault(
    'a run of tomorrow',
    at('runs.yaml', 'RUN-1', 'date: 2026-11-02', 'date: 2027-11-02'),
    'date-in-the-future@RUN-1#date',
  ),
  fault(
    'attacks by a developer',
    at('runs.yaml', 'RUN-1', 'tester: yildiz', 'tester: sorensen'),
    'security-tester-is-developer@RUN-1',
    { also: { gaps: ['pentester-is-developer@RUN-1'], because: 'the run holds a penetration test too' } },
  ),
  fault(
    'a penetration test by a developer',
    planted(
      'runs:\n  - { id: RUN-90, title: Memory, version: 1.2.0, configuration: Pump, environment: Bench, tools: None, date: 2026-11-03, tester: sorensen, results: [{ test: [TC-10], result: passed }], status: approved }\n',
    ),
    'pentester-is-developer@RUN-90',
  ),
  fault(
    'a penetration test that leaves the radio out',
    at('tests.md', 'TC-10', 'verifies: [', 'verifies: [IF-2, '),
    'pentest-scope-misses-interface@IF-1',
  ),
  fault(
    'a review of the design that was rejected',
    at('sign-off.yaml', 'RV-4', 'outcome: accepted', 'outcome: rejected'),
    'review-finding-open@RV-4',
    inProducts('detailed-design-review#SW-1,DDR-2', 'detailed-design-review#SW-1,DDR-3'),
  ),
  fault(
    'a review by the author',
    at('sign-off.yaml', 'RV-2', 'by: [yildiz]', 'by: [sorensen]'),
    'reviewer-is-author@RV-2',
  ),
  fault(
    'an approval in a role that the person has not',
    at('sign-off.yaml', 'AP-8', 'role: security', 'role: release'),
    'approver-without-the-role@AP-8',
  ),

  // Findings
  fault(
    'a finding that was put off and forgotten',
    at('problems.yaml', 'FND-1', 'disposition: fixed', 'disposition: deferred'),
    'undecided-finding-not-on-list@FND-1',
  ),
  fault(
    'a false alarm without a reason',
    at('problems.yaml', 'FND-2', '    reason: The value is below 999,000.\n    rationale: Seen by two developers.\n'),
    'finding-decided-without-reason@FND-2',
  ),
  fault(
    'a decision about a finding that is over',
    at('problems.yaml', 'FND-1', 'disposition: fixed', 'disposition: accepted\n    until: 2026-11-01'),
    'finding-decision-past-its-end@FND-1',
  ),

  // Components, vulnerabilities, problems, releases
  fault(
    'a component without its version',
    at('architecture.yaml', 'SOUP-1', '    version: 5.4.1\n'),
    'configuration-item-without-version@SOUP-1',
  ),
  fault(
    'anomalies of a component that nobody judged',
    at(
      'architecture.yaml',
      'SOUP-1',
      '    anomaly-evaluation: Entry 311 concerns mesh networks, which are switched off.\n',
    ),
    'soup-without-anomaly-evaluation@SOUP-1',
  ),
  fault(
    'a component that nobody looked up',
    at('architecture.yaml', 'SOUP-2', '    vulnerability-check-date: 2026-11-16\n'),
    'component-without-vulnerability-check@SOUP-2',
  ),
  fault(
    'a component that its maker left',
    at('architecture.yaml', 'SOUP-2', 'end-of-support: 2031-12-31', 'end-of-support: 2025-12-31'),
    'component-past-its-support@SOUP-2',
  ),
  fault(
    'a vulnerability without a reason why it does not matter',
    at('problems.yaml', 'VUL-1', 'state: fixed', 'state: not-affected'),
    'not-affected-without-justification@VUL-1',
  ),
  fault(
    'a vulnerability of which nobody was told',
    at('problems.yaml', 'VUL-1', 'state: fixed', 'state: affected'),
    'vulnerability-without-notice@VUL-1',
  ),
  fault(
    'a fix in no release',
    [
      at('problems.yaml', 'VUL-1', '    fixed-in: REL-1.2.0\n'),
      at('problems.yaml', 'CR-2', 'resolves: [VUL-1]', 'resolves: [FND-1]'),
    ],
    'fixed-vulnerability-without-release@VUL-1',
    inProducts('vulnerability-assessment#SW-1,VAS-3', 'vulnerability-log#VLG-4'),
  ),
  fault(
    'a problem that can hurt and was not judged',
    at(
      'problems.yaml',
      'PR-1',
      '    safety-assessment: Two seconds more without medicine, below the time that HAZ-2 counts with.\n',
    ),
    'safety-anomaly-without-hazard@PR-1',
  ),
  fault(
    'a release with a change that is not done',
    at('problems.yaml', 'CR-1', 'state: done', 'state: approved'),
    'released-change-not-done@REL-1.2.0',
  ),

  // Plans
  fault('a plan for class B', plan('class: B'), 'plan-class-differs@DOC-90'),
  fault('a plan that names a role nobody has', plan('roles: [astronaut]'), 'role-without-person@DOC-90'),
  fault(
    'a plan that leaves out what is asked',
    plan('work-products: [{ id: threat-model, place: records, responsible: yildiz }]'),
    'plan-misses-asked-work-product@DOC-90',
  ),
  fault(
    'a planned work product that nobody makes',
    plan('work-products: [{ id: threat-model, place: records }]'),
    'planned-product-without-place-or-person@DOC-90',
    { also: { gaps: ['plan-misses-asked-work-product@DOC-90'], because: 'the plan names one of all that is asked' } },
  ),
  fault(
    'an integration plan that passes over the keys',
    at(
      'documents.yaml',
      'DOC-11',
      'title: Software integration plan',
      'title: Software integration plan\n    about: [IF-1, IF-4, IF-5]',
    ),
    'plan-misses-interface@IF-2',
  ),
  fault(
    'a class that is younger than the plan',
    [
      once('medward.yaml', 'date: 2026-03-02', 'date: 2026-11-20'),
      planted(
        'approvals:\n  - { id: AP-90, approves: [DOC-9], by: sorensen, role: developer, meaning: author, date: 2026-03-01 }\n',
      ),
    ],
    'plan-older-than-its-subject@DOC-9',
  ),
  fault(
    'a reference that was confirmed long ago',
    [
      at('documents.yaml', 'DOC-1', 'title: Quality manual', 'title: Quality manual\n    review-every-months: 12'),
      at('documents.yaml', 'DOC-1', 'confirmed-on: 2026-05-04', 'confirmed-on: 2025-05-04'),
    ],
    'reference-confirmed-too-long-ago@DOC-1',
  ),

  // Days
  ...(
    [
      ['coding-standard-not-looked-at-again', 'secure-coding-standard'],
      ['field-information-review-overdue', 'post-production-surveillance'],
      ['process-review-overdue', 'security-process-review'],
      ['trend-analysis-overdue', 'problem-trend-analysis'],
    ] as const
  ).map(([rule, of]) => fault(`${of} that nobody looked at again`, overdue(of), `${rule}@DOC-90`)),

  // What the FDA asks beyond the standards
  fault(
    'no cyber device, with all three questions answered with yes',
    once(
      'medward.yaml',
      'cyber-device: yes',
      'cyber-device: no\n  sponsored-software: yes\n  able-to-connect: yes\n  open-to-threats: yes',
    ),
    'cyber-device-denied@project#cyber-device',
    IN_FULL,
  ),
  fault(
    'a radio, and not able to connect',
    once('medward.yaml', 'cyber-device: yes', 'cyber-device: yes\n  able-to-connect: no'),
    'connection-denied@project#able-to-connect',
    IN_FULL,
  ),
  fault(
    'a category of controls that nobody decided about',
    once('records/none.yaml', 'of: cryptography', 'of: sorcery'),
    'control-category-without-requirement-or-reason@project',
    IN_FULL,
  ),
  fault(
    'a phase that nobody decided about',
    once('records/none.yaml', 'of: supply', 'of: night'),
    'life-cycle-phase-without-threat-or-reason@project',
    IN_FULL,
  ),
  fault(
    'a view that nobody decided about',
    once('records/none.yaml', 'of: updateability', 'of: beauty'),
    'view-kind-absent-without-reason@project',
    IN_FULL,
  ),
  fault(
    'a part that reaches many patients, and no threat says so',
    at('architecture.yaml', 'EL-5', 'role: process', 'role: process\n    multi-patient: yes'),
    'multi-patient-risk-not-assessed@EL-5',
    IN_FULL,
  ),
  fault(
    'an exploited vulnerability that is still open',
    [
      at('problems.yaml', 'VUL-1', 'state: fixed', 'state: under-investigation'),
      at('problems.yaml', 'VUL-1', 'advisories:', 'exploited: yes\n    advisories:'),
    ],
    'exploited-vulnerability-open@VUL-1',
    IN_FULL,
  ),
  fault(
    'one sentence for three vulnerabilities',
    planted(
      `vulnerabilities:\n${[91, 92, 93]
        .map(
          (number) =>
            `  - { id: VUL-${number}, title: Weakness ${number}, component: SOUP-1, advisories: [CVE-2026-${number}], state: not-affected, justification: Cannot be exploited here., safety-assessment: None., security-assessment: None., exploited: no, before: { vector: 'AV:A/AC:L/PR:N/UI:N', severity: S1 }, after: { vector: 'AV:A/AC:L/PR:N/UI:N', severity: S1 }, status: approved }\n`,
        )
        .join('')}`,
    ),
    'same-justification-everywhere@VUL-91',
    IN_FULL,
  ),
  fault(
    'an assumption that the ward is safe',
    at(
      'context.yaml',
      'ASM-1',
      'The hospital keeps the ward tablets patched.',
      'The tablets stand in a trusted network.',
    ),
    'environment-taken-for-trusted@ASM-1',
    IN_FULL,
  ),
  fault(
    'a threat that nobody rated',
    at('threats/TH-5.md', 'TH-5', 'before: { vector: AV:A/AC:L/PR:N/UI:N, severity: S2, multi-patient: yes }\n'),
    'threat-not-rated@TH-5',
  ),
  fault(
    'a threat that is argued away by probability',
    at('threats/TH-2.md', 'TH-2', 'The keys of the pump work meanwhile;', 'Such a flood is unlikely;'),
    'probability-words-in-threat@TH-2#residual-reason',
    IN_FULL,
  ),
  fault(
    'a reason that rests on the network of the hospital',
    at('threats/TH-2.md', 'TH-2', 'The keys of the pump work meanwhile;', 'The tablets stand behind the firewall;'),
    'trusted-environment-in-reason@TH-2#residual-reason',
    IN_FULL,
  ),
  fault(
    'a flow that a checksum protects',
    at('architecture.yaml', 'DF-3', 'Sum over each message.', 'CRC over each message.'),
    'flow-protected-by-checksum@DF-3#protection',
    IN_FULL,
  ),
  fault(
    'a factory password',
    at('architecture.yaml', 'EL-4', 'drug limits and pairing keys', 'drug limits and the factory password'),
    'default-credential-named@EL-4#text',
  ),
  fault(
    'an update over a network that no flow brings',
    once('medward.yaml', 'update-path: local', 'update-path: network'),
    'update-path-not-in-model@project',
    IN_FULL,
  ),
  fault(
    'software that nothing protects on its way',
    [
      at('architecture.yaml', 'AS-3', 'type: function', 'type: software'),
      at('architecture.yaml', 'DF-4', '[AS-2]', '[AS-2, AS-3]'),
    ],
    'update-without-protection@DF-4',
  ),
  fault(
    'a safety control on a part that no threat targets',
    at('requirements/software.md', 'SRS-2', 'allocated-to: [EL-1]', 'allocated-to: [SOUP-2]'),
    'safety-control-not-considered@RC-3',
  ),
  fault(
    'a model without anybody outside',
    [
      at('architecture.yaml', 'EL-6', 'role: external\n    scope: other-product', 'role: physical'),
      at('architecture.yaml', 'EL-7', 'role: actor\n    scope: other-product', 'role: physical'),
    ],
    'model-ends-at-device@project',
    inProducts('product-security-context#PSC-3'),
  ),
  fault(
    'a control that is a checksum',
    at(
      'controls.yaml',
      'SC-1',
      'Each command carries a tag with the pairing key and a counter.',
      'Each command carries a CRC.',
    ),
    'control-rests-on-obscurity@SC-1',
    IN_FULL,
  ),
  fault(
    'a component that ends before the pump',
    at('architecture.yaml', 'SOUP-2', 'end-of-support: 2031-12-31', 'end-of-support: 2028-12-31'),
    'component-support-ends-before-device@SOUP-2',
    IN_FULL,
  ),
  fault(
    'a finding that was put off for ever',
    [
      at(
        'problems.yaml',
        'FND-1',
        'disposition: fixed',
        'disposition: deferred\n    deferral: { release: 1.3.0, sold-meanwhile: They get it with it., time-to-reach: A year }',
      ),
      at('problems.yaml', 'FND-1', 'from: TC-10', 'from: TC-10\n    raised-as: PR-2'),
    ],
    'deferred-finding-without-end@FND-1',
    IN_FULL,
  ),
  fault(
    'a penetration test of two years ago',
    [
      once('records/runs.yaml', '      - { test: [TC-10], result: passed }\n'),
      planted(
        'documents:\n  - { id: DOC-90, title: Interval, text: Once a year., covers: [security-test-plan], review-every-months: 12, status: approved }\nruns:\n  - { id: RUN-90, title: Memory, version: 1.2.0, configuration: Pump, environment: Bench, tools: None, date: 2025-03-01, tester: yildiz, results: [{ test: [TC-10], result: passed }], status: approved }\n',
      ),
    ],
    'pentest-older-than-plan@DOC-90',
    IN_FULL,
  ),
  fault(
    'a security method of its own that rates by probability',
    ownMethod('probability: { steps: [{ id: 1, means: rare }], minus: 1, at-least: 1 }', 'P1'),
    'probability-in-security-rating@project',
    {
      ...IN_FULL,
      also: {
        gaps: ['severity-scale-not-shared-with-security@project', ...OFF_THE_SCALE],
        because: 'its scale is another one too, and no rating of the project is on it',
      },
    },
  ),
];
