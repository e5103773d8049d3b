/** `medward diff`: what differs between two revisions, releases or the folder, what it means, and what to look at again. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

/** The two states are named by words, so that there is no `--at`. */
const OPTIONS = Object.fromEntries(Object.entries(PROJECT_OPTIONS).filter(([name]) => name !== 'at'));

export default defineCommand({
  name: 'diff',
  takes: 'BASE [HEAD]',
  about: 'What changed since a revision, a release or an approval, what it means for security, what to look at again.',
  options: {
    ...OPTIONS,
    output: { short: 'o', value: 'FILE', about: 'Draw the marked difference into this file, .svg or .png.' },
    purpose: { value: 'PURPOSE', about: 'Of which view the difference is drawn; default: global.' },
    all: { about: 'Print every line, not the first twenty of each part.' },
  },
  async run(call) {
    const { diffCommand } = await import('../diff-command.js');
    return diffCommand(call);
  },
});
