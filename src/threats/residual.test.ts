import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../packs/index.js';
import type { Rating } from './rate.js';
import { rankOfLevel, residualOf } from './residual.js';

const method = shippedPacks()
  .flatMap((pack) => pack.methods)
  .find((one) => one.id === 'cvss31-exploitability')!;
const rating = (level: string): Rating => ({ likelihood: 'E3', severity: 'S2', rating: level, accept: 'yes' });
const level = fc.constantFrom(...method.accept.map((one) => one.level));

describe('what is left of a threat', () => {
  test.each([
    ['proven', 'U', 'L', true, 'after', 'L'],
    ['not proven', 'U', 'L', false, 'before', 'U'],
    ['not proven, and worse with its controls', 'L', 'M', false, 'after', 'M'],
  ] as const)('%s', (_, before, after, proven, counts, expected) => {
    expect(residualOf(method, rating(before), rating(after), proven)).toMatchObject({
      counts,
      rating: { rating: expected },
    });
  });

  test('not rated after control is not known once it is proven, and as before until then', () => {
    expect(residualOf(method, rating('M'), 'unknown', true).rating).toBe('unknown');
    expect(residualOf(method, rating('M'), 'unknown', false).rating).toMatchObject({ rating: 'M' });
    expect(residualOf(method, 'unknown', rating('L'), false).rating).toBe('unknown');
  });

  test('a lost proof never lowers it', () => {
    fc.assert(
      fc.property(level, level, (before, after) => {
        const rank = (proven: boolean): number => {
          const residual = residualOf(method, rating(before), rating(after), proven).rating;
          return residual === 'unknown' ? Number.POSITIVE_INFINITY : rankOfLevel(method, residual.rating);
        };
        expect(rank(false)).toBeGreaterThanOrEqual(rank(true));
      }),
    );
  });
});
