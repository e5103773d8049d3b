import { describe, expect, test } from 'vitest';
import { shippedPacks, type Method } from '../packs/index.js';
import { harmOf, rateSafety, rateSecurity } from './rate.js';

const methods = shippedPacks().flatMap((pack) => pack.methods);
const safety = methods.find((method) => method.id === 'p1-p2-five-steps')!;
const security = methods.find((method) => method.id === 'cvss31-exploitability')!;

const SEVERITIES = ['S1', 'S2', 'S3', 'S4', 'S5'];

// @verifies TC-311
describe('safety: P = P1 + P2 - 5, at least 1', () => {
  // One row per probability, as the matrix of the method prints it; A acceptable, R with a reason, N not.
  const MATRIX = ['AAARR', 'AARRN', 'AARNN', 'ARNNN', 'ARNNN'];
  const cells = [1, 2, 3, 4, 5].flatMap((p1) =>
    [1, 2, 3, 4, 5].flatMap((p2) => SEVERITIES.map((severity, column) => ({ p1, p2, severity, column }))),
  );
  const rows = cells.map((cell) => {
    const probability = Math.max(1, cell.p1 + cell.p2 - 5);
    return { ...cell, likelihood: `P${probability}`, rating: MATRIX[probability - 1]!.charAt(cell.column) };
  });

  test.each(rows)(
    'P1 $p1, P2 $p2, $severity is $likelihood and $rating',
    ({ p1, p2, severity, likelihood, rating }) => {
      const accept = { A: 'yes', R: 'with-reason', N: 'no' }[rating];
      expect(rateSafety(safety, p1, p2, severity)).toEqual({ likelihood, severity, rating, accept });
    },
  );

  test.each([
    ['P1 is missing', undefined, 3, 'S2'],
    ['P2 is missing', 3, undefined, 'S2'],
    ['P1 is off the scale', 6, 3, 'S2'],
    ['P2 is off the scale', 3, 0, 'S2'],
    ['P1 lies between two steps', 2.5, 3, 'S2'],
    ['the severity is missing', 3, 3, undefined],
    ['the severity is none of the scale', 3, 3, 'S6'],
    ['the severity is a word that every object has', 3, 3, 'constructor'],
  ] as const)('%s: unknown', (_, p1, p2, severity) => {
    expect(rateSafety(safety, p1, p2, severity)).toBe('unknown');
  });

  test('a security method cannot rate a safety risk', () => {
    expect(rateSafety(security, 1, 1, 'S1')).toBe('unknown');
  });
});

describe('security: step of exploitability × severity of harm', () => {
  const STEPS = [
    { vector: 'AV:N/AC:L/PR:N/UI:N', step: 'E5', cells: 'LMHUU', why: '3.9, from 2.8' },
    { vector: 'AV:N/AC:H/PR:N/UI:N', step: 'E4', cells: 'LMHUU', why: '2.2, from 2.0' },
    { vector: 'AV:L/AC:L/PR:L/UI:N', step: 'E3', cells: 'LMMHU', why: '1.8, from 1.2' },
    { vector: 'AV:P/AC:L/PR:N/UI:N', step: 'E2', cells: 'LLMMH', why: '0.9, from 0.6' },
    { vector: 'AV:P/AC:H/PR:H/UI:R', step: 'E1', cells: 'LLLMM', why: '0.1, from 0.0' },
  ];
  const rows = STEPS.flatMap((step) =>
    SEVERITIES.flatMap((severity, column) =>
      [false, true].map((many) => {
        const one = 'LMHU'.indexOf(step.cells.charAt(column));
        // One attack that reaches many patients is one level worse; above the highest there is none.
        return { ...step, severity, many, rating: 'LMHU'.charAt(many ? Math.min(one + 1, 3) : one) };
      }),
    ),
  );

  test.each(rows)('$step ($why) × $severity, many patients $many: $rating', (row) => {
    const accept = { L: 'yes', M: 'with-reason', H: 'with-benefit-risk', U: 'no' }[row.rating];
    expect(rateSecurity(security, row.vector, row.severity, row.many)).toEqual({
      likelihood: row.step,
      severity: row.severity,
      rating: row.rating,
      accept,
    });
  });

  test.each([
    ['no vector', undefined, 'S2'],
    ['a vector that lacks a metric', 'AV:N/AC:L', 'S2'],
    ['no severity', 'AV:N/AC:L/PR:N/UI:N', undefined],
    ['a severity off the scale', 'AV:N/AC:L/PR:N/UI:N', 'critical'],
  ] as const)('%s: unknown', (_, vector, severity) => {
    expect(rateSecurity(security, vector, severity, false)).toBe('unknown');
  });

  test('a matrix with a hole gives unknown, not the lowest level', () => {
    const holed: Method = { ...security, matrix: { ...security.matrix, E5: ['L'] } };
    expect(rateSecurity(holed, 'AV:N/AC:L/PR:N/UI:N', 'S4', false)).toBe('unknown');
  });
});

test.each([
  ['S1', 'none'],
  ['S2', 'non-serious'],
  ['S3', 'serious'],
  ['S4', 'serious'],
  ['S5', 'serious'],
  ['S9', 'unknown'],
  [undefined, 'unknown'],
] as const)('severity %s is harm %s in the words of 4.3', (severity, harm) => {
  expect(harmOf(safety, severity)).toBe(harm);
});

test('without a method no severity means anything', () => {
  expect(harmOf(undefined, 'S1')).toBe('unknown');
});
