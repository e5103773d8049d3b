/** Candidates in the output of `medward threats`: what the library has to say that nobody answered yet. */
import { STRIDE_WORDS, type Candidate, type Candidates } from '../threats/index.js';
import type { PackSet } from '../packs/index.js';
import { array, integer, nullable, object, text, yesNo, type Schema } from './schema.js';

export interface CandidateOutput {
  readonly key: string;
  /** Id of the pattern, which `medward explain` tells about. */
  readonly rule: string;
  readonly targets: readonly string[];
  readonly title: string;
  /** The interface, element or flow under which the targets are told together. */
  readonly at: { readonly id: string; readonly title: string | null };
  readonly why: string;
  /** What follows, for any device. */
  readonly text: string;
  /** Pack and edition that it comes from. */
  readonly source: string;
  /** Letters of STRIDE, and their words. */
  readonly stride: readonly string[];
  readonly category: readonly string[];
  readonly weaknesses: readonly string[];
  readonly controls: readonly { readonly id: string; readonly title: string }[];
  /** Threats that look alike: perhaps it is answered, and only nobody said so. */
  readonly similar: readonly string[];
  /** The model shows that nothing stands against it. */
  readonly urgent: boolean;
  /** Pairs of a pattern and a record are one only if all that decides is known. */
  readonly certain: boolean;
}

export interface CandidateCounts {
  readonly open: number;
  readonly urgent: number;
  readonly similar: number;
  /** Pairs of a pattern and a record that a threat or a decision answers. */
  readonly taken: number;
  readonly rejected: number;
}

export function candidateOutput(candidate: Candidate, packs: PackSet): CandidateOutput {
  const { key, pattern, anchor, targets } = candidate;
  return {
    key,
    rule: pattern.id,
    targets: targets.map((target) => target.record.id),
    title: pattern.title,
    at: { id: anchor.id, title: anchor.fields.title ?? null },
    why: whyOf(candidate),
    text: pattern.text,
    source: candidate.source,
    stride: pattern.stride,
    category: pattern.stride.map((letter) => STRIDE_WORDS[letter]),
    weaknesses: pattern.weaknesses,
    controls: controlsOf(candidate, packs),
    similar: candidate.similar,
    urgent: candidate.urgent,
    certain: targets.every((target) => target.certain),
  };
}

/** Each reason once, with the records that gave it. */
function whyOf({ targets }: Candidate): string {
  const reasons = new Map<string, string[]>();
  for (const { place, record } of targets) {
    reasons.set(place.because, [...(reasons.get(place.because) ?? []), record.id]);
  }
  return [...reasons].map(([because, ids]) => `${because.replace(/\.$/, '')}: ${ids.join(', ')}.`).join(' ');
}

function controlsOf({ pattern }: Candidate, packs: PackSet): CandidateOutput['controls'] {
  const known = new Map(packs.packs.flatMap((pack) => pack.controls.map((control) => [control.id, control] as const)));
  return pattern.controls.map((id) => ({ id, title: known.get(id)?.title ?? id }));
}

export function candidateCounts({ open, byTarget }: Candidates): CandidateCounts {
  const states = [...byTarget.values()].flat().map((target) => target.state);
  return {
    open: open.length,
    urgent: open.filter((one) => one.urgent).length,
    similar: open.filter((one) => one.similar.length > 0).length,
    taken: states.filter((state) => state === 'taken').length,
    rejected: states.filter((state) => state === 'rejected').length,
  };
}

export const candidateSchema: Schema = object({
  key: text,
  rule: text,
  targets: array(text),
  title: text,
  at: object({ id: text, title: nullable(text) }),
  why: text,
  text,
  source: text,
  stride: array(text),
  category: array(text),
  weaknesses: array(text),
  controls: array(object({ id: text, title: text })),
  similar: array(text),
  urgent: yesNo,
  certain: yesNo,
});

export const candidateCountsSchema: Schema = object({
  open: integer,
  urgent: integer,
  similar: integer,
  taken: integer,
  rejected: integer,
});
