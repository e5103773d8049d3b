/** Which step of its likelihood a method gives a threat: from a vector, from answers that give one, or as a person chose it. */
import type { Method } from '../packs/index.js';
import { baseScore3, baseScore4 } from './cvss-base.js';
import { exploitability } from './exploitability.js';
import { guided } from './guided.js';

/** What stands under `before:` or `after:` of a threat. */
export interface Marks {
  readonly vector?: string | undefined;
  readonly likelihood?: string | undefined;
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/** @returns the id of a step, `'unknown'` where what the method needs is missing or not on its scale */
export function likelihoodOf(method: Method, marks: Marks): string {
  if (method.likelihood) return method.likelihood.find((step) => step.id === marks.likelihood)?.id ?? 'unknown';
  const score = scoreOf(method, marks);
  if (score === 'unknown') return 'unknown';
  return method.steps?.toSorted((a, b) => b.from - a.from).find((step) => score >= step.from)?.id ?? 'unknown';
}

/** @returns the number that the steps of the method look at */
export function scoreOf(method: Method, marks: Marks): number | 'unknown' {
  const vector = vectorOf(method, marks);
  if (vector === 'unknown') return 'unknown';
  switch (method.score) {
    case 'cvss3-base':
      return baseScore3(vector);
    case 'cvss4-base':
      return baseScore4(vector);
    default:
      return exploitability(vector);
  }
}

/** `'unknown'` where there is none. Of a method with questions the answers give the vector: one that was typed without them rests on nothing. */
function vectorOf(method: Method, { vector, answers }: Marks): string {
  if (!method.questions) return vector ?? 'unknown';
  return guided(method, new Map(Object.entries(answers ?? {}))).vector;
}

/** @returns the base score of the vector for information, whatever the method makes of it */
export function baseScoreOf(method: Method, marks: Marks): number | 'unknown' {
  const vector = vectorOf(method, marks);
  if (vector === 'unknown') return 'unknown';
  return vector.startsWith('CVSS:4') ? baseScore4(vector) : baseScore3(vector);
}
