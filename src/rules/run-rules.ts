/** Runs every rule over one input and gives the gaps in a fixed order. */
import { relationTable, type AnyRecord } from '../records/index.js';
import { comparePlaces, compareText, groupBy } from '../shapes/index.js';
import { all } from './all.js';
import type { Fault, Found, Rule, RuleInput } from './define.js';
import { lackingLinks } from './expectation.js';
import { foundFault, gapOf, type Gap } from './gap.js';

// @implements SRS-601, SRS-606, SRS-607
export function runRules(input: RuleInput): readonly Gap[] {
  const faults = groupBy(input.faults, ({ rule }) => rule);
  const gaps = all.filter((rule) => runs(rule, input)).flatMap((rule) => gapsOf(rule, input, faults));
  return gaps.toSorted(compareGaps);
}

/** Ids of the rules of which silence means nothing here, since too little is written; of any record, or of some. */
export type UndecidedRules = ReadonlyMap<string, 'any' | readonly AnyRecord[]>;

export function undecidedRules(input: RuleInput): UndecidedRules {
  return new Map(
    all.flatMap((rule: Rule) => {
      const about = rule.undecided?.(input) ?? false;
      return isUndecided(about) ? [[rule.id, about === true ? 'any' : about]] : [];
    }),
  );
}

type About = ReturnType<NonNullable<Rule['undecided']>>;

function isUndecided(about: About): about is Exclude<About, false> {
  return about === true || (about !== false && about.length > 0);
}

/** Whether a rule looked here: it ran, nobody asks it, or too little is written for its silence to mean anything. */
export type RuleState = 'ran' | 'not-asked' | 'undecided';

export function ruleStates(input: RuleInput, undecided: UndecidedRules): ReadonlyMap<string, RuleState> {
  return new Map(all.map((rule) => [rule.id, stateOf(rule, input, undecided)]));
}

function stateOf(rule: Rule, input: RuleInput, undecided: UndecidedRules): RuleState {
  if (!runs(rule, input)) return 'not-asked';
  const { records, lostKinds, problems } = input.trace.reading;
  // What was lost while reading may have been the records that it is about; of no record nothing is shown.
  if (records.length === 0 || lostKinds.size > 0 || problems.length > 0) return 'undecided';
  return undecided.has(rule.id) ? 'undecided' : 'ran';
}

// @implements SRS-706
export function compareGaps(a: Gap, b: Gap): number {
  return comparePlaces(a.place, b.place) || compareText(a.key, b.key);
}

// @implements SRS-602
/** A rule rests on clauses that somebody chose, or on none: then it is about the project itself. */
function runs(rule: Rule, input: RuleInput): boolean {
  if (rule.basis.length > 0 && !rule.basis.some((clause) => input.isLoaded(clause))) return false;
  return rule.applies === undefined || input.factTable.conditions.holds(rule.applies, input.facts) !== false;
}

function gapsOf(rule: Rule, input: RuleInput, faults: FaultsByRule): readonly Gap[] {
  const isLoaded = (clause: string): boolean => input.isLoaded(clause);
  return Array.from(findings(rule, input, faults), (found) => {
    const record = found.at ?? (found.subject === undefined ? undefined : input.trace.find(found.subject));
    const gap = gapOf(rule, found, input.projectSpot, isLoaded);
    return record && record.id !== gap.record ? { ...gap, record: record.id } : gap;
  });
}

type FaultsByRule = ReadonlyMap<string, readonly Fault[]>;

function findings(rule: Rule, input: RuleInput, faults: FaultsByRule): Iterable<Found> {
  if (rule.check) return rule.check(input);
  const row = relationTable().expectations.find((expectation) => expectation.rule === rule.id);
  if (row) return lackingLinks(rule, row, input);
  return eachOnce(faults.get(rule.id) ?? []).map(foundFault);
}

/** Faults with the same key are one: the first place tells, the others stand beside it. */
function eachOnce(faults: readonly Fault[]): readonly Fault[] {
  const byKey = new Map<string, Fault & { readonly related: Fault['related'][number][] }>();
  for (const fault of faults) {
    const key = JSON.stringify([fault.subject, fault.details]);
    const first = byKey.get(key);
    if (!first) byKey.set(key, { ...fault, related: [...fault.related] });
    else if (fault.spot) first.related.push({ spot: fault.spot, message: fault.message });
  }
  return [...byKey.values()];
}
