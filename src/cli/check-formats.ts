/** The formats of `medward check`, by name: each is made from the same output, so that none says more than another. */
import { checkAsGitlab, checkAsJunit, checkAsSarif, type CheckOutput } from '../contract/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { printCheckForGithub } from './check-github.js';
import { checkAsMarkdown } from './check-markdown.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { printCheck, type CheckPrinting } from './print-check.js';
import { printJson } from './print-json.js';
import type { Terminal } from './terminal.js';

type Write = (output: CheckOutput, printing: CheckPrinting, terminal: Terminal) => void;

interface Format {
  readonly write: Write;
  /** Options that mean something for some formats only; behind the others they are refused, not skipped. */
  readonly takes: ReadonlySet<string>;
}

const FORMATS: ReadonlyMap<string, Format> = new Map([
  // JSON holds everything whatever `--rule` says, and always did.
  ['text', { write: printCheck, takes: new Set(['rule']) }],
  ['json', { write: (output, _, terminal) => printJson(output, terminal), takes: new Set(['rule']) }],
  ['sarif', { write: writeSarif, takes: new Set(['path-prefix', 'without-decided']) }],
  ['junit', { write: (output, _, terminal) => terminal.out(checkAsJunit(output)), takes: new Set(['path-prefix']) }],
  [
    'markdown',
    {
      write: (output, printing, terminal) => terminal.out(checkAsMarkdown(output, printing.rules)),
      takes: new Set(['path-prefix', 'rule']),
    },
  ],
  ['github', { write: printCheckForGithub, takes: new Set(['path-prefix', 'rule']) }],
  [
    'gitlab',
    { write: (output, _, terminal) => printJson(checkAsGitlab(output), terminal), takes: new Set(['path-prefix']) },
  ],
]);

function writeSarif(output: CheckOutput, { withoutDecided }: CheckPrinting, terminal: Terminal): void {
  printJson(checkAsSarif(output, { withoutDecided }), terminal);
}

/** @throws OptionError for a format that there is not, and for options that it does not take */
export function checkFormat(call: Call): Write {
  const written = call.value('format');
  if (written !== undefined && written !== 'json' && call.flag('json')) {
    throw new OptionError('The options --json and --format ask for two formats.', 'Leave one of them out.');
  }
  const name = written ?? (call.flag('json') ? 'json' : 'text');
  const format = FORMATS.get(name);
  if (!format) {
    const known = [...FORMATS.keys()];
    throw new OptionError(
      `There is no format \`${shown(name)}\`${didYouMean(name, known) || '.'}`,
      `Formats: ${known.join(', ')}.`,
    );
  }
  for (const option of ['rule', 'path-prefix', 'without-decided']) refuseWithout(option, name, format, call);
  return format.write;
}

function refuseWithout(option: string, name: string, { takes }: Format, call: Call): void {
  if (takes.has(option) || !call.flag(option)) return;
  const others = [...FORMATS].filter(([, format]) => format.takes.has(option)).map(([one]) => one);
  throw new OptionError(
    `The format ${name} takes no --${option}.`,
    `Leave it out, or ask for a format that takes it: ${others.join(', ')}.`,
  );
}
