/** What a set without members answers: nothing is fulfilled by it, unless somebody stated that there are none. */
import type { Criterion } from '../../packs/index.js';
import { lowerFirst, type Answered, type Asked, type CriterionInput, type Selected } from '../criterion-input.js';
import { NOTHING } from './ask.js';
import { statedNone } from './stated-none.js';

// @implements SRS-512
export function answerEmpty(criterion: Criterion, asked: Asked, selected: Selected, input: CriterionInput): Answered {
  if (selected.open)
    return {
      ...NOTHING,
      answer: 'unknown',
      says: `${lowerFirst(selected.title)} could not all be read`,
      todo: 'Repair what cannot be read.',
    };
  const narrowed = asked.partial && selected.whole > 0;
  // Nobody can state that there are none of what stands there.
  if (criterion.none === 'statement' && !narrowed) return answerNone(criterion, asked, selected, input);
  const says = narrowed
    ? `none of ${selected.whole} ${lowerFirst(selected.title)} is security-relevant`
    : `there are no ${lowerFirst(selected.title)}`;
  if (criterion.empty === 'fine') return { ...NOTHING, answer: 'yes', says, todo: '' };
  return {
    ...NOTHING,
    answer: 'no',
    says,
    todo: narrowed
      ? 'Mark those that are, with a reason; an exposed device has some.'
      : `Write ${lowerFirst(selected.title)} down, as records of kind ${[...new Set(selected.kinds)].join(', ')}: an empty list fulfils nothing.`,
  };
}

/** "There are none" is something that a named person says on a day, for this version. */
export function answerNone(criterion: Criterion, asked: Asked, selected: Selected, input: CriterionInput): Answered {
  const names = [...(criterion.of ?? []), ...selected.kinds];
  const statement = statedNone(names, asked.obligation.scope, input.trace);
  if (statement && !selected.open)
    return {
      ...NOTHING,
      answer: 'yes',
      says: `${statement.id} says that there are none`,
      todo: '',
      members: [statement],
    };
  return {
    ...NOTHING,
    answer: selected.open ? 'unknown' : 'no',
    says: `there are no ${lowerFirst(selected.title)}, and nobody stated that there are none`,
    todo: `Write them down, or a statement with \`type: none\`, \`of: ${criterion.of?.[0] ?? ''}\`, \`by\` and \`date\`.`,
  };
}

/** Records that may be members fill no set that must not be empty. */
export function isUnsure(criterion: Criterion, selected: Selected): boolean {
  return criterion.empty !== 'fine' && selected.sure.length < Math.max(1, criterion.min ?? 0);
}
