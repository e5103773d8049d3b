/** Fields that only the search for candidates asks: words of titles, media and protocols, and what an item belongs to. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { ComputedField, Trace } from '../trace/index.js';

/** Longer texts are looked at from their beginning: what a thing is stands there. */
const MAX_TEXT = 2_000;
const MAX_NESTING = 100;

export const MODEL_FIELDS: ReadonlyMap<string, ComputedField> = new Map<string, ComputedField>([
  ['item.words', ({ fields }) => wordsIn(fields.title, fields.text)],
  ['item.title-words', ({ fields }) => wordsIn(fields.title)],
  ['item.runs-on', (record, trace) => runsOn(record as RecordOf<'item'>, trace)],
  [
    'item.sends-across',
    (record, trace) => trace.linkedOf(record, 'flows-out', 'flow').some((flow) => crosses(flow, trace)),
  ],
  [
    'interface.side',
    ({ fields }) => (wordsIn(fields.title, fields.text).some((word) => CALLS.has(word)) ? 'client' : 'server'),
  ],
  ['interface.link', (record) => linkOfInterface(record as RecordOf<'interface'>)],
  ['flow.link', (record, trace) => linkOfFlow(record as RecordOf<'flow'>, trace)],
]);

/** Single words and pairs that stand side by side, in small letters: `ble`, `hl7`, `user interface`. */
function wordsIn(...texts: readonly (string | undefined)[]): readonly string[] {
  const words = new Set<string>();
  for (const text of texts) {
    const found =
      text
        ?.slice(0, MAX_TEXT)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
    found.forEach((word, at) => {
      words.add(word);
      const next = found[at + 1];
      if (next !== undefined) words.add(`${word} ${next}`);
    });
  }
  return [...words];
}

function linkOfInterface({ fields }: RecordOf<'interface'>): readonly string[] {
  return wordsIn(fields.medium, fields.ports);
}

function linkOfFlow(flow: RecordOf<'flow'>, trace: Trace): readonly string[] {
  const media = trace.linkedOf(flow, 'via', 'interface').flatMap(linkOfInterface);
  return [...new Set([...wordsIn(flow.fields.protocol), ...media])];
}

/** Words by which people say that an interface calls and is not called. */
const CALLS = new Set(['client', 'outgoing', 'pull', 'push client']);
const PHONE = new Set(['phone', 'smartphone', 'mobile', 'tablet', 'android', 'ios', 'app']);

/** @returns `device` within its hardware, `phone`, `server`; `elsewhere` where it belongs to no software system of ours */
function runsOn(item: RecordOf<'item'>, trace: Trace): string {
  let current: RecordOf<'item'> | undefined = item;
  for (let depth = 0; current && depth < MAX_NESTING; depth++) {
    const { form, title } = current.fields;
    if (form === 'embedded') return 'device';
    if (form !== undefined)
      return wordsIn(item.fields.title, title).some((word) => PHONE.has(word)) ? 'phone' : 'server';
    current = trace.linkedOf(current, 'parent', 'item')[0];
  }
  return 'elsewhere';
}

export function flowsAt(record: AnyRecord, trace: Trace): readonly RecordOf<'flow'>[] {
  return [...trace.linkedOf(record, 'flows-in', 'flow'), ...trace.linkedOf(record, 'flows-out', 'flow')];
}

function crosses(flow: RecordOf<'flow'>, trace: Trace): boolean {
  const crossed = trace.computed(flow, 'crosses');
  return crossed === 'unknown' || (Array.isArray(crossed) && crossed.length > 0);
}
