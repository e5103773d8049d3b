/**
 * Who is asked what, as two tables that were written down by hand: the clauses of IEC 62304 with their classes and those of
 * IEC 81001-5-1, and what the work products of the classes have more than one another. Each is held against the packs and
 * against an assessment, so that neither the data nor the counting can drift.
 */
import { describe, expect, it, test } from 'vitest';
import { loadPacks, shippedPacks, type FactValue, type Pack } from '../src/packs/index.js';
import { assessProject, memoryTree, openProject, type Assessment } from '../src/index.js';
import { clausesOf } from '../src/assess/index.js';

/** Heading, then its clauses with the classes that are asked; `*` stands for the heading itself. */
const IEC_62304 = `
  4      1-3 ABC
  4.4    1-5 ABC
  5.1    1-3 ABC    4 C    5 BC    6-9 ABC    10-12 BC
  5.2    1-2 ABC    3 BC   4-6 ABC
  5.3    1-4 BC     5 C    6 BC
  5.4    1 BC       2-4 C
  5.5    1 ABC      2-3 BC  4 C    5 BC
  5.6    1-8 BC
  5.7    1-5 ABC
  5.8    1-2 ABC    3 BC   4 ABC   5-6 BC   7-8 ABC
  6.1    * ABC
  6.2.1  1-3 ABC
  6.2    2-5 ABC
  6.3    1-2 ABC
  7.1    1-4 BC
  7.2    1-2 BC
  7.3    1 BC       3 BC
  7.4    1 ABC      2-3 BC
  8.1    1-3 ABC
  8.2    1-4 ABC
  8.3    * ABC
  9      1-8 ABC`;

/** Asked of every device that takes up the standard: it knows no classes. */
const IEC_81001_5_1 = `
  4.1  1-9 ABC
  4.2  * ABC
  4.3  * ABC
  5.1  1-3 ABC
  5.2  1-3 ABC
  5.3  1-3 ABC
  5.4  1-4 ABC
  5.5  1-2 ABC
  5.6  * ABC
  5.7  1-5 ABC
  5.8  1-7 ABC
  6.1  1 ABC
  6.2  1-2 ABC
  6.3  1-3 ABC
  7.1  1-2 ABC
  7.2  * ABC
  7.3  * ABC
  7.4  * ABC
  7.5  * ABC
  8    * ABC
  9    1-5 ABC`;

/** @returns clause and classes, in the order of the table */
function rowsOf(table: string): readonly (readonly [clause: string, classes: string])[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [heading = '', ...cells] = line.trim().split(/\s+/);
      return cells.flatMap((cell, at) => {
        if (at % 2 === 1) return [];
        const classes = cells[at + 1] ?? '';
        if (cell === '*') return [[heading, classes] as const];
        const [first = 0, last = first] = cell.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, n) => [`${heading}.${first + n}`, classes] as const);
      });
    });
}

const shipped = shippedPacks();
const packOf = (name: string): Pack => {
  const found = shipped.find((pack) => pack.pack === name);
  if (!found) throw new Error(`No pack ${name} is shipped.`);
  return found;
};
const CLASSES = ['A', 'B', 'C'] as const;
const ALL = shipped.filter((pack) => pack.clauses.length > 0).map((pack) => `${pack.pack}@${pack.edition}`);

/** A device without records, whose class and exposure are asked about. */
function assessed(safetyClass: string, exposure: string, packs: readonly string[]): Assessment {
  const settings = `medward: 1\ndevice: { name: Table }\nprofile: { route: development, purpose: other, essential-performance: no, cyber-device: yes }\nsoftware: [{ id: SW-1, name: Table }]\npacks: [${packs.join(', ')}]\nrecords: [records]\n`;
  const project = openProject(memoryTree(new Map([['medward.yaml', settings]])), { packs: shipped });
  const whatIf = new Map<string, FactValue>([
    ['safety-class', safetyClass],
    ['exposure', [exposure]],
  ]);
  return assessProject(project, '2026-11-24', whatIf);
}

// @verifies TC-303
describe('IEC 62304: each of the 99 clauses with its classes', () => {
  const rows = rowsOf(IEC_62304);
  const inPack = new Map(packOf('iec62304').clauses.map((clause) => [clause.id, clause.asks.class?.join('') ?? '']));

  it.each(rows)('%s asks %s', (clause, classes) => {
    expect(inPack.get(clause)).toBe(classes);
  });

  it('and no other', () => {
    expect([...inPack.keys()].toSorted()).toEqual(rows.map(([clause]) => clause).toSorted());
  });

  it.each([
    ['A', 58],
    ['B', 93],
    ['C', 99],
  ] as const)('class %s: %i of them, and an assessment counts the same', (one, count) => {
    expect(rows.filter(([, classes]) => classes.includes(one))).toHaveLength(count);
    expect(assessed(one, 'none', ['iec62304@2015']).counts.clauses).toMatchObject({ byClass: count, lifted: 0 });
  });

  it.each(CLASSES)('class %s without exposure is asked exactly those, but for the route of legacy software', (one) => {
    const asked = clausesOf(assessed(one, 'none', ['iec62304@2015']), 'iec62304').filter(
      (clause) => clause.asked !== 'not-asked',
    );
    const expected = rows.filter(([clause, classes]) => classes.includes(one) && !clause.startsWith('4.4.'));
    expect(asked.map((clause) => clause.clause.id).toSorted()).toEqual(expected.map(([clause]) => clause).toSorted());
  });
});

describe('IEC 81001-5-1: each of the 57 clauses', () => {
  const rows = rowsOf(IEC_81001_5_1);
  const inPack = packOf('iec81001-5-1').clauses.filter((clause) => !clause.id.startsWith('F.'));

  test('the table has 57', () => expect(rows).toHaveLength(57));

  it.each(rows)('%s is asked of every class', (id) => {
    const clause = inPack.find((one) => one.id === id);
    expect(clause?.asks).toEqual({});
    expect(clause?.route).toBeUndefined();
  });

  it('and no other', () => {
    expect(inPack.map((clause) => clause.id).toSorted()).toEqual(rows.map(([clause]) => clause).toSorted());
  });

  it.each(CLASSES)('all are asked of a connected device of class %s', (one) => {
    const asked = clausesOf(assessed(one, 'public-network', ALL), 'iec81001-5-1').filter(
      (clause) => clause.asked !== 'not-asked' && !clause.clause.id.startsWith('F.'),
    );
    expect(asked).toHaveLength(57);
  });
});

const words = (text: string): readonly string[] => text.trim().split(/\s+/).toSorted();

/** What class A needs without security. */
const CLASS_A = words(`
  quality-management-system intended-use-and-context system-requirements
  software-development-plan software-verification-plan software-configuration-management-plan software-maintenance-plan
  problem-resolution-procedure software-safety-classification risk-management-plan hazard-analysis software-risk-analysis
  risk-management-report post-production-surveillance software-requirements-specification software-requirements-review
  soup-list source-code-baseline system-test-specification system-test-report traceability-matrix
  software-release-record known-anomalies-list release-archive delivery-procedure configuration-item-list
  change-request-log problem-report-log problem-trend-analysis feedback-records user-and-regulator-notices
  instructions-for-use`);
const B_OVER_A = words(`
  software-integration-plan development-standards software-architecture-description architecture-review
  software-detailed-design unit-verification-records integration-test-records build-record`);
const DEEPER_IN_B = words('software-risk-analysis soup-list');
const C_OVER_B = words('detailed-design-review');
/** What a connection adds to class A: a layer of its own, and what looks like class B. */
const SECURITY_LAYER = words(`
  security-risk-management-plan product-security-context threat-model security-risk-assessment
  security-risk-management-report security-requirements security-architecture-views secure-coding-standard
  development-environment-security security-training-records third-party-security-assessment
  software-support-classification sbom vulnerability-assessment security-test-plan security-test-report
  penetration-test-report security-anomaly-assessment security-user-documentation release-integrity-record
  security-maintenance-plan vulnerability-disclosure-policy vulnerability-log security-update-records
  security-advisories security-process-review`);
const LOOKS_LIKE_B = words(`
  software-integration-plan development-standards software-risk-analysis software-architecture-description
  architecture-review software-detailed-design detailed-design-review soup-list code-review-records
  unit-verification-records secure-implementation-criteria static-analysis-report integration-test-records build-record`);
const LEVELS_OF_CONNECTED_A = {
  'software-integration-plan': 'partial',
  'development-standards': 'partial',
  'software-architecture-description': 'required',
  'architecture-review': 'required',
  'software-detailed-design': 'partial',
  'unit-verification-records': 'partial',
  'integration-test-records': 'partial',
  'build-record': 'partial',
};

// @verifies TC-502
describe('what the classes and a connection ask of one another, in work products', () => {
  const RANK = ['none', 'conditional', 'partial', 'required'];
  const base = new Map(CLASSES.map((one) => [one, levels(assessed(one, 'none', ALL))]));
  const connected = new Map(CLASSES.map((one) => [one, levels(assessed(one, 'public-network', ALL))]));

  interface Levels {
    readonly group: string;
    readonly byClass: string;
    readonly bySecurity: string;
  }

  function levels(assessment: Assessment): ReadonlyMap<string, Levels> {
    return new Map(
      assessment.obligations.map(({ product, byClass, bySecurity }) => [
        product.id,
        { group: product.group, byClass: byClass.level, bySecurity: bySecurity.level },
      ]),
    );
  }

  const isNeeded = (level = 'none'): boolean => RANK.indexOf(level) >= RANK.indexOf('partial');
  const neededByClass = (one: (typeof CLASSES)[number]): readonly string[] =>
    [...(base.get(one) ?? [])].filter(([, level]) => isNeeded(level.byClass)).map(([id]) => id);
  const more = (a: readonly string[], b: readonly string[]): readonly string[] =>
    a.filter((id) => !b.includes(id)).toSorted();

  it('class A needs 32', () => {
    expect(neededByClass('A').toSorted()).toEqual(CLASS_A);
    expect(CLASS_A).toHaveLength(32);
  });

  it('class B needs eight more, and two of them deeper', () => {
    expect(more(neededByClass('B'), neededByClass('A'))).toEqual(B_OVER_A);
    expect(neededByClass('B')).toHaveLength(40);
    const deeper = neededByClass('A').filter(
      (id) => RANK.indexOf(base.get('B')?.get(id)?.byClass ?? '') > RANK.indexOf(base.get('A')?.get(id)?.byClass ?? ''),
    );
    expect(deeper.toSorted()).toEqual(DEEPER_IN_B);
  });

  it('class C needs one more', () => {
    expect(more(neededByClass('C'), neededByClass('B'))).toEqual(C_OVER_B);
    expect(neededByClass('C')).toHaveLength(41);
  });

  it.each(CLASSES)('class %s needs 70 once it is connected', (one) => {
    const needed = [...(connected.get(one) ?? [])].filter(
      ([, level]) => isNeeded(level.byClass) || isNeeded(level.bySecurity),
    );
    expect(needed).toHaveLength(70);
  });

  const connectedA = [...(connected.get('A') ?? [])];

  it('a connection adds to class A a layer of 26', () => {
    const layer = connectedA.filter(([, level]) => level.group === 'security' && isNeeded(level.bySecurity));
    expect(layer.map(([id]) => id).toSorted()).toEqual(SECURITY_LAYER);
    expect(SECURITY_LAYER).toHaveLength(26);
  });

  it('and what looks like class B', () => {
    const deeper = connectedA.filter(
      ([, level]) => level.group !== 'security' && RANK.indexOf(level.bySecurity) > RANK.indexOf(level.byClass),
    );
    expect(deeper.map(([id]) => id).toSorted()).toEqual(LOOKS_LIKE_B);
    expect(more(B_OVER_A, LOOKS_LIKE_B)).toEqual([]);
    expect(Object.fromEntries(B_OVER_A.map((id) => [id, connected.get('A')?.get(id)?.bySecurity]))).toEqual(
      LEVELS_OF_CONNECTED_A,
    );
  });
});

/** Judgements, papers that are kept elsewhere, and elements that ask the whole set again; each says so. */
const NOT_DECIDABLE = words(`
  FDA-CY-B4 FDA-CY-IDE FDA-CY-IOP-ACCESS FDA-CY-IOP-LAYER FDA-CY-LAB-HF FDA-CY-LAB-MDS2 FDA-CY-MOD-NO FDA-CY-MOD-YES
  FDA-CY-PRED`);

describe('the FDA guidance: every element is reached, or says why records cannot tell', () => {
  const set = loadPacks(ALL, shipped).set;
  const elements = packOf('fda-premarket').clauses.filter((clause) => clause.id.startsWith('FDA-CY-'));
  const deciding = set.workProducts.flatMap((product) =>
    product.criteria.filter(({ basis }) => basis !== 'practice' && basis !== 'analogy'),
  );

  test('there are 122', () => expect(elements).toHaveLength(122));

  it.each(elements.map((clause) => [clause.id, clause] as const))('%s', (id, clause) => {
    const reached = deciding.filter((criterion) => criterion.clauses.includes(`fda-premarket:${id}`));
    if (clause.notDecidable === undefined) expect(reached.length).toBeGreaterThan(0);
    else {
      expect(reached).toEqual([]);
      expect(clause.notDecidable).toMatch(/^[A-Z].{25,}\.$/s);
    }
  });

  test('nine cannot be told from records', () => {
    const told = elements.filter((clause) => clause.notDecidable !== undefined).map((clause) => clause.id);
    expect(told.toSorted()).toEqual(NOT_DECIDABLE);
  });
});
