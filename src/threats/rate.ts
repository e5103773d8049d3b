/** Rates one safety or security risk by a method: a likelihood step, a severity, and the cell of the matrix where they meet. */
import type { Method } from '../packs/index.js';
import { likelihoodOf, type Marks } from './likelihood.js';

export type Accept = 'yes' | 'with-reason' | 'with-benefit-risk' | 'no';

export interface Rating {
  /** Step of exploitability (`E5`) or of probability (`P3`). */
  readonly likelihood: string;
  /** Severity on the scale of the method, such as `S2`. */
  readonly severity: string;
  /** Level in the words of the method, such as `M`. */
  readonly rating: string;
  readonly accept: Accept;
}

// @implements SRS-311
/**
 * @param p1, p2 steps of the method: that the situation occurs, that it leads to harm
 * @returns `'unknown'` where a value is missing or not on the scale
 */
export function rateSafety(
  method: Method,
  p1: number | undefined,
  p2: number | undefined,
  severity: string | undefined,
): Rating | 'unknown' {
  const scale = method.probability;
  if (!scale || p1 === undefined || p2 === undefined) return 'unknown';
  const onScale = (step: number): boolean => scale.steps.some((known) => known.id === step);
  if (!onScale(p1) || !onScale(p2)) return 'unknown';
  return cellOf(method, `P${Math.max(scale.atLeast, p1 + p2 - scale.minus)}`, severity, 0);
}

/** @param multiPatient one attack reaches many patients: some levels up, as the method says */
export function rateSecurity(
  method: Method,
  vector: string | undefined,
  severity: string | undefined,
  multiPatient: boolean,
): Rating | 'unknown' {
  return rateMarks(method, { vector }, severity, multiPatient);
}

/** The same for methods that ask for other marks than a vector: a step of likelihood, or answers to questions. */
export function rateMarks(
  method: Method,
  marks: Marks,
  severity: string | undefined,
  multiPatient: boolean,
): Rating | 'unknown' {
  const step = likelihoodOf(method, marks);
  if (step === 'unknown' || method.domain !== 'security') return 'unknown';
  return cellOf(method, step, severity, multiPatient ? (method.multiPatient ?? 0) : 0);
}

function cellOf(method: Method, likelihood: string, severity: string | undefined, up: number): Rating | 'unknown' {
  const column = method.severity.findIndex((step) => step.id === severity);
  const row = Object.hasOwn(method.matrix, likelihood) ? method.matrix[likelihood] : undefined;
  const cell = column < 0 ? undefined : row?.[column];
  const index = method.accept.findIndex((level) => level.level === cell);
  const level = index < 0 ? undefined : method.accept[Math.min(index + up, method.accept.length - 1)];
  if (!level || severity === undefined) return 'unknown';
  return { likelihood, severity, rating: level.level, accept: level.accept };
}

export type Harm = 'none' | 'non-serious' | 'serious';

export const HARMS: readonly Harm[] = ['none', 'non-serious', 'serious'];

/** The only bridge from a manufacturer's scale to the words of IEC 62304 4.3. */
export function harmOf(method: Method | undefined, severity: string | undefined): Harm | 'unknown' {
  return method?.severity.find((step) => step.id === severity)?.harm ?? 'unknown';
}
