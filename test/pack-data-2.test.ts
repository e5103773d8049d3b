/** Holds the packs of the US and the EU and the sets of criteria against what their catalogues list, and against who may see them. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeFacts,
  explainId,
  loadPacks,
  packSet,
  shippedPacks,
  type Clause,
  type Pack,
  type SpecialCriterion,
} from '../src/packs/index.js';
import { assess, check, memoryTree, openProfile, openProject, openWorkTree } from '../src/index.js';
import { fieldsOf, findKind } from '../src/records/index.js';
import { allRules } from '../src/rules/index.js';

const FDA =
  `OBJ SPDF ENV CYDEV SRMP SRMR SRMR-METHOD SRMR-RESID SRMR-MITIG SRMR-TRACE TRANSFER TM TM-SCOPE TM-ASSUME TM-LIFE
  TM-METHOD TM-PREPOST RA RA-EXPLOIT RA-CRIT RA-SAFETY RA-KNOWN RA-WORST IOP IOP-LAYER IOP-ACCESS TPC SBOM SBOM-JUST SUPPORT EOS
  VULN VULN-DISC VULN-KEV REPLACE CUSTODY SUPPLIER ANOM TPLC MET MET-1 MET-2 MET-3 CTRL CTRL-A CTRL-B CTRL-C CTRL-D CTRL-E CTRL-F
  CTRL-G CTRL-H ARCH ARCH-GLOBAL ARCH-MPH ARCH-UPD ARCH-SUC ARCH-DETAIL TEST TEST-REQ TEST-BOUND TEST-THREAT TEST-VULN TEST-ABUSE
  TEST-ROBUST TEST-FUZZ TEST-SURFACE TEST-CHAIN TEST-SCAN TEST-SCA TEST-STATIC TEST-DYNAMIC TEST-PEN TEST-PEN-1 TEST-PEN-2
  TEST-PEN-3 TEST-PEN-4 TEST-PEN-5 TEST-ORIG TEST-TOOLS TEST-DISP TEST-DEFER TEST-PERIOD LAB LAB-CONTROLS LAB-DIAGRAMS LAB-PORTS
  LAB-INFRA LAB-SBOM LAB-DOWNLOAD LAB-RESPONSE LAB-CRITICAL LAB-BACKUP LAB-CONFIG-REC LAB-SECCONF LAB-FORENSIC LAB-EOS LAB-DECOM
  LAB-MDS2 LAB-HF PLAN PLAN-WHO PLAN-SOURCES PLAN-KEV PLAN-TEST PLAN-TIME PLAN-UPDATE PLAN-RATE PLAN-CVD PLAN-COMM B1 B2 B2A B2B
  B3 B4 B-VER MOD MOD-YES MOD-NO PRED IDE`
    .split(/\s+/)
    .map((id) => `FDA-CY-${id}`);
/** Asked by section 524B itself. */
const BY_LAW = ['CYDEV', 'B1', 'B2', 'B2A', 'B2B', 'B3', 'B4'].map((id) => `FDA-CY-${id}`);
const MDR =
  `GSPR-1 GSPR-2 GSPR-3 GSPR-4 GSPR-5 GSPR-6 GSPR-8 GSPR-14.1 GSPR-14.2d GSPR-14.5 GSPR-17.1 GSPR-17.2 GSPR-17.3 GSPR-17.4
  GSPR-18.8 GSPR-22.1 GSPR-23.1g GSPR-23.2m GSPR-23.4f GSPR-23.4g GSPR-23.4h GSPR-23.4i GSPR-23.4j GSPR-23.4k GSPR-23.4q GSPR-23.4s
  GSPR-23.4v GSPR-23.4z GSPR-23.4ab ANNEX-II-4 ANNEX-II-5 ANNEX-II-6.1b ANNEX-III ART-10 ART-83 ART-84 ART-85 ART-86 ART-87 ART-88
  ART-89 ART-92 ART-62-4h ART-52`
    .split(/\s+/)
    .map((id) => `EU-${id}`);
const MDCG =
  `2.2 2.3 2.6 3.1-P1 3.1-P2 3.1-P3 3.1-P4 3.1-P5 3.1-P6 3.1-P7 3.1-P8 3.2 3.3 3.4 3.5 3.6 3.7 3.8 4.1 4.2 4.3 5.1 5.2`
    .split(/\s+/)
    .map((id) => `MDCG-${id}`);
/** Ids of CWE that are categories, views or deprecated (CWE 4.15): no finding can carry them. */
const NO_WEAKNESS = [2, 16, 100, 255, 264, 265, 275, 310, 320, 388, 720, 818, 840, 937, 1002, 1026, 1032, 1035, 1216];

const packs = shippedPacks();
const packOf = (name: string, edition: string): Pack => {
  const found = packs.find((pack) => pack.pack === name && pack.edition === edition);
  if (!found) throw new Error(`No pack ${name}@${edition} is shipped.`);
  return found;
};
const base = packOf('base', '1');
const fda = packOf('fda-premarket', '2026');
const eu = packOf('eu-mdr', '2017');
const regulations = [fda, eu];
const clausesOf = regulations.flatMap((pack) =>
  pack.clauses.map((clause) => ({ pack, clause, id: `${pack.pack}:${clause.id}` })),
);
const sets = packs.filter((pack) => pack.criteria.length > 0);
const specialCriteria = sets.flatMap((pack) => pack.criteria.map((criterion) => ({ pack, criterion })));
const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map((entry) => entry.id);

describe('the clauses', () => {
  it('of the FDA are the 122 elements of its catalogue, beside the documentation level', () => {
    expect(FDA).toHaveLength(122);
    expect(idsOf(fda.clauses).toSorted()).toEqual([...FDA, 'FDA-SW-LEVEL'].toSorted());
  });

  it('of the EU are 44 of the regulations and 23 of MDCG 2019-16', () => {
    expect([MDR.length, MDCG.length]).toEqual([44, 23]);
    expect(idsOf(eu.clauses).toSorted()).toEqual([...MDR, ...MDCG].toSorted());
  });

  it('that are law are those of 524B and of the regulations; all others are guidance', () => {
    const byLaw = clausesOf.filter(({ pack, clause }) => (clause.weight ?? pack.weight) === 'law');
    expect(byLaw.map(({ clause }) => clause.id).toSorted()).toEqual([...BY_LAW, ...MDR].toSorted());
    expect(new Set(clausesOf.map(({ pack, clause }) => clause.weight ?? pack.weight))).toEqual(
      new Set(['law', 'guidance']),
    );
  });

  it('ask whom their catalogue names: cyber devices, changes, 510(k), investigations, lay users, classes of the EU', () => {
    const askedWhen = (when: string | undefined): readonly string[] =>
      fda.clauses.filter((clause) => clause.asks.when === when).map((clause) => clause.id);
    expect(askedWhen('cyber_device')).toEqual([...BY_LAW.slice(1), 'FDA-CY-B-VER']);
    expect(askedWhen('us_change_submission')).toEqual(['FDA-CY-MOD', 'FDA-CY-MOD-YES', 'FDA-CY-MOD-NO']);
    expect(askedWhen('us_submission == "510k"')).toEqual(['FDA-CY-PRED']);
    expect(askedWhen('us_submission == "ide"')).toEqual(['FDA-CY-IDE']);
    expect(askedWhen(undefined)).toHaveLength(110 + 1);
    const someEu = eu.clauses.filter((clause) => clause.asks.when !== undefined).map((clause) => clause.id);
    expect(someEu).toEqual([
      'EU-GSPR-18.8',
      'EU-GSPR-22.1',
      'EU-GSPR-23.4f',
      'EU-GSPR-23.4h',
      'EU-ART-85',
      'EU-ART-86',
      'EU-ART-62-4h',
    ]);
  });

  it('never ask by safety class', () => {
    expect(clausesOf.filter(({ clause }) => clause.asks.class !== undefined)).toEqual([]);
  });

  it('say where they stand, where they come from and how sure that is', () => {
    const silent = clausesOf.filter(
      ({ clause }) => !clause.section || !clause.sources?.length || clause.confidence === undefined,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('are short, and their parent exists', () => {
    for (const { pack, clause, id } of clausesOf) {
      const texts = [clause.summary, clause.note ?? '', clause.notDecidable ?? '', ...(clause.items ?? [])];
      expect(`${id} ${Math.max(...texts.map((text) => text.length)) <= 400}`).toBe(`${id} true`);
      expect(`${id} ${(clause.items ?? []).length <= 20 && clause.title.length <= 100}`).toBe(`${id} true`);
      if (clause.parent) expect(idsOf(pack.clauses)).toContain(clause.parent);
    }
  });
});

describe('a clause and the work products', () => {
  const criteria = base.workProducts.flatMap((product) =>
    product.criteria.map((criterion) => ({ product, criterion })),
  );
  const namedBy = (id: string): readonly string[] =>
    base.workProducts
      .filter((product) => [...product.asks, ...product.criteria].some((each) => each.clauses.includes(id)))
      .map((product) => product.id);
  const isDecided = (id: string): boolean =>
    criteria.some(
      ({ criterion }) =>
        criterion.clauses.includes(id) && criterion.basis !== 'practice' && criterion.basis !== 'analogy',
    );

  it('name each other', () => {
    for (const { clause, id } of clausesOf) {
      if (clause.notDecidable)
        expect(idsOf(base.workProducts)).toEqual(expect.arrayContaining([...clause.workProducts]));
      else expect([id, ...clause.workProducts.toSorted()]).toEqual([id, ...namedBy(id).toSorted()]);
    }
  });

  it('are tied by a criterion that can decide, or the clause says why records cannot', () => {
    const wrong = clausesOf.filter(({ clause, id }) => isDecided(id) === (clause.notDecidable !== undefined));
    expect(wrong.map(({ id }) => id)).toEqual([]);
    const undecided = (pack: Pack): number => pack.clauses.filter((clause) => clause.notDecidable).length;
    expect(regulations.map(undecided)).toEqual([10, 20]);
  });

  it('name only clauses that exist', () => {
    const known = new Set(clausesOf.map(({ id }) => id));
    const named = [
      ...base.workProducts.flatMap((product) => [
        ...(product.see ?? []),
        ...product.asks.flatMap((ask) => ask.clauses),
        ...product.criteria.flatMap((criterion) => criterion.clauses),
      ]),
      ...allRules.flatMap((rule) => rule.basis),
      ...packs.flatMap((pack) =>
        pack.clauses.flatMap((clause) => [...(clause.lift?.by ?? []), ...(clause.compare ?? [])]),
      ),
    ];
    const wrong = named.filter((id) => /^(fda-premarket|eu-mdr):/.test(id) && !known.has(id));
    expect(wrong).toEqual([]);
  });

  it('carry the same weight where an ask rests on the clause', () => {
    const weightOf = new Map(clausesOf.map(({ clause, id }) => [id, clause.weight]));
    const wrong = base.workProducts.flatMap((product) =>
      product.asks.flatMap((ask) =>
        ask.clauses
          .filter((id) => weightOf.get(id) !== undefined && weightOf.get(id) !== ask.weight)
          .map((id) => `${product.id} ${id}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a cyber device', () => {
  const table = packSet([base]).table;
  const answers = [true, false, undefined] as const;
  const cases = answers.flatMap((a) => answers.flatMap((b) => answers.map((c) => [a, b, c] as const)));
  const cyberDevice = (given: readonly (boolean | undefined)[], declared?: boolean): unknown => {
    const names = ['sponsored-software', 'able-to-connect', 'open-to-threats', 'cyber-device'];
    const stated = [...given, declared].flatMap((value, index) =>
      value === undefined ? [] : [[names[index] ?? '', value] as const],
    );
    return completeFacts(table, new Map(stated)).get('cyber-device');
  };

  it.each(cases)('with the answers %s, %s, %s is one only if all three are yes', (...given) => {
    const expected = given.includes(false) ? false : given.includes(undefined) ? undefined : true;
    expect(cyberDevice(given)).toBe(expected);
  });
  it('may be declared as one without the answers', () => {
    expect(cyberDevice([undefined, undefined, undefined], true)).toBe(true);
  });
});

describe('the sets of criteria', () => {
  it('are nine, with as many entries as their catalogues', () => {
    expect(sets.map((pack) => `${pack.pack}@${pack.edition} ${pack.criteria.length}`)).toEqual([
      'asvs@4.0.3 278',
      'asvs@5.0.0 345',
      'cwe-top25@2024 25',
      'cwe-top25@2025 25',
      'iec62304-5.5.4@2015 8',
      'owasp-top10@2013 10',
      'owasp-top10@2017 10',
      'owasp-top10@2021 10',
      'owasp-top10@2025 10',
    ]);
  });

  it('of OWASP have the codes of their edition', () => {
    const codes = (edition: string): readonly string[] => idsOf(packOf('owasp-top10', edition).criteria);
    const ten = Array.from({ length: 10 }, (_, index) => index + 1);
    for (const edition of ['2013', '2017']) expect(codes(edition)).toEqual(ten.map((each) => `A${each}`));
    for (const edition of ['2021', '2025']) {
      expect(codes(edition)).toEqual(ten.map((each) => `A${String(each).padStart(2, '0')}`));
    }
  });

  it('of ASVS keep its levels and chapters', () => {
    const levels = (edition: string): readonly number[] =>
      [1, 2, 3].map((level) => packOf('asvs', edition).criteria.filter((each) => each.level === level).length);
    expect(levels('5.0.0')).toEqual([70, 183, 92]);
    expect(levels('4.0.3')).toEqual([128, 131, 19]);
    const chapters = Array.from(
      { length: 17 },
      (_, index) => packOf('asvs', '5.0.0').criteria.filter((each) => each.id.startsWith(`V${index + 1}.`)).length,
    );
    expect(chapters).toEqual([30, 13, 31, 16, 13, 47, 19, 13, 7, 36, 24, 12, 21, 13, 21, 17, 12]);
  });

  it('that others wrote carry licence and attribution, ASVS in each of its files too', () => {
    for (const pack of sets) {
      if (pack.pack === 'iec62304-5.5.4') expect(pack.licence).toBeUndefined();
      if (pack.pack === 'owasp-top10') expect(pack.licence).toMatch(/OWASP Foundation, CC BY-SA 4\.0.*MITRE/s);
      if (pack.pack === 'cwe-top25') expect(pack.licence).toMatch(/The MITRE Corporation/);
      if (pack.pack !== 'asvs') continue;
      expect(pack.licence).toMatch(
        /OWASP Foundation and the ASVS project.*Attribution-ShareAlike 4\.0.*Changes:.*same licence/s,
      );
      const folder = path.join(import.meta.dirname, '../packs/asvs', pack.edition);
      for (const name of readdirSync(folder)) {
        expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(/CC BY-SA 4\.0|Attribution-ShareAlike 4\.0/);
      }
    }
  });

  it('say where they come from and how sure that is, in few words', () => {
    const wrong = specialCriteria.filter(
      ({ criterion }) =>
        !criterion.sources?.length ||
        criterion.confidence === undefined ||
        criterion.title.length > 130 ||
        (criterion.summary ?? '').length > 200 ||
        (criterion.note ?? '').length > 200,
    );
    expect(wrong.map(({ criterion }) => criterion.id)).toEqual([]);
  });

  it('name weaknesses that a finding can carry, once each', () => {
    const wrong = specialCriteria.filter(
      ({ criterion: { weaknesses } }) =>
        new Set(weaknesses).size < weaknesses.length || NO_WEAKNESS.some((id) => weaknesses.includes(`CWE-${id}`)),
    );
    expect(wrong.map(({ criterion }) => criterion.id)).toEqual([]);
  });

  it('have a core out of their weaknesses wherever OWASP may be answered by static analysis', () => {
    for (const { pack, criterion } of specialCriteria) {
      if (pack.pack !== 'owasp-top10') continue;
      expect([criterion.id, criterion.core !== undefined]).toEqual([
        criterion.id,
        criterion.answeredBy?.includes('static-analysis'),
      ]);
      expect(criterion.weaknesses).toEqual(expect.arrayContaining([...(criterion.core ?? [])]));
    }
  });

  it('apply to records by fields that they have', () => {
    const computed = ['own', 'security-relevant'];
    for (const { criterion } of specialCriteria) {
      for (const [name, where] of Object.entries(criterion.appliesTo ?? {})) {
        const kind = findKind(name);
        expect(kind).toBeDefined();
        if (!kind) continue;
        const known = [...Object.keys(fieldsOf(kind)), ...computed];
        expect(known).toEqual(expect.arrayContaining(Object.keys(where)));
      }
    }
  });

  it('follow criteria of the edition before', () => {
    const all = new Set(specialCriteria.map(({ pack, criterion }) => `${pack.pack}@${pack.edition}:${criterion.id}`));
    const links = specialCriteria.flatMap(({ criterion }) => criterion.follows ?? []);
    expect(links.filter((id) => !all.has(id))).toEqual([]);
    const follows = (edition: string, id: string): SpecialCriterion['follows'] =>
      packOf('owasp-top10', edition).criteria.find((each) => each.id === id)?.follows;
    expect(follows('2021', 'A03')).toEqual(['owasp-top10@2017:A1', 'owasp-top10@2017:A7']);
    expect(follows('2025', 'A01')).toEqual(['owasp-top10@2021:A01', 'owasp-top10@2021:A10']);
    const ofOwasp = links.filter((id) => id.startsWith('owasp-top10@'));
    // 30 rows of the catalogue, of which two topics were dropped.
    expect(ofOwasp).toHaveLength(28);
  });
});

describe('explainId', () => {
  const everything = loadPacks(
    packs.filter((pack) => pack !== base).map((pack) => `${pack.pack}@${pack.edition}`),
    packs,
  ).set;
  const found = (id: string): readonly string[] =>
    explainId(everything, id).found.map((each) => `${each.is} ${each.pack.pack}@${each.pack.edition}:${each.id}`);

  it.each([
    ['FDA-CY-RA', 'clause fda-premarket@2026:FDA-CY-RA'],
    ['fda-premarket:FDA-CY-B3', 'clause fda-premarket@2026:FDA-CY-B3'],
    ['EU-GSPR-17.2', 'clause eu-mdr@2017:EU-GSPR-17.2'],
    ['MDCG-3.3', 'clause eu-mdr@2017:MDCG-3.3'],
    ['owasp-top10@2021:A03', 'special-criterion owasp-top10@2021:A03'],
    ['asvs@5.0.0:V1.2.4', 'special-criterion asvs@5.0.0:V1.2.4'],
    ['cwe-top25@2025:CWE-79', 'special-criterion cwe-top25@2025:CWE-79'],
    ['memory-management', 'special-criterion iec62304-5.5.4@2015:memory-management'],
    ['able-to-connect', 'fact base@1:able-to-connect'],
  ])('finds %s', (id, expected) => expect(found(id)).toEqual([expected]));

  it('finds A03 in both editions that have it, so that the reader sees which', () => {
    expect(found('A03')).toEqual(['special-criterion owasp-top10@2021:A03', 'special-criterion owasp-top10@2025:A03']);
  });
  it('says that the software guidance asks by documentation level, not by class', () => {
    const [level] = explainId(everything, 'FDA-SW-LEVEL').found;
    expect((level?.entry as Clause | undefined)?.summary).toMatch(/by a documentation level.*not by the safety class/);
  });
});

// @verifies TC-307
describe('who did not choose a pack sees none of its clauses', () => {
  const EXAMPLES = path.join(import.meta.dirname, '../examples');
  const DATE = '2026-11-24';
  const CHOICE = /^packs: \[.*\]$/m;
  const choosable = ['iec62304@2015', 'iso14971@2019', 'iec81001-5-1@2021', 'fda-premarket@2026', 'eu-mdr@2017'];
  const profiles = readdirSync(path.join(EXAMPLES, 'profiles')).map((name) => ({
    name,
    text: readFileSync(path.join(EXAMPLES, 'profiles', name), 'utf8'),
  }));
  const withPacks = (text: string, chosen: readonly string[]): string => {
    expect(text).toMatch(CHOICE);
    return text.replace(CHOICE, `packs: [${chosen.join(', ')}]`);
  };
  const nameOf = (reference: string): string => reference.slice(0, reference.indexOf('@'));
  /** Everything that is asked or missing, as the reader gets it. */
  const told = (project: ReturnType<typeof openProfile>): string => {
    return JSON.stringify([assess(project, { date: DATE }).obligations, check(project, { date: DATE })]);
  };
  const profileTold = (profile: { readonly name: string; readonly text: string }, chosen: readonly string[]): string =>
    told(openProfile({ path: profile.name, text: withPacks(profile.text, chosen) }, { packs }));
  const clausesIn = (text: string, name: string): number => text.split(`${name}:`).length - 1;

  it.each(profiles.map((profile) => [profile.name, profile] as const))('in %s', (_name, profile) => {
    const chosen = choosable.filter((each) => !each.startsWith('fda-'));
    const without = profileTold(profile, chosen);
    expect([clausesIn(without, 'fda-premarket'), clausesIn(without, 'eu-mdr') > 0]).toEqual([0, true]);
    expect(without).not.toMatch(/FDA-CY-|FDA-SW-/);
    expect(clausesIn(profileTold(profile, choosable), 'fda-premarket')).toBeGreaterThan(0);
  });

  it.each([
    ['A', 32],
    ['B', 40],
    ['C', 41],
  ])(
    'and with all of them a connected device of class %s needs 70 work products, %i of them by its class',
    (one, byClass) => {
      const text = `medward: 1\nprofile: { safety-class: ${one}, exposure: [public-network] }\npacks: []\n`;
      const { obligations } = assess(openProfile({ path: 'p.yaml', text: withPacks(text, choosable) }, { packs }), {
        date: DATE,
      });
      const needed = (levels: (each: (typeof obligations)[number]) => readonly string[]): number =>
        new Set(
          obligations
            .filter((each) => levels(each).some((level) => /required|partial/.test(level)))
            .map((each) => each.id),
        ).size;
      expect(needed((each) => [each.byClass])).toBe(byClass);
      expect(needed((each) => [each.byClass, each.bySecurity])).toBe(70);
    },
  );

  it('whatever is chosen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...profiles), fc.subarray(choosable), (profile, chosen) => {
        const text = profileTold(profile, chosen);
        for (const each of choosable) {
          if (!chosen.includes(each)) expect([nameOf(each), clausesIn(text, nameOf(each))]).toEqual([nameOf(each), 0]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('in a project with records', () => {
    const tree = openWorkTree(path.join(EXAMPLES, 'labdesk'));
    const files = new Map(
      tree.list().flatMap((entry) => {
        const read = tree.read(entry.path);
        return read.ok ? [[entry.path, read.text] as const] : [];
      }),
    );
    const settings = files.get('medward.yaml') ?? '';
    const toldWith = (chosen: readonly string[]): string =>
      told(openProject(memoryTree(new Map(files).set('medward.yaml', withPacks(settings, chosen))), { packs }));
    const three = choosable.slice(0, 3);
    const without = toldWith(three);
    expect([clausesIn(without, 'fda-premarket'), clausesIn(without, 'eu-mdr')]).toEqual([0, 0]);
    const withBoth = toldWith(choosable);
    expect(clausesIn(withBoth, 'fda-premarket')).toBeGreaterThan(100);
    expect(clausesIn(withBoth, 'eu-mdr')).toBeGreaterThan(100);
  });
});
