import { describe, expect, it } from 'vitest';
import type { Source } from '../shapes/index.js';
import { explainId } from './explain-id.js';
import { loadPacks } from './load-packs.js';
import { packProblemText } from './pack-problem.js';
import { cutToLoaded } from './pack-set.js';
import type { Pack } from './pack.js';
import { shippedPacks } from './shipped.js';

const shipped = shippedPacks();
const load = (references: readonly string[], files: readonly Source[] = []) => {
  const { set, problems } = loadPacks(references, shipped, files);
  return {
    set,
    names: set.packs.map((pack) => `${pack.pack}@${pack.edition}`),
    problems: problems.map(packProblemText),
  };
};
const own = (text: string, path = 'packs/ours/pack.yaml'): Source => ({
  path,
  text: `pack: ours\nedition: '1'\nformat: 1\ntitle: Ours\nweight: practice\n${text}`,
});

// @verifies TC-301
describe('the packs of a project', () => {
  it('are base and what it names, in its order', () => {
    expect(load(['iso14971@2019', 'iec62304@2015'])).toMatchObject({
      names: ['base@1', 'stride@1', 'iso14971@2019', 'iec62304@2015'],
      problems: [],
    });
  });
  it('are base alone if it names none, and base once', () => {
    expect(load([]).names).toEqual(['base@1', 'stride@1']);
    expect(load(['base@1', 'iec62304@2015', 'iec62304@2015']).names).toEqual(['base@1', 'stride@1', 'iec62304@2015']);
  });
  it.each([
    ['iec62340@2015', 'No shipped pack is called `iec62340`; did you mean `iec62304`?'],
    ['iec62304', '`iec62304` needs its edition.\n  do    Write `iec62304@2015`.'],
    ['iec62304@2006', '`iec62304` has no edition `2006`.'],
    ['__proto__@1', 'No shipped pack is called `__proto__`.'],
    ['./packs/ours', 'The folder `./packs/ours` holds no pack.'],
    ['../ours', 'A pack of your own lies in a folder of the project.'],
    ['./', 'A pack of your own lies in a folder of the project.'],
    ['/etc', 'A pack of your own lies in a folder of the project.'],
  ])('%s: %s', (reference, message) => {
    const { names, problems } = load([reference]);
    expect(problems.join()).toContain(message);
    expect(names).toEqual(['base@1', 'stride@1']);
  });
  it('tell the place where the project names them', () => {
    const source: Source = { path: 'medward.yaml', text: 'packs: [nope@1]' };
    const [problem] = loadPacks([{ text: 'nope@1', spot: { source, offset: 8 } }], shipped).problems;
    expect(problem && packProblemText(problem)).toMatch(/^medward\.yaml:1:9 {2}No shipped pack/);
  });
  it('have one edition each, save criteria sets', () => {
    const other = (pack: string, edition: string, more: Partial<Pack>): Pack => ({
      ...(shipped[0] as Pack),
      facts: [],
      workProducts: [],
      selectors: [],
      evidenceTypes: [],
      methods: [],
      named: [],
      clauses: [],
      pack,
      edition,
      ...more,
    });
    const criteria = [{ id: 'A1', title: 'Injection', weaknesses: ['CWE-79'] }];
    const library = [
      ...shipped,
      other('iec62304', '2027', {}),
      other('top', '2017', { criteria }),
      other('top', '2021', { criteria }),
    ];
    expect(loadPacks(['iec62304@2015', 'iec62304@2027'], library).problems[0]?.message).toBe(
      '`iec62304` is already loaded in edition `2015`.',
    );
    expect(loadPacks(['top@2017', 'top@2021'], library).set.packs).toHaveLength(4);
  });
});

describe('packs of a project’s own', () => {
  it('are read from their folder and no other', () => {
    const files = [
      own('named:\n  - { id: "sop:1", title: One }\n'),
      own('nonsense', 'packs/theirs/pack.yaml'),
      own('x', 'packs/ours.yaml'),
    ];
    const { names, problems, set } = load(['iec62304@2015', './packs/ours/'], files);
    expect(problems).toEqual([]);
    expect(names).toEqual(['base@1', 'stride@1', 'iec62304@2015', 'ours@1']);
    expect(set.named.get('sop:1')?.title).toBe('One');
  });
  it('may use their own facts in conditions, and those of base', () => {
    const text = `facts:\n  - { id: home-use, title: Home, about: Used at home., type: bool, is: 'exposed && "lay" in users', step: 2 }\n`;
    const { problems, set } = load(['./packs/ours'], [own(text)]);
    expect(problems).toEqual([]);
    const facts = new Map<string, boolean | string[]>([
      ['exposed', true],
      ['users', ['lay']],
    ]);
    expect(set.table.conditions.holds('home_use == true', new Map([...facts, ['home-use', true]]))).toBe(true);
  });
  it('change shipped entries for this project only', () => {
    const text = `override:\n  - { id: 'iec62304:5.3.1', section: clauses, reason: Ours., by: P, date: 2026-01-02, asks: { class: [A, B, C] } }\n`;
    const { problems, set } = load(['iec62304@2015', './packs/ours'], [own(text)]);
    expect(problems).toEqual([]);
    expect(set.clauses.get('iec62304:5.3.1')).toMatchObject({
      asks: { class: ['A', 'B', 'C'] },
      overridden: { by: 'P' },
    });
    expect(load(['iec62304@2015']).set.clauses.get('iec62304:5.3.1')?.asks.class).toEqual(['B', 'C']);
  });
  it('cannot take the name of a shipped pack', () => {
    const posing = {
      path: 'packs/ours/pack.yaml',
      text: `pack: base\nedition: '2'\nformat: 1\ntitle: B\nweight: law\n`,
    };
    const { names, problems } = load(['./packs/ours'], [posing]);
    expect(problems.join()).toContain('Your pack is called `base`, as a shipped one.');
    expect(names).toEqual(['base@1', 'stride@1']);
  });
  it('with a fault are left out, the rest stays', () => {
    const { names, problems } = load(['iec62304@2015', './packs/ours'], [own('facts: nonsense\n')]);
    expect(names).toEqual(['base@1', 'stride@1', 'iec62304@2015']);
    expect(problems).toHaveLength(1);
  });
});

describe('questions to the set', () => {
  const { set } = load(['iec62304@2015']);
  it('clauses are cut to what is loaded or named', () => {
    expect(cutToLoaded(set, ['iec62304:5.3.1', 'fda-premarket:FDA-CY-ARCH', 'iso13485:4.2.4'])).toEqual([
      'iec62304:5.3.1',
      'iso13485:4.2.4',
    ]);
  });
});

describe('what an id means', () => {
  const { set } = load(['iec62304@2015', 'iec81001-5-1@2021']);
  it.each([
    ['iec62304:5.5.4', 'clause', 'iec62304'],
    ['iec62304@2015:5.5.4', 'clause', 'iec62304'],
    ['5.5.4', 'clause', 'iec62304'],
    ['threat-model', 'work-product', 'base'],
    ['base:exposure', 'fact', 'base'],
    ['SAD-1', 'criterion', 'base'],
  ])('%s is a %s of %s', (id, is, pack) => {
    const { found } = explainId(set, id);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ is, pack: { pack } });
  });
  it('a bare number that two packs have needs its pack', () => {
    expect(explainId(set, '4.2').found.map((each) => each.pack.pack)).toEqual(['iec62304', 'iec81001-5-1']);
  });
  it('a mistyped one gets a hint, nonsense none', () => {
    expect(explainId(set, 'threat-modle')).toEqual({ found: [], nearest: 'threat-model' });
    expect(explainId(set, 'qqqqqqqqqqqqqqqqqqqqqqqqq')).toEqual({ found: [] });
  });
});
