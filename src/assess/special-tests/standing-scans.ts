/** The runs of tools whose findings still stand: a later run of the same tool takes the place of what it looked at again. */
import { newestFirst, ranToEnd, whenOf, type StoredStatement } from '../../evidence/index.js';

/** @returns newest first; a run that was cut short takes the place of nothing, and of one moment all count */
export function standingScans(statements: readonly StoredStatement[]): readonly StoredStatement[] {
  const scans = statements.filter(hasFindings).toSorted(newestFirst);
  const byTool = new Map<string, LaterRuns>();
  return scans.filter((stored) => {
    const tool = stored.statement.predicate.tool?.name ?? stored.path;
    const later = byTool.get(tool) ?? new LaterRuns();
    byTool.set(tool, later);
    return !later.replace(stored);
  });
}

/** What the runs of one tool looked at that are later than those that are still to come here. */
class LaterRuns {
  /** Name of the report → commits that it was made of. */
  readonly #reports = new Map<string, Set<string | undefined>>();
  readonly #files = new Set<string>();
  #ofMoment: StoredStatement[] = [];

  /** Whether one of them takes the place of a run that is no later than any of them. */
  replace(stored: StoredStatement): boolean {
    const [before] = this.#ofMoment;
    if (before && whenOf(before) > whenOf(stored)) this.#settle();
    if (ranToEnd(stored.statement.predicate)) this.#ofMoment.push(stored);
    return this.#isReplaced(stored);
  }

  #settle(): void {
    for (const { statement } of this.#ofMoment) {
      const { report, commit } = statement.predicate;
      const commits = this.#reports.get(report.name) ?? new Set();
      this.#reports.set(report.name, commits.add(commit?.id));
      for (const file of statement.predicate.scanned ?? []) this.#files.add(file);
    }
    this.#ofMoment = [];
  }

  /**
   * The same report of another commit, or every file of its findings: then what is not reported any more is gone. Two of
   * one name and commit are of two parts of one build.
   */
  #isReplaced({ statement: { predicate } }: StoredStatement): boolean {
    const again = this.#reports.get(predicate.report.name);
    if ([...(again ?? [])].some((commit) => commit !== predicate.commit?.id)) return true;
    const { openFindings = [], openFindingsLeftOut = 0 } = predicate;
    if (openFindings.length === 0 || openFindingsLeftOut > 0) return false;
    return openFindings.every(({ file }) => file !== null && this.#files.has(file));
  }
}

function hasFindings({ statement: { predicate } }: StoredStatement): boolean {
  return predicate.findings !== null;
}
