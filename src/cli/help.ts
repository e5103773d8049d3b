/** Help from the commands themselves: what each is for, and its options. */
import type { Command } from './define.js';

export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map((command) =>
    ['medward', command.name, command.takes ?? ''].filter((word) => word !== '').join(' '),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const lines = commands.map((command, at) => `  ${(rows[at] ?? '').padEnd(width)}  ${command.about}`);
  return [
    'Medward compiles the regulatory file of medical-device software from plain-text records.',
    '',
    ...lines,
    '',
    'Every command: --help, and where a project is read --project DIR, --date YYYY-MM-DD, --json.',
    'Exit status: 0 done, 1 something blocks (check), 2 could not do it.',
    '',
  ].join('\n');
}

// @implements SRS-709
export function helpOf(command: Command): string {
  const entries = Object.entries(command.options).map(
    ([name, option]) =>
      [
        `${option.short ? `-${option.short}, ` : ''}--${name}${option.value ? ` ${option.value}` : ''}`,
        option.about,
      ] as const,
  );
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  const usage = ['medward', command.name, command.takes ?? '', entries.length > 0 ? '[options]' : ''].filter(
    (word) => word !== '',
  );
  return [
    command.about,
    '',
    `  ${usage.join(' ')}`,
    '',
    ...entries.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`),
    '',
  ].join('\n');
}
