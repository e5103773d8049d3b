/** Offers threats of the library for the places of the model that raise them, and tells which of them a person answered. */
import type { FactTable, FactValues, Pack, StrideLetter, ThreatPattern } from '../packs/index.js';
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { hitsOf, type Hit } from './candidate-hits.js';
import { Nearness } from './candidate-nearness.js';
import type { Candidate, CandidateTarget } from './candidate.js';
import { inOrder, rankOf } from './candidate-rank.js';
import { MODEL_FIELDS } from './model-fields.js';

export interface CandidateInput {
  readonly trace: Trace;
  readonly facts: FactValues;
  readonly table: FactTable;
  readonly packs: readonly Pack[];
  /** Id of the valid decision by which a person rejected the pattern for the record, if there is one. */
  readonly rejectedBy: (pattern: string, record: AnyRecord) => string | undefined;
}

export const STRIDE_WORDS: Readonly<Record<StrideLetter, string>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information disclosure',
  D: 'denial of service',
  E: 'elevation of privilege',
};

export interface Candidates {
  /** With at least one open target; most relevant first, else by key. */
  readonly open: readonly Candidate[];
  /** By the id of the record, in order of their patterns. */
  readonly byTarget: ReadonlyMap<string, readonly CandidateTarget[]>;
}

// @implements SRS-315
export function candidatesOf(input: CandidateInput): Candidates {
  const trace = input.trace.withComputed(MODEL_FIELDS);
  const patterns = patternsOf(input.packs);
  const nearness = new Nearness(trace);
  const specific = hitsOf(patterns.filter(isSpecific), trace, input.facts, input.table);
  const fallback = hitsOf(
    patterns.filter((one) => !isSpecific(one)),
    trace,
    input.facts,
    input.table,
  );
  const states = new States(input, trace);
  const hits = [...specific, ...unasked(fallback, specific, nearness, states)];
  const targets = hits.map((hit): CandidateTarget => ({ ...hit, ...states.of(hit) }));
  return { open: grouped(targets, trace, nearness, sourcesOf(input.packs)), byTarget: byTarget(targets) };
}

function patternsOf(packs: readonly Pack[]): readonly ThreatPattern[] {
  return packs.flatMap((pack) => pack.threats).toSorted((a, b) => compareText(a.id, b.id));
}

function sourcesOf(packs: readonly Pack[]): ReadonlyMap<string, string> {
  return new Map(packs.flatMap((pack) => pack.threats.map((one) => [one.id, `${pack.pack}@${pack.edition}`] as const)));
}

function isSpecific(pattern: ThreatPattern): boolean {
  return pattern.fallback !== true;
}

/** A letter of STRIDE is asked where nothing more specific asks for it and no threat considers it; what was answered stays. */
function unasked(
  fallback: readonly Hit[],
  specific: readonly Hit[],
  nearness: Nearness,
  states: States,
): readonly Hit[] {
  const asked = new Map<string, Set<string>>();
  for (const { record, pattern } of specific) {
    const letters = asked.get(record.id) ?? new Set();
    for (const letter of pattern.stride) letters.add(letter);
    asked.set(record.id, letters);
  }
  return fallback.filter((hit) => {
    if (states.of(hit).state !== 'open') return true;
    const isAsked = (letter: string): boolean => {
      const around = nearness.partsOfPlace(hit.record, letter);
      return around.some((id) => asked.get(id)?.has(letter) === true) || nearness.hasThreat(around, letter);
    };
    return !hit.pattern.stride.every(isAsked);
  });
}

class States {
  readonly #input: CandidateInput;
  readonly #taken = new Map<string, string>();

  constructor(input: CandidateInput, trace: Trace) {
    this.#input = input;
    for (const threat of trace.all('threat')) {
      const patterns = trace.foreign(threat, 'taken-from').map(patternOfKey);
      if (patterns.length === 0) continue;
      for (const target of trace.names(threat, 'targets')) {
        for (const pattern of patterns) this.#taken.set(`${pattern}@${target}`, threat.id);
      }
    }
  }

  of({ pattern, record }: Hit): Pick<CandidateTarget, 'state' | 'by'> {
    const threat = this.#taken.get(`${pattern.id}@${record.id}`);
    if (threat !== undefined) return { state: 'taken', by: threat };
    const decision = this.#input.rejectedBy(pattern.id, record);
    return decision === undefined ? { state: 'open', by: undefined } : { state: 'rejected', by: decision };
  }
}

/** The part of a key before the `@`: an answer holds for the pattern at each record that it names. */
export function patternOfKey(key: string): string {
  const at = key.indexOf('@');
  return at === -1 ? key : key.slice(0, at);
}

function grouped(
  targets: readonly CandidateTarget[],
  trace: Trace,
  nearness: Nearness,
  sources: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const groups = new Map<string, { anchor: AnyRecord; targets: CandidateTarget[] }>();
  for (const target of targets) {
    if (target.state !== 'open') continue;
    const anchor = anchorOf(target.record, trace);
    const key = `${target.pattern.id}@${anchor.id}`;
    const group = groups.get(key) ?? { anchor, targets: [] };
    group.targets.push(target);
    groups.set(key, group);
  }
  return inOrder([...groups].map(([key, group]) => candidateOf(key, group, trace, nearness, sources)));
}

function candidateOf(
  key: string,
  { anchor, targets }: { readonly anchor: AnyRecord; readonly targets: CandidateTarget[] },
  trace: Trace,
  nearness: Nearness,
  sources: ReadonlyMap<string, string>,
): Candidate {
  const pattern = targets[0]?.pattern;
  if (!pattern) throw new Error(`The candidate ${key} has no target.`);
  const sorted = targets.toSorted((a, b) => compareText(a.record.id, b.record.id));
  const similar = nearness.similarThreats(pattern, [anchor, ...sorted.map((target) => target.record)]);
  const source = sources.get(pattern.id) ?? '';
  const urgent = sorted.some((target) => target.place.urgent === true);
  const candidate = { key, pattern, source, anchor, targets: sorted, similar, urgent };
  return { ...candidate, rank: rankOf(candidate, trace, nearness) };
}

/** Flows are told together under an interface of ours: that is where a person looks at them. */
function anchorOf(record: AnyRecord, trace: Trace): AnyRecord {
  if (record.kind !== 'flow') return record;
  const via = trace.linkedOf(record, 'via', 'interface').toSorted((a, b) => compareText(a.id, b.id));
  const isOurs = (one: AnyRecord): boolean =>
    (trace.linkedOf(one, 'item', 'item')[0]?.fields.scope ?? 'device') !== 'other-product';
  return via.find(isOurs) ?? via[0] ?? record;
}

function byTarget(targets: readonly CandidateTarget[]): ReadonlyMap<string, readonly CandidateTarget[]> {
  const found = new Map<string, CandidateTarget[]>();
  for (const target of targets) {
    const same = found.get(target.record.id);
    if (same) same.push(target);
    else found.set(target.record.id, [target]);
  }
  return found;
}
