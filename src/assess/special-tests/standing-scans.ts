/** The runs of tools whose findings still stand: a later run of the same tool takes the place of what it looked at again. */
import { momentOf, type StoredStatement } from '../../evidence/index.js';

/** @returns newest first; a run that was cut short takes the place of nothing, and of one moment all count */
export function standingScans(statements: readonly StoredStatement[]): readonly StoredStatement[] {
  const newestFirst = statements.filter(hasFindings).toSorted((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
  const byTool = new Map<string, LaterRuns>();
  return newestFirst.filter((stored) => {
    const tool = stored.statement.predicate.tool?.name ?? stored.path;
    const later = byTool.get(tool) ?? new LaterRuns();
    byTool.set(tool, later);
    return !later.replace(stored);
  });
}

/** What the runs of one tool looked at that are later than those that are still to come here. */
class LaterRuns {
  readonly #reports = new Set<string>();
  readonly #files = new Set<string>();
  #ofMoment: StoredStatement[] = [];

  /** Whether one of them takes the place of a run that is no later than any of them. */
  replace(stored: StoredStatement): boolean {
    const [before] = this.#ofMoment;
    if (before && whenOf(before) > whenOf(stored)) this.#settle();
    if (stored.statement.predicate.complete === true) this.#ofMoment.push(stored);
    return this.#isReplaced(stored);
  }

  #settle(): void {
    for (const { statement } of this.#ofMoment) {
      this.#reports.add(statement.predicate.report.name);
      for (const file of statement.predicate.scanned ?? []) this.#files.add(file);
    }
    this.#ofMoment = [];
  }

  /** The same report again, or every file of its findings: then what is not reported any more is gone. */
  #isReplaced({ statement: { predicate } }: StoredStatement): boolean {
    if (this.#reports.has(predicate.report.name)) return true;
    const { openFindings = [], openFindingsLeftOut = 0 } = predicate;
    if (openFindings.length === 0 || openFindingsLeftOut > 0) return false;
    return openFindings.every(({ file }) => file !== null && this.#files.has(file));
  }
}

function hasFindings({ statement: { predicate } }: StoredStatement): boolean {
  return predicate.findings !== null;
}

/** When it ran, in one time zone; else the day of the import. */
export function whenOf({ statement: { predicate } }: StoredStatement): string {
  return momentOf(predicate.ranAt) ?? predicate.addedOn;
}
