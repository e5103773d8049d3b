/** A line on standard error for what takes longer than a second, so that nobody wonders whether it hangs. */
import type { Terminal } from './terminal.js';

const PATIENCE_MS = 1000;

/** @returns tells the name of the next phase; nothing is written while everything is quick */
export function startProgress(terminal: Terminal): (phase: string) => void {
  const start = performance.now();
  let told = false;
  return (phase) => {
    const elapsed = performance.now() - start;
    if (phase === 'done' ? told : elapsed > PATIENCE_MS) {
      told = true;
      terminal.note(`${phase} (${(elapsed / 1000).toFixed(1)} s)\n`);
    }
  };
}
