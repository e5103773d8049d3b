/** Asks that every member has the fields and links that are named, and counts. */
import type { Criterion } from '../../packs/index.js';
import type { AnyRecord } from '../../records/index.js';
import { shortList } from '../../shapes/index.js';
import type { Trace } from '../../trace/index.js';
import {
  counts,
  lowerFirst,
  select,
  type Answered,
  type Asked,
  type CriterionInput,
  type LackedBy,
} from '../criterion-input.js';
import { stateOf } from '../record-state.js';
import { NOTHING } from './ask.js';
import { answerEmpty, isUnsure } from './empty-set.js';

// @implements SRS-504
export function answerEach(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const selected = select(criterion.of ?? [], asked.partial, asked.obligation.scope, input);
  const { members } = selected;
  if (members.length < Math.max(1, criterion.min ?? 0)) return answerEmpty(criterion, asked, selected, input);
  const needs = (criterion.has ?? []).map(needOf);
  const lacking: Lacking = new Map();
  const failed: string[] = [];
  const counted: AnyRecord[] = [];
  for (const record of members) {
    const isFinished = counts(record, input.trace);
    if (isFinished) counted.push(record);
    if (noteLacks(record, isFinished, needs, lacking, input.trace)) failed.push(record.id);
  }
  const what = [...lacking].map(([words, { ids }]) => `${words} (${shortList(ids)})`).join('; ');
  return {
    ...NOTHING,
    answer: failed.length > 0 ? 'no' : selected.open || isUnsure(criterion, selected) ? 'unknown' : 'yes',
    counted: members.length,
    failed,
    lacking: [...lacking.values()],
    says: `${failed.length} of ${members.length} ${lowerFirst(selected.title)} lack ${what}`,
    todo: `Add ${shortList([...lacking.keys()])} to ${shortList(failed)}, or record a decision with \`scope: [${criterion.id}]\`.`,
    members: counted,
  };
}

/** Fields of which one is enough. */
interface Need {
  readonly names: readonly string[];
  readonly words: string;
}

function needOf(need: string | readonly string[]): Need {
  const names = [need].flat();
  return { names, words: names.join(' or ') };
}

/** @returns whether the record lacks something; not being finished is a lack too */
function noteLacks(
  record: AnyRecord,
  isFinished: boolean,
  needs: readonly Need[],
  lacking: Lacking,
  trace: Trace,
): boolean {
  let isLacking = false;
  for (const { names, words } of needs) {
    if (isFilled(record, names, trace)) continue;
    note(words, names, record, lacking);
    isLacking = true;
  }
  if (isFinished) return isLacking;
  note(stateWords(record, trace), NO_FIELD, record, lacking);
  return true;
}

function isFilled(record: AnyRecord, names: readonly string[], trace: Trace): boolean {
  for (const name of names) if (trace.told(record, name).values.length > 0) return true;
  return false;
}

/** By the words for what is lacking, in the order in which it was found. */
type Lacking = Map<string, LackedBy & { readonly ids: string[] }>;

const NO_FIELD: readonly string[] = [];

function note(words: string, names: readonly string[], { id }: AnyRecord, lacking: Lacking): void {
  const known = lacking.get(words);
  if (known) known.ids.push(id);
  else lacking.set(words, { names, ids: [id] });
}

function stateWords(record: AnyRecord, trace: Trace): string {
  if (trace.reading.duplicates.has(record.id)) return 'an id of its own';
  return stateOf(record, trace) === 'void' ? 'an approval of its present content' : 'approval';
}
