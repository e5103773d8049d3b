/** Asks that there are at least so many records that count. */
import type { Criterion } from '../../packs/index.js';
import { counts, lowerFirst, select, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { NOTHING } from './ask.js';
import { answerNone } from './empty-set.js';

// @implements SRS-505
export function answerRecords(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const counted = selected.sure.filter((record) => counts(record, input.trace));
  const min = criterion.min ?? 1;
  if (selected.members.length === 0 && criterion.none === 'statement')
    return answerNone(criterion, asked, selected, input);
  const enough = counted.length >= min;
  return {
    ...NOTHING,
    answer: enough ? 'yes' : selected.open ? 'unknown' : 'no',
    counted: counted.length,
    says: `there are ${counted.length === 0 ? 'no' : counted.length} approved ${lowerFirst(selected.title)}${min > 1 ? ` (at least ${min})` : ''}`,
    todo: `Write ${min === 1 ? 'one' : `at least ${min}`} (${lowerFirst(selected.title)}: records of kind ${selected.kinds.join(', ')}) and approve ${min === 1 ? 'it' : 'them'}${criterion.none ? ', or state with name and date that there are none' : ''}.`,
    members: counted,
  };
}
