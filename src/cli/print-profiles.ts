/** Prints several profiles as one table: device × class × connected → overhead, hours, what is added. */
import type { AssessOutput } from '../contract/index.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';
import { hours, LEVELS } from './words.js';

const HEAD = [
  'device',
  'class',
  'connected',
  'overhead',
  'hours by class',
  'hours for security',
  'ratio',
  'work products',
];

export function printProfiles(outputs: readonly AssessOutput[], terminal: Terminal): void {
  const lines = columns([HEAD, ...outputs.map(row)], new Set([4, 5, 6]));
  const [head = '', ...rows] = lines;
  terminal.out(`${terminal.paint('grey', head)}\n`);
  for (const line of rows) terminal.out(`${plain(line)}\n`);
  terminal.out('\nWork products: asked by the class, + added by security, ↑ asked deeper by security.\n');
  for (const note of notes(outputs)) terminal.out(`${wrap(note, terminal.width, '  ')}\n`);
  terminal.out(
    `${terminal.paint('grey', wrap('Hours: estimate from adjustable assumptions with the counts of the nearest worked example; range ×0.5 to ×2. Not a quotation.', terminal.width, ''))}\n`,
  );
}

function row({ project, profile, safetyClass, overhead }: AssessOutput): readonly string[] {
  const { byClass, added, deepened } = overhead.workProducts;
  return [
    project.name,
    safetyClass.class,
    connection(profile),
    LEVELS[overhead.level] ?? overhead.level,
    hours(overhead.hours.byClass),
    hours(overhead.hours.security),
    overhead.ratio === null ? '?' : `${Math.round(overhead.ratio * 100)} %`,
    `${byClass}${added > 0 ? ` +${added}` : ''}${deepened > 0 ? ` ↑${deepened}` : ''}`,
  ];
}

function connection(profile: AssessOutput['profile']): string {
  if (profile['connected']?.value === true) return 'yes';
  if (profile['local-port']?.value === true) return 'local port';
  return profile['connected']?.value === false ? 'no' : 'unknown';
}

/** What a table cannot hold: findings and flags of single devices, and where security outweighs the class most. */
function notes(outputs: readonly AssessOutput[]): readonly string[] {
  const flagged = outputs.flatMap(({ project, overhead }) => {
    const signs = [...overhead.flags, ...overhead.findings.map((finding) => `finding ${finding}`)];
    return signs.length === 0 ? [] : [`${project.name}: ${signs.join(', ')}.`];
  });
  const most = outputs.toSorted((a, b) => (b.overhead.ratio ?? 0) - (a.overhead.ratio ?? 0))[0];
  if (!most || most.overhead.ratio === null || most.overhead.ratio <= 1) return flagged;
  const times = most.overhead.ratio.toFixed(1);
  return [
    ...flagged,
    `${most.project.name}: in class ${most.safetyClass.class} the security work is ${times} times what the class asks.`,
  ];
}
