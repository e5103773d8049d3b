/** What a rating after control counted, and whether that still stands: with a control taken away nothing becomes safer. */
import { recordHash, type AnyRecord, type RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { isCurrent, type Trace } from '../trace/index.js';

/** How a record that is no control takes part; a control stands with the hash of what it says. */
const REALISES = 'realises';
const TESTS = 'tests';

/**
 * Controls of the threat with the hash of their content, without links: a control may come to mitigate other threats too. What
 * realises them and tests them stands by its id: whether that still proves anything its results say.
 */
export function countedControls(threat: RecordOf<'threat'>, trace: Trace): ReadonlyMap<string, string> {
  const controls = trace.linkedOf(threat, 'controls', 'control');
  const realising = controls.flatMap((control) => trace.linked(control, 'realised-by'));
  const tests = [...controls, ...realising].flatMap((record) => trace.linkedOf(record, 'verified-by', 'test'));
  return new Map([
    ...controls.map((control) => [control.id, recordHash(control, [])] as const),
    ...named(realising, REALISES),
    ...named(tests, TESTS),
  ]);
}

// @implements SRS-527
/** @returns in whole phrases what the rating counted and does not stand as it did; none for a rating that does not say it */
export function changedSinceRated(threat: RecordOf<'threat'>, trace: Trace): readonly string[] {
  const counted = Object.entries(threat.fields.after?.counted ?? {});
  if (counted.length === 0) return [];
  const present = countedControls(threat, trace);
  return counted.flatMap(([id, as]) => {
    const now = present.get(id);
    if (now === as) return [];
    const record = trace.find(id);
    if (!record || !isCurrent(record)) return [`${id}, which its rating after control counted, is gone`];
    return now === undefined
      ? [`${id}, which its rating after control counted, ${detached(as)}`]
      : [`${id} changed since it was counted`];
  });
}

function detached(as: string): string {
  if (as === TESTS) return 'tests none of its controls any more';
  return as === REALISES ? 'realises none of its controls any more' : 'mitigates it no more';
}

function named(records: readonly AnyRecord[], as: string): readonly (readonly [string, string])[] {
  return [...new Set(records.map(({ id }) => id))].toSorted(compareText).map((id) => [id, as] as const);
}
