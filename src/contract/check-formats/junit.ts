/**
 * The output of `check` as JUnit XML: one case per rule. Passed is a rule only if it ran on all there is and found nothing;
 * failed, if a gap of it blocks; whatever lies between is skipped, with the reason, so that no report is greener than the check.
 * Fits junit-10.xsd of the Jenkins xUnit plugin, and the older one of Ant that other readers took over.
 */
import { groupBy } from '../../shapes/index.js';
import { isBlocking, type CheckOutput, type GapOutput } from '../check-output.js';
import { attribute, inText } from './xml-text.js';

export function checkAsJunit(output: CheckOutput): string {
  const cases = [...ruleCases(output), ...unreadCase(output)];
  const counted = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${counted('failure')}" errors="${counted('error')}"`;
  const name = attribute(`medward check ${output.project.name} ${output.project.version}`.trim());
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `<testsuite name="${name}" id="0" package="medward" hostname="localhost" timestamp="${output.date}T00:00:00" time="0" ${counts} skipped="${counted('skipped')}">`,
    `<properties>${properties(output)}</properties>`,
    ...cases.map(caseAsXml),
    '<system-out></system-out>',
    '<system-err></system-err>',
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  /** What sort of outcome, as the attribute `type` has it. */
  readonly type: string;
  /** One sentence; empty where it passed. */
  readonly message: string;
  readonly details: readonly string[];
}

function ruleCases(output: CheckOutput): readonly Case[] {
  const byRule = groupBy(output.gaps, ({ rule }) => rule);
  return Object.entries(output.rules).map(([rule, state]) => caseOf(rule, state, byRule.get(rule) ?? []));
}

function caseOf(name: string, state: CheckOutput['rules'][string], gaps: readonly GapOutput[]): Case {
  const blocking = gaps.filter(isBlocking);
  const details = [...blocking, ...gaps.filter((gap) => !isBlocking(gap))].map(line);
  if (blocking.length > 0) return { name, ...FAILS, message: `${gapsThat(blocking.length, 'block')}.`, details };
  if (gaps.length > 0) return { name, ...SKIPS, message: `${gapsThat(gaps.length, 'not block')}.`, details };
  return { name, ...WITHOUT_GAPS[state], details };
}

const FAILS = { outcome: 'failure', type: 'gap' } as const;
const SKIPS = { outcome: 'skipped', type: 'not-blocking' } as const;

const WITHOUT_GAPS: Readonly<Record<CheckOutput['rules'][string], Omit<Case, 'name' | 'details'>>> = {
  ran: { outcome: 'passed', type: '', message: '' },
  'not-asked': {
    outcome: 'skipped',
    type: 'not-asked',
    message: 'Not asked of this device by the chosen packs and facts.',
  },
  undecided: {
    outcome: 'skipped',
    type: 'not-known',
    message: 'Not known: too little is written, or can be read, for its silence to mean anything.',
  },
};

function gapsThat(count: number, what: 'block' | 'not block'): string {
  if (what === 'block') return count === 1 ? '1 gap that blocks' : `${count} gaps that block`;
  return count === 1 ? '1 gap that does not block' : `${count} gaps that do not block`;
}

function line(gap: GapOutput): string {
  const milder = gap.softenedBy ? `, ${gap.originalSeverity} by its rule` : '';
  const known = gap.new ? '' : ', known from the baseline';
  const decided = gap.decision === null ? '' : `, decided by ${gap.decision}`;
  const words = `${gap.severity}${milder}${known}${decided}`;
  return `${gap.file}:${gap.line}:${gap.column}  ${words}\n  ${gap.message}\n  do  ${gap.fix}`;
}

function unreadCase({ problems }: CheckOutput): readonly Case[] {
  if (problems.length === 0) return [];
  const places = problems.length === 1 ? '1 place' : `${problems.length} places`;
  const details = problems.map((one) => `${one.file}:${one.line}:${one.column}  ${one.message}`);
  return [
    { name: 'cannot-be-read', outcome: 'error', type: 'cannot-be-read', message: `${places} cannot be read.`, details },
  ];
}

function caseAsXml({ name, outcome, type, message, details }: Case): string {
  const open = `<testcase classname="medward" name="${attribute(name)}" time="0"`;
  if (outcome === 'passed') return `${open}/>`;
  const body = inText(details.join('\n'));
  return `${open}><${outcome} type="${type}" message="${attribute(message)}">${body}</${outcome}></testcase>`;
}

function properties(output: CheckOutput): string {
  const { project, tool, date, strictness } = output;
  const softened = strictness.reduce((sum, line_) => sum + line_.gaps, 0);
  const pairs = [
    ['medward.version', tool.version],
    ['medward.commit', project.commit ?? 'none'],
    ['medward.date', date],
    ['medward.softened', String(softened)],
  ] as const;
  return pairs.map(([name, value]) => `<property name="${name}" value="${attribute(value)}"/>`).join('');
}
