/** Asks that the named rules have no open gap, anywhere or at the records that it names. */
import type { Criterion } from '../../packs/index.js';
import type { Gap } from '../../rules/index.js';
import type { AnyRecord } from '../../records/index.js';
import { groupBy } from '../../shapes/index.js';
import { isInScope, isLinkLost, select, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { NOTHING } from './ask.js';
import { judgementOf } from './statement.js';

// @implements SRS-507, SRS-612
export function answerRule(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const rules = criterion.rules ?? [];
  const isAsked = recordsAsked(criterion, asked, input);
  const silent = rules.filter((rule) => !input.knownRules.has(rule) || isUndecided(rule, isAsked, input));
  const open = gapsOf(rules, input.openGaps).filter((gap) => {
    if (gap.severity === 'hint') return false;
    const record = gap.record === undefined ? undefined : input.trace.find(gap.record);
    return !record || isAsked(record);
  });
  const ids = [...new Set(open.map((gap) => gap.record ?? gap.key))];
  const judged = open.length === 0 && mayBeJudged(silent, input) ? judgedByHand(criterion, asked, input) : undefined;
  if (judged) return judged;
  return {
    ...NOTHING,
    answer: open.length > 0 ? 'no' : silent.length > 0 || isLinkLost(input.trace) ? 'unknown' : 'yes',
    counted: open.length,
    failed: ids,
    says:
      open.length > 0 ? `${open.length} open gaps of ${rules.join(', ')}` : `nothing answers ${silent.join(', ')} yet`,
    todo:
      open.length > 0
        ? 'Close the gaps of these rules.'
        : `Judge it by hand, in a statement with \`type: adequate\`, \`answers: [${criterion.id}]\`, \`by\`, \`date\`, its text, and \`bound-to\` what was looked at.`,
  };
}

/** What no program looks at: no rule is written, or it says that records cannot tell. Never what could not be read. */
function mayBeJudged(silent: readonly string[], { knownRules, undecided, trace }: CriterionInput): boolean {
  if (silent.length === 0 || isLinkLost(trace) || trace.reading.lostKinds.size > 0) return false;
  return silent.every((rule) => !knownRules.has(rule) || undecided.get(rule) === 'any');
}

function judgedByHand(criterion: Criterion, asked: Asked, input: CriterionInput): Answered | undefined {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const statement = selected.open ? undefined : judgementOf(criterion, asked, selected, input);
  if (!statement) return undefined;
  return { ...NOTHING, answer: 'yes', says: `${statement.id} says so`, todo: '', members: [statement] };
}

/** Of the system; where the criterion names records, those alone. A gap of no record is of the project and bears on all. */
function recordsAsked({ of }: Criterion, { obligation, partial }: Asked, input: CriterionInput) {
  const members = of && new Set(select(of, partial, obligation.scope, input).members);
  return (record: AnyRecord): boolean =>
    members ? members.has(record) : isInScope(record, obligation.scope, input.trace);
}

function isUndecided(rule: string, isAsked: (record: AnyRecord) => boolean, { undecided }: CriterionInput): boolean {
  const about = undecided.get(rule) ?? [];
  return about === 'any' || about.some(isAsked);
}

interface Placed {
  readonly gap: Gap;
  readonly index: number;
}
const knownByRule = new WeakMap<readonly Gap[], ReadonlyMap<string, readonly Placed[]>>();

/** In their order. Sorted by rule once: a criterion asks for few rules, each system asks again, and gaps are many. */
function gapsOf(rules: readonly string[], gaps: readonly Gap[]): readonly Gap[] {
  const byRule = knownByRule.get(gaps) ?? groupByRule(gaps);
  knownByRule.set(gaps, byRule);
  const found = [...new Set(rules)].flatMap((rule) => byRule.get(rule) ?? []);
  return found.toSorted((a, b) => a.index - b.index).map(({ gap }) => gap);
}

function groupByRule(gaps: readonly Gap[]): ReadonlyMap<string, readonly Placed[]> {
  return groupBy(
    gaps.map((gap, index) => ({ gap, index })),
    ({ gap }) => gap.rule,
  );
}
