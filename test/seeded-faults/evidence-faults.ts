/** Faults in evidence, in what people wrote about it, and in what special tests and releases ask of it. */
import { append, at, once } from './edit.js';
import { fault, type Fault } from './fault.js';
import { readFinished } from './finished-project.js';
import { analysis, coverage, storedReport } from './stored-report.js';

const touched = storedReport('junit.xml', '<testsuite name="s" tests="1"><testcase name="TC-1"/></testsuite>', true);

export const EVIDENCE_FAULTS: readonly Fault[] = [
  fault('evidence that somebody changed', touched.edits, `evidence-not-as-stored@file:${touched.statement}`),
  fault(
    'a result of a test that is not there',
    storedReport('junit.xml', '<testsuite name="s" tests="1"><testcase name="TC-404"/></testsuite>').edits,
    'result-for-unknown-record@file:junit.xml#TC-404',
  ),

  fault(
    'a slip in a file that maps results',
    [
      append('medward.yaml', 'mapping: [tests/mapping.yaml]\n'),
      append('tests/mapping.yaml', 'results:\n  - { sutie: Dose, records: [TC-1] }\n'),
    ],
    'mapping-not-used-in-full@file:tests/mapping.yaml',
  ),

  // Findings
  fault(
    'a finding in a report alone',
    analysis(['CWE-787'], ['src/dose-check.c']).edits,
    'reported-finding-without-disposition@file:linter.sarif#Linter',
  ),
  fault(
    'a finding that is called fixed, and is reported again',
    [
      at('problems.yaml', 'FND-1', 'in: [IF-1]', 'in: [src/radio-link.c]\n    tool: Linter\n    rule: CWE-787'),
      ...analysis(['CWE-787'], ['src/radio-link.c']).edits,
    ],
    'fixed-finding-still-reported@FND-1',
  ),
  fault(
    'a finding that concerns nothing',
    at('problems.yaml', 'FND-1', '    concerns: [TH-1]\n'),
    'finding-without-risk-link@FND-1',
  ),
  fault(
    'a finding that was put off without a plan',
    [
      at(
        'problems.yaml',
        'FND-1',
        'disposition: fixed',
        'disposition: deferred\n    until: 2027-03-31\n    deferral: { release: 1.3.0, sold-meanwhile: They get it with it. }',
      ),
      at('problems.yaml', 'FND-1', 'from: TC-10', 'from: TC-10\n    raised-as: PR-2'),
    ],
    'deferred-finding-without-plan@FND-1',
    { variant: 'asked by the FDA in full' },
  ),
  fault(
    'a penetration test without its report',
    once('records/none.yaml', 'covers: [penetration-test-report], '),
    'pentest-report-not-stored@TC-10',
    { variant: 'asked by the FDA in full' },
  ),

  // Releases
  fault(
    'a release of a commit that nobody has',
    at('release.yaml', 'REL-1.1.0', 'commit: 1a2b3c4d5e6f70', 'commit: 1a2b3c4d5e6f71'),
    'release-commit-not-in-repository@REL-1.1.0',
  ),
  fault(
    'tests of another version',
    once('records/runs.yaml', 'version: 1.2.0\n    commit: 4f0c1d2a9b7e3358c6d1e0f4a5b6978812345678', 'version: 1.1.9'),
    'tested-version-is-not-released-version@REL-1.2.0',
  ),
  fault(
    'units that were tested before the release',
    once('records/runs.yaml', '4f0c1d2a9b7e3358c6d1e0f4a5b6978812345678', '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678'),
    'verification-product-not-met-at-release@REL-1.2.0',
  ),

  // Units
  fault(
    'a unit that is run less than it has to be',
    [
      at('architecture.yaml', 'EL-2', 'All branches tested,', '90 % of the branches tested,'),
      ...coverage('src/dose-check.c', readFinished().get('src/dose-check.c') ?? '', [8, 10]).edits,
    ],
    'coverage-below-own-criterion@EL-2',
    { isCommitted: true },
  ),

  // The model
  fault(
    'a model of the pump alone',
    at('architecture.yaml', 'EL-1', 'role: process', 'role: process\n    part: device'),
    'element-kind-absent-without-reason@project',
  ),

  // Special tests
  fault(
    'a topic of acceptance that nobody answers',
    once('records/criteria.yaml', "'iec62304-5.5.4@2015:fault-handling', "),
    'unit-topic-unanswered@EL-2',
    { variant: 'with lists of criteria' },
  ),
  fault(
    'a weakness that nobody looked for',
    once('records/criteria.yaml', "'owasp-top10@2021:A03', "),
    'security-criterion-unanswered@EL-2',
    { variant: 'with lists of criteria' },
  ),
  fault(
    'an analysis without a rule for it',
    [once('records/criteria.yaml', "'owasp-top10@2021:A03', "), ...analysis(['CWE-1']).edits],
    'criterion-without-analysis-rule@project#owasp-top10%402021',
    {
      variant: 'with lists of criteria',
      also: { gaps: ['security-criterion-unanswered@EL-2'], because: 'nothing else answers the criterion' },
    },
  ),
];
