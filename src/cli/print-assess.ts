/** Prints an assessment: class and why, overhead and why, the profile, and each obligation by place. */
import type { AssessOutput, ByClauseOutput, ObligationOutput, OverheadOutput } from '../contract/index.js';
import { PLACES } from '../packs/index.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';
import { DEPTHS, hours, LEVELS, number, STATUS_SIGNS } from './words.js';

export function printAssess(output: AssessOutput, terminal: Terminal): void {
  const { paint } = terminal;
  terminal.out(`${paint('bold', plain(headline(output)))}\n`);
  if (output.byPlace || output.byClause) {
    if (output.byPlace) printByPlace(output, terminal);
    if (output.byClause) printByClause(output.byClause, terminal);
    if (output.whatIf) printWhatIf(output, terminal);
    return;
  }
  printClass(output, terminal);
  printOverhead(output.overhead, output, terminal);
  printProfile(output, terminal);
  printObligations(output.obligations, terminal);
  if (output.whatIf) printWhatIf(output, terminal);
}

function headline({ project, safetyClass, overhead }: AssessOutput): string {
  const level =
    overhead.level === 'unknown'
      ? `unknown (${overhead.possible.map(levelName).join(' or ')})`
      : levelName(overhead.level);
  return `${`${project.name} ${project.version}`.trim()}: safety class ${safetyClass.class}, cybersecurity overhead ${level}.`;
}

function levelName(level: string): string {
  return LEVELS[level] ?? level;
}

function printClass({ safetyClass }: AssessOutput, terminal: Terminal): void {
  terminal.out('\n');
  for (const path of safetyClass.path) terminal.out(`${wrap(path, terminal.width, '')}\n`);
}

function printOverhead(overhead: OverheadOutput, output: AssessOutput, terminal: Terminal): void {
  const { paint, width } = terminal;
  const { workProducts, clauses } = overhead;
  const rows = [
    ['why', `${overhead.reasons.join(' ')}${overhead.rule ? ` (${overhead.rule})` : ''}`],
    ...(overhead.flags.length > 0 ? [['flags', overhead.flags.join(', ')]] : []),
    ...(overhead.findings.length > 0 ? [['findings', `${overhead.findings.join(', ')}: see \`medward check\``]] : []),
    ...(overhead.withoutBarrier
      ? [
          [
            'barrier',
            overhead.withoutBarrier === overhead.level
              ? 'without it the level would be the same'
              : `without it the level would be ${levelName(overhead.withoutBarrier)}`,
          ],
        ]
      : []),
    [
      'products',
      `${workProducts.byClass} asked by class ${output.safetyClass.class}; cybersecurity adds ${workProducts.added} and deepens ${workProducts.deepened}`,
    ],
    [
      'clauses',
      `${clauses.byClass} asked by class; security answers ${clauses.lifted} more (${clauses.byStrength.required} required, ${clauses.byStrength.expected} expected, ${clauses.byStrength.analogy} analogy)`,
    ],
    [
      'hours',
      `by class ${hours(overhead.hours.byClass)}, security ${hours(overhead.hours.security)}${ratio(overhead)}${counted(overhead)}`,
    ],
  ];
  terminal.out(`\n${paint('bold', 'What cybersecurity adds')}\n`);
  for (const [name = '', value = ''] of rows) terminal.out(`${name.padEnd(9)} ${wrap(value, width, '          ')}\n`);
  terminal.out(
    `          ${paint('grey', 'Estimate from adjustable assumptions, range ×0.5 to ×2. Not a quotation.')}\n`,
  );
}

function ratio(overhead: OverheadOutput): string {
  return overhead.ratio === null ? '' : `, ratio ${Math.round(overhead.ratio * 100)} %`;
}

function counted(overhead: OverheadOutput): string {
  return overhead.references.length === 0
    ? ''
    : `; counts of example ${overhead.references.join(' or ')}, because no records are there`;
}

function printProfile({ profile }: AssessOutput, terminal: Terminal): void {
  const known = Object.entries(profile).filter(([, fact]) => fact.value !== 'unknown');
  const unknown = Object.entries(profile).filter(([, fact]) => fact.value === 'unknown');
  const rows = known.map(([id, fact]) => [id, words(fact.value), fact.source, fact.from.slice(0, 4).join(', ')]);
  terminal.out(`\n${terminal.paint('bold', 'Profile')}\n`);
  for (const line of columns(rows)) terminal.out(`${plain(line)}\n`);
  if (unknown.length > 0)
    terminal.out(`${wrap(`not stated: ${unknown.map(([id]) => id).join(', ')}`, terminal.width, '')}\n`);
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

/** Class asks, security adds: both stand beside each other for each product, grouped by where the work is done. */
function printObligations(obligations: readonly ObligationOutput[], terminal: Terminal): void {
  if (obligations.length === 0) return;
  const left = obligations.reduce((sum, one) => sum + one.hoursLeft, 0);
  terminal.out(
    `\n${terminal.paint('bold', 'Obligations')}  ${obligations.length} work products, about ${number(left)} h left\n`,
  );
  const rows = PLACES.flatMap((place) => {
    const here = obligations.filter((one) => one.place === place);
    return here.length === 0 ? [] : [[place, 'class', 'security', '', 'criteria', 'hours left'], ...here.map(row)];
  });
  for (const [at, line] of columns(rows, new Set([4, 5])).entries()) {
    const isHead = rows[at]?.[1] === 'class';
    terminal.out(`${isHead ? `\n${terminal.paint('grey', line)}` : plain(line)}\n`);
  }
}

function row(one: ObligationOutput): readonly string[] {
  const asked = one.criteria.filter((criterion) => criterion.decides);
  const yes = asked.filter((criterion) => criterion.answer === 'yes').length;
  const scope = one.scope === 'device' ? '' : ` (${one.scope})`;
  const notes = [
    one.decisions.length > 0 ? `, ${one.decisions.length} decided` : '',
    one.byReference > 0 ? `, ${one.byReference} by reference, not checked here` : '',
  ];
  const status = `${STATUS_SIGNS[one.status] ?? ''} ${one.status}${notes.join('')}`;
  return [
    `  ${one.id}${scope}`,
    DEPTHS[one.byClass] ?? '',
    DEPTHS[one.bySecurity] ?? '',
    status,
    `${yes}/${asked.length}`,
    number(one.hoursLeft),
  ];
}

function printWhatIf(output: AssessOutput, terminal: Terminal): void {
  const { whatIf } = output;
  if (!whatIf) return;
  const facts = Object.entries(whatIf.facts).map(([id, value]) => `${id} = ${words(value)}`);
  const rows = [
    ['', 'now', 'then'],
    ['safety class', output.safetyClass.class, whatIf.safetyClass.class],
    ['overhead', levelName(output.overhead.level), levelName(whatIf.overhead.level)],
    [
      'work products by class',
      String(output.overhead.workProducts.byClass),
      String(whatIf.overhead.workProducts.byClass),
    ],
    ['added by security', String(output.overhead.workProducts.added), String(whatIf.overhead.workProducts.added)],
    [
      'deepened by security',
      String(output.overhead.workProducts.deepened),
      String(whatIf.overhead.workProducts.deepened),
    ],
    ['hours by class', hours(output.overhead.hours.byClass), hours(whatIf.overhead.hours.byClass)],
    ['hours for security', hours(output.overhead.hours.security), hours(whatIf.overhead.hours.security)],
  ];
  terminal.out(`\n${terminal.paint('bold', `What if ${facts.join(', ')}`)}\n`);
  for (const line of columns(rows)) terminal.out(`${line}\n`);
  const gone = whatIf.changed.filter((change) => change.after === 'none/none').map((change) => change.id);
  const appear = whatIf.changed.filter((change) => change.before === 'none/none').map((change) => change.id);
  const deeper = whatIf.changed
    .filter((change) => change.before !== 'none/none' && change.after !== 'none/none')
    .map((change) => change.id);
  for (const [name, ids] of [
    ['no longer asked', gone],
    ['newly asked', appear],
    ['asked at another depth', deeper],
  ] as const) {
    if (ids.length > 0) terminal.out(`${wrap(`${name}: ${ids.join(', ')}`, terminal.width, '  ')}\n`);
  }
}

/** Where evidence lives: the same product in the same place, whoever asks for it. */
function printByPlace({ byPlace, obligations }: AssessOutput, terminal: Terminal): void {
  const places = byPlace ?? [];
  const rows = places.map((one) => [
    one.place,
    String(one.classAsks),
    String(one.securityAdds),
    String(one.have),
    String(one.proven),
    String(one.unknown),
    number(one.hoursLeft),
  ]);
  const [head = '', ...lines] = columns(
    [['place', 'class asks', 'security adds', 'have', 'proven', 'unknown', 'hours left'], ...rows],
    new Set([1, 2, 3, 4, 5, 6]),
  );
  terminal.out(`\n${terminal.paint('grey', head)}\n${lines.join('\n')}\n`);
  for (const one of places) {
    const here = obligations.filter((obligation) => obligation.place === one.place);
    if (here.length === 0) continue;
    terminal.out(`\n${terminal.paint('bold', one.place)}\n`);
    for (const line of columns(here.map(row))) terminal.out(`${plain(line)}\n`);
  }
}

const CLAUSE_SIGNS: Readonly<Record<string, string>> = {
  met: '●',
  open: '◐',
  unknown: '?',
  empty: '○',
  none: '–',
  'not-asked': '·',
};

function printByClause({ pack, clauses }: ByClauseOutput, terminal: Terminal): void {
  const count = (status: string): number => clauses.filter((clause) => clause.status === status).length;
  const asked = clauses.length - count('not-asked');
  terminal.out(
    `\n${terminal.paint('bold', `${pack}: ${asked} clauses asked; ${count('met')} with criteria met, ${count('open')} open, ${count('unknown')} unknown, ${count('empty')} of which nothing is written, ${count('none')} that no criterion here answers; ${count('not-asked')} not asked.`)}\n`,
  );
  const rows = clauses
    .filter((clause) => clause.status !== 'not-asked')
    .map((clause) => [
      clause.id.slice(clause.id.indexOf(':') + 1),
      `${CLAUSE_SIGNS[clause.status] ?? ''} ${clause.status}`,
      clause.asked === 'by-security' ? 'security' : 'class',
      clause.criteria
        .filter((criterion) => criterion.answer !== 'yes')
        .map((criterion) => criterion.id)
        .join(' '),
      clause.title,
    ]);
  for (const line of columns(rows)) terminal.out(`${plain(line)}\n`);
}
