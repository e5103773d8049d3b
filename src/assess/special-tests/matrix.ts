/**
 * Special tests: each criterion of the chosen sets on each item that it is asked of, answered by analysis, review, test or
 * decision, or by nothing (assessment.md §6). Silence of a tool that had no rule, or did not look at the files, is no answer.
 */
import type { AnsweredBy, Pack, SpecialCriterion } from '../../packs/index.js';
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import type { Proofs } from '../1-proofs.js';
import type { Classes } from '../3-class.js';
import type { Decisions } from '../8-decisions.js';
import type { Evidence } from '../proofs/evidence.js';
import { Analyses, type Analysed } from './analyses.js';
import { byDecision, byReview, byTest, type WayAnswer } from './people-answers.js';

/**
 * `open-finding`: looked at, and something was found of which nobody disposed. `not-looked`: no tool had rules for it on
 * this item. `unanswered`: nobody did anything.
 */
export type CellState =
  'answered' | 'not-applicable' | 'failed' | 'open-finding' | 'stale' | 'unknown' | 'not-looked' | 'unanswered';

export interface SpecialCell {
  /** As `pack@edition:id`. */
  readonly criterion: string;
  readonly title: string;
  /** As `pack@edition`. */
  readonly set: string;
  readonly item: RecordOf<'item'>;
  /** Asked by a standard of items of this class; else because the item matters for security. */
  readonly because: 'safety-class' | 'cybersecurity';
  readonly state: CellState;
  /** By what it is answered: ways with ids of records or paths of statements. */
  readonly by: readonly { readonly way: AnsweredBy; readonly source: string }[];
  readonly causes: readonly string[];
  /** Weaknesses found on it that nobody disposed of. */
  readonly findings: readonly string[];
}

export interface SpecialTests {
  readonly cells: readonly SpecialCell[];
  /** Sets that are chosen, as `pack@edition`, with who asks them. */
  readonly sets: readonly { readonly id: string; readonly title: string; readonly weight: string }[];
  /** Criteria for which there are results of analysis, none of which had a rule. */
  readonly withoutRule: readonly string[];
}

export interface SpecialTestInput {
  readonly trace: Trace;
  readonly packs: readonly Pack[];
  readonly classes: Classes;
  readonly proofs: Proofs;
  readonly evidence: Evidence;
  readonly decisions: Decisions;
  /** Name of a pack → level up to which its criteria are asked; 1 where none is set. */
  readonly levels: ReadonlyMap<string, number>;
  readonly date: string;
}

// @implements SRS-523
export function specialTests(input: SpecialTestInput): SpecialTests {
  const sets = input.packs.filter((pack) => pack.criteria.length > 0);
  const analyses = new Analyses(input);
  const items = input.trace.all('item').filter((item) => isMember(item, input));
  const asked = sets.flatMap((pack) => criteriaOf(pack, input).map((criterion) => ({ pack, criterion })));
  const cells = asked.flatMap(({ pack, criterion }) =>
    items
      .filter((item) => appliesTo(criterion, item, input))
      .map((item) => cellOf(pack, criterion, item, analyses, input)),
  );
  return {
    cells,
    sets: sets.map((pack) => ({ id: nameOf(pack), title: pack.title, weight: pack.weight })),
    withoutRule: asked.flatMap(({ pack, criterion }) =>
      analyses.exist && mayBeAnalysed(criterion) && !analyses.hasRule(criterion) ? [idOf(pack, criterion)] : [],
    ),
  };
}

function nameOf(pack: Pack): string {
  return `${pack.pack}@${pack.edition}`;
}

function idOf(pack: Pack, criterion: SpecialCriterion): string {
  return `${nameOf(pack)}:${criterion.id}`;
}

function criteriaOf(pack: Pack, { levels }: SpecialTestInput): readonly SpecialCriterion[] {
  const upTo = levels.get(pack.pack) ?? 1;
  return pack.criteria.filter(({ level }) => level === undefined || level <= upTo);
}

/** Own items and units of class C, and those that matter for security; one of which nobody knows it is asked too. */
function isMember(item: RecordOf<'item'>, { trace, classes }: SpecialTestInput): boolean {
  const { granularity } = item.fields;
  if (granularity !== 'item' && granularity !== 'unit') return false;
  if (trace.computed(item, 'own') === false) return false;
  return classes.of(item) === 'C' || trace.computed(item, 'security-relevant') !== false;
}

function appliesTo(
  { appliesTo: where }: SpecialCriterion,
  item: RecordOf<'item'>,
  { trace }: SpecialTestInput,
): boolean {
  return where === undefined || (where.item !== undefined && trace.matches(item, where.item) !== false);
}

function mayBeAnalysed({ answeredBy, weaknesses }: SpecialCriterion): boolean {
  return weaknesses.length > 0 && (answeredBy?.includes('static-analysis') ?? true);
}

function cellOf(
  pack: Pack,
  criterion: SpecialCriterion,
  item: RecordOf<'item'>,
  analyses: Analyses,
  input: SpecialTestInput,
): SpecialCell {
  const id = idOf(pack, criterion);
  const analysed = mayBeAnalysed(criterion) ? analyses.of(criterion, item) : undefined;
  const may = (way: AnsweredBy): boolean => criterion.answeredBy?.includes(way) ?? true;
  const ways: readonly WayAnswer[] = [
    ...(may('decision') ? byDecision(id, item, input) : []),
    ...(may('test') ? byTest(id, item, input) : []),
    ...(may('review') ? byReview(id, item, input) : []),
    ...(analysed?.answers ?? []),
  ];
  const isByClass = pack.weight === 'standard' && input.classes.of(item) === 'C';
  return {
    criterion: id,
    title: criterion.title,
    set: nameOf(pack),
    item,
    because: isByClass ? 'safety-class' : 'cybersecurity',
    findings: analysed?.findings ?? [],
    ...verdict(ways, analysed),
  };
}

/** Worse first: a finding and a failure stand against whatever else was done. */
function verdict(
  ways: readonly WayAnswer[],
  analysed: Analysed | undefined,
): Pick<SpecialCell, 'state' | 'by' | 'causes'> {
  const of = (state: WayAnswer['state']): readonly WayAnswer[] => ways.filter((way) => way.state === state);
  const say = (state: CellState, from: readonly WayAnswer[]): Pick<SpecialCell, 'state' | 'by' | 'causes'> => ({
    state,
    by: from.map(({ way, source }) => ({ way, source })),
    causes: [...new Set(from.flatMap(({ why }) => (why === '' ? [] : [why])))],
  });
  const decided = of('current').filter(({ way }) => way === 'decision');
  if (decided.length > 0) return say('not-applicable', decided);
  if (of('failed').length > 0) return say('failed', of('failed'));
  if (analysed && analysed.findings.length > 0) {
    return { state: 'open-finding', by: [], causes: analysed.findings.map((finding) => `open: ${finding}`) };
  }
  if (of('current').length > 0) return say('answered', of('current'));
  if (of('stale').length > 0) return say('stale', of('stale'));
  if (of('unknown').length > 0) return say('unknown', of('unknown'));
  if (analysed && analysed.notLooked !== undefined)
    return { state: 'not-looked', by: [], causes: [analysed.notLooked] };
  return { state: 'unanswered', by: [], causes: [] };
}
