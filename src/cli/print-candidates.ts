/** Prints candidates of the library: most relevant first, few unless all are asked for. */
import type { CandidateOutput, ThreatsOutput } from '../contract/index.js';
import { wrap, type Terminal } from './terminal.js';

const AT_MOST = 5;

export function printCandidates(output: ThreatsOutput, all: boolean, terminal: Terminal): void {
  const { candidates, candidateCounts: counts } = output;
  const answered = counts.taken + counts.rejected;
  if (counts.open === 0 && answered === 0) return;
  const alike = counts.similar > 0 ? `, ${counts.similar} of them like a threat that is there` : '';
  const urgent = counts.urgent > 0 ? `; ${counts.urgent} urgent: the model shows nothing against them` : '';
  const head = `${counts.open} candidates of the library wait for an answer${alike}${urgent}; ${answered} answered.`;
  terminal.out(`\n${terminal.paint('bold', wrap(head, terminal.width, ''))}\n`);
  const shown = all ? candidates : candidates.slice(0, AT_MOST);
  for (const candidate of shown) printCandidate(candidate, terminal);
  if (shown.length === 0) return;
  if (shown.length < candidates.length) {
    terminal.out(`\nand ${candidates.length - shown.length} more: medward threats --all\n`);
  }
  terminal.out(
    `\n${terminal.paint('grey', 'take KEY · merge KEY THREAT · reject KEY --reason … --by … · show KEY; nothing is taken by itself.')}\n`,
  );
}

function printCandidate(candidate: CandidateOutput, terminal: Terminal): void {
  const mark = candidate.urgent ? terminal.paint('red', '!') : ' ';
  const head = wrap(
    `${candidate.key}  ${candidate.title} (${candidate.at.title ?? candidate.at.id})`,
    terminal.width,
    '    ',
  );
  terminal.out(`\n${mark} ${terminal.paint('bold', head)}\n`);
  const similar = candidate.similar.length > 0 ? ` Like ${candidate.similar.join(', ')}.` : '';
  terminal.out(`    ${wrap(`${candidate.why}${similar}`, terminal.width, '    ')}\n`);
}

/** All that the library says of one candidate. */
export function printOneCandidate(candidate: CandidateOutput, terminal: Terminal): void {
  printCandidate(candidate, terminal);
  const rows: readonly (readonly [string, string])[] = [
    ['follows', candidate.text],
    ['stride', candidate.category.join(', ')],
    ['weakness', candidate.weaknesses.join(', ')],
    ['controls', candidate.controls.map(({ id, title }) => `${title} (${id})`).join('; ')],
    ['source', `${candidate.source}, ${candidate.rule}`],
  ];
  for (const [name, value] of rows) {
    if (value !== '') terminal.out(`    ${name.padEnd(9)} ${wrap(value, terminal.width, ' '.repeat(14))}\n`);
  }
}
