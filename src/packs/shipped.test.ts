import { describe, expect, it } from 'vitest';
import { SAFETY_CLASSES } from './pack.js';
import { packProblemText } from './pack-problem.js';
import { loadPacks } from './load-packs.js';
import { compileShipped, shippedPacks } from './shipped.js';
import { packDigest } from './pack-digest.js';

const packs = shippedPacks();
const pack = (name: string) => packs.find((each) => each.pack === name);

describe('the shipped packs', () => {
  it('are sound', () => expect(compileShipped().problems.map(packProblemText)).toEqual([]));
  it('are compiled once', () => expect(shippedPacks()).toBe(packs));
  it('name every clause of IEC 62304 with its classes', () => {
    const clauses = pack('iec62304')?.clauses ?? [];
    const asked = SAFETY_CLASSES.map((each) => clauses.filter((clause) => clause.asks.class?.includes(each)).length);
    expect(asked).toEqual([58, 93, 99]);
    expect(clauses.filter((clause) => clause.route === 'legacy')).toHaveLength(5);
  });
  it('lift 37 clauses for a connected class A device, by three strengths', () => {
    const lifted = (pack('iec62304')?.clauses ?? []).filter(
      (clause) => clause.lift && !clause.asks.class?.includes('A'),
    );
    const count = (strength: string) => lifted.filter((clause) => clause.lift?.strength === strength).length;
    expect([count('required'), count('expected'), count('analogy')]).toEqual([18, 14, 5]);
  });
  it('hold 73 work products', () => expect(pack('base')?.workProducts).toHaveLength(73));
  it('hold 90 threats of devices, 16 that ask for a letter of STRIDE, and 95 controls of all eight categories', () => {
    const { threats = [], controls = [] } = pack('stride') ?? {};
    expect([
      threats.filter((one) => !one.fallback).length,
      threats.filter((one) => one.fallback).length,
      controls.length,
    ]).toEqual([90, 16, 95]);
    expect(threats.filter((one) => one.core)).toHaveLength(42);
    expect(controls.filter((one) => one.core)).toHaveLength(57);
    expect(new Set(controls.map((one) => one.category)).size).toBe(8);
    expect(threats.filter((one) => one.controls.length === 0)).toEqual([]);
  });
  it('load together', () => {
    const names = packs.filter((each) => each.pack !== 'base').map((each) => `${each.pack}@${each.edition}`);
    expect(loadPacks(names, packs).problems).toEqual([]);
  });
  it('have digests that the built JSON keeps, without the places', () => {
    for (const each of packs) {
      const { digest, ...content } = JSON.parse(
        JSON.stringify(each, (key, value: unknown) => (key === 'spot' ? undefined : value)),
      ) as typeof each;
      expect(packDigest(content)).toBe(digest);
    }
  });
});
