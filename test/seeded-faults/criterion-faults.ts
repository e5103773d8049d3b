/** Small faults that no rule tells: each fails one criterion of a work product, or the one criterion of several. */
import { at, once } from './edit.js';
import { fault, inProducts, product, type Fault } from './fault.js';

const SW = (part: string): string => product(part.replace('#', '#SW-1,'));

export const CRITERION_FAULTS: readonly Fault[] = [
  // Architecture and design
  fault(
    'an item without a text outside of our software',
    at('architecture.yaml', 'EL-6', '    text: Sends rates to the pumps of a ward.\n'),
    SW('software-architecture-description#SAD-1S'),
  ),
  fault(
    'an interface without a text',
    at('architecture.yaml', 'IF-6', '    text: Used in production only.\n'),
    SW('software-architecture-description#SAD-2'),
  ),
  fault(
    'pins that nothing uses, without a reason',
    at('architecture.yaml', 'IF-6', '    unused-reason: The fuses are blown at the end of production.\n'),
    SW('software-architecture-description#SAD-2S'),
  ),
  fault(
    'a view that nobody approved',
    at('sign-off.yaml', 'AP-2', ', SOUP-2, VW-2]', ', SOUP-2]'),
    SW('software-architecture-description#SAD-7'),
  ),
  fault(
    'pins that the review of the architecture left out',
    at('sign-off.yaml', 'RV-3', '        IF-6,\n'),
    SW('architecture-review#ARV-2'),
  ),
  fault(
    'a flow that the review of the architecture left out',
    at('sign-off.yaml', 'RV-3', '        DF-7,\n'),
    SW('architecture-review#ARV-3'),
  ),
  fault(
    'a review that did not look at components',
    at('sign-off.yaml', 'RV-3', '        supports-soup,\n'),
    SW('architecture-review#ARV-2'),
  ),
  fault(
    'a review that did not look at the attack surface',
    at('sign-off.yaml', 'RV-3', '        attack-surface,\n'),
    SW('architecture-review#ARV-3'),
  ),
  fault(
    'a design without inputs and outputs',
    at(
      'architecture.yaml',
      'SDD-1',
      '    inputs-outputs: Rate and limit from 0 to 999,000 microlitres per hour; gives allowed or refused.\n',
    ),
    SW('software-detailed-design#SDD-3'),
  ),
  fault(
    'a design that implements nothing',
    at('architecture.yaml', 'SDD-1', '    implements: [SRS-1]\n'),
    SW('software-detailed-design#SDD-3'),
  ),
  fault(
    'an interface without a contract',
    at('architecture.yaml', 'IF-6', '    contract: None in the field.\n'),
    SW('software-detailed-design#SDD-4'),
  ),
  fault(
    'a design review that looked at no threats',
    at('sign-off.yaml', 'RV-4', ', threats-addressed]', ']'),
    SW('detailed-design-review#DDR-3'),
  ),
  fault(
    'a unit without its files',
    at('architecture.yaml', 'EL-2', '    code: [src/dose-check.c]\n'),
    SW('source-code-baseline#SCB-2'),
  ),
  fault(
    'a crossing without authentication',
    at('architecture.yaml', 'DF-5', '    authentication: Whoever stands at the pump.\n'),
    product('security-architecture-views#SAV-3'),
  ),
  fault(
    'no view of the whole',
    at('architecture.yaml', 'VW-1', 'purpose: global', 'purpose: updateability'),
    product('security-architecture-views#missing'),
  ),

  // Components
  fault(
    'a component without its package URL',
    at('architecture.yaml', 'SOUP-1', '    purl: pkg:generic/radio-stack@5.4.1\n'),
    SW('sbom#BOM-1'),
  ),
  fault(
    'a component without what it needs',
    at('architecture.yaml', 'SOUP-1', '    prerequisites: Radio chip, revision C.\n'),
    SW('soup-list#SPL-3'),
  ),
  fault(
    'a component that nobody supports',
    at('architecture.yaml', 'SOUP-1', '    support-category: maintained\n'),
    SW('soup-list#SPL-6'),
  ),
  fault(
    'a component that the security review left out',
    at('sign-off.yaml', 'RV-2', 'SRS-7, SOUP-1, SOUP-2]', 'SRS-7, SOUP-2]'),
    SW('third-party-security-assessment#TPS-5'),
  ),
  fault(
    'a product of others that nobody answers for',
    at('architecture.yaml', 'EL-6', '    responsible: The hospital operates and patches it.\n'),
    SW('third-party-security-assessment#TPS-2'),
  ),
  fault(
    'a vulnerability without a name',
    at('problems.yaml', 'VUL-1', '    title: Radio stack reads beyond a frame\n'),
    product('vulnerability-log#VLG-1'),
  ),
  fault(
    'a vulnerability that nobody rated after its fix',
    at('problems.yaml', 'VUL-1', '    after: { vector: AV:A/AC:H/PR:H/UI:N, severity: S1 }\n'),
    product('security-risk-assessment#SEC-1V'),
  ),
  fault(
    'a vulnerability that nobody rated before',
    at('problems.yaml', 'VUL-1', '    before: { vector: AV:A/AC:L/PR:N/UI:N, severity: S2 }\n'),
    product('vulnerability-log#VLG-3'),
  ),
  fault(
    'a fix that nobody tested',
    at('tests.md', 'TC-19', 'verifies: [SW-1, VUL-1]', 'verifies: [SW-1]'),
    product('vulnerability-log#VLG-5'),
  ),

  // Requirements
  fault(
    'a system requirement without acceptance',
    at('requirements/system.md', 'SYS-1', 'acceptance: Measured over an hour, the volume lies within five per cent.\n'),
    product('system-requirements#SYR-2'),
  ),
  fault(
    'a system requirement without its text',
    at('requirements/system.md', 'SYS-1', 'The pump shall deliver the rate that is set, from 0.1 to 999 ml/h.\n'),
    product('system-requirements#SYR-2'),
  ),
  fault(
    'a system requirement that nobody approved',
    at('sign-off.yaml', 'AP-1', 'UN-2, SYS-1, SYS-2', 'UN-2, SYS-2'),
    product('system-requirements#SYR-6'),
  ),
  fault(
    'a software requirement of no category',
    at('requirements/software.md', 'SRS-9', 'content: user-interface\n'),
    SW('software-requirements-specification#SRS-2'),
  ),
  fault(
    'a software requirement without a method',
    at('requirements/software.md', 'SRS-9', 'method: test\n'),
    SW('software-verification-plan#SVP-6'),
  ),
  fault(
    'a requirement that the review left out',
    at('sign-off.yaml', 'RV-1', 'SRS-7, SRS-9, SRS-10]', 'SRS-7, SRS-10]'),
    SW('software-requirements-review#SRR-2'),
  ),
  fault(
    'a review that did not ask whether requirements are clear',
    at('sign-off.yaml', 'RV-2', '[fits-threat-model, clear, testable]', '[fits-threat-model, testable]'),
    SW('software-requirements-review#SRR-4'),
  ),
  fault(
    'a review that was rejected',
    at('sign-off.yaml', 'RV-1', 'outcome: accepted', 'outcome: rejected'),
    SW('software-requirements-review#SRR-2'),
    {
      also: {
        gaps: ['review-finding-open@RV-1'],
        because: 'the review itself is open',
      },
    },
  ),
  fault(
    'a review of nobody',
    at('sign-off.yaml', 'RV-7', '    by: [arnold, costa]\n'),
    product('risk-management-report#RMR-5'),
  ),

  // Units and tests
  fault(
    'a unit without criteria',
    at('architecture.yaml', 'EL-2', '    acceptance: All branches tested, no finding of static analysis open.\n'),
    SW('unit-verification-records#UVR-1'),
  ),
  fault(
    'a unit test that failed',
    once('records/runs.yaml', '{ test: [TC-1], result: passed }', '{ test: [TC-1], result: failed }'),
    SW('unit-verification-records#UVR-2'),
  ),
  fault(
    'a unit test that nobody judged',
    at('sign-off.yaml', 'RV-6', '        TC-1,\n'),
    SW('unit-verification-records#UVR-5'),
  ),
  fault(
    'a code review that did not look at the rules',
    at('sign-off.yaml', 'RV-5', 'coding-rules-kept, '),
    SW('code-review-records#CRR-2'),
  ),
  fault(
    'no static analysis of the whole',
    at('tests.md', 'TC-18', 'verifies: [SW-1, EL-2]', 'verifies: [EL-2]'),
    SW('static-analysis-report#SAR-1'),
  ),
  fault(
    'a finding of the analyser that nobody signed for',
    at('problems.yaml', 'FND-2', '    by: sorensen\n'),
    SW('static-analysis-report#SAR-3'),
  ),
  fault(
    'an integration test that nobody judged',
    at('sign-off.yaml', 'RV-6', '        TC-14,\n'),
    SW('integration-test-records#ITR-4'),
  ),
  fault(
    'an integration test that was skipped',
    once('records/runs.yaml', '{ test: [TC-14], result: passed }', '{ test: [TC-14], result: skipped }'),
    SW('integration-test-records#ITR-3'),
  ),
  fault(
    'a system test that nobody judged',
    at('sign-off.yaml', 'RV-6', '        TC-12,\n'),
    SW('system-test-specification#STQ-5'),
  ),
  fault(
    'a system test that expects nothing',
    at('tests.md', 'TC-12', 'expected: Each connection stands within a second.\n'),
    SW('system-test-specification#STQ-2'),
  ),
  fault(
    'a security requirement that only a functional test touches',
    at('tests.md', 'TC-4', 'type: security-requirement', 'type: functional'),
    product('security-test-report#STS-1'),
  ),
  fault(
    'keys that nobody pressed at random',
    at('tests.md', 'TC-15', 'verifies: [IF-1, IF-2, IF-4]', 'verifies: [IF-1, IF-4]'),
    product('security-test-report#STS-3'),
  ),
  fault(
    'no look at what answers',
    at('tests.md', 'TC-21', 'type: attack-surface', 'type: inspection'),
    product('security-test-report#STS-4A'),
  ),
  fault(
    'no scan for known vulnerabilities',
    at('tests.md', 'TC-19', 'verifies: [SW-1, VUL-1]', 'verifies: [VUL-1]'),
    product('security-test-report#STS-4B'),
  ),
  fault(
    'no look at what is in the image',
    at('tests.md', 'TC-20', 'type: composition-analysis', 'type: inspection'),
    product('security-test-report#STS-4C'),
  ),
  fault(
    'a penetration test of something else',
    at('tests.md', 'TC-10', 'verifies: [SC-3, SC-5, SW-1]', 'verifies: [SC-3, SC-5]'),
    product('penetration-test-report#PEN-1'),
  ),

  // Risks
  fault(
    'nobody assigned the class',
    once('medward.yaml', '    by: lehmann\n'),
    SW('software-safety-classification#SSC-1'),
  ),
  fault(
    'failures of a hazard that nobody considered',
    at('sign-off.yaml', 'ST-2', '      HAZ-2: ', '      HAZ-22: '),
    SW('software-safety-classification#SSC-4'),
  ),
  fault(
    'a credited control that risk management did not approve',
    at('sign-off.yaml', 'AP-3', 'RSK-3, RC-1, TH-1', 'RSK-3, TH-1'),
    SW('software-safety-classification#SSC-9'),
  ),
  fault(
    'a hazard without its harm',
    at('risks.md', 'HAZ-2', 'harm: Pain for some minutes.\n'),
    product('hazard-analysis#HAN-1'),
  ),
  fault(
    'a control that is no option',
    at('controls.yaml', 'RC-4', '    option: information\n'),
    product('hazard-analysis#HAN-5'),
  ),
  fault(
    'a control of which nobody asked what it brings',
    at(
      'controls.yaml',
      'RC-3',
      '    new-risk: Alarms that are false tire nurses; two seconds were chosen with them.\n',
    ),
    product('hazard-analysis#HAN-5'),
  ),
  fault('a cause of no kind', at('risks.md', 'RSK-2', 'cause-kind: soup\n'), SW('software-risk-analysis#SRA-1')),
  fault(
    'a plan that top management did not approve',
    at('sign-off.yaml', 'AP-5', 'approves: [DOC-RMP, DOC-20', 'approves: [DOC-20'),
    product('risk-management-plan#RMP-5'),
  ),
  fault(
    'a review that did not look at the field',
    at('sign-off.yaml', 'RV-7', ', field-information-in-place]', ']'),
    product('risk-management-report#RMR-5'),
  ),
  fault(
    'a risk for which the overall judgement does not speak',
    at('sign-off.yaml', 'ST-4', '      RSK-3: ', '      RSK-33: '),
    product('risk-management-report#RMR-2'),
  ),
  fault(
    'an asset whose integrity nobody weighed',
    at('architecture.yaml', 'AS-1', 'integrity: high,', ''),
    product('product-security-context#PSC-2'),
  ),
  fault('a threat of no sort', at('threats/TH-1.md', 'TH-1', 'stride: [S, T]\n'), product('threat-model#TMD-3')),
  fault(
    'a threat without a text',
    at('threats/TH-4.md', 'TH-4', 'Somebody at the bedside changes a rate and denies it afterwards.\n'),
    product('threat-model#TMD-3'),
  ),
  fault(
    'a flow that the review of the threat model left out',
    at('sign-off.yaml', 'RV-8', 'DF-6, DF-7, TH-1', 'DF-6, TH-1'),
    product('threat-model#TMD-7'),
  ),
  fault(
    'a threat that nobody approved',
    at('sign-off.yaml', 'AP-3', 'TH-3, TH-4, TH-5', 'TH-3, TH-5'),
    product('security-risk-assessment#SEC-9'),
  ),

  // Problems and changes
  fault(
    'a problem that is not critical for anything',
    at('problems.yaml', 'PR-3', '    criticality: none\n'),
    SW('problem-report-log#PRL-2'),
    {
      also: {
        gaps: [SW('problem-report-log#PRL-7')],
        because: 'then it may be one of security too, and nobody assessed it as such',
      },
    },
  ),
  fault(
    'a problem that was found nowhere',
    at('problems.yaml', 'PR-3', '    found-in: REL-1.1.0\n'),
    SW('problem-report-log#PRL-2'),
  ),
  fault(
    'a problem that nobody looked into',
    at('problems.yaml', 'PR-3', '    investigation: The brightness follows the standard for alarms.\n'),
    SW('problem-report-log#PRL-3'),
  ),
  fault(
    'a solved problem that nobody tested',
    at('tests.md', 'TC-3', ', CR-1, PR-1]', ', CR-1]'),
    SW('problem-report-log#PRL-4'),
  ),
  fault(
    'a problem of which nobody told anybody',
    at('problems.yaml', 'PR-1', '    advised: Hospitals were told with the notes of 1.2.0.\n'),
    SW('problem-report-log#PRL-6'),
  ),
  fault(
    'a known problem that nobody approved',
    at('sign-off.yaml', 'AP-6', ', PR-2]', ']'),
    SW('known-anomalies-list#KAL-5'),
  ),
  fault(
    'a change without a text',
    at('problems.yaml', 'CR-1', '    text: The alarm has to sound within two seconds.\n'),
    SW('change-request-log#CRL-2'),
  ),
  fault(
    'a change of which nobody asked what it does to security',
    at('problems.yaml', 'CR-1', '      security: none, nothing outside reaches the timer\n'),
    SW('change-request-log#CRL-4'),
  ),
  fault(
    'a change that nobody approved',
    at('problems.yaml', 'CR-1', '    approved-by: costa\n'),
    SW('change-request-log#CRL-5'),
  ),
  fault(
    'a change without commits',
    at('problems.yaml', 'CR-1', '    commits: [4f0c1d2]\n'),
    SW('change-request-log#CRL-5'),
  ),

  // Releases
  fault(
    'a release without a day',
    at('release.yaml', 'REL-1.1.0', '    date: 2025-11-10\n'),
    SW('software-release-record#REL-1'),
  ),
  fault(
    'a release without its commit',
    at('release.yaml', 'REL-1.1.0', '    commit: 1a2b3c4d5e6f708192a3b4c5d6e7f80912345678\n'),
    SW('software-release-record#REL-1'),
  ),
  fault(
    'a release that is kept for no time',
    at('release.yaml', 'REL-1.1.0', '    retention: 15 years after the last pump\n'),
    SW('software-release-record#REL-6'),
  ),
  fault(
    'a release without its parts',
    at('release.yaml', 'REL-1.1.0', '    configuration: { firmware: 1.1.0, radio stack: 5.3.0 }\n'),
    SW('software-release-record#REL-7'),
  ),
  fault(
    'a release that only the quality manager approved',
    at('sign-off.yaml', 'AP-6', 'role: release', 'role: regulatory-or-quality'),
    SW('software-release-record#REL-9'),
    { also: { gaps: ['approver-without-the-role@AP-6'], because: 'the person has not the role either' } },
  ),
  fault(
    'a key of no algorithm',
    at('architecture.yaml', 'AS-2', '    algorithm: AES-128\n'),
    SW('release-integrity-record#RIR-4'),
  ),

  // Judgements
  fault(
    'a judgement that answers nothing',
    at('sign-off.yaml', 'ST-5', '    answers: [SCB-4]\n'),
    SW('source-code-baseline#SCB-4'),
  ),
  fault('a judgement of nobody', at('sign-off.yaml', 'ST-6', '    by: costa\n'), product('system-requirements#SYR-4')),
  fault(
    'a judgement without a day',
    at('sign-off.yaml', 'ST-7', '    date: 2026-10-26\n'),
    SW('software-requirements-specification#SRS-8'),
  ),
  fault(
    'a judgement without words',
    at('sign-off.yaml', 'ST-8', '    text: Three reports, three causes, no trend.\n'),
    product('problem-trend-analysis#PTA-2'),
  ),
  fault(
    'a judgement that is a draft',
    at('sign-off.yaml', 'ST-9', 'status: approved', 'status: draft'),
    product('feedback-records#FBK-3'),
  ),
  fault(
    'a judgement of another sort',
    at('sign-off.yaml', 'ST-10', 'type: complete', 'type: adequate'),
    product('user-and-regulator-notices#URN-5'),
  ),
  fault(
    'a judgement that is obsolete',
    at('sign-off.yaml', 'ST-11', 'status: approved', 'status: obsolete'),
    SW('software-support-classification#SUC-4'),
  ),
  fault(
    'a judgement about something else',
    at('sign-off.yaml', 'ST-12', '      PR-2: ', '      PR-22: '),
    SW('security-anomaly-assessment#SAA-4'),
  ),
  fault(
    'a hazard that nobody looked at again',
    at('sign-off.yaml', 'ST-3', '      HAZ-1: ', '      HAZ-11: '),
    product('hazard-analysis#HAN-6'),
  ),
  fault(
    'users of whom nobody says that they were told',
    at('sign-off.yaml', 'ST-13', 'answers: [ADV-3]', 'answers: [SPR-3]'),
    product('security-advisories#ADV-3'),
  ),
  fault(
    'roles of which nobody says that they are filled',
    at('sign-off.yaml', 'ST-15', 'answers: [STN-3]', 'answers: [SPR-3]'),
    product('security-training-records#STN-3'),
  ),
  fault(
    'a test that the judgement of the tests left out',
    at('sign-off.yaml', 'ST-16', '      TC-12: ', '      TC-122: '),
    SW('system-test-report#STR-5'),
  ),

  // Content that changed after somebody signed it
  fault(
    'a plan that changed after its approval',
    at('documents.yaml', 'DOC-9', 'Waterfall with monthly', 'Waterfall with weekly'),
    SW('software-development-plan#missing'),
    { keepBindings: true },
  ),
  fault(
    'text of a starter',
    at(
      'documents.yaml',
      'DOC-9',
      'title: Software development plan',
      'title: Software development plan\n    starter: yes',
    ),
    SW('software-development-plan#missing'),
  ),
  fault(
    'a plan that is obsolete',
    at('documents/risk-management-plan.md', 'DOC-RMP', 'status: approved', 'status: obsolete'),
    product('risk-management-plan#missing'),
  ),
  fault(
    'a reference that nobody confirmed',
    at('documents.yaml', 'DOC-1', '        confirmed-by: costa,\n'),
    'missing-field@DOC-1#reference.confirmed-by',
    { also: { gaps: [product('quality-management-system#missing')], because: 'half a reference is none' } },
  ),
  fault(
    'a test that changed after the judgement',
    at('tests.md', 'TC-8', 'Lock the radio and set a rate at the keys.', 'Set a rate at the keys.'),
    SW('system-test-report#STR-5'),
    { keepBindings: true, ...inProducts('system-test-specification#SW-1,STQ-5') },
  ),
  fault(
    'a threat that changed after its review and approval',
    at('threats/TH-4.md', 'TH-4', 'Somebody at the bedside', 'A visitor at the bedside'),
    product('threat-model#TMD-7'),
    {
      keepBindings: true,
      also: {
        gaps: [product('threat-model#TMD-3')],
        because: 'a threat whose approval is void counts as a draft in each list, and is approved by nobody',
      },
    },
  ),
];
