/** Asks for a dated judgement of a named person, bound to the present content of what it is about. */
import type { Criterion } from '../../packs/index.js';
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import { isForSystem } from '../about-system.js';
import {
  counts,
  lowerFirst,
  select,
  type Answered,
  type Asked,
  type CriterionInput,
  type Selected,
} from '../criterion-input.js';
import { NOTHING } from './ask.js';
import { answerNone } from './empty-set.js';

// @implements SRS-510
export function answerStatement(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const none = ofNone(criterion, asked, selected, input);
  if (none) return none;
  const statement = judgementOf(criterion, asked, selected, input);
  return {
    ...NOTHING,
    answer: statement ? (selected.open ? 'unknown' : 'yes') : 'no',
    counted: selected.members.length,
    says: `nobody states that ${lowerFirst(criterion.question ?? criterion.id).replace(/\.$/, '')}`,
    todo: `Write a statement with \`type: ${criterion.type ?? 'adequate'}\`, \`answers: [${criterion.id}]\`, \`by\`, \`date\`, its text, and \`bound-to\` what it is about.`,
    members: statement ? [statement] : [],
  };
}

/** @returns what a named person said on a day to this criterion, of the present content */
export function judgementOf(
  criterion: Criterion,
  asked: Asked,
  selected: Selected,
  input: CriterionInput,
): RecordOf<'statement'> | undefined {
  return input.trace.all('statement').find((one) => {
    const { by, date, text } = one.fields;
    const answers = input.trace.foreign(one, 'answers').includes(criterion.id);
    const fits = criterion.type === undefined ? one.fields.type !== 'none' : one.fields.type === criterion.type;
    const signed = by !== undefined && date !== undefined && text !== undefined && counts(one, input.trace);
    return (
      answers &&
      fits &&
      signed &&
      isForSystem(one, asked.obligation.scope, input.trace) &&
      coversScope(one, selected, input.trace)
    );
  });
}

/** Of what there is none, as somebody stated, there is nothing to judge. */
function ofNone(criterion: Criterion, asked: Asked, selected: Selected, input: CriterionInput): Answered | undefined {
  if (criterion.none !== 'statement' || selected.whole > 0) return undefined;
  const answered = answerNone(criterion, asked, selected, input);
  return answered.answer === 'no' ? undefined : answered;
}

/** Bound to the present content of all that it is about; one that is bound to nothing judges nothing. */
function coversScope(statement: RecordOf<'statement'>, selected: Selected, trace: Trace): boolean {
  const bound = Object.entries(statement.fields['bound-to'] ?? {});
  if (bound.length === 0) return false;
  const current = bound.every(([id, hash]) => {
    const record = trace.find(id);
    return record !== undefined && trace.hash(record) === hash;
  });
  const names = new Set(bound.map(([id]) => id));
  return current && selected.members.every((record) => names.has(record.id));
}
