/** Asks that every member has the fields and links that are named, and counts. */
import type { Criterion } from '../../packs/index.js';
import type { AnyRecord } from '../../records/index.js';
import { valuesOf, type Trace } from '../../trace/index.js';
import { namesOf } from '../2-facts.js';
import { counts, lowerFirst, select, type Answered, type Asked, type CriterionInput } from '../criterion-input.js';
import { stateOf } from '../record-state.js';
import { NOTHING } from './ask.js';
import { answerEmpty, isUnsure } from './empty-set.js';

// @implements SRS-504
export function answerEach(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  if (selected.members.length < Math.max(1, criterion.min ?? 0)) return answerEmpty(criterion, asked, selected, input);
  const lacking = new Map<string, Set<string>>();
  const failed = selected.members.filter((record) => {
    const names = lacks(record, criterion, input.trace);
    for (const name of names) lacking.set(name, (lacking.get(name) ?? new Set()).add(record.id));
    return names.length > 0;
  });
  const what = [...lacking].map(([name, ids]) => `${name} (${namesOf([...ids])})`).join('; ');
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : selected.open || isUnsure(criterion, selected) ? 'unknown' : 'yes',
    counted: selected.members.length,
    failed: failed.map((record) => record.id),
    says: `${failed.length} of ${selected.members.length} ${lowerFirst(selected.title)} lack ${what}`,
    todo: `Add ${namesOf([...lacking.keys()])} to ${namesOf(failed.map((record) => record.id))}, or record a decision with \`scope: [${criterion.id}]\`.`,
    members: selected.members.filter((record) => counts(record, input.trace)),
  };
}

/** @returns what the record lacks, by the first name of each need; being a draft is a lack too */
function lacks(record: AnyRecord, criterion: Criterion, trace: Trace): readonly string[] {
  const missing = (criterion.has ?? []).flatMap((need) => {
    const names = typeof need === 'string' ? [need] : need;
    const filled = names.some((name) => {
      const values = valuesOf(record, name, trace);
      return values !== 'unknown' && values.length > 0;
    });
    return filled ? [] : [names.join(' or ')];
  });
  return counts(record, trace) ? missing : [...missing, stateWords(record, trace)];
}

function stateWords(record: AnyRecord, trace: Trace): string {
  if (trace.reading.duplicates.has(record.id)) return 'an id of its own';
  return stateOf(record, trace) === 'void' ? 'an approval of its present content' : 'approval';
}
