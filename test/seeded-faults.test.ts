/**
 * Plants one fault at a time in a finished project and demands exactly the gap that has to tell it; and makes edits that
 * change no meaning, which may change nothing.
 */
import { describe, expect, test } from 'vitest';
import { allRules } from '../src/rules/index.js';
import type { Assessment } from '../src/index.js';
import { CONSISTENCY_FAULTS } from './seeded-faults/consistency-faults.js';
import { CRITERION_FAULTS } from './seeded-faults/criterion-faults.js';
import { at, edited, once } from './seeded-faults/edit.js';
import { EVIDENCE_FAULTS } from './seeded-faults/evidence-faults.js';
import { fault, product, type Fault } from './seeded-faults/fault.js';
import { assessFiles, assessSigned, boundAgain, openKeys, readFinished } from './seeded-faults/finished-project.js';
import { NEUTRAL_EDITS } from './seeded-faults/neutral-edits.js';
import { RULE_FAULTS } from './seeded-faults/rule-faults.js';
import { VARIANTS, type VariantName } from './seeded-faults/variants.js';

const finished = readFinished();
const assessed = assessFiles(finished);
const FAULTS = [...RULE_FAULTS, ...CONSISTENCY_FAULTS, ...CRITERION_FAULTS, ...EVIDENCE_FAULTS];

interface Base {
  readonly files: ReadonlyMap<string, string>;
  readonly keys: readonly string[];
}

const bases = new Map<string, Base>();

function baseOf(variant: VariantName | undefined): Base {
  const name = variant ?? '';
  const known = bases.get(name);
  if (known) return known;
  const files = variant === undefined ? finished : boundAgain(edited(finished, VARIANTS[variant]));
  const base = { files, keys: openKeys(variant === undefined ? assessed : assessFiles(files)) };
  bases.set(name, base);
  return base;
}

interface Difference {
  readonly come: readonly string[];
  readonly gone: readonly string[];
  readonly problems: readonly string[];
}

const planted = new Map<Fault, Difference>();

function plant(one: Fault): Difference {
  const difference = planted.get(one) ?? differenceOf(one);
  planted.set(one, difference);
  return difference;
}

function differenceOf({ variant, edits, keepBindings, isCommitted }: Fault): Difference {
  const { files, keys } = baseOf(variant);
  const changed = edited(files, edits);
  const after = keepBindings ? assessFiles(changed, isCommitted) : assessSigned(changed, isCommitted);
  const open = openKeys(after);
  return {
    come: open.filter((key) => !keys.includes(key)),
    gone: keys.filter((key) => !open.includes(key)),
    problems: after.problems.map((problem) => problem.message),
  };
}

function exactly(...keys: readonly string[]): Difference {
  return { come: keys.toSorted(), gone: [], problems: [] };
}

const statuses = (assessment: Assessment): Record<string, string> =>
  Object.fromEntries(assessment.obligations.map((one) => [`${one.product.id} (${one.scope})`, one.status]));

// @verifies TC-606
describe('the finished project', () => {
  const OPEN = [product('sbom#SW-1,BOM-2')];

  test('has no gap but the component list, which only a report of a machine closes', () => {
    expect(openKeys(assessed)).toEqual(OPEN);
    expect(assessed.problems).toEqual([]);
  });

  test('is signed as it stands', () => {
    expect(boundAgain(finished)).toEqual(finished);
  });

  test('uses all three places of records', () => {
    const files = [...finished].filter(([name]) => name.startsWith('records/'));
    expect(files.some(([, text]) => /^---\nid: /.test(text))).toBe(true);
    expect(files.some(([name, text]) => name.endsWith('.md') && /^## [A-Z]+-1 /m.test(text))).toBe(true);
    expect(files.some(([name]) => name.endsWith('.yaml'))).toBe(true);
  });

  test.each(Object.keys(VARIANTS) as VariantName[])('is finished by all rules %s too', (variant) => {
    expect(baseOf(variant).keys.filter((key) => !key.startsWith('work-product-incomplete@'))).toEqual([]);
  });
});

// @verifies TC-516
describe('one fault, one gap', () => {
  test('each rule has a fault', () => {
    const told = new Set(FAULTS.map(({ gap }) => gap.slice(0, gap.indexOf('@'))));
    expect(allRules.map((rule) => rule.id).filter((id) => !told.has(id))).toEqual([]);
  });

  test('no fault stands in the table twice', () => {
    const edits = FAULTS.map((one) => JSON.stringify([one.variant, one.edits]));
    expect(new Set(edits).size).toBe(edits.length);
  });

  test.each(FAULTS)('$planted: $gap', (one) => {
    const { gap, also, toldTwice } = one;
    expect(plant(one)).toEqual(exactly(gap, ...(also?.gaps ?? []), ...(toldTwice ?? [])));
  });
});

describe('what is half there, or bears the same id, is not taken for another thing', () => {
  test('a proof of the barrier that nobody confirmed is none', () => {
    const one = fault('', at('controls.yaml', 'RC-1', 'confirmed-by: costa, '), '');
    expect(plant(one)).toEqual(exactly('missing-field@RC-1#proof.confirmed-by', 'barrier-not-proven@RC-1'));
  });

  // Criteria and records share ids such as SRS-8 or REL-1; an `answers:` or `scope:` must mean the criterion.
  test('a statement answers a criterion whose id a record has too', () => {
    const record = once(
      'records/requirements/system.md',
      '## SYS-1 ',
      '## SRS-8 Quiet\n\n```yaml\ntype: other\nsource: Wish of a ward\nacceptance: No beep at night.\n```\n\nNo beep at night.\n\n## SYS-1 ',
    );
    expect(plant(fault('', record, '')).come).not.toContain('link-to-wrong-kind@ST-7#answers,SRS-8');
  });
});

describe('each document criterion', () => {
  const asked = assessed.obligations.flatMap((obligation) =>
    obligation.criteria
      .filter(({ criterion, decides }) => criterion.ask === 'document' && decides)
      .flatMap(({ criterion }) =>
        lineOf(`${obligation.product.id}#${criterion.sections?.[0] ?? ''}`, obligation, criterion.id),
      ),
  );

  /** Where the section is written, if other sections of the work product are too: else the whole is missing. */
  function lineOf(section: string, obligation: Assessment['obligations'][number], criterion: string) {
    const { product: whole, scope, status } = obligation;
    const of = (text: string): readonly string[] => text.split('\n').filter((line) => line.includes(`- ${whole.id}#`));
    const [file, text = ''] = [...finished].find(([, each]) => each.includes(`- ${section}\n`)) ?? [];
    if (file === undefined || of(text).length < 2 || status === 'not-due') return [];
    const line = of(text).find((each) => each.endsWith(`- ${section}`)) ?? '';
    const part = `${whole.id}#${scope === 'device' ? '' : `${scope},`}`;
    return [{ section, file, line, keys: [product(part + criterion), product(`${part}missing`)] }];
  }

  test('there are many', () => {
    expect(asked.length).toBeGreaterThan(60);
  });

  test.each(asked)('misses $section', ({ section, file, line, keys }) => {
    const { come, gone } = plant(fault(section, once(file, `${line}\n`), ''));
    expect({ gone, count: come.length }).toEqual({ gone: [], count: 1 });
    // A product of one criterion is missing as a whole.
    expect(keys).toContain(come[0]);
  });
});

describe('edits that change no meaning', () => {
  test.each(NEUTRAL_EDITS)('$done', ({ change }) => {
    const files = change(finished);
    expect(files).not.toEqual(finished);
    const after = assessFiles(files);
    expect(after.problems).toEqual([]);
    expect(after.gaps.map((gap) => gap.key).toSorted()).toEqual(assessed.gaps.map((gap) => gap.key).toSorted());
    expect(statuses(after)).toEqual(statuses(assessed));
  });
});

/** Each of these turns red once it is mended: then take the mark away, and the keys out of the tables. */
describe('what was told wrongly once', () => {
  // What follows from a missing rating or test, and is lacking under another name.
  test.fails.each(FAULTS.filter((one) => one.toldTwice))('told once: $planted', (one) => {
    expect(plant(one)).toEqual(exactly(one.gap, ...(one.also?.gaps ?? [])));
  });

  // A software system of medward.yaml has no role, and no role counts as "may be any".
  test('the software system itself is no element outside', () => {
    expect(openKeys(assessed)).not.toContain(product('product-security-context#PSC-3'));
  });

  // The review of requirements was made before there was any code.
  test('a review of the requirements is no verification of the software', () => {
    const one = fault('', at('tests.md', 'TC-13', 'verifies: [SRS-9, EL-5]', 'verifies: [EL-5]'), '');
    expect(plant(one).come).toContain('requirement-without-test@SRS-9');
  });
  test('a review of the architecture is no verification of a unit', () => {
    const edits = [
      at('tests.md', 'TC-1', 'verifies: [EL-2]', 'verifies: [SDD-1]'),
      at('tests.md', 'TC-18', 'verifies: [SW-1, EL-2]', 'verifies: [SW-1]'),
      at('sign-off.yaml', 'RV-5', 'reviewed: [EL-2]', 'reviewed: [src/dose-check.c]'),
    ];
    expect(plant(fault('', edits, '')).come).toContain('unit-without-verification@EL-2');
  });
});
