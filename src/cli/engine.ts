/** How the engine shares its time and memory between our work and its own; measured in docs/performance.md for that of Node 20. */
import { setFlagsFromString } from 'node:v8';

/** One that does not know a setting would say so at every start. */
const isKnown = process.versions.v8.startsWith('11.');

/** It would spend as long on inlining and optimising as a run takes, and fill room that it does not need. */
export function tuneForOneAnswer(): void {
  set('--max-inlined-bytecode-size-cumulative=150');
  set('--interrupt-budget=528000');
  set('--semi-space-growth-factor=1');
  // Left alone, the old space grows fourfold before it is looked through; a check makes much that soon goes.
  set('--heap-growing-percent=150');
}

/** Who answers again and again gains by code that is optimised soon, and by room for what lives as long as one answer. */
export function tuneForManyAnswers(): void {
  set('--interrupt-budget=135168');
  set('--semi-space-growth-factor=2');
  set('--heap-growing-percent=0');
}

function set(setting: string): void {
  if (isKnown) setFlagsFromString(setting);
}
