/**
 * Prints gaps as workflow commands of GitHub Actions, which shows them beside the lines of a change.
 * GitHub shows ten errors, ten warnings and ten notices of a step; so what matters most comes first, and a notice counts all.
 */
import type { CheckOutput, GapOutput, ProblemOutput } from '../contract/index.js';
import { mostSevereFirst } from './check-order.js';
import { goneSentence, softening, softenings, verdict } from './check-words.js';
import type { CheckPrinting } from './print-check.js';
import { plain, type Terminal } from './terminal.js';

const SHOWN_OF_A_STEP = 10;

const COMMANDS = { error: 'error', warning: 'warning', hint: 'notice' } as const;
type Command = (typeof COMMANDS)[keyof typeof COMMANDS];

export function printCheckForGithub(output: CheckOutput, printing: CheckPrinting, terminal: Terminal): void {
  const gaps = mostSevereFirst(output.gaps).filter((gap) => isShown(gap, printing.rules));
  const lines = [
    ...output.problems.map((problem) => commandOf('error', problem, 'cannot be read', problem.message)),
    ...gaps.map(lineOf),
  ];
  // The last notice is the one that counts.
  const atMost = { error: SHOWN_OF_A_STEP, warning: SHOWN_OF_A_STEP, notice: SHOWN_OF_A_STEP - 1 };
  const shown = printing.all
    ? lines
    : (['error', 'warning', 'notice'] as const).flatMap((command) =>
        lines.filter((line) => line.startsWith(`::${command} `)).slice(0, atMost[command]),
      );
  for (const line of shown) terminal.out(`${line}\n`);
  terminal.out(`::notice title=medward check::${inData(summary(output, lines.length - shown.length))}\n`);
}

/** Known ones stand beside nobody's change. */
function isShown(gap: GapOutput, rules: readonly string[]): boolean {
  return gap.decision === null && gap.new && (rules.length === 0 || rules.includes(gap.rule));
}

function summary(output: CheckOutput, left: number): string {
  const more = left === 0 ? '' : `${left} more are not shown here: medward check --all.`;
  return [verdict(output), ...softenings(output), goneSentence(output), more].filter((part) => part !== '').join('\n');
}

function lineOf(gap: GapOutput): string {
  const milder = softening(gap);
  const title = milder === '' ? gap.rule : `${gap.rule} (${milder})`;
  return commandOf(COMMANDS[gap.severity], gap, title, `${gap.message}\n${gap.fix}`);
}

function commandOf(command: Command, place: ProblemOutput | GapOutput, title: string, message: string): string {
  const { file, line, column } = place;
  const where = `file=${inProperty(file)},line=${line},col=${column},title=${inProperty(title)}`;
  return `::${command} ${where}::${inData(message)}`;
}

/** The runner reads `%25`, `%0D`, `%0A` back, and in properties `%3A` and `%2C` too; a line break would begin a command. */
function inData(text: string): string {
  return plain(text.replaceAll('\r\n', '\n')).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
