/**
 * Every work product can fail, and for a reason that one can mend: in a device of which nothing is written each of them has
 * a criterion that answers no, and in a device that is written out the same criterion answers something else.
 */
import { describe, expect, it, test } from 'vitest';
import { assessProject, memoryTree, openProject, shippedPacks, type Assessment } from '../src/index.js';
import { append, edited, type Edit } from './seeded-faults/edit.js';
import { assessFiles, assessSigned, readFinished } from './seeded-faults/finished-project.js';
import { VARIANTS } from './seeded-faults/variants.js';

const shipped = shippedPacks();
const REGULATIONS = shipped.filter((pack) => pack.clauses.length > 0).map((pack) => `${pack.pack}@${pack.edition}`);

/** Everything is asked of it and nothing of it is written: class C, on the internet, on the market, old software. */
const EMPTY = `medward: 1
device: { name: Nothing yet, markets: [eu, us] }
profile:
  purpose: diagnosis-or-treatment
  essential-performance: yes
  exposure: [public-network]
  cyber-device: yes
  life-phase: on-the-market
  personal-data: yes
software: [{ id: SW-1, name: Nothing yet, class: C, route: legacy }]
packs: [${REGULATIONS.join(', ')}]
records: [records]
`;

const empty = assessProject(
  openProject(memoryTree(new Map([['medward.yaml', EMPTY]])), { packs: shipped }),
  '2026-11-24',
);

type Answers = ReadonlyMap<string, { readonly answer: string; readonly decides: boolean; readonly says: string }>;

/** By work product and criterion. */
function answersOf(assessment: Assessment): ReadonlyMap<string, Answers> {
  return new Map(
    assessment.obligations.map((one) => [
      one.product.id,
      new Map(one.criteria.map((criterion) => [criterion.criterion.id, criterion])),
    ]),
  );
}

const failing = [...answersOf(empty)].map(
  ([product, answers]) =>
    [product, [...answers].filter(([, { answer, decides }]) => answer === 'no' && decides).map(([id]) => id)] as const,
);

// @verifies TC-302
describe('a device of which nothing is written', () => {
  it('is asked for all 73 work products', () => {
    expect(failing).toHaveLength(73);
    const packed = shipped.flatMap((pack) => pack.workProducts.map((product) => product.id));
    expect(failing.map(([product]) => product).toSorted()).toEqual(packed.toSorted());
  });

  it.each(failing)('fails in %s, at %j', (product, criteria) => {
    expect(criteria.length).toBeGreaterThan(0);
    const says = criteria.map((id) => answersOf(empty).get(product)?.get(id)?.says ?? '');
    for (const words of says) expect(words).toMatch(/^[a-z0-9].{10,}/);
  });

  it('meets nothing, and calls nothing done: what is only asked under a condition waits for it', () => {
    const statuses = new Map(empty.obligations.map((one) => [one.product.id, one.status]));
    expect([...statuses].filter(([, status]) => status === 'met')).toEqual([]);
    // Nobody said that it is wanted; the two for legacy software are, because its route says so.
    const waiting = [...statuses].filter(([, status]) => status === 'not-due').map(([id]) => id);
    expect(waiting).toEqual(['conformity-checklist']);
    expect(statuses.get('legacy-software-assessment')).toBe('missing');
    expect(statuses.get('transitional-software-assessment')).toBe('missing');
  });

  it('has a gap for each of them', () => {
    const told = new Set(
      empty.gaps.filter((gap) => gap.rule === 'work-product-incomplete').flatMap((gap) => gap.obligations),
    );
    expect(failing.map(([product]) => product).filter((product) => !told.has(product))).toEqual([
      'conformity-checklist',
    ]);
  });
});

/** What the finished device has none of, because it needs none: written out here, so that nothing stays unanswered. */
function writtenOut(): readonly Edit[] {
  const products = shipped.flatMap((pack) => pack.workProducts);
  const texts = products.flatMap((product, at) =>
    product.sections.length === 0
      ? []
      : [
          `  - id: DOC-${100 + at}\n    covers: [${product.sections.map((section) => `'${product.id}#${section}'`).join(', ')}]\n    text: Written.\n    status: approved\n`,
        ],
  );
  const tests = ['abuse-case', 'robustness', 'dynamic-analysis', 'boundary-analysis'].map(
    (type, at) =>
      `  - { id: TC-${100 + at}, title: ${type}, level: system, type: ${type}, verifies: [SW-1], text: Run., expected: Nothing., status: approved }\n`,
  );
  const results = tests.map((_, at) => `{ test: [TC-${100 + at}], result: passed }`);
  const bound = (ids: readonly string[]): string => ids.map((id) => `      ${id}: ${'0'.repeat(64)}\n`).join('');
  const old = products.flatMap(({ id }, at) => (/^(legacy|transitional)-/.test(id) ? [`DOC-${100 + at}`] : []));
  return [
    ...VARIANTS['asked by the FDA in full'],
    append('records/texts.yaml', `documents:\n${texts.join('')}`),
    append(
      'records/more-tests.yaml',
      `tests:\n${tests.join('')}runs:\n  - { id: RUN-100, date: 2026-10-01, tester: [dietz], results: [${results.join(', ')}] }\n`,
    ),
    append(
      'records/more.yaml',
      `views:
  - { id: VW-100, title: Updates, purpose: updateability, text: How they get in., status: approved }
statements:
  - id: ST-100
    type: overall-residual-risk
    answers: [SMR-2]
    text: What is left is acceptable.
    by: costa
    date: 2026-10-12
    status: approved
    bound-to:
${bound(['TH-1', 'TH-2', 'TH-3', 'TH-4', 'TH-5'])}approvals:
  - id: AP-100
    approves: [${old.join(', ')}]
    by: costa
    role: regulatory-or-quality
    meaning: approver
    date: 2026-10-12
    status: approved
    bound-to:
${bound(old)}`,
    ),
  ];
}

/** A report of a machine answers them, for which no record can stand. */
const BY_REPORT_ALONE = ['SAR-4', 'BOM-2', 'STS-5C'];

describe('a device that is written out', () => {
  const variants = [assessFiles(readFinished()), assessSigned(edited(readFinished(), writtenOut()))].map(answersOf);
  const mended = (product: string, criterion: string): boolean =>
    variants.some((answers) => (answers.get(product)?.get(criterion)?.answer ?? 'no') !== 'no');

  it.each(failing)('answers something else in %s, at each of %j', (product, criteria) => {
    expect(criteria.filter((criterion) => !mended(product, criterion) && !BY_REPORT_ALONE.includes(criterion))).toEqual(
      [],
    );
  });

  test('but where only the report of a machine can answer', () => {
    const open = failing.flatMap(([product, criteria]) => criteria.filter((one) => !mended(product, one)));
    expect(open.toSorted()).toEqual(BY_REPORT_ALONE.toSorted());
  });
});
