/** Prints what `medward evidence` did: one block per report, one line per statement, one line per fault. */
import type {
  EvidenceAddOutput,
  EvidenceListOutput,
  EvidenceSignOutput,
  EvidenceVerifyOutput,
  ReportOutput,
} from '../contract/index.js';
import { counted } from './print-table.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';

const AT_MOST = 10;

export function printAdd(output: EvidenceAddOutput, terminal: Terminal): void {
  for (const { file, line, column, message } of output.mapping) {
    terminal.note(`error  ${plain(file)}:${line}:${column}\n  ${wrap(message, terminal.width, '  ')}\n`);
  }
  for (const report of output.reports) printReport(report, terminal);
  if (output.commit?.dirty) {
    terminal.note(
      'note  Files differ from the commit, so nobody can say what was tested: say --commit if the report comes from a clean checkout.\n',
    );
  }
  if (output.commit === null)
    terminal.note('note  There is no commit, so nobody can say for which version this holds.\n');
  if (output.ignored.length > 0) {
    const told = `Git ignores ${output.ignored.join(', ')}, so these files come into no commit, and every result is unknown elsewhere. Add \`!/evidence/\` and \`!/evidence/**\` behind the rules of the \`.gitignore\` of this project.`;
    terminal.note(`warning  ${wrap(told, terminal.width, '  ')}\n`);
  }
  for (const problem of output.problems)
    terminal.note(`error  ${plain(problem.file)}\n  ${wrap(problem.message, terminal.width, '  ')}\n`);
}

function printReport(report: ReportOutput, terminal: Terminal): void {
  const tool =
    report.tool === null ? '' : `, ${report.tool.name}${report.tool.version === null ? '' : ` ${report.tool.version}`}`;
  terminal.out(`${terminal.paint('bold', plain(report.file))}  ${plain(`${report.format}${tool}`)}  ${report.state}\n`);
  for (const line of linesOf(report)) terminal.out(`  ${wrap(line, terminal.width, '  ')}\n`);
  list(
    report.problems.map(({ message, line }) => `${line === null ? '' : `line ${line}: `}${message}`),
    'problem',
    terminal,
  );
  list(
    report.unknownIds.map(({ id, test, line }) => `${id} in \`${test}\`${line === null ? '' : `, line ${line}`}`),
    'names nothing',
    terminal,
  );
  list(report.unmappedTests, 'unmapped', terminal);
}

function linesOf(report: ReportOutput): readonly string[] {
  const { tests, findings, coverage } = report;
  const lines: string[] = [];
  if (tests) {
    const flaky = report.flaky > 0 ? `, ${report.flaky} only after a re-run` : '';
    lines.push(
      `${tests.passed} passed, ${tests.failed} failed, ${tests.errored} errored, ${tests.skipped} skipped${flaky}`,
    );
    lines.push(`${counted(report.records.length, 'record')} named, ${namingNone(report.unmapped, 'none')}`);
  }
  if (findings) {
    lines.push(
      `${counted(findings.error, 'error')}, ${counted(findings.warning, 'warning')}, ${counted(findings.note, 'note')}, ${findings.none} without level, ${findings.suppressed} accepted; rules for ${counted(report.weaknesses.length, 'weakness', 'weaknesses')}`,
    );
  }
  if (coverage?.lines) lines.push(`${coverage.lines.covered} of ${coverage.lines.total} lines covered`);
  if (report.components !== null) lines.push(counted(report.components, 'component'));
  if (report.reviews > 0) lines.push(counted(report.reviews, 'review'));
  if (report.complete === false) lines.push('not whole: nothing in it counts as proof');
  return [
    ...lines,
    ...toldWords(report),
    ...untoldWords(report).map((words) => `${words}: add it again with ${OPTION[words]}`),
  ];
}

type Said = Pick<ReportOutput, 'told' | 'tests' | 'findings' | 'ranAt' | 'complete'>;

function toldWords({ told }: Said): readonly string[] {
  if (!told) return [];
  const words = [told.ranAt === null ? '' : `ran at ${told.ranAt}`, told.toEnd ? 'ran to its end' : ''];
  return [`told, not said by the report: ${words.filter((word) => word !== '').join(', ')}`];
}

const NO_TIME = 'nobody tells when it ran';
const NO_END = 'nobody tells whether it ran to its end, so it proves nothing';
const OPTION = { [NO_TIME]: '--ran-at', [NO_END]: '--ran-to-end' } as const;

function untoldWords({ told, tests, findings, ranAt, complete }: Said): readonly (keyof typeof OPTION)[] {
  if (tests === null && findings === null) return [];
  return [
    ...(ranAt === null && (told?.ranAt ?? null) === null ? ([NO_TIME] as const) : []),
    ...(complete === 'unknown' && told?.toEnd !== true ? ([NO_END] as const) : []),
  ];
}

function list(entries: readonly string[], word: string, terminal: Terminal): void {
  for (const entry of entries.slice(0, AT_MOST)) terminal.out(`  ${word}  ${wrap(entry, terminal.width, '    ')}\n`);
  if (entries.length > AT_MOST) terminal.out(`  and ${entries.length - AT_MOST} more ${word}: see --json\n`);
}

export function printList(output: EvidenceListOutput, terminal: Terminal): void {
  const rows = output.statements.map((one) => [
    (one.ranAt ?? one.told?.ranAt)?.slice(0, 10) ?? one.addedOn,
    one.freshness,
    one.signedBy.length > 0 ? `signed by ${one.signedBy.join(', ')}` : one.assurance,
    one.commit?.slice(0, 10) ?? 'no commit',
    one.format,
    one.report,
    [one.cause, ...toldWords(one), ...untoldWords(one)].filter((words) => words !== '').join('; '),
  ]);
  const lines = columns(rows);
  output.statements.forEach((statement, at) => {
    terminal.out(`${plain(lines[at] ?? '')}\n`);
    printUnmapped(statement, terminal);
  });
  const unmapped = output.statements.reduce((total, one) => total + one.unmapped, 0);
  const more = unmapped > 0 ? `; ${namingNone(unmapped, 'no record')} (--unmapped lists them)` : '';
  terminal.out(`${counted(output.statements.length, 'statement')}${more}\n`);
  printProblems(output.problems, terminal);
}

function printUnmapped(statement: EvidenceListOutput['statements'][number], terminal: Terminal): void {
  if (statement.unmappedTests === null) return;
  for (const { id, test, line } of statement.unknownIds) {
    const place = line === null ? '' : `, line ${line} of the report`;
    terminal.out(`  names nothing  ${wrap(`${id} in \`${test}\`${place}`, terminal.width, '    ')}\n`);
  }
  for (const test of statement.unmappedTests) terminal.out(`  unmapped  ${wrap(test, terminal.width, '    ')}\n`);
  const told = statement.unmappedTests.length;
  if (told < statement.unmapped && told >= 1_000) terminal.out(`  and more unmapped: ${statement.unmapped} in all\n`);
}

export function printSign(output: EvidenceSignOutput, terminal: Terminal): void {
  for (const { report, state, assurance, why } of output.signed) {
    const word = state === 'added' ? 'signed' : 'signed before';
    terminal.out(`${plain(report)}  ${word}; assurance: ${assurance}\n`);
    if (why !== null)
      terminal.out(`  ${terminal.paint('amber', 'does not count')}  ${wrap(why, terminal.width, '    ')}\n`);
  }
  terminal.out(`${output.signed.length} statements\n`);
  printProblems(output.problems, terminal);
}

export function printVerify(output: EvidenceVerifyOutput, terminal: Terminal): void {
  printProblems(output.problems, terminal);
  const { checked, valid } = output.signatures;
  const signatures = checked > 0 ? `, ${valid} of ${checked} signatures count` : '';
  const faults = output.problems.length === 0 ? 'nothing was touched' : `${output.problems.length} faults`;
  terminal.out(`${output.checked} files of ${output.statements} statements hashed again${signatures}: ${faults}.\n`);
  printPeople(output.people, terminal);
}

function printPeople({ checked, notKnown, hints }: EvidenceVerifyOutput['people'], terminal: Terminal): void {
  if (checked + notKnown === 0) return;
  terminal.out(`${checked} approvals, reviews, statements and decisions held against those who committed them`);
  terminal.out(notKnown > 0 ? `; of ${notKnown} nobody can tell.\n` : '.\n');
  for (const { person, committedBy, records, file, line } of hints) {
    const more = records.length > 1 ? ` and ${records.length - 1} more` : '';
    const words = `${records[0] ?? ''}${more} by ${person} ${records.length > 1 ? 'were' : 'was'} committed by ${committedBy} (${file}:${line}).`;
    terminal.out(`${terminal.paint('grey', 'hint')}   ${wrap(words, terminal.width, '       ')}\n`);
  }
}

function printProblems(problems: EvidenceListOutput['problems'], terminal: Terminal): void {
  for (const { file, message } of problems) {
    terminal.out(`${terminal.paint('red', 'error')}  ${plain(file)}\n  ${wrap(message, terminal.width, '  ')}\n`);
  }
}

function namingNone(results: number, none: string): string {
  return `${counted(results, 'result')} ${results === 1 ? 'names' : 'name'} ${none}`;
}
