/** What holds for every rule: its file, its words, what it rests on, and the habits of the messages that it gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPacks, shippedPacks, type PackSet } from '../packs/index.js';
import { relationTable, type Expectation } from '../records/index.js';
import { all } from './all.js';
import type { Rule } from './define.js';
import { assessFiles, filesOf } from './example-project.test-support.js';

const rules: readonly Rule[] = all;
const named = rules.map((rule) => [rule.id, rule] as const);
const rows: ReadonlyMap<string, Expectation> = new Map(relationTable().expectations.map((row) => [row.rule, row]));

/** Told by the rooms that read, trace and state facts; `work-product-incomplete` by the one that assesses. */
const TOLD_ELSEWHERE = [
  'circular-link',
  'dangling-link',
  'duplicate-id',
  'empty-value',
  'evidence-not-as-stored',
  'fact-contradicted',
  'fact-unknown',
  'link-not-allowed',
  'link-to-wrong-kind',
  'malformed-id',
  'mapping-not-used-in-full',
  'missing-field',
  'outside-project',
  'required-link-missing',
  'result-for-unknown-record',
  'too-many-links',
  'unknown-field',
  'unknown-kind',
  'work-product-incomplete',
  'wrong-type',
];

function packs(): PackSet {
  const shipped = shippedPacks();
  const names = shipped.filter((pack) => pack.pack !== 'base').map((pack) => `${pack.pack}@${pack.edition}`);
  return loadPacks(names, shipped).set;
}

describe('the list of rules', () => {
  it('holds each file of a rule under its id', () => {
    const files = readdirSync(import.meta.dirname).filter(
      (name) =>
        name.endsWith('.ts') &&
        !name.endsWith('.test.ts') &&
        /^export default defineRule\(/m.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')),
    );
    expect(rules.map((rule) => `${rule.id}.ts`)).toEqual(files.toSorted());
  });

  it('has a file for each expectation of the relation table, and words for a record that lacks the link', () => {
    expect(rules.filter((rule) => rule.lacks).map((rule) => rule.id)).toEqual([...rows.keys()].toSorted());
  });

  it('checks by itself what no table and no other room tells', () => {
    const silent = rules.filter((rule) => !rule.lacks && !rule.check).map((rule) => rule.id);
    expect(silent).toEqual(TOLD_ELSEWHERE);
    expect(rules.filter((rule) => rule.lacks && rule.check)).toEqual([]);
  });
});

it.each([...rows])('%s rests on what the relation table names', (id, row) => {
  const rule = rules.find((each) => each.id === id);
  const byClass = row.asks.some((ask) => ask.class !== undefined || ask.when === undefined);
  const bySecurity = row.asks.some((ask) => ask.when !== undefined);
  expect(rule?.basis.toSorted()).toEqual([...new Set(row.asks.flatMap((ask) => ask.basis))].toSorted());
  expect(rule?.because).toBe(byClass && bySecurity ? 'both' : bySecurity ? 'cybersecurity' : 'safety-class');
});

const conditional = rules.flatMap((rule) => (rule.applies === undefined ? [] : [[rule.id, rule.applies] as const]));
it.each(conditional)('%s asks under a condition that the packs understand: %s', (_, condition) => {
  expect(packs().table.conditions.holds(condition, new Map())).toBe('unknown');
});

const findings = (packs().overhead?.findings ?? []).filter((finding) => finding.severity !== undefined);
it.each(findings.map((finding) => finding.id))('a rule tells the finding %s of the overhead', (finding) => {
  const texts = rules.map((rule) => readFileSync(`${import.meta.dirname}/${rule.id}.ts`, 'utf8'));
  expect(texts.filter((text) => text.includes(`findings.includes('${finding}')`))).toHaveLength(1);
});

describe.each(named)('%s', (id, rule) => {
  it('names a state that is wrong, in words', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(id).not.toMatch(/^(add|check|define|ensure|must|no|set|use|write)-|\d/);
  });

  it('says why in whole sentences, and has a title that stands alone', () => {
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.title.length).toBeLessThan(80);
  });

  it('rests on clauses of known packs', () => {
    const { packs: loaded, clauses, named: others } = packs();
    const known = new Set(loaded.flatMap((pack) => [pack.pack, ...pack.knownPacks]));
    for (const clause of rule.basis) {
      const [pack = ''] = clause.split(':', 1);
      expect(known).toContain(pack);
      if (loaded.some((each) => each.pack === pack)) expect(clauses.has(clause) || others.has(clause)).toBe(true);
    }
  });

  it('serves work products that exist', () => {
    const products = new Set(packs().workProducts.map((product) => product.id));
    expect(rule.serves.filter((product) => !products.has(product))).toEqual([]);
    // Its gaps name their work product themselves.
    if (id !== 'work-product-incomplete') expect(rule.serves).not.toEqual([]);
  });

  it('has two examples that differ', () => {
    expect(rule.examples.bad).not.toEqual(rule.examples.ok);
  });
});

// @verifies TC-604
describe('messages', () => {
  const assessments = rules.flatMap((rule) =>
    [rule.examples.bad, rule.examples.ok].map((example) => assessFiles(filesOf(rule, example))),
  );
  const gaps = assessments.flatMap((assessment) => assessment.gaps);
  const told = [...new Map(gaps.map((gap) => [`${gap.message} ${gap.fix} ${gap.why}`, gap])).values()];

  it.each(['message', 'fix', 'why'] as const)('are whole sentences without blame: %s', (part) => {
    for (const gap of told) {
      expect(gap[part]).toMatch(/^[A-Z0-9`].*[.?]$/s);
      expect(gap[part]).not.toMatch(/\b(please|invalid|oops|sorry|illegal|forgot to|undefined|null|NaN)\b|!|\[object/i);
      expect(gap[part]).not.toMatch(/\ba (item|interface|asset|agent|anomaly|approval|assumption)\b| {2}|\s$/);
    }
  });

  it('stand alone: the first line names a record, a word of the user or the whole it is about', () => {
    const titles = packs().workProducts.map((product) => product.title);
    for (const gap of told) {
      const name = gap.record ?? '';
      const isNamed =
        (name !== '' && gap.message.includes(name)) ||
        /`[^`]+`|\b(the device|the profile|[A-Z]+-[A-Z]?\d+)\b/i.test(gap.message) ||
        titles.some((title) => gap.message.startsWith(title));
      expect(isNamed, gap.message).toBe(true);
    }
  });

  it('say what to do in one or two imperative sentences', () => {
    for (const gap of told) {
      expect(gap.fix.split(/(?<=[.?])\s+(?=[A-Z`])/).length, gap.fix).toBeLessThanOrEqual(2);
      expect(gap.fix).not.toMatch(/^(the|an?|this|that|it|you|we|there|should|must|could|(?!bring)[a-z]+ing)\b/i);
    }
  });

  // @verifies TC-605
  it('have keys that tell them apart', () => {
    for (const assessment of assessments) {
      const keys = assessment.gaps.map((gap) => gap.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('have keys that blank lines and comments above do not change', () => {
    for (const rule of rules) {
      const files = filesOf(rule, rule.examples.bad);
      const moved = new Map(
        [...files].map(([path, text]) => [path, path.startsWith('evidence/') ? text : `\n# A comment.\n\n${text}`]),
      );
      const keys = (of: typeof files): readonly string[] =>
        assessFiles(of)
          .gaps.map((gap) => gap.key)
          .toSorted();
      expect(keys(moved)).toEqual(keys(files));
    }
  });

  it('have a place with line and column from 1', () => {
    for (const { place } of gaps) {
      expect(place.file).not.toBe('');
      expect(Math.min(place.line, place.column)).toBeGreaterThanOrEqual(1);
    }
  });
});
