/** Whether what one evidence statement says still holds: for lists of evidence, which show each statement with its cause. */
import type { StoredStatement } from '../../evidence/index.js';
import type { Trace } from '../../trace/index.js';
import { Comparison } from './compare.js';
import { allBuildInputs, dependenciesOf, type Dependencies } from './dependencies.js';
import type { Evidence } from './evidence.js';
import { judgeResult, type Freshness, type Judging } from './judge-result.js';
import { judgeRun } from './one-run.js';
import { resultsOf } from './results.js';

export interface StatementFreshness {
  readonly is: 'current' | 'stale' | 'unknown';
  readonly cause: string;
}

/** @returns for each statement the worst of what it says of tests; one of no test depends on every build input */
export function statementFreshness(trace: Trace, evidence: Evidence): (stored: StoredStatement) => StatementFreshness {
  const judging: Judging = { evidence, comparison: new Comparison(), carriedBy: () => undefined };
  const byStatement = judgedTests(trace, evidence, judging);
  const everything: Dependencies = { ...allBuildInputs(trace, evidence), reach: 'system', tagged: [], records: [] };
  return (stored) => {
    const judged = byStatement.get(stored.path) ?? [];
    return judged.length > 0 ? worstOf(judged) : wordsOf(judgeScan(stored, everything, judging));
  };
}

interface Judged {
  readonly test: string;
  readonly freshness: Freshness;
}

function judgedTests(trace: Trace, evidence: Evidence, judging: Judging): ReadonlyMap<string, readonly Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const test of trace.all('test')) {
    if (!evidence.results.has(test.id)) continue;
    const on = dependenciesOf(test, trace, evidence);
    const results = resultsOf(test, trace, evidence);
    for (const result of results) {
      const list = found.get(result.source) ?? [];
      found.set(result.source, list);
      list.push({ test: test.id, freshness: judgeRun(result, results, on, judging) });
    }
  }
  return found;
}

function judgeScan({ path, statement }: StoredStatement, everything: Dependencies, judging: Judging): Freshness {
  const { commit, inputs } = statement.predicate;
  const isClean = commit !== null && !commit.dirty;
  const result = {
    outcome: 'nothing',
    at: '',
    assurance: 'recorded',
    commit: commit?.id ?? null,
    source: path,
    report: undefined,
    unknown: isClean ? undefined : whyUnclean(commit),
    told: new Set<string>(),
    isTimeByHand: false,
    tagged: [],
    files: () => (inputs === null ? undefined : judging.evidence.inputs(inputs)),
    contentOf: () => undefined,
  } as const;
  return judgeResult(result, everything, judging);
}

function whyUnclean(commit: StoredStatement['statement']['predicate']['commit']): string {
  return commit === null ? 'it names no commit' : 'files differed from the commit when it was added';
}

function worstOf(judged: readonly Judged[]): StatementFreshness {
  const stale = judged.filter(({ freshness }) => freshness.is === 'stale');
  const unknown = judged.filter(({ freshness }) => freshness.is === 'unknown');
  const [first] = stale.length > 0 ? stale : unknown;
  if (!first) return { is: 'current', cause: '' };
  const count = (stale.length > 0 ? stale : unknown).length;
  const { is, cause } = wordsOf(first.freshness);
  return { is, cause: `${count} of ${judged.length} tests, such as ${first.test}: ${cause}` };
}

function wordsOf(freshness: Freshness): StatementFreshness {
  switch (freshness.is) {
    case 'stale':
    case 'unknown':
      return { is: freshness.is, cause: freshness.because };
    case 'current':
    case 'carried':
      return { is: 'current', cause: '' };
  }
}
