/** Prints where the project stands: one sentence, the two answers that decide, and the next step. */
import type { StatusOutput } from '../contract/index.js';
import { printGap } from './print-check.js';
import type { Session } from './session.js';
import { plain, wrap, type Terminal } from './terminal.js';
import { LEVELS, PROOF_SIGNS, PROOF_WORDS, STATUS_SIGNS } from './words.js';

// @implements SRS-714
export function printStatus(output: StatusOutput, { assessment }: Session, terminal: Terminal): void {
  const { classes, overhead } = assessment;
  terminal.out(`${terminal.paint('bold', plain(output.readiness))}\n\n`);
  for (const path of classes.path) terminal.out(`class     ${wrap(path, terminal.width, '          ')}\n`);
  const level =
    overhead.level === 'unknown'
      ? `unknown (${overhead.possible.map((one) => LEVELS[one] ?? one).join(' or ')})`
      : (LEVELS[overhead.level] ?? overhead.level);
  terminal.out(`overhead  ${wrap(`${level}. ${overhead.reasons.join(' ')}`, terminal.width, '          ')}\n`);
  const counts = Object.entries(output.obligations).filter(([, count]) => count > 0);
  const words = counts.map(([status, count]) => `${STATUS_SIGNS[status] ?? ''} ${status} ${count}`).join('   ');
  terminal.out(`products  ${wrap(words, terminal.width, '          ')}\n`);
  printProof(output.verification, terminal);
  if (output.next) {
    terminal.out(`\n${terminal.paint('bold', 'Next')}`);
    printGap(output.next, assessment.packs, terminal);
  }
  terminal.out(`\nmedward check    every gap       medward assess    what is asked, and why\n`);
}

/** What is proven, apart from what is written: requirements by results, threats by the controls behind them. */
function printProof({ requirement, threat }: StatusOutput['verification'], terminal: Terminal): void {
  const lines = [
    ...(requirement ? [`${verifiedOf(requirement)} requirements are verified${others(requirement)}`] : []),
    ...(threat ? [`${verifiedOf(threat)} threats have proven controls`] : []),
  ];
  lines.forEach((line, at) => {
    terminal.out(`${at === 0 ? 'proof    ' : '         '} ${wrap(line, terminal.width, '          ')}\n`);
  });
}

type Counts = NonNullable<StatusOutput['verification'][string]>;

function verifiedOf(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${counts.verified} of ${total}`;
}

function others(counts: Counts): string {
  return Object.entries(counts)
    .filter(([state, count]) => state !== 'verified' && count > 0)
    .map(([state, count]) => `   ${PROOF_SIGNS[state] ?? ''} ${PROOF_WORDS[state] ?? state} ${count}`)
    .join('');
}
