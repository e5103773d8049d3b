/** Orders candidates by how likely it is that somebody should look at them first; it says nothing of the risk. */
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import type { Nearness } from './candidate-nearness.js';
import type { Candidate } from './candidate.js';

/**
 * Own choice, held against the threats that the makers of the samples wrote down (docs/threats.md): what the model shows to
 * be bare comes first, then places that no threat considers; what a threat seems to answer comes late, a mere letter of STRIDE comes last.
 */
const WEIGHTS = {
  urgent: 100,
  nobodyLooked: 100,
  notAnsweredAlike: 50,
  core: 20,
  hurtsPatients: 10,
  fromInternet: 10,
  manyPatients: 5,
  certain: 5,
  fallback: -40,
} as const;

/** Of the same pattern at ten places the first tells most. */
const AGAIN = 15;

export function rankOf(candidate: Omit<Candidate, 'rank'>, trace: Trace, nearness: Nearness): number {
  const { pattern, targets, similar, urgent } = candidate;
  const records = targets.map((target) => target.record);
  const holds: Readonly<Record<keyof typeof WEIGHTS, boolean>> = {
    urgent,
    nobodyLooked: records.some((record) => nearness.isUnconsidered(record)),
    notAnsweredAlike: similar.length === 0,
    core: pattern.core === true,
    hurtsPatients: pattern.harmTo?.includes('patient') ?? false,
    fromInternet: records.some((record) => says(record, REACH[record.kind], 'internet', trace)),
    manyPatients: records.some((record) => says(record, MANY[record.kind], 'true', trace)),
    certain: targets.every((target) => target.certain),
    fallback: pattern.fallback === true,
  };
  return (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce(
    (sum, name) => sum + (holds[name] ? WEIGHTS[name] : 0),
    0,
  );
}

/** Fields by kind that tell from where a record is reached, and whether it serves many patients. */
const REACH: Readonly<Record<string, string>> = { interface: 'reach', flow: 'via.reach' };
const MANY: Readonly<Record<string, string>> = {
  item: 'multi-patient',
  interface: 'item.multi-patient',
  flow: 'to.multi-patient',
};

function says(record: AnyRecord, field: string | undefined, value: string, trace: Trace): boolean {
  return field !== undefined && trace.told(record, field).values.includes(value);
}

/** @returns most relevant first, else by key; the same pattern at another place gives way */
export function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const byRank = (a: Candidate, b: Candidate): number => b.rank - a.rank || compareText(a.key, b.key);
  const seen = new Map<string, number>();
  const spread = candidates.toSorted(byRank).map((candidate) => {
    const before = seen.get(candidate.pattern.id) ?? 0;
    seen.set(candidate.pattern.id, before + 1);
    return { ...candidate, rank: candidate.rank - AGAIN * before };
  });
  return spread.toSorted(byRank);
}
