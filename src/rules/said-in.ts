/** Looks for words in the texts of records: for hints, which quote what they found and leave the judgement to a person. */
import type { AnyRecord, KindName } from '../records/index.js';
import type { Trace } from '../trace/index.js';

export interface Said {
  readonly at: AnyRecord;
  readonly field: string;
  /** The words as they stand there. */
  readonly words: string;
}

/** Longer texts are looked at from their beginning. */
const MAX_TEXT = 5_000;
/** A sentence with one of these says that it is not so. */
const DENIED =
  /\b(no|not|never|nor|neither|without|cannot|instead of|refuse[sd]?|hostile|untrusted|disabled|changed|replaced)\b/i;

/** @returns of each field the first sentence that says it and does not deny it */
export function* saidIn(
  trace: Trace,
  fields: Readonly<Partial<Record<KindName, readonly string[]>>>,
  pattern: RegExp,
): Iterable<Said> {
  for (const [kind, names] of Object.entries(fields)) {
    for (const at of trace.allNamed(kind)) {
      for (const field of names) {
        const words = firstIn(trace.told(at, field).values.join(' '), pattern);
        if (words !== undefined) yield { at, field, words };
      }
    }
  }
}

function firstIn(text: string, pattern: RegExp): string | undefined {
  for (const sentence of text.slice(0, MAX_TEXT).split(/(?<=[.;!?])\s|\n/)) {
    const found = DENIED.test(sentence) ? undefined : pattern.exec(sentence)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
