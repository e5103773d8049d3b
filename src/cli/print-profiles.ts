/** Prints several profiles as one table: device × class × connected → overhead, hours, what is added. */
import type { AssessOutput } from '../contract/index.js';
import { columns, plain, type Terminal } from './terminal.js';
import { hours, LEVELS } from './words.js';

export function printProfiles(outputs: readonly AssessOutput[], terminal: Terminal): void {
  const rows = [
    [
      'device',
      'class',
      'connected',
      'overhead',
      'rule',
      'hours by class',
      'hours for security',
      'ratio',
      'class asks',
      'adds',
      'deepens',
      'flags',
    ],
    ...outputs.map(row),
  ];
  for (const [at, line] of columns(rows, new Set([7, 8, 9, 10])).entries()) {
    terminal.out(`${at === 0 ? terminal.paint('grey', line) : plain(line)}\n`);
  }
  terminal.out(
    `\n${terminal.paint('grey', 'Hours: estimate from adjustable assumptions with the counts of the nearest worked example; range ×0.5 to ×2. Not a quotation.')}\n`,
  );
}

function row({ project, profile, safetyClass, overhead }: AssessOutput): readonly string[] {
  const exposed =
    profile['connected']?.value === true
      ? 'yes'
      : profile['local-port']?.value === true
        ? 'local port'
        : profile['connected']?.value === 'unknown'
          ? '?'
          : 'no';
  return [
    project.name,
    safetyClass.class,
    exposed,
    LEVELS[overhead.level] ?? overhead.level,
    overhead.rule ?? '?',
    hours(overhead.hours.byClass),
    hours(overhead.hours.security),
    overhead.ratio === null ? '?' : `${Math.round(overhead.ratio * 100)} %`,
    String(overhead.workProducts.byClass),
    String(overhead.workProducts.added),
    String(overhead.workProducts.deepened),
    [...overhead.flags, ...overhead.findings].join(', '),
  ];
}
