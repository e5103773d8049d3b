/** Runs one target for a while on inputs made of known ones; keeps, if asked, those that reach new code. */
import fc from 'fast-check';
import { yamlTexts } from '../src/shapes/yaml-texts.test-support.js';
import type { Chance } from './chance.js';
import { keepInput, keptInputs, knownInputs } from './corpus.js';
import type { Coverage } from './coverage.js';
import { mutated } from './mutate.js';
import type { Target } from './targets.js';

/** No input may take longer, whatever is in it; a busy machine is allowed for. */
const MAX_SECONDS = 5;
const MAX_FAILURES = 5;
const BATCH = 40;

export interface Failure {
  readonly target: string;
  readonly input: string;
  readonly error: unknown;
}

export interface TargetRun {
  readonly inputs: number;
  readonly kept: number;
  /** Inputs at which the tool crashed, gave a wrong result, or took too long. */
  readonly failures: readonly Failure[];
}

/** @param coverage given: inputs that reach new code are kept */
export function runTarget(target: Target, seconds: number, chance: Chance, coverage?: Coverage): TargetRun {
  const known = [...knownInputs(target.name)];
  const end = performance.now() + seconds * 1000;
  const failures: Failure[] = [];
  let inputs = 0;
  for (const input of keptInputs(target.name)) {
    failures.push(...failuresAt(target, input));
    inputs++;
  }
  coverage?.learn(coverage.reached());
  let kept = 0;
  while (performance.now() < end && failures.length < MAX_FAILURES) {
    const batch = madeInputs(target, known, chance);
    failures.push(...batch.flatMap((input) => failuresAt(target, input)));
    inputs += batch.length;
    const found = coverage ? reaching(target, batch, coverage) : [];
    for (const input of found) keepInput(target.name, input);
    known.push(...found);
    kept += found.length;
  }
  return { inputs, kept, failures };
}

function madeInputs(target: Target, known: readonly string[], chance: Chance): readonly string[] {
  const inputs = Array.from({ length: BATCH }, () => mutated(known, target.words, chance));
  if (target.name === 'conditions') return inputs;
  const numRuns = target.name === 'yaml' ? 3 * BATCH : BATCH / 4;
  return [...inputs, ...fc.sample(yamlTexts(), { numRuns, seed: chance.below(2 ** 31) })];
}

function failuresAt(target: Target, input: string): readonly Failure[] {
  const start = performance.now();
  try {
    target.run(input);
  } catch (error) {
    return [{ target: target.name, input, error }];
  }
  const seconds = (performance.now() - start) / 1000;
  return seconds > MAX_SECONDS ? [{ target: target.name, input, error: new Error(`It took ${seconds} s.`) }] : [];
}

/** The inputs of a batch that reach code which none before them reached; to know which, each is run once more. */
function reaching(target: Target, batch: readonly string[], coverage: Coverage): readonly string[] {
  const wanted = new Set(coverage.reached());
  if (wanted.size === 0) return [];
  const found: string[] = [];
  for (const input of batch) {
    failuresAt(target, input);
    const own = [...coverage.reached()].filter((block) => wanted.delete(block));
    if (own.length > 0) found.push(input);
    coverage.learn(own);
  }
  // What only runs once, such as a table that is built at first use, is not reached again.
  coverage.learn(wanted);
  return found;
}
