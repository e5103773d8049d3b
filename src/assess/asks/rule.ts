/** Asks that the named rules have no open gap. */
import type { Criterion } from '../../packs/index.js';
import type { Gap } from '../../rules/index.js';
import { isInScope, isLinkLost, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { NOTHING } from './ask.js';

// @implements SRS-507, SRS-612
export function answerRule(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const rules = criterion.rules ?? [];
  const missing = rules.filter((rule) => !input.knownRules.has(rule));
  const open = gapsOf(rules, input.openGaps).filter((gap) => {
    if (gap.severity === 'hint') return false;
    const record = gap.record === undefined ? undefined : input.trace.find(gap.record);
    const scope = asked.obligation.scope;
    return !record || isInScope(record, scope, input.trace);
  });
  const ids = [...new Set(open.map((gap) => gap.record ?? gap.key))];
  return {
    ...NOTHING,
    answer: open.length > 0 ? 'no' : missing.length > 0 || isLinkLost(input.trace) ? 'unknown' : 'yes',
    counted: open.length,
    failed: ids,
    says:
      open.length > 0 ? `${open.length} open gaps of ${rules.join(', ')}` : `nothing answers ${missing.join(', ')} yet`,
    todo: open.length > 0 ? 'Close the gaps of these rules.' : 'Judge it by hand.',
  };
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
  const byRule = new Map<string, Placed[]>();
  gaps.forEach((gap, index) => {
    const same = byRule.get(gap.rule);
    if (same) same.push({ gap, index });
    else byRule.set(gap.rule, [{ gap, index }]);
  });
  return byRule;
}
