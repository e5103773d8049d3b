/** Asks that the named rules have no open gap. */
import type { Criterion } from '../../packs/index.js';
import { isInScope, isLinkLost, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { NOTHING } from './ask.js';

export function answerRule(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const rules = criterion.rules ?? [];
  const missing = rules.filter((rule) => !input.knownRules.has(rule));
  const open = input.openGaps.filter((gap) => {
    if (!rules.includes(gap.rule) || gap.severity === 'hint') return false;
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
