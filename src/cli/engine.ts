/** How the engine shares its time and memory between our work and its own; measured in docs/performance.md for that of Node 20. */
import { setFlagsFromString } from 'node:v8';

/** One that does not know a setting would say so at every start. */
const isKnown = process.versions.v8.startsWith('11.');

/** The engine of the program's own process; whoever uses us as a library, or tests us, has one that is none of our business. */
export class Engine {
  #mayGrow = true;

  private constructor() {}

  /** It would spend as long on inlining and optimising as a run takes, and fill room that it does not need. */
  static forOneAnswer(): Engine {
    set('--max-inlined-bytecode-size-cumulative=150');
    set('--interrupt-budget=528000');
    // Left alone, the old space grows fourfold before it is looked through; a check makes much that soon goes.
    set('--heap-growing-percent=130');
    // Marking in small steps costs a twentieth, and spares pauses that nobody notices who waits for the end.
    set('--no-incremental-marking');
    // Once, from 1 to 4 MB, while modules are loaded.
    set('--semi-space-growth-factor=4');
    return new Engine();
  }

  /** For what opens a project to assess it: what is young has room enough now, and more would not fit into the processor's caches. */
  holdYoungSpace(): void {
    if (this.#mayGrow) set('--semi-space-growth-factor=1');
    this.#mayGrow = false;
  }

  /** Who answers again and again gains by code that is optimised soon, and by room for what lives as long as one answer. */
  tuneForManyAnswers(): void {
    set('--interrupt-budget=135168');
    set('--semi-space-growth-factor=2');
    set('--heap-growing-percent=0');
    set('--incremental-marking');
  }
}

function set(setting: string): void {
  if (isKnown) setFlagsFromString(setting);
}
