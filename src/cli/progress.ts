/** Lines on standard error: the phase that is reached after a second, and the time of each phase for whoever asks. */
import type { Terminal } from './terminal.js';

const PATIENCE_SECONDS = 1;

/** Told the name of each phase as it begins, and `done` at the end. */
export type Progress = (phase: string) => void;

/** @returns writes nothing while everything is quick, so that nobody wonders whether it hangs when it is not */
export function startProgress(terminal: Terminal): Progress {
  const start = process.uptime();
  let told = false;
  return (phase) => {
    const elapsed = process.uptime() - start;
    if (phase === 'done' ? told : elapsed > PATIENCE_SECONDS) {
      told = true;
      noteOnce(terminal, `${phase} (${elapsed.toFixed(1)} s)\n`);
    }
  };
}

function noteOnce(terminal: Terminal, text: string): void {
  if (terminal.noteOnce) terminal.noteOnce(text);
  else terminal.note(text);
}

/**
 * One line for each phase when it is over, the first of them since the process began: `timing  Assessing  0.214 s`. The
 * last has processor time and the highest memory too. `bench/` reads these lines.
 */
export function startTiming(terminal: Terminal): Progress {
  let current = 'Starting';
  let since = 0;
  const tell = (phase: string, seconds: number, more = ''): void =>
    terminal.note(`timing  ${phase.padEnd(20)}${seconds.toFixed(3).padStart(8)} s${more}\n`);
  return (phase) => {
    const now = process.uptime();
    tell(current, now - since);
    if (phase === 'done') tell('All', now, usedSoFar());
    current = phase;
    since = now;
  };
}

function usedSoFar(): string {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const processor = (userCPUTime + systemCPUTime) / 1e6;
  return `, ${processor.toFixed(3)} s of processor, ${Math.round(maxRSS / 1024)} MB`;
}
