/** How much of an item its tests ran through, by the newest report of coverage that was made of its files as they are. */
import { newestFirst, whenOf, type FileCoverage, type StoredStatement } from '../evidence/index.js';
import type { RecordOf } from '../records/index.js';
import type { CoverageView } from '../rules/index.js';
import type { Trace } from '../trace/index.js';
import { Comparison } from './proofs/compare.js';
import { filesOf } from './proofs/dependencies.js';
import type { Evidence } from './proofs/evidence.js';
import { fileMeant, ScannedFiles } from './special-tests/scanned-files.js';

export class UnitCoverage {
  readonly #trace: Trace;
  readonly #evidence: Evidence;
  readonly #comparison = new Comparison();
  readonly #newestFirst: readonly StoredStatement[];

  constructor(trace: Trace, evidence: Evidence) {
    this.#trace = trace;
    this.#evidence = evidence;
    this.#newestFirst = evidence.statements
      .filter(({ statement }) => statement.predicate.coverage !== null)
      .toSorted(newestFirst);
  }

  /** @returns `undefined` if no report tells it for all of its files as they are */
  of(item: RecordOf<'item'>): CoverageView | undefined {
    // A file without an item of its own says nothing of the item.
    if ((item.fields.code ?? []).length === 0 || this.#evidence.touched.length > 0) return undefined;
    let found: { readonly of: StoredStatement; readonly view: CoverageView } | undefined;
    for (const stored of this.#newestFirst) {
      if (found && whenOf(found.of) !== whenOf(stored)) break;
      const files = this.#filesIn(stored, item);
      const view = files && sumOf(files, stored.statement.predicate.report.name);
      if (view) found = { of: stored, view: found ? lesser(found.view, view) : view };
    }
    return found?.view;
  }

  #filesIn(stored: StoredStatement, item: RecordOf<'item'>): readonly FileCoverage[] | undefined {
    const { commit, inputs } = stored.statement.predicate;
    const now = this.#evidence.present();
    const then = commit && !commit.dirty && inputs !== null ? this.#evidence.inputs(inputs) : undefined;
    const set = filesOf(item, this.#trace, this.#evidence);
    if (!now || !then || this.#comparison.compare(then, now, set) !== 'same') return undefined;
    const covered = this.#evidence.coverageIn(stored) ?? [];
    const isPart = this.#evidence.pathTest(item.fields.code ?? []) ?? (() => false);
    const own = [...now.keys()].filter(isPart);
    // A file that no test loaded is left out by many tools: then nobody can tell how much of the whole was run.
    if (covered.length === 0 || new ScannedFiles(covered.map(({ file }) => file)).missed(own, now) !== undefined) {
      return undefined;
    }
    return covered.filter(({ file }) => isPart(fileMeant(file, now) ?? ''));
  }
}

function sumOf(files: readonly FileCoverage[], report: string): CoverageView {
  const percentOf = (part: 'lines' | 'branches' | 'functions'): number | undefined => {
    const told = files.flatMap((file) => file[part] ?? []);
    const total = told.reduce((sum, one) => sum + one.total, 0);
    return total === 0 ? undefined : (100 * told.reduce((sum, one) => sum + one.covered, 0)) / total;
  };
  return { report, lines: percentOf('lines'), branches: percentOf('branches'), functions: percentOf('functions') };
}

/** Of two reports of one moment neither is the newer: what both can vouch for counts. */
function lesser(one: CoverageView, other: CoverageView): CoverageView {
  const least = (part: 'lines' | 'branches' | 'functions'): number | undefined => {
    const [a, b] = [one[part], other[part]];
    return a === undefined || b === undefined ? undefined : Math.min(a, b);
  };
  return { report: one.report, lines: least('lines'), branches: least('branches'), functions: least('functions') };
}
