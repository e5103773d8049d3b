/** The cases of the source table as small projects: what the table says comes out of records alone, not of declared facts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { assessProject, openProject, openWorkTree, shippedPacks, type Assessment } from '../src/index.js';
import type { FactValue } from '../src/packs/index.js';

const EXAMPLES = path.join(import.meta.dirname, '../examples');
const DATE = '2026-11-24';

interface Expected {
  readonly case: string;
  readonly level: string;
  readonly rule: string;
  readonly flags: readonly string[];
  readonly findings: readonly string[];
  readonly class: string;
  readonly derived: Readonly<Record<string, FactValue>>;
  /** The same device with one fact replaced, which gives the same level by the same rule. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
}

interface TableCase {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly also?: Readonly<Record<string, readonly unknown[]>>;
  readonly expected: Readonly<Record<'level' | 'rule', string> & Record<'flags' | 'findings', readonly string[]>>;
}

function read(file: string): unknown {
  return parse(readFileSync(path.join(EXAMPLES, file), 'utf8'));
}

function assess(folder: string, whatIf?: ReadonlyMap<string, FactValue>): Assessment {
  const tree = openWorkTree(path.join(EXAMPLES, 'cases', folder));
  return assessProject(openProject(tree, { packs: shippedPacks() }), DATE, whatIf);
}

const folders = readdirSync(path.join(EXAMPLES, 'cases'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();
const cases = folders.map((folder) => ({ folder, expected: read(`cases/${folder}/expected.yaml`) as Expected }));
const table = read('../src/assess/overhead/cases.yaml') as readonly TableCase[];

test('every case of the table is a project, and every project a case', () => {
  expect(cases.map(({ expected }) => expected.case).toSorted()).toEqual(table.map(({ id }) => id).toSorted());
});

// @verifies TC-406
describe.each(cases)('$folder', ({ folder, expected }) => {
  const assessment = assess(folder);
  const { overhead, classes, profile } = assessment;
  const inTable = table.find(({ id }) => id === expected.case);

  it('says what the table says', () => {
    const { level, rule, findings } = expected;
    expect({ level, rule, findings }).toEqual({
      level: inTable?.expected.level,
      rule: inTable?.expected.rule,
      findings: inTable?.expected.findings,
    });
    expect(expected.flags).toEqual(expect.arrayContaining([...(inTable?.expected.flags ?? [])]));
    expect(expected.class).toBe(inTable?.facts['safety-class']);
    for (const [fact, value] of Object.entries(inTable?.facts ?? {}))
      if (fact !== 'safety-class') expect(profile.get(fact)?.value, fact).toEqual(value);
  });

  it('gives the level, by the rule, with flags and findings', () => {
    expect({
      level: overhead.level,
      possible: overhead.possible,
      rule: overhead.rule,
      flags: overhead.flags,
      findings: overhead.findings.filter((finding) => finding.severity).map((finding) => finding.id),
    }).toEqual({
      level: expected.level,
      possible: [expected.level],
      rule: expected.rule,
      flags: expected.flags,
      findings: expected.findings,
    });
  });

  it('has its class from the risks, not from a word in the settings', () => {
    expect(classes).toMatchObject({ device: expected.class, basis: 'analysis', declared: undefined });
  });

  it('derives the facts that decide from records', () => {
    for (const [fact, value] of Object.entries(expected.derived))
      expect(profile.get(fact), fact).toMatchObject({ value, source: 'derived', declared: undefined });
    expect(Object.keys(expected.derived)).toEqual(
      expect.arrayContaining(['form', 'essential-performance', 'exposure']),
    );
  });

  it('is whole: read to the last word, and nothing in it contradicts itself', () => {
    expect(assessment.problems).toEqual([]);
    expect(assessment.gaps.filter((gap) => gap.integrity).map((gap) => gap.key)).toEqual([]);
  });

  const variants = Object.entries(expected.also ?? {}).flatMap(([fact, values]) =>
    values.map((value) => [fact, value]),
  );
  it.each(variants)('gives the same with %s %s', (fact = '', value = '') => {
    const asked = assess(folder, new Map([[fact, fact === 'exposure' ? [value] : value]]));
    expect([asked.overhead.level, asked.overhead.rule]).toEqual([expected.level, expected.rule]);
  });
});

test('each has a bare profile under examples/profiles', () => {
  const profiles = readdirSync(path.join(EXAMPLES, 'profiles')).map((name) => name.replace('.yaml', ''));
  expect(profiles.toSorted()).toEqual(cases.map(({ expected }) => expected.case.toLowerCase()).toSorted());
});

test('the page beside them tells class, level and rule of each', () => {
  const readme = readFileSync(path.join(EXAMPLES, 'cases/README.md'), 'utf8');
  const rows = [
    ...readme.matchAll(/^\| `(.+?)` \|.*?\| ([ABC]) \|.*?\| (none|limited|important|very high)\b.*?\| (\S+) \|$/gm),
  ];
  const told = rows.map(([, folder, ...rest]) => [folder, ...rest]);
  expect(told).toEqual(
    cases.map((one) => [one.folder, one.expected.class, one.expected.level.replace('-', ' '), one.expected.rule]),
  );
});
