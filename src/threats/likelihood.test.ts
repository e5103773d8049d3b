import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPacks, type Method } from '../packs/index.js';
import { rateMarks } from './rate.js';

const methods = shippedPacks()
  .flatMap((pack) => pack.methods)
  .filter((method) => method.domain === 'security');
const named = (id: string): Method => methods.find((method) => method.id === id)!;

describe('methods of security risk', () => {
  test('are these', () => {
    expect(methods.map((method) => `${method.id}@${method.version}`).toSorted()).toEqual([
      'cvss31-base@1',
      'cvss31-exploitability@1',
      'cvss40-base@1',
      'likelihood-three-steps@1',
      'mitre-rubric@0.12.04',
    ]);
  });

  test.each([
    ['cvss31-base', { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }, 'E5', 'H'],
    ['cvss31-base', { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' }, 'E4', 'H'],
    ['cvss31-base', { vector: 'AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N' }, 'E2', 'M'],
    ['cvss31-base', { vector: 'AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N' }, 'E1', 'L'],
    ['cvss40-base', { vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }, 'E5', 'H'],
    ['cvss40-base', { vector: 'CVSS:4.0/AV:L/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N' }, 'E3', 'M'],
    ['likelihood-three-steps', { likelihood: 'L3' }, 'L3', 'H'],
    ['likelihood-three-steps', { likelihood: 'L1' }, 'L1', 'L'],
  ] as const)('%s by %o is %s, and %s for S3', (id, marks, likelihood, rating) => {
    expect(rateMarks(named(id), marks, 'S3', false)).toMatchObject({ likelihood, rating, severity: 'S3' });
  });

  test.each([
    ['cvss31-base', { vector: 'AV:N/AC:L/PR:N/UI:N' }],
    ['cvss40-base', { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    ['cvss40-base', { vector: 'CVSS:4.0/AV:N/AC:L' }],
    ['likelihood-three-steps', { vector: 'AV:N/AC:L/PR:N/UI:N' }],
    ['likelihood-three-steps', { likelihood: 'often' }],
    ['likelihood-three-steps', { likelihood: 'constructor' }],
    ['mitre-rubric', { vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    ['cvss31-exploitability', {}],
  ] as const)('%s by %o is unknown, never low', (id, marks) => {
    expect(rateMarks(named(id), marks, 'S3', false)).toBe('unknown');
  });

  test('more severe or more patients is never lower, by any method', () => {
    const marks = {
      vector: 'CVSS:3.1/AV:A/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N',
      likelihood: 'L2',
    };
    const four = { vector: 'CVSS:4.0/AV:A/AC:L/AT:P/PR:L/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N' };
    const rated = methods.filter((method) => !method.questions);
    fc.assert(
      fc.property(fc.constantFrom(...rated), fc.nat(4), fc.nat(4), fc.boolean(), (method, a, b, many) => {
        const level = (severity: number, everybody: boolean): number => {
          const rating = rateMarks(method, method.score === 'cvss4-base' ? four : marks, `S${severity + 1}`, everybody);
          return rating === 'unknown' ? -1 : method.accept.findIndex((one) => one.level === rating.rating);
        };
        expect(level(Math.max(a, b), many)).toBeGreaterThanOrEqual(level(Math.min(a, b), many));
        expect(level(a, true)).toBeGreaterThanOrEqual(level(a, false));
      }),
    );
  });
});
