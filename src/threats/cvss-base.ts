/** Base scores of CVSS 3.x and 4.0. */
import { createRequire } from 'node:module';
import type * as Calculator from 'ae-cvss-calculator';
import { readBaseVector } from './cvss-vector.js';

/** CVSS 3.1 specification, 7.4. */
const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
/** Privileges weigh less where the attack crosses into another authority. */
const PRIVILEGES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
};

/**
 * @param vector with all eight base metrics of version 3.0 or 3.1, in any order
 * @returns 0.0 to 10.0, no unit, one decimal; `'unknown'` if a metric is missing or not of the version (never 0)
 *
 * Source: CVSS 3.1 specification, 7.1 (formulas) and appendix A (rounding). For every base vector 3.0 gives the same.
 */
export function baseScore3(vector: string): number | 'unknown' {
  const metrics = readBaseVector(vector, '3');
  if (metrics === 'unknown') return 'unknown';
  const weight = (name: string): number => WEIGHTS[name]?.[metrics.get(name) ?? ''] ?? Number.NaN;
  const scope = metrics.get('S') ?? '';
  const lost = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const changed = scope === 'C';
  const impact = changed ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (impact <= 0) return 0;
  const privileges = PRIVILEGES[scope]?.[metrics.get('PR') ?? ''] ?? Number.NaN;
  const exploitability = 8.22 * weight('AV') * weight('AC') * privileges * weight('UI');
  return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}

/** Appendix A: in whole numbers, so that 4.0000001 of binary fractions does not become 4.1. */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

const scores4 = new Map<string, number>();
const require = createRequire(import.meta.url);

/**
 * @param vector with all eleven base metrics of version 4.0, in any order
 * @returns 0.0 to 10.0, no unit, one decimal; `'unknown'` if a metric is missing or not of the version (never 0)
 *
 * Source: CVSS 4.0 specification, 8. The calculator takes a missing metric for harmless and says 0: it is asked only about
 * vectors that were read strictly. Only base metrics go in: a supplemental `E` or `MAV` is another question.
 */
export function baseScore4(vector: string): number | 'unknown' {
  const metrics = readBaseVector(vector, '4.0');
  if (metrics === 'unknown') return 'unknown';
  const base = `CVSS:4.0/${[...metrics].map(([name, value]) => `${name}:${value}`).join('/')}`;
  const known = scores4.get(base) ?? calculated(base);
  // There are 104,976 base vectors: the memory is bounded.
  scores4.set(base, known);
  return known;
}

function calculated(vector: string): number {
  // Loaded when a vector of version 4 is scored, and not before: most projects rate by version 3.
  const { Cvss4P0 } = require('ae-cvss-calculator') as typeof Calculator;
  const { base } = new Cvss4P0(vector).calculateScores();
  if (base === undefined) throw new Error(`The calculator gives no score for ${vector}, which has all its metrics.`);
  return base;
}
