/** The outputs of `medward evidence add`, `list` and `verify` (contract.md, evidence). */
import type { StatementFreshness } from '../assess/index.js';
import {
  toldBeside,
  type AssuranceLevel,
  type Covered,
  type MappingFault,
  type ProjectAssurance,
  type Report,
  type RunCommit,
  type Statement,
  type StoredStatement,
  type StoreFault,
  type ToldOfRun,
} from '../evidence/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

export interface ReportOutput {
  /** As given on the command line. */
  readonly file: string;
  readonly format: string;
  readonly sha256: string;
  readonly tool: Report['tool'];
  readonly tests: Report['tests'];
  readonly findings: Report['findings'];
  readonly weaknesses: readonly string[];
  readonly components: number | null;
  readonly unmapped: number;
  readonly problems: readonly { readonly message: string; readonly line: number | null }[];
  readonly flaky: number;
  readonly complete: boolean | 'unknown';
  readonly ranAt: string | null;
  /** What the report does not say and whoever added it told. */
  readonly told: ToldOfRun | null;
  readonly records: readonly { readonly id: string; readonly outcome: string; readonly line: number | null }[];
  readonly unmappedTests: readonly string[];
  readonly unknownIds: Report['unknownIds'];
  readonly coverage: { readonly lines: Covered | null; readonly branches: Covered | null } | null;
  readonly reviews: number;
  readonly state: 'added' | 'present' | 'replaced' | 'not-stored';
  /** Path of the statement. */
  readonly statement: string | null;
}

export interface EvidenceAddOutput extends Identity {
  readonly commit: RunCommit | null;
  readonly dryRun: boolean;
  /** What is wrong in the mapping files; entries with a fault are not used. */
  readonly mapping: readonly MappingFault[];
  readonly reports: readonly ReportOutput[];
  /** Files that were not read or not stored at all. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
  /** Files of the store that Git ignores, as `evidence/reports/*.xml`: without them every result is unknown elsewhere. */
  readonly ignored: readonly string[];
}

/** What became of a report, beside what it says. */
export interface AddedReport {
  readonly file: string;
  readonly report: Report;
  readonly told: ToldOfRun;
  readonly state: ReportOutput['state'];
  readonly statement: string | null;
}

function reportOutput({ file, report, told, state, statement }: AddedReport): ReportOutput {
  const { coverage } = report;
  return {
    file,
    format: report.format,
    sha256: report.sha256,
    tool: report.tool,
    tests: report.tests,
    findings: report.findings,
    weaknesses: report.weaknesses,
    components: report.components,
    unmapped: report.unmapped,
    problems: report.problems,
    flaky: report.flaky,
    complete: report.complete,
    ranAt: report.ranAt,
    told: toldBeside(report, told) ?? null,
    records: report.mapped.map(({ id, outcome, line }) => ({ id, outcome, line })),
    unmappedTests: report.unmappedExamples,
    unknownIds: report.unknownIds,
    coverage: coverage && { lines: coverage.lines, branches: coverage.branches },
    reviews: report.reviews.length,
    state,
    statement,
  };
}

export function evidenceAddOutput(
  added: Pick<EvidenceAddOutput, 'commit' | 'dryRun' | 'mapping' | 'problems' | 'ignored'> & {
    readonly reports: readonly AddedReport[];
  },
  subject: Subject,
): EvidenceAddOutput {
  return { ...identityOf('evidence', subject), ...added, reports: added.reports.map(reportOutput) };
}

export interface EvidenceListOutput extends Identity {
  readonly statements: readonly ListedStatement[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

export interface ListedStatement {
  readonly path: string;
  readonly report: string;
  readonly format: string;
  readonly tool: Report['tool'];
  readonly commit: string | null;
  readonly ranAt: string | null;
  readonly addedOn: string;
  /** Whether the report says that its run came to its end. */
  readonly complete: boolean | 'unknown';
  /** What the report does not say and whoever added it told. */
  readonly told: ToldOfRun | null;
  readonly tester: string | null;
  readonly tests: Report['tests'];
  readonly findings: Report['findings'];
  readonly records: readonly string[];
  readonly unmapped: number;
  /** Whether it holds for the content of today. */
  readonly freshness: StatementFreshness['is'];
  /** Words that may begin with a path or an id, so nothing in them is capitalised. */
  readonly cause: string;
  /** Who vouches for it: somebody who typed it, the system that did the work, or the holder of a trusted key. */
  readonly assurance: AssuranceLevel;
  /** Names of the trusted keys that signed it. */
  readonly signedBy: readonly string[];
  /** Words in the report that look like ids and name nothing. */
  readonly unknownIds: Report['unknownIds'];
  /** Results that name no record by today's ids and mapping, the first thousand; `null` unless they were asked for. */
  readonly unmappedTests: readonly string[] | null;
}

/** @param unmapped what `--unmapped` asks for */
export function evidenceListOutput(
  stored: readonly StoredStatement[],
  faults: readonly StoreFault[],
  assurance: ProjectAssurance,
  freshness: (stored: StoredStatement) => StatementFreshness,
  subject: Subject,
  unmapped?: (statement: Statement) => readonly string[],
): EvidenceListOutput {
  return {
    ...identityOf('evidence-list', subject),
    statements: stored.map((one) => ({
      ...listed(one, freshness(one)),
      ...vouchedFor(one, assurance),
      unmappedTests: unmapped?.(one.statement) ?? null,
    })),
    problems: faults.map(({ path, message }) => ({ file: path, message })),
  };
}

function vouchedFor(
  stored: StoredStatement,
  assurance: ProjectAssurance,
): Pick<ListedStatement, 'assurance' | 'signedBy'> {
  const { level, signers } = assurance.of(stored);
  return { assurance: level, signedBy: signers };
}

function listed(
  { path, statement: { predicate } }: StoredStatement,
  { is, cause }: StatementFreshness,
): Omit<ListedStatement, 'assurance' | 'signedBy' | 'unmappedTests'> {
  return {
    path,
    report: predicate.report.name,
    format: predicate.report.format,
    tool: predicate.tool,
    commit: predicate.commit?.id ?? null,
    ranAt: predicate.ranAt,
    addedOn: predicate.addedOn,
    complete: predicate.complete,
    told: predicate.told ?? null,
    tester: predicate.tester,
    tests: predicate.tests,
    findings: predicate.findings,
    records: predicate.records.map(({ id }) => id),
    unmapped: predicate.unmapped,
    freshness: is,
    cause,
    unknownIds: predicate.unknownIds,
  };
}

export interface EvidenceVerifyOutput extends Identity {
  readonly checked: number;
  readonly statements: number;
  readonly signatures: { readonly checked: number; readonly valid: number };
  readonly people: PeopleChecked;
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Approvals, reviews, statements and decisions held against those who committed them. */
export interface PeopleChecked {
  readonly checked: number;
  /** Nobody committed them yet, or Git cannot tell. */
  readonly notKnown: number;
  readonly hints: readonly {
    /** As the records name them. */
    readonly person: string;
    /** E-mail address. */
    readonly committedBy: string;
    readonly records: readonly string[];
    /** Place of the first of them. */
    readonly file: string;
    readonly line: number;
  }[];
}

export function evidenceVerifyOutput(
  verified: { readonly checked: number; readonly faults: readonly StoreFault[] },
  statements: number,
  assurance: Omit<ProjectAssurance, 'of'>,
  people: PeopleChecked,
  subject: Subject,
): EvidenceVerifyOutput {
  const faults = [...verified.faults, ...assurance.faults];
  return {
    ...identityOf('evidence-verify', subject),
    checked: verified.checked,
    statements,
    signatures: { checked: assurance.checked, valid: assurance.valid },
    people,
    problems: faults.map(({ path, message }) => ({ file: path, message })),
  };
}

const line = nullable(integer);
const tool = nullable(object({ name: text, version: nullable(text) }));
const tests = nullable(object({ passed: integer, failed: integer, errored: integer, skipped: integer }));
const findings = nullable(
  object({ error: integer, warning: integer, note: integer, none: integer, suppressed: integer }),
);
const covered = nullable(object({ covered: integer, total: integer }));
const fileProblems = array(object({ file: text, message: text }));
const told = nullable(object({ ranAt: nullable(text), toEnd: yesNo }));
const complete: Schema = { enum: [true, false, 'unknown'] };

const reportSchema = object({
  file: text,
  format: text,
  sha256: text,
  tool,
  tests,
  findings,
  weaknesses: array(text),
  components: nullable(integer),
  unmapped: integer,
  problems: array(object({ message: text, line })),
  flaky: integer,
  complete,
  ranAt: nullable(text),
  told,
  records: array(object({ id: text, outcome: oneOf('passed', 'failed', 'errored', 'skipped', 'flaky'), line })),
  unmappedTests: array(text),
  unknownIds: array(object({ id: text, test: text, line })),
  coverage: nullable(object({ lines: covered, branches: covered })),
  reviews: integer,
  state: oneOf('added', 'present', 'replaced', 'not-stored'),
  statement: nullable(text),
});

export const evidenceAddSchema: Schema = withIdentity('evidence', {
  commit: nullable(object({ id: text, from: oneOf('option', 'project'), dirty: yesNo })),
  dryRun: yesNo,
  mapping: array(object({ file: text, line: integer, column: integer, message: text })),
  reports: array(reportSchema),
  problems: fileProblems,
  ignored: array(text),
});

export const evidenceListSchema: Schema = withIdentity('evidence-list', {
  statements: array(
    object({
      path: text,
      report: text,
      format: text,
      tool,
      commit: nullable(text),
      ranAt: nullable(text),
      addedOn: text,
      complete,
      told,
      tester: nullable(text),
      tests,
      findings,
      records: array(text),
      unmapped: integer,
      freshness: oneOf('current', 'stale', 'unknown'),
      cause: text,
      assurance: oneOf('claimed', 'recorded', 'signed'),
      signedBy: array(text),
      unknownIds: array(object({ id: text, test: text, line })),
      unmappedTests: nullable(array(text)),
    }),
  ),
  problems: fileProblems,
});

export const evidenceVerifySchema: Schema = withIdentity('evidence-verify', {
  checked: integer,
  statements: integer,
  signatures: object({ checked: integer, valid: integer }),
  people: object({
    checked: integer,
    notKnown: integer,
    hints: array(object({ person: text, committedBy: text, records: array(text), file: text, line: integer })),
  }),
  problems: fileProblems,
});
