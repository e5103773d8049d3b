/** Step 5: what cybersecurity adds, as a level with its flags, findings and reasons. */
import { withDerivedFacts, type FactTable, type FactValues, type Known, type PackSet } from '../packs/index.js';
import type { Overhead, OverheadAdjustment, OverheadFinding, OverheadRule } from '../packs/index.js';

export interface OverheadLevel {
  readonly level: Known<string>;
  /** Every level that the facts still allow, weakest first; one if the level is known. */
  readonly possible: readonly string[];
  readonly flags: readonly string[];
  readonly findings: readonly FoundOverhead[];
  /** Findings that hold or not, depending on what is not known. */
  readonly possibleFindings: readonly string[];
  /** Such as `R5` or `R3+M1`; `null` while several rules are possible. */
  readonly rule: string | null;
  readonly reasons: readonly string[];
  /** Ids of the facts that leave the level open. */
  readonly missing: readonly string[];
  /** Ids of further facts that leave a finding or a flag open. */
  readonly missingForFindings: readonly string[];
  /** With a declared barrier, the level that would hold if it did not stop the harm. */
  readonly withoutBarrier: Known<string> | null;
}

export interface FoundOverhead {
  readonly id: string;
  /** Without it the finding only sets flags. */
  readonly severity?: 'error' | 'warning' | 'hint';
  readonly says?: string;
}

const BARRIER = 'independent-barrier';

// @implements SRS-406
/**
 * @param facts completed facts (step 4); one that is not in the map leaves open what depends on it
 * @param barrierIsProven whether a current proof shows that the declared barrier works; it changes flags, never the level
 */
export function overheadOf(packs: PackSet, facts: FactValues, barrierIsProven = false): OverheadLevel {
  const { overhead, table } = packs;
  if (!overhead) throw new Error('No loaded pack carries the overhead rules, not even `base`.');
  const outcomes = outcomesOf(overhead, table, facts);
  const level = agreed(outcomes.map((outcome) => outcome.level)) ?? 'unknown';
  const rule = agreed(outcomes.map((outcome) => outcome.rule)) ?? null;
  const found = findingsOf(overhead, table, facts, outcomes, barrierIsProven);
  const missing =
    level === 'unknown'
      ? missingFacts([...reachedRules(overhead, table, facts), ...overhead.adjust], table, facts)
      : [];
  const others = missingFacts(overhead.findings, table, facts).filter((id) => !missing.includes(id));
  return {
    level,
    possible: overhead.levels.filter((each) => outcomes.some((outcome) => outcome.level === each)),
    flags: unique([...inAll(outcomes.map((outcome) => outcome.flags)), ...found.flags]),
    findings: found.findings,
    possibleFindings: found.possible,
    rule,
    reasons: rule === null ? openReasons(table, missing, outcomes) : (outcomes[0]?.reasons ?? []),
    missing,
    missingForFindings: others,
    withoutBarrier: facts.get(BARRIER) === true ? levelWithoutBarrier(packs, facts) : null,
  };
}

interface Outcome {
  readonly level: string;
  readonly first: string;
  readonly rule: string;
  readonly flags: readonly string[];
  readonly reasons: readonly string[];
}

// @implements SRS-407
/** Every way the rules can still go: one if all deciding facts are known. */
function outcomesOf(overhead: Overhead, table: FactTable, facts: FactValues): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const rule of overhead.rules) {
    const holds = table.conditions.holds(rule.when, facts);
    if (holds === false) continue;
    const levels = typeof rule.level === 'string' ? [rule.level] : table.conditions.choose(rule.level, facts).possible;
    for (const level of levels) outcomes.push(...adjusted(overhead, table, facts, rule, level));
    if (holds === true) break;
  }
  return outcomes;
}

function adjusted(
  overhead: Overhead,
  table: FactTable,
  facts: FactValues,
  rule: OverheadRule,
  level: string,
): readonly Outcome[] {
  const start: Outcome = { level, first: rule.id, rule: rule.id, flags: rule.flags ?? [], reasons: [rule.says] };
  if (rule.final) return [start];
  return overhead.adjust.reduce<readonly Outcome[]>(
    (outcomes, adjustment) => {
      const holds = table.conditions.holds(adjustment.when, facts);
      if (holds === false) return outcomes;
      const moved = outcomes.map((outcome) => move(overhead, outcome, adjustment));
      return holds === true ? moved : [...outcomes, ...moved];
    },
    [start],
  );
}

function move(overhead: Overhead, outcome: Outcome, adjustment: OverheadAdjustment): Outcome {
  const from = overhead.levels.indexOf(outcome.level);
  // A level below the floor already is not lifted to it.
  const floor = Math.min(from, overhead.levels.indexOf(adjustment.notBelow));
  const to = Math.min(Math.max(from + adjustment.steps, floor), overhead.levels.length - 1);
  return {
    level: overhead.levels[to] ?? outcome.level,
    first: outcome.first,
    rule: `${outcome.rule}+${adjustment.id}`,
    flags: [...outcome.flags, ...(adjustment.flags ?? [])],
    reasons: [...outcome.reasons, adjustment.says],
  };
}

function findingsOf(
  overhead: Overhead,
  table: FactTable,
  facts: FactValues,
  outcomes: readonly Outcome[],
  barrierIsProven: boolean,
) {
  const findings: FoundOverhead[] = [];
  const possible: string[] = [];
  const flags: string[] = [];
  for (const finding of overhead.findings) {
    const holds = table.conditions.holds(finding.when, facts);
    if (holds === 'unknown') possible.push(finding.id);
    if (holds !== true) continue;
    findings.push(foundOf(finding, barrierIsProven));
    const rules = finding.flagsIfRule;
    const byRule = !rules || outcomes.every((outcome) => rules.includes(outcome.first));
    flags.push(...(byRule ? (finding.flags ?? []) : []), ...(barrierIsProven ? [] : (finding.flagsIfUnproven ?? [])));
  }
  return { findings, possible, flags };
}

function foundOf(finding: OverheadFinding, barrierIsProven: boolean): FoundOverhead {
  const severity = barrierIsProven ? finding.severity : (finding.severityIfUnproven ?? finding.severity);
  return {
    id: finding.id,
    ...(severity && { severity }),
    ...(finding.says !== undefined && { says: finding.says }),
  };
}

// @implements SRS-408
function levelWithoutBarrier(packs: PackSet, facts: FactValues): Known<string> {
  return overheadOf(packs, withDerivedFacts(packs.table, new Map([...facts, [BARRIER, false]]))).level;
}

/** What somebody would have to state: facts that open conditions read, down to those that nothing defines. */
function missingFacts(
  parts: readonly (OverheadRule | OverheadAdjustment | OverheadFinding)[],
  table: FactTable,
  facts: FactValues,
): readonly string[] {
  const texts = parts.flatMap((part) => [
    part.when,
    ...('level' in part && typeof part.level !== 'string' ? part.level.flatMap((choice) => choice.if ?? []) : []),
  ]);
  const open = texts.filter((text) => table.conditions.holds(text, facts) === 'unknown');
  const missing = new Set<string>();
  const visit = (id: string): void => {
    const fact = table.byId.get(id);
    if (!fact || facts.has(id) || fact.stated !== undefined) return;
    if (fact.is === undefined) missing.add(id);
    const definitions = [fact.is, ...(fact.default ?? []).map((choice) => choice.if)];
    for (const text of definitions)
      for (const inner of text === undefined ? [] : table.conditions.factsIn(text)) visit(inner);
  };
  for (const text of open) for (const id of table.conditions.factsIn(text)) visit(id);
  return [...missing].sort();
}

function reachedRules(overhead: Overhead, table: FactTable, facts: FactValues): readonly OverheadRule[] {
  const last = overhead.rules.findIndex((rule) => table.conditions.holds(rule.when, facts) === true);
  return last === -1 ? overhead.rules : overhead.rules.slice(0, last + 1);
}

function openReasons(table: FactTable, missing: readonly string[], outcomes: readonly Outcome[]): readonly string[] {
  if (missing.length === 0)
    return [`Whichever of ${unique(outcomes.map((outcome) => outcome.rule)).join(', ')} holds, the level is the same.`];
  return missing.map((id) => `\`${id}\` is not known: ${table.byId.get(id)?.about ?? id}`);
}

function agreed(values: readonly string[]): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function inAll(lists: readonly (readonly string[])[]): readonly string[] {
  return (lists[0] ?? []).filter((item) => lists.every((list) => list.includes(item)));
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
