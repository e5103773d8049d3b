/** Finds every record at which a threat of the library is raised, by what the model says of it. */
import type { FactTable, FactValues, ThreatPattern, ThreatPlace } from '../packs/index.js';
import type { AnyRecord } from '../records/index.js';
import type { Match, Trace } from '../trace/index.js';

export interface Hit {
  readonly pattern: ThreatPattern;
  readonly record: AnyRecord;
  readonly place: ThreatPlace;
  /** Something that decides is not known or cannot be read: it may be raised. */
  readonly certain: boolean;
}

/** @param trace with the fields of the model */
export function hitsOf(
  patterns: readonly ThreatPattern[],
  trace: Trace,
  facts: FactValues,
  table: FactTable,
): readonly Hit[] {
  const words = new WordIndex(trace);
  return patterns.flatMap((pattern) => {
    const asked = pattern.when === undefined ? true : table.conditions.holds(pattern.when, facts);
    // What nobody stated is asked: that a device has a trained model is told by its fact, all else by the model.
    return asked === false ? [] : hitsOfPattern(pattern, asked === true, trace, words);
  });
}

function hitsOfPattern(pattern: ThreatPattern, asked: boolean, trace: Trace, words: WordIndex): readonly Hit[] {
  const found = new Map<string, Hit>();
  for (const place of pattern.at) {
    for (const record of words.recordsFor(place)) {
      // The first place that fits tells why.
      if (found.has(record.id)) continue;
      const match: Match = trace.matches(record, place.where);
      if (match !== false) found.set(record.id, { pattern, record, place, certain: asked && match === true });
    }
  }
  return [...found.values()];
}

/** Fields of words, by which most places choose: looked up instead of asked of every record. */
const WORD_FIELDS = ['link', 'words'];

class WordIndex {
  readonly #trace: Trace;
  readonly #byField = new Map<string, ReadonlyMap<string, readonly AnyRecord[]>>();

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  /** Records of the kind that may fit, each once and in order of their ids. */
  recordsFor({ kind, where }: ThreatPlace): readonly AnyRecord[] {
    const field = WORD_FIELDS.find((name) => where?.[name] !== undefined && this.#trace.isComputed(kind, name));
    const wanted = field === undefined ? undefined : where?.[field];
    if (field === undefined || wanted === undefined) return this.#trace.allNamed(kind);
    const index = this.#indexOf(kind, field);
    const found = new Set([wanted].flat().flatMap((word) => index.get(word) ?? []));
    return [...found].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  #indexOf(kind: string, field: string): ReadonlyMap<string, readonly AnyRecord[]> {
    const known = this.#byField.get(`${kind}.${field}`);
    if (known) return known;
    const index = new Map<string, AnyRecord[]>();
    for (const record of this.#trace.allNamed(kind)) {
      for (const word of this.#trace.told(record, field).values) {
        const same = index.get(word);
        if (same) same.push(record);
        else index.set(word, [record]);
      }
    }
    this.#byField.set(`${kind}.${field}`, index);
    return index;
  }
}
