/** Prints what was written into the project, or would be. */
import type { ThreatsEditOutput } from '../contract/index.js';
import { plain, type Terminal } from './terminal.js';

const DONE: Readonly<Record<ThreatsEditOutput['action'], string>> = {
  take: 'Taken as a threat that is still generic',
  reject: 'Rejected, with the decision on record',
  merge: 'Merged',
};

const NEXT: Readonly<Record<ThreatsEditOutput['action'], string>> = {
  take: 'Say in it who does what to this device and what follows, then take out `generic:` and rate it.',
  reject: 'It is open again as soon as the content of what it is about changes.',
  merge: 'Look at its text again: it now answers for more.',
};

export function printChange(output: ThreatsEditOutput, terminal: Terminal): void {
  for (const { record, file, keys } of output.written) {
    terminal.out(
      `${plain(keys.join(', '))}: ${DONE[output.action]}: ${terminal.paint('bold', record)} in ${plain(file)}\n`,
    );
  }
  if (!output.dryRun) return terminal.out(`${terminal.paint('grey', NEXT[output.action])}\n`);
  terminal.out('Nothing was written; the texts would be:\n');
  for (const { file, text } of output.files) terminal.out(`\n--- ${plain(file)}\n${plain(text)}`);
}
