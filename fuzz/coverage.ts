/** Tells which blocks of our own code were entered, by the counters of the engine itself. */
import { Session, type Profiler } from 'node:inspector';

export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Blocks that were entered since the last call and are not known yet. */
  reached(): ReadonlySet<string> {
    const found = new Set<string>();
    // Within one process the answer comes before `post` returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error) throw error;
      for (const script of answer.result.filter(isOurs)) {
        for (const block of enteredBlocks(script)) if (!this.#seen.has(block)) found.add(block);
      }
    });
    return found;
  }

  learn(blocks: Iterable<string>): void {
    for (const block of blocks) this.#seen.add(block);
  }

  close(): void {
    this.#session.disconnect();
  }
}

function* enteredBlocks({ url, functions }: Profiler.ScriptCoverage): Generator<string> {
  for (const { ranges } of functions) {
    for (const { count, startOffset, endOffset } of ranges) if (count > 0) yield `${url} ${startOffset} ${endOffset}`;
  }
}

function isOurs({ url }: Profiler.ScriptCoverage): boolean {
  return url.includes('/src/') && !url.includes('/node_modules/');
}
