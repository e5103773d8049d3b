import { Cvss3P0, Cvss3P1, Cvss4P0 } from 'ae-cvss-calculator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseScore3, baseScore4 } from './cvss-base.js';
import { readBaseVector } from './cvss-vector.js';

const VALUES: Readonly<Record<'3' | '4.0', Readonly<Record<string, string>>>> = {
  '3': { AV: 'NALP', AC: 'LH', PR: 'NLH', UI: 'NR', S: 'UC', C: 'HLN', I: 'HLN', A: 'HLN' },
  '4.0': {
    AV: 'NALP',
    AC: 'LH',
    AT: 'NP',
    PR: 'NLH',
    UI: 'NPA',
    VC: 'HLN',
    VI: 'HLN',
    VA: 'HLN',
    SC: 'HLN',
    SI: 'HLN',
    SA: 'HLN',
  },
};

function allVectors(version: '3' | '4.0'): readonly string[] {
  return Object.entries(VALUES[version]).reduce<string[]>(
    (vectors, [name, values]) =>
      vectors.flatMap((vector) => values.split('').map((value) => `${vector}/${name}:${value}`)),
    [''],
  );
}

const anyVector = (version: '3' | '4.0'): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...Object.entries(VALUES[version]).map(([name, values]) =>
        fc.constantFrom(...values.split('')).map((value) => `${name}:${value}`),
      ),
    )
    .map((parts) => parts.join('/'));

describe('CVSS 3.x', () => {
  // Scores that FIRST publishes beside its specification (CVSS 3.1 examples).
  test.each([
    ['CVE-2013-1937', 'AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['CVE-2013-0375', 'AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
    ['CVE-2014-3566', 'AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
    ['CVE-2012-1516', 'AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9],
    ['CVE-2009-0783', 'AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
    ['CVE-2012-0384', 'AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', 8.8],
    ['CVE-2015-1098', 'AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.8],
    ['CVE-2014-0160', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
    ['CVE-2014-6271', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVE-2008-1447', 'AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N', 6.8],
    ['CVE-2014-2005', 'AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 6.8],
    ['CVE-2012-1342', 'AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:L/A:N', 5.8],
    ['CVE-2014-9253', 'AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N', 5.4],
    ['CVE-2014-2019', 'AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N', 4.6],
    ['CVE-2014-0224', 'AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N', 7.4],
    ['CVE-2012-5376', 'AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H', 9.6],
  ])('%s', (_, vector, score) => {
    expect(baseScore3(`CVSS:3.1/${vector}`)).toBe(score);
  });

  test('every base vector scores as by another calculator, in 3.0 and in 3.1', () => {
    const vectors = allVectors('3');
    expect(vectors).toHaveLength(2592);
    const different = vectors.filter((vector) => {
      const score = baseScore3(`CVSS:3.1${vector}`);
      return (
        score !== new Cvss3P1(`CVSS:3.1${vector}`).calculateScores().base ||
        score !== new Cvss3P0(`CVSS:3.0${vector}`).calculateScores().base
      );
    });
    expect(different).toEqual([]);
  });
});

describe('CVSS 4.0', () => {
  // Scores that FIRST publishes beside its specification (CVSS 4.0 examples).
  test.each([
    ['CVE-2022-41741', 'AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
    ['CVE-2020-3549', 'AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7],
    ['CVE-2023-3089', 'AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N', 8.3],
    ['CVE-2021-44714', 'AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N', 4.6],
    ['CVE-2022-21830', 'AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 5.1],
    ['CVE-2022-22186', 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 6.9],
    ['CVE-2023-21989', 'AV:L/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N', 5.9],
    ['CVE-2023-30560', 'AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:H/SA:N', 8.3],
    ['nothing is lost', 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
  ])('%s', (_, vector, score) => {
    expect(baseScore4(`CVSS:4.0/${vector}`)).toBe(score);
  });

  // All 104,976 base vectors were held once against a scorer written from the tables that FIRST publishes: no difference.
  test('any base vector scores as by the calculator, whatever else stands beside it', () => {
    fc.assert(
      fc.property(anyVector('4.0'), fc.constantFrom('', '/E:U', '/MAV:P/CR:L', '/S:P/V:D'), (vector, beside) => {
        const base = new Cvss4P0(`CVSS:4.0/${vector}`).calculateScores().base;
        expect(baseScore4(`CVSS:4.0/${vector}${beside}`)).toBe(base);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is not known is never 0', () => {
  test.each([
    ['a metric is missing', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H'],
    ['a metric stands twice', 'CVSS:3.1/AV:N/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['a value is of another metric', 'CVSS:3.1/AV:R/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['a value is longer', 'CVSS:3.1/AV:NA/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['a metric is not defined', 'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['a metric is none of the version', 'CVSS:3.1/AV:N/AC:L/AT:N/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['the version is another', 'CVSS:2.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['the version is 4', 'CVSS:4.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['it is empty', ''],
    ['it is made of marks', '/:/::'],
    ['a name is one that every object has', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/constructor:N'],
  ])('3.x: %s', (_, vector) => {
    expect(baseScore3(vector)).toBe('unknown');
  });

  test.each([
    ['a metric is missing', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N'],
    ['the prefix is missing', 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'],
    ['the version is 3', 'CVSS:3.1/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'],
    ['a value is that of version 3', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:R/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'],
    ['safety stands in a base metric', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:S/SA:N'],
  ])('4.0: %s', (_, vector) => {
    expect(baseScore4(vector)).toBe('unknown');
  });

  test('any one metric taken away, and any text', () => {
    fc.assert(
      fc.property(fc.constantFrom<'3' | '4.0'>('3', '4.0'), fc.nat(), fc.string(), (version, at, text) => {
        const score = version === '3' ? baseScore3 : baseScore4;
        const parts = fc.sample(anyVector(version), 1)[0]!.split('/');
        const without = parts.filter((_, index) => index !== at % parts.length).join('/');
        expect(score(`CVSS:${version === '3' ? '3.1' : '4.0'}/${without}`)).toBe('unknown');
        expect(score(text)).toBe('unknown');
      }),
    );
  });

  test('metrics may stand in any order', () => {
    fc.assert(
      fc.property(anyVector('3'), fc.nat(), (vector, seed) => {
        const parts = vector
          .split('/')
          .toSorted((a, b) => ((a.charCodeAt(0) * 31 + seed) % 7) - ((b.charCodeAt(0) * 31 + seed) % 7));
        expect(baseScore3(parts.join('/'))).toBe(baseScore3(vector));
        expect(readBaseVector(parts.join('/'), '3')).toEqual(readBaseVector(vector, '3'));
      }),
    );
  });
});
