/** Approvals, reviews, statements and decisions that stood for a record and do not stand for what it says now. */
import type { BindingRecord } from '../../trace/index.js';
import { bindingsOf, type Binding } from '../bindings.js';
import { someOf, type Consequence } from '../consequence.js';
import type { Sides } from '../sides.js';

/** @param now as they are in the later state */
export function voidConsequences(now: readonly Binding[], sides: Sides): readonly Consequence[] {
  const stood = new Map(bindingsOf(sides.before).map((one) => [sides.renames.now(one.record.id), new Set(one.holds)]));
  return now.flatMap(({ record, void: left }) => {
    const lost = left.filter((id) => stood.get(record.id)?.has(id));
    if (lost.length === 0) return [];
    const what = `${words(record)} does not stand for ${someOf(lost)} any more: not the content that was seen.`;
    return [{ sort: `${record.kind}-void` as const, id: record.id, what, because: lost }];
  });
}

function words({ id, kind, fields }: BindingRecord): string {
  const from = fields.by === undefined ? '' : ` by ${typeof fields.by === 'string' ? fields.by : someOf(fields.by)}`;
  const on = fields.date === undefined ? '' : ` of ${fields.date}`;
  return `The ${kind} ${id}${from}${on}`;
}
