/** Runs a row of the relation table: which records of a kind lack a link that somebody asks of them. */
import type { AnyRecord, Expectation, ExpectationAsk } from '../records/index.js';
import { onceFor } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { isAnsweredByRejections } from './candidate-decisions.js';
import { faultsOfDecision } from './decision-faults.js';
import type { Because, Found, Rule, RuleInput } from './define.js';

// @implements SRS-603
export function* lackingLinks(rule: Rule, row: Expectation, input: RuleInput): Iterable<Found> {
  const asked = row.asks.filter((ask) => isAskedHere(ask, input));
  if (asked.length === 0) return;
  const who = rememberedBy(asked);
  for (const record of input.trace.allNamed(row.of)) {
    if (input.trace.matches(record, row.where) === false) continue;
    const asks = asksOf(record, asked, input);
    if (asks.length === 0 || isFilled(row, record, input)) continue;
    const words = rule.lacks?.(record, input.trace);
    if (!words) throw new Error(`The rule ${rule.id} has no words for a record that lacks its link.`);
    yield { at: record, ...who(asks), ...words };
  }
}

type Who = ReturnType<typeof whoAsks>;

/** What those that ask have in common is put together once for each choice of them: there are few, and many records. */
function rememberedBy(asked: readonly ExpectationAsk[]): (asks: readonly ExpectationAsk[]) => Who {
  const all = whoAsks(asked);
  const whoAt = onceFor((places: string) => whoAsks(places.split(',').flatMap((place) => asked[Number(place)] ?? [])));
  return (asks) => (asks === asked ? all : whoAt(asks.map((ask) => asked.indexOf(ask)).join()));
}

function whoAsks(asks: readonly ExpectationAsk[]): Required<Pick<Found, 'because' | 'basis'>> {
  return { because: becauseOf(asks), basis: asks.flatMap((ask) => ask.basis) };
}

/** What is not known is asked: a demand is never dropped because a fact is missing. */
function isAskedHere(ask: ExpectationAsk, input: RuleInput): boolean {
  if (!ask.basis.some((clause) => input.isLoaded(clause))) return false;
  return ask.when === undefined || input.factTable.conditions.holds(ask.when, input.facts) !== false;
}

/** The same list where all ask, so that most records need none of their own. */
function asksOf(record: AnyRecord, asked: readonly ExpectationAsk[], input: RuleInput): readonly ExpectationAsk[] {
  const [first] = asked;
  if (first && asked.length === 1) return isAsked(first, record, input) ? asked : NOBODY;
  return asksAmong(asked, record, input);
}

function asksAmong(asked: readonly ExpectationAsk[], record: AnyRecord, input: RuleInput): readonly ExpectationAsk[] {
  const asks = asked.filter((ask) => isAsked(ask, record, input));
  return asks.length === asked.length ? asked : asks;
}

const NOBODY: readonly ExpectationAsk[] = [];

function isAsked(ask: ExpectationAsk, record: AnyRecord, input: RuleInput): boolean {
  if (ask.where && input.trace.matches(record, ask.where) === false) return false;
  return !ask.class || ask.class.includes(input.classes.of(record));
}

function isFilled(row: Expectation, record: AnyRecord, input: RuleInput): boolean {
  const { trace } = input;
  if (isLinkedAmong(row, record, input)) return true;
  if (row.orRejected && isAnsweredByRejections(record, input)) return true;
  for (const name of row.or) if (isLinkedByOther(row, record, name, input)) return true;
  for (const name of row.orField) if (trace.told(record, name).values.length > 0) return true;
  return false;
}

function isLinkedByOther(row: Expectation, record: AnyRecord, name: string, input: RuleInput): boolean {
  for (const one of fills(record, name, input)) if (input.trace.matches(one, row.orAmong) === true) return true;
  return isLinkedOutside(record, name, input.trace);
}

function isLinkedAmong(row: Expectation, record: AnyRecord, input: RuleInput): boolean {
  const { trace } = input;
  const far = fills(record, row.link, input);
  if (Object.keys(row.among).length === 0) return far.length > 0 || isLinkedOutside(record, row.link, trace);
  for (const one of far) if (trace.matches(one, row.among) === true) return true;
  return false;
}

/** Records at the far end that count: a decision that decides nothing fills nothing. */
function fills(record: AnyRecord, name: string, input: RuleInput): readonly AnyRecord[] {
  const far = input.trace.linked(record, name);
  for (const one of far) if (one.kind === 'decision') return withoutFaulty(far, input);
  return far;
}

function withoutFaulty(far: readonly AnyRecord[], { trace, date }: RuleInput): readonly AnyRecord[] {
  return far.filter((one) => one.kind !== 'decision' || faultsOfDecision(one, trace, date).length === 0);
}

/** Linked to a file, or to something that is no record of the project. */
function isLinkedOutside(record: AnyRecord, name: string, trace: Trace): boolean {
  return trace.ends(record, name).some((end) => end.kind === '@file') || trace.foreign(record, name).length > 0;
}

function becauseOf(asks: readonly ExpectationAsk[]): Because {
  const byClass = asks.some((ask) => ask.class !== undefined || ask.when === undefined);
  const bySecurity = asks.some((ask) => ask.when !== undefined);
  if (byClass && bySecurity) return 'both';
  return bySecurity ? 'cybersecurity' : 'safety-class';
}
