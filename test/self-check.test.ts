/**
 * Medward's own file, compiled like any other: what the tool has to do, what can go wrong with it and what shows that it does
 * not stand in records/ and are held against its code and tests here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessProject, check, memoryTree, openProject, openWorkTree, type FileTree } from '../src/index.js';
import { untagged, untried, type Untagged } from './self-check/tagged.js';

const ROOT = path.join(import.meta.dirname, '..');
const DATE = '2026-11-24';
const tree = openWorkTree(ROOT);
const project = openProject(tree);
const assessment = assessProject(project, DATE);
const { trace } = assessment;

interface OpenGap {
  readonly keys: readonly string[];
  readonly severity: string;
  readonly reason: string;
}

const NOTHING: Untagged = {
  requirementsWithoutCode: [],
  requirementsWithoutTest: [],
  testsWithoutCode: [],
  controlsWithoutTest: [],
};

// @implements SRS-913
// @verifies TC-913
describe('the project at the root of the repository', () => {
  const { gaps, problems } = check(project, { date: DATE });
  const listed = parse(readFileSync(path.join(import.meta.dirname, 'self-check/open-gaps.yaml'), 'utf8')) as OpenGap[];

  test('can be read in full', () => {
    expect(problems).toEqual([]);
  });

  test('has exactly the open gaps that are listed, each with the reason why it is open', () => {
    const found = gaps.filter((gap) => gap.decision === null).map((gap) => `${gap.severity} ${gap.key}`);
    const expected = listed.flatMap(({ keys, severity }) => keys.map((key) => `${severity} ${key}`));
    expect(found.toSorted()).toEqual(expected.toSorted());
    for (const { keys, reason } of listed) expect(reason, keys[0]).toMatch(/^[A-Z].{20,}\.$/s);
  });

  test('lies apart from the sample devices', () => {
    expect(trace.reading.records.filter((record) => record.spot.source.path.startsWith('examples/'))).toEqual([]);
  });

  test('has at least a hundred software requirements, each tagged where it is implemented and where it is tested', () => {
    expect(trace.all('requirement').length).toBeGreaterThan(100);
    expect(untagged(assessment)).toEqual(NOTHING);
  });

  test('tries to defeat each control that is ours', () => {
    expect(trace.all('control').length).toBeGreaterThan(20);
    expect(untried(assessment)).toEqual([]);
  });

  test('leaves nothing to decisions but what there is not', () => {
    expect(gaps.filter((gap) => gap.decision !== null)).toEqual([]);
    const decided = assessment.obligations.filter((one) => one.decisions.length > 0);
    expect(decided.map((one) => `${one.product.id}: ${one.status}`)).toEqual([
      'legacy-software-assessment: not-applicable',
      'transitional-software-assessment: not-applicable',
    ]);
  });

  test('is of class C by its risks, with the overhead that this and its connections give', () => {
    const [system] = assessment.classes.systems;
    expect(system).toMatchObject({ declared: 'C', computed: 'C', class: 'C', basis: 'analysis' });
    expect(system?.decidedBy).toContain('RSK-01');
    expect(assessment.overhead).toMatchObject({ level: 'very-high', rule: 'R5' });
  });

  test('has an item for each room of the sources', () => {
    const globs = trace.all('item').flatMap((item) => item.fields.code ?? []);
    const rooms = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const missing = rooms.map((room) => `src/${room.name}/**`).filter((glob) => !globs.includes(glob));
    expect(missing, 'Add an item to records/architecture/items.yaml with this under `code:`.').toEqual([]);
  });
});

/** A check that cannot fail is worse than none. */
describe('what is taken away is missed', () => {
  const without = (file: string): Untagged => untagged(assessProject(openProject(copyWithout(file)), DATE));

  test('a file of tests', () => {
    const { requirementsWithoutTest, testsWithoutCode } = without('src/project/decode-text.test.ts');
    expect(testsWithoutCode).toEqual(['TC-107']);
    expect(requirementsWithoutTest).toEqual(['SRS-107']);
  });

  test('a file of code', () => {
    expect(without('src/project/decode-text.ts')).toEqual({ ...NOTHING, requirementsWithoutCode: ['SRS-107'] });
  });

  test('a file of test records', () => {
    const { requirementsWithoutTest, controlsWithoutTest } = without('records/tests/evidence.md');
    expect(requirementsWithoutTest).toContain('SRS-804');
    expect(controlsWithoutTest).toEqual(['SC-07', 'SC-11']);
  });

  function copyWithout(file: string): FileTree {
    const paths = tree.list().map((entry) => entry.path);
    const wanted = paths.filter(
      (each) =>
        each !== file && /^(medward\.yaml$|\.npmrc$|records\/|src\/|test\/|scripts\/|fuzz\/|bench\/)/.test(each),
    );
    expect(paths).toContain(file);
    const texts = wanted.flatMap((each): [string, string][] => {
      const read = tree.read(each);
      return read.ok ? [[each, read.text]] : [];
    });
    return memoryTree(new Map(texts));
  }
});
