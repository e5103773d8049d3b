/** Evidence as rules may ask for it: findings of scanners held against the records that dispose of them. */
import { newestFirst, whenOf, type OpenFinding, type StoredStatement } from '../evidence/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { EvidenceView, ReportedFinding, ReportView, ScanView } from '../rules/index.js';
import { once } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import type { Evidence } from './proofs/evidence.js';
import { isSecurityTest } from './security-test.js';
import { Dispositions } from './special-tests/dispositions.js';
import { standingScans } from './special-tests/standing-scans.js';
import { UnitCoverage } from './unit-coverage.js';

interface ViewInput {
  readonly trace: Trace;
  readonly evidence: Evidence;
  readonly date: string;
}

export function evidenceView(input: ViewInput): EvidenceView {
  const reported = once(() => new ReportedFindings(input));
  const coverage = once(() => new UnitCoverage(input.trace, input.evidence));
  const reports = once(() => reportsByTest(input.evidence.statements));
  return {
    knows: (commit) => input.evidence.knows(commit),
    scans: () => reported().scans,
    coverageOf: (item) => coverage().of(item),
    reportedAgain: (finding) => reported().again.get(finding),
    reportsOf: (test) => reports().get(test.id) ?? [],
  };
}

class ReportedFindings {
  readonly again = new Map<RecordOf<'finding'>, ReportedFinding>();
  readonly scans: readonly ScanView[];
  readonly #trace: Trace;
  readonly #dispositions: Dispositions;

  constructor({ trace, evidence, date }: ViewInput) {
    this.#trace = trace;
    this.#dispositions = new Dispositions(trace, date, () => evidence.present());
    this.scans = standingScans(evidence.statements).map((stored) => this.#scan(stored));
  }

  #scan({ statement: { predicate } }: StoredStatement): ScanView {
    const tool = predicate.tool?.name ?? 'the scanner';
    const { openFindings = [], openFindingsLeftOut = 0, records, report } = predicate;
    return {
      tool,
      report: report.name,
      isOfSecurityTest: records.some(({ id }) => isTestOfSecurity(this.#trace.find(id))),
      withoutRecord: openFindings.flatMap((finding) => this.#withoutRecord(finding, tool)),
      leftOut: openFindingsLeftOut,
    };
  }

  #withoutRecord(finding: OpenFinding, tool: string): readonly ReportedFinding[] {
    const { rule, level, weaknesses, fileLine } = finding;
    const file = finding.file?.replace(/^\.\//, '') ?? null;
    const reported = { tool, rule, level, weaknesses, file, line: fileLine };
    const records = this.#dispositions.recordsOf(finding, tool);
    for (const record of records) this.again.set(record, reported);
    return records.length > 0 || this.#dispositions.isJudgedAdvisory(finding) ? [] : [reported];
  }
}

function isTestOfSecurity(record: AnyRecord | undefined): boolean {
  return record !== undefined && isSecurityTest(record);
}

/** Id of a test → the reports that speak of it, newest first. */
function reportsByTest(statements: readonly StoredStatement[]): ReadonlyMap<string, readonly ReportView[]> {
  const byTest = new Map<string, ReportView[]>();
  for (const stored of statements.toSorted(newestFirst)) {
    const { records, report, tester } = stored.statement.predicate;
    const view = { name: report.name, at: whenOf(stored), tester };
    for (const { id } of records) {
      const list = byTest.get(id);
      if (list) list.push(view);
      else byTest.set(id, [view]);
    }
  }
  return byTest;
}
