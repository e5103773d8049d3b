/** Gathers what a reader says into counts, the mapping to records, and lists of bounded length. */
import { clip, LIMITS } from './limits.js';
import type { RecordIdFinder } from './record-ids.js';
import type {
  Component,
  Covered,
  FileCoverage,
  Finding,
  FindingCounts,
  OpenFinding,
  Outcome,
  ReportPart,
  ReportProblem,
  ReportSink,
  Review,
  ReviewedChange,
  TestCounts,
  TestResult,
  Tool,
} from './report.js';

/** What tests that name one record say together. */
export interface MappedResult {
  readonly id: string;
  /** `passed` only if every one of them passed, and at once. */
  readonly outcome: Outcome | 'flaky';
  readonly counts: TestCounts;
  readonly flaky: number;
  /** The first of them, for people to find it. */
  readonly example: string;
  readonly line: number | null;
}

export interface UnknownId {
  readonly id: string;
  readonly test: string;
  readonly line: number | null;
}

export interface Collected {
  readonly tool: Tool | null;
  readonly ranAt: string | null;
  readonly commit: string | null;
  readonly complete: boolean | 'unknown';
  readonly tests: TestCounts | null;
  readonly flaky: number;
  /** The first of them, in the order of the report. */
  readonly results: readonly TestResult[];
  readonly mapped: readonly MappedResult[];
  /** Results that name no record. */
  readonly unmapped: number;
  readonly unmappedExamples: readonly string[];
  readonly unknownIds: readonly UnknownId[];
  readonly findings: FindingCounts | null;
  readonly findingList: readonly Finding[];
  /** The first of those that are open; the others are counted. */
  readonly openFindings: readonly OpenFinding[];
  readonly openFindingsLeftOut: number;
  readonly weaknesses: readonly string[];
  readonly scanned: number;
  /** Files that the tool looked at, `null` if there are too many to keep. */
  readonly scannedFiles: readonly string[] | null;
  readonly coverage: Coverage | null;
  readonly components: number | null;
  readonly componentList: readonly Component[];
  readonly reviews: readonly Review[];
  readonly changes: readonly ReviewedChange[];
  readonly problems: readonly ReportProblem[];
}

export interface Coverage {
  readonly lines: Covered | null;
  readonly branches: Covered | null;
  readonly functions: Covered | null;
  readonly files: readonly FileCoverage[];
}

type Counting<T> = { -readonly [K in keyof T]: T[K] };

interface MappedCount {
  readonly counts: Counting<TestCounts>;
  flaky: number;
  readonly example: string;
  readonly line: number | null;
}

const UNMAPPED_EXAMPLES = 1_000;

// @implements SRS-809
export class ReportCollector implements ReportSink {
  readonly #ids: RecordIdFinder;
  readonly #keep: number;
  readonly #parts = new Set<ReportPart>();
  readonly #tests: Counting<TestCounts> = { passed: 0, failed: 0, errored: 0, skipped: 0 };
  readonly #findings: Counting<FindingCounts> = { error: 0, warning: 0, note: 0, none: 0, suppressed: 0 };
  readonly #mapped = new Map<string, MappedCount>();
  readonly #unknownIds = new Map<string, UnknownId>();
  readonly #results: TestResult[] = [];
  readonly #unmappedExamples: string[] = [];
  readonly #findingList: Finding[] = [];
  readonly #openFindings: OpenFinding[] = [];
  #openFindingsLeftOut = 0;
  readonly #weaknesses = new Set<string>();
  readonly #scanned = new Set<string>();
  readonly #coverage = new Map<string, FileCoverage>();
  readonly #componentList: Component[] = [];
  readonly #reviews: Review[] = [];
  readonly #changes: ReviewedChange[] = [];
  #changedFiles = 0;
  readonly #problems: ReportProblem[] = [];
  #components = 0;
  #flaky = 0;
  #unmapped = 0;
  #tool: Tool | null = null;
  #ranAt: string | null = null;
  #commit: string | null = null;
  #complete: boolean | 'unknown' = 'unknown';

  /** @param keep how many results, findings and components are kept one by one */
  constructor(ids: RecordIdFinder, keep: number = LIMITS.kept) {
    this.#ids = ids;
    this.#keep = keep;
  }

  tool(tool: Tool): void {
    this.#tool ??= { name: clip(tool.name, 200), version: tool.version === null ? null : clip(tool.version, 100) };
  }

  ranAt(written: string): void {
    this.#ranAt ??= clip(written.trim(), 60) || null;
  }

  commit(hash: string): void {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hash)) this.#commit ??= hash;
  }

  // @implements SRS-802
  complete(ranToEnd: boolean): void {
    this.#complete = this.#complete !== false && ranToEnd;
  }

  has(part: ReportPart): void {
    this.#parts.add(part);
  }

  test(result: TestResult): void {
    this.has('tests');
    this.#tests[result.outcome]++;
    if (result.flaky) this.#flaky++;
    if (this.#results.length < this.#keep) this.#results.push(result);
    this.#map(result);
  }

  #map(result: TestResult): void {
    const { known, unknown } = this.#ids.of(result);
    if (known.size === 0) {
      this.#unmapped++;
      if (this.#unmappedExamples.length < UNMAPPED_EXAMPLES) this.#unmappedExamples.push(fullName(result));
    }
    for (const id of known) this.#count(id, result);
    for (const id of unknown) {
      if (this.#unknownIds.has(id) || this.#unknownIds.size >= UNMAPPED_EXAMPLES) continue;
      this.#unknownIds.set(id, { id, test: fullName(result), line: result.line });
    }
  }

  #count(id: string, result: TestResult): void {
    let count = this.#mapped.get(id);
    if (!count) {
      const counts = { passed: 0, failed: 0, errored: 0, skipped: 0 };
      count = { counts, flaky: 0, example: fullName(result), line: result.line };
      this.#mapped.set(id, count);
    }
    count.counts[result.outcome]++;
    if (result.flaky) count.flaky++;
  }

  finding(finding: Finding): void {
    this.has('findings');
    if (finding.state === 'absent') return;
    this.#findings[finding.state === 'suppressed' ? 'suppressed' : finding.level]++;
    if (this.#findingList.length < this.#keep) this.#findingList.push(finding);
    if (finding.state === 'open') this.#open(finding);
  }

  #open({ rule, level, message, file, fileLine, weaknesses, fingerprint }: Finding): void {
    if (this.#openFindings.length >= LIMITS.statedFindings) this.#openFindingsLeftOut++;
    else this.#openFindings.push({ rule, level, message: clip(message, 200), file, fileLine, weaknesses, fingerprint });
  }

  weakness(id: string): void {
    if (this.#weaknesses.size < LIMITS.named) this.#weaknesses.add(id);
  }

  scanned(file: string): void {
    if (this.#scanned.size < LIMITS.named) this.#scanned.add(clip(file));
  }

  coverage(file: FileCoverage): void {
    this.has('coverage');
    const name = clip(file.file);
    const before = this.#coverage.get(name);
    if (!before && this.#coverage.size >= LIMITS.named) return;
    this.#coverage.set(name, before ? joined(before, file) : { ...file, file: name });
  }

  component(component: Component): void {
    this.has('components');
    this.#components++;
    if (this.#componentList.length < this.#keep) this.#componentList.push(component);
  }

  review(review: Review): void {
    this.has('reviews');
    if (this.#reviews.length < LIMITS.kept) this.#reviews.push(review);
  }

  change({ commit, files }: ReviewedChange): void {
    this.has('reviews');
    const kept = files.slice(0, LIMITS.reviewedFiles - this.#changedFiles);
    this.#changedFiles += kept.length;
    if (kept.length > 0) this.#changes.push({ commit, files: kept });
  }

  problem(message: string, line: number | null = null): void {
    if (this.#problems.length < LIMITS.problems) this.#problems.push({ message, line });
    else if (this.#problems.length === LIMITS.problems) {
      this.#problems.push({ message: 'There are more problems, which are not shown.', line });
    }
  }

  collected(): Collected {
    const has = (part: ReportPart): boolean => this.#parts.has(part);
    return {
      tool: this.#tool,
      ranAt: this.#ranAt,
      commit: this.#commit,
      complete: this.#complete,
      tests: has('tests') ? { ...this.#tests } : null,
      flaky: this.#flaky,
      results: this.#results,
      mapped: [...this.#mapped].map(mappedResult).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      unmapped: this.#unmapped,
      unmappedExamples: this.#unmappedExamples,
      unknownIds: [...this.#unknownIds.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      findings: has('findings') ? { ...this.#findings } : null,
      findingList: this.#findingList,
      openFindings: this.#openFindings,
      openFindingsLeftOut: this.#openFindingsLeftOut,
      weaknesses: [...this.#weaknesses].toSorted(byNumber),
      scanned: this.#scanned.size,
      scannedFiles: this.#scanned.size > LIMITS.statedFiles ? null : [...this.#scanned].toSorted(),
      coverage: has('coverage') ? coverageOf([...this.#coverage.values()]) : null,
      components: has('components') ? this.#components : null,
      componentList: this.#componentList,
      reviews: this.#reviews,
      changes: this.#changes,
      problems: this.#problems,
    };
  }
}

function fullName(test: Pick<TestResult, 'name' | 'suites'>): string {
  return clip([...test.suites, test.name].filter((name) => name !== '').join(' › '));
}

function mappedResult([id, { counts, flaky, example, line }]: readonly [string, MappedCount]): MappedResult {
  return { id, outcome: outcomeOf(counts, flaky), counts: { ...counts }, flaky, example, line };
}

/** Whatever is not a clean pass of all prevails: a skipped part proves nothing. */
function outcomeOf(counts: TestCounts, flaky: number): MappedResult['outcome'] {
  if (counts.failed > 0) return 'failed';
  if (counts.errored > 0) return 'errored';
  if (flaky > 0) return 'flaky';
  return counts.skipped > 0 || counts.passed === 0 ? 'skipped' : 'passed';
}

/** The same file may stand in several records of LCOV or in several packages. */
function joined(before: FileCoverage, more: FileCoverage): FileCoverage {
  return {
    file: before.file,
    lines: sum([before.lines, more.lines]),
    branches: sum([before.branches, more.branches]),
    functions: sum([before.functions, more.functions]),
  };
}

function coverageOf(files: readonly FileCoverage[]): Coverage {
  return {
    lines: sum(files.map((file) => file.lines)),
    branches: sum(files.map((file) => file.branches)),
    functions: sum(files.map((file) => file.functions)),
    files: files.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

function sum(parts: readonly (Covered | null)[]): Covered | null {
  const told = parts.filter((part) => part !== null);
  if (told.length === 0) return null;
  return {
    covered: told.reduce((total, part) => total + part.covered, 0),
    total: told.reduce((total, part) => total + part.total, 0),
  };
}

/** CWE-79 before CWE-601. */
function byNumber(a: string, b: string): number {
  return Number(a.replace(/\D+/g, '')) - Number(b.replace(/\D+/g, '')) || (a < b ? -1 : 1);
}
