/** What is missing is told once, where it belongs, and bears on every work product that misses it. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from './assessment.js';
import { assessSmall, obligation, type Small } from './small-project.test-support.js';

const INCOMPLETE = 'work-product-incomplete@work-product:';
const TWO = ['id: SW-1, name: One, class: C', 'id: SW-2, name: Two, class: C'];

/** A device that nothing reaches: what security adds would be told beside it. */
function assessed(small: Small): Assessment {
  return assessSmall({ profile: { exposure: '[none]', 'life-phase': 'on-the-market' }, ...small });
}

/** Keys of the gaps of a product, without what they begin with. */
function told(assessment: Assessment, product: string): readonly string[] {
  return assessment.gaps.flatMap(({ key }) =>
    key.startsWith(`${INCOMPLETE}${product}#`) ? [key.slice(INCOMPLETE.length)] : [],
  );
}

function bearing(assessment: Assessment, product: string, scope?: string): readonly string[] {
  return (obligation(assessment, product, scope)?.gaps ?? []).map((key) => key.replace(INCOMPLETE, ''));
}

describe('a document that several software systems share', () => {
  const assessment = assessed({
    software: TWO,
    records: `documents:
  - { id: DOC-1, text: Words., status: approved, covers: ['development-standards#defect-categories', 'development-standards#avoidance-and-detection', 'development-standards#standards', 'development-standards#methods', 'development-standards#tools'] }
`,
  });

  test('lacks its approval once', () => {
    expect(told(assessment, 'development-standards')).toEqual(['development-standards#SW-1,DST-5']);
  });

  test('which both are told', () => {
    const gap = assessment.gaps.find(({ key }) => key.endsWith('#SW-1,DST-5'));
    expect(gap?.message).toBe(
      'Development standards and defect-avoidance guide (SW-1, SW-2): 1 of 1 records have no approval of their present content (DOC-1).',
    );
    for (const system of ['SW-1', 'SW-2'])
      expect(bearing(assessment, 'development-standards', system)).toEqual(['development-standards#SW-1,DST-5']);
  });
});

describe('a release that is a draft', () => {
  const assessment = assessed({
    software: TWO,
    records: 'releases: [{ id: REL-1, version: "1", archive: Vault, retention: 10 years, delivery: By hand }]\n',
  });

  test('is the release record of both systems, and told once as such', () => {
    expect(told(assessment, 'software-release-record')).toEqual(['software-release-record#SW-1,missing']);
    const gap = assessment.gaps.find(({ key }) => key.endsWith('software-release-record#SW-1,missing'));
    expect(gap?.message).toMatch(
      /^Software release record \(SW-1, SW-2\): nothing of it counts yet, as 1 of 1 releases lack commit \(REL-1\)/,
    );
    expect(gap?.place.file).toBe('records/small.yaml');
    expect(bearing(assessment, 'software-release-record', 'SW-2')).toEqual(['software-release-record#SW-1,missing']);
  });

  test('of an archive something else is missing in each of them: its text', () => {
    expect(told(assessment, 'release-archive')).toEqual([
      'release-archive#SW-1,missing',
      'release-archive#SW-2,missing',
    ]);
  });
});

describe('units that nobody named', () => {
  const assessment = assessed({
    software: ['id: SW-1, name: One, class: C, build: [src/**]'],
    records: 'items: [{ id: EL-1, title: Part, text: Words., parent: SW-1, granularity: item, status: approved }]\n',
  });

  test('are told where units are written', () => {
    expect(told(assessment, 'software-detailed-design')).toContain('software-detailed-design#SW-1,SDD-2');
    expect(told(assessment, 'source-code-baseline')).not.toContain('source-code-baseline#SW-1,SCB-2');
  });

  test('and bear on the code that has none', () => {
    expect(bearing(assessment, 'source-code-baseline')).toContain('software-detailed-design#SW-1,SDD-2');
    const gap = assessment.gaps.find(({ key }) => key.endsWith('#SW-1,SDD-2'));
    expect(gap?.obligations).toEqual(expect.arrayContaining(['software-detailed-design', 'source-code-baseline']));
  });
});

describe('a test without a result', () => {
  const records = `requirements:
  - { id: SRS-1, title: A limit, text: Words., level: software, method: [test], acceptance: Yes., content: [data], rationale: So., status: approved }
tests:
  - { id: TC-1, title: Limit, level: system, type: functional, verifies: [SRS-1], text: Try., expected: Refused., status: approved }
`;

  test('is told at the test, not again at each thing that it was to prove', () => {
    const assessment = assessed({ records });
    const own = told(assessment, 'system-test-report');
    expect(own).toContain('system-test-report#SW-1,STR-3');
    expect(own).not.toContain('system-test-report#SW-1,STR-1');
  });

  test('what no test verifies is told by the rule at its record', () => {
    const assessment = assessed({ records: records.replace('verifies: [SRS-1]', 'verifies: []') });
    expect(told(assessment, 'system-test-report')).not.toContain('system-test-report#SW-1,STR-1');
    expect(bearing(assessment, 'system-test-report')).toContain('requirement-without-test@SRS-1');
  });

  test('a test of another type than is asked is told by the one who asks', () => {
    const other =
      '  - { id: TC-2, title: All, level: system, verifies: [SW-1], text: Try., expected: Works., status: approved }\n';
    const assessment = assessed({ records: records.replace('level: system', 'level: unit') + other });
    expect(told(assessment, 'system-test-report')).toContain('system-test-report#SW-1,STR-1');
  });
});

describe('a review that is missing', () => {
  const requirement = '  - { id: SRS-1, title: A limit, text: Words., level: software, status: approved }\n';
  const review = (looked: string): string =>
    `reviews: [{ id: RV-1, type: requirements, reviewed: [SRS-1], by: [okafor], date: 2026-01-01, looked: [${looked}], outcome: accepted, status: approved, bound-to: { SRS-1: hash-of-SRS-1 } }]\n`;

  test('is told in the record of reviews, not in what was to be reviewed', () => {
    const assessment = assessed({ records: `requirements:\n${requirement}` });
    expect(told(assessment, 'software-requirements-specification')).not.toContain(
      'software-requirements-specification#SW-1,SRS-6',
    );
    expect(told(assessment, 'software-requirements-review')).toEqual(['software-requirements-review#SW-1,missing']);
  });

  test('one that did not look at everything is told as that', () => {
    const assessment = assessed({ records: `requirements:\n${requirement}${review('testable')}` });
    expect(told(assessment, 'software-requirements-review')).toEqual(['software-requirements-review#SW-1,SRR-2']);
    expect(told(assessment, 'software-requirements-specification')).not.toContain(
      'software-requirements-specification#SW-1,SRS-6',
    );
  });
});

test('a document of which nothing is written asks for its text, not for an approval of it too', () => {
  const assessment = assessed({
    records: `documents: [{ id: DOC-1, text: Words., covers: ['risk-management-plan#review'], status: approved }]\nhazards: [{ id: HAZ-1 }]\n`,
    software: ['id: SW-1, name: One, class: A'],
  });
  expect(told(assessment, 'risk-management-report').filter((key) => key.endsWith('RMR-6'))).toEqual([]);
});

test('every product that fails names a gap that tells why', () => {
  for (const records of ['', 'requirements: [{ id: SRS-1, level: software }]\nreleases: [{ id: REL-1 }]\n']) {
    const assessment = assessed({
      software: TWO,
      records,
      profile: { exposure: '[public-network]', 'life-phase': 'on-the-market' },
    });
    const silent = assessment.obligations.filter(
      ({ status, gaps }) => ['missing', 'incomplete', 'unproven'].includes(status) && gaps.length === 0,
    );
    expect(silent.map(({ product, scope }) => `${product.id} (${scope})`)).toEqual([]);
  }
});
