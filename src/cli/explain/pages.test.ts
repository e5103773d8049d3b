/** Whatever has a name that an output may show is explained: with words of its own, and with whoever asks it. */
import { describe, expect, it, test } from 'vitest';
import { explainable, loadPacks, shippedPacks, type Explained } from '../../packs/index.js';
import { findKind, kindNames } from '../../records/index.js';
import { allRules } from '../../rules/index.js';
import { nearestWord, pageOf, pagesFor } from './pages.js';
import type { Page } from './page.js';

const shipped = shippedPacks();
const names = shipped.filter((pack) => pack.pack !== 'base').map((pack) => `${pack.pack}@${pack.edition}`);
const packs = loadPacks(names, shipped).set;
const everything = explainable(packs);

const fullName = ({ pack, id, is }: Explained): string =>
  is === 'pack' ? `${pack.pack}@${pack.edition}` : `${pack.pack}@${pack.edition}:${id}`;
const row = (page: Page, name: string): string => page.rows.find(([one]) => one === name)?.[1] ?? '';
const filled = (page: Page): Page['rows'] => page.rows.filter(([, value]) => value !== '');

describe('the packs hold things of every sort', () => {
  it.each([
    ['clause', 300],
    ['named-clause', 10],
    ['work-product', 73],
    ['criterion', 300],
    ['fact', 20],
    ['special-criterion', 500],
    ['selector', 60],
    ['evidence-type', 20],
    ['method', 2],
    ['overhead', 15],
    ['pack', 10],
  ] as const)('%s: at least %i', (is, least) => {
    expect(everything.filter((one) => one.is === is).length).toBeGreaterThanOrEqual(least);
  });
});

test('each is found again by its full name, and alone', () => {
  const lost = everything.filter((one) => {
    const pages = pagesFor(fullName(one), packs);
    return pages.length !== 1 || pages[0]?.title !== pageOf(one, packs).title;
  });
  // A pack may use one id for two sorts, such as the selector `threats`; then both are shown.
  const ids = lost.map(fullName);
  expect(lost.filter((one) => ids.filter((id) => id === fullName(one)).length < 2).map(fullName)).toEqual([]);
  expect(new Set(ids).size).toBeLessThan(12);
});

describe('each says something of its own', () => {
  const pages = everything.map((one) => [fullName(one), one, pageOf(one, packs)] as const);

  test('in words', () => {
    const wordless = pages.filter(([, , page]) => page.title.trim() === '' || page.says.some((says) => says === ''));
    expect(wordless.map(([name]) => name)).toEqual([]);
    const silent = pages.filter(([, { is }, page]) => page.says.length === 0 && is !== 'special-criterion');
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('in two rows at least, beside where it stands', () => {
    expect(pages.filter(([, , page]) => filled(page).length < 2).map(([name]) => name)).toEqual([]);
  });

  test('and differently: no two of one sort have the same page', () => {
    const seen = new Map<string, string>();
    // Of a clause without a pack nothing is known but its title, which two may share.
    const own = pages.filter(([, { is }]) => is !== 'named-clause');
    const twins = own.flatMap(([name, { is }, page]) => {
      const text = JSON.stringify([is, { ...page, id: '' }]);
      const twin = seen.get(text);
      seen.set(text, name);
      return twin === undefined ? [] : [`${twin} = ${name}`];
    });
    expect(twins).toEqual([]);
  });

  test('with the pack it is of, and the source where it carries a level, a number or a class', () => {
    const unsourced = pages.filter(([, one, page]) => {
      const owes =
        one.is === 'clause' || one.is === 'work-product' || one.is === 'special-criterion' || one.is === 'method';
      return owes && (row(page, 'sources') === '' || row(page, 'confidence') === '' || row(page, 'pack') === '');
    });
    expect(unsourced.map(([name]) => name)).toEqual([]);
  });
});

describe('who asks is named', () => {
  const ofSort = (is: Explained['is']): readonly Page[] =>
    everything.filter((one) => one.is === is).map((one) => pageOf(one, packs));

  test('a criterion names its clauses, its work product, and for whom it is asked', () => {
    const wanting = ofSort('criterion').filter(
      (page) =>
        row(page, 'clauses') === '' ||
        row(page, 'work product') === '' ||
        (row(page, 'asked for class') === '–' && row(page, 'by security') === '–'),
    );
    expect(wanting.map((page) => page.id)).toEqual([]);
  });

  test('a work product names a clause or says that the reading is our own, its place and its criteria', () => {
    const wanting = ofSort('work-product').filter(
      (page) =>
        !page.rows.some(([name, value]) => name.endsWith(' asks') && /: ./.test(value)) ||
        row(page, 'place') === '' ||
        !page.rows.some(([name]) => /^[A-Z]{3}-\d/.test(name)),
    );
    expect(wanting.map((page) => page.id)).toEqual([]);
  });

  test('a clause names a work product, a criterion, or why records cannot tell', () => {
    const wanting = ofSort('clause').filter(
      (page) => row(page, 'work products') === '' && row(page, 'criteria') === '' && row(page, 'not decidable') === '',
    );
    expect(wanting.map((page) => page.id)).toEqual([]);
  });

  test('a clause without a pack is named by somebody', () => {
    const idle = ofSort('named-clause').filter(
      (page) => row(page, 'criteria') === '' && row(page, 'work products') === '',
    );
    expect(idle.map((page) => page.id)).toEqual([]);
  });

  test('a selector and a type of evidence are used by some criterion', () => {
    const idle = [...ofSort('selector'), ...ofSort('evidence-type')].filter((page) => row(page, 'criteria') === '');
    expect(idle.map((page) => page.id)).toEqual([]);
  });
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  const [page] = pagesFor(id, packs);

  it('tells why, what a gap looks like, and what a decision can do', () => {
    expect(page).toMatchObject({ is: 'rule', id, title: rule.title, says: [rule.why] });
    expect(page && row(page, 'a gap')).toMatch(/^[a-z# ].*\n/);
    expect(page && row(page, 'no gap')).not.toBe(page && row(page, 'a gap'));
    expect(page && row(page, 'decisions')).toMatch(rule.integrity ? /^none/ : /^a decision/);
  });

  it('names who asks: clauses, or the project itself where it contradicts itself', () => {
    const named = page ? row(page, 'basis').split('; ').filter(Boolean).length : -1;
    expect(named).toBe(rule.basis.length);
  });
});

describe.each(kindNames())('the kind %s', (name) => {
  it('tells each of its fields, with what it takes', () => {
    const [page] = pagesFor(name, packs).filter((one) => one.is === 'kind');
    expect(page?.says[0]).toBe(findKind(name)?.about);
    expect(page?.rows.length).toBeGreaterThan(5);
    for (const [field, value] of page?.rows ?? []) expect(value, field).toMatch(/^\S.*\(.+\)$/s);
  });

  it('is found by its plural too', () => {
    const plural = findKind(name)?.plural ?? '';
    expect(pagesFor(plural, packs).map((page) => page.is)).toContain('kind');
  });
});

describe('words that nothing has', () => {
  it.each([
    ['threat-without-contrl', 'threat-without-control'],
    ['requirment', 'requirement'],
    ['threat-modle', 'threat-model'],
    ['iec62304:5.1.122', 'iec62304:5.1.12'],
  ])('%s: the nearest is %s', (word, nearest) => {
    expect(pagesFor(word, packs)).toEqual([]);
    expect(nearestWord(word, packs)).toBe(nearest);
  });

  it.each(['', '__proto__', 'constructor', 'toString', 'x'.repeat(10_000)])('%s is nothing', (word) => {
    expect(pagesFor(word, packs)).toEqual([]);
  });
});
