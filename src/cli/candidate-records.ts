/** Makes of a candidate the record that answers it: a threat that is still generic, or a decision that it is none here. */
import type { NewRecord } from '../edit/index.js';
import type { PackSet } from '../packs/index.js';
import type { Candidate } from '../threats/index.js';
import type { Trace } from '../trace/index.js';

/** Marked as text of a library: it counts as absent until somebody says what it means for this device. */
export function threatOf(candidate: Candidate, id: string, packs: PackSet): NewRecord {
  const { pattern, targets, key } = candidate;
  return {
    kind: 'threat',
    id,
    fields: {
      title: pattern.title,
      generic: true,
      'taken-from': [key],
      stride: pattern.stride,
      targets: targets.map((target) => target.record.id),
      ...(pattern.weaknesses.length > 0 && { weaknesses: pattern.weaknesses }),
      ...(pattern.references.length > 0 && { references: pattern.references }),
      ...(pattern.phase && { phase: pattern.phase }),
      status: 'draft',
    },
    text: textOf(candidate, packs),
  };
}

function textOf({ pattern, source }: Candidate, packs: PackSet): string {
  const titles = new Map(packs.packs.flatMap((pack) => pack.controls.map((one) => [one.id, one.title] as const)));
  const controls = pattern.controls.map((id) => `- ${titles.get(id) ?? id} (${id})`);
  const library = `Text of the library (${source}, ${pattern.id}): say who does what to this device and what follows, then take out \`generic:\`.`;
  const helps = controls.length > 0 ? `\n\nWhat often helps:\n\n${controls.join('\n')}` : '';
  return `${pattern.text}\n\n${library}${helps}`;
}

export interface Decided {
  readonly reason: string;
  readonly by: string;
  readonly date: string;
  readonly role?: string;
  readonly until?: string;
}

/** Bound to what the places say today: if one of them changes, the candidate is open again. */
export function decisionOf(candidate: Candidate, id: string, decided: Decided, trace: Trace): NewRecord {
  const records = candidate.targets.map((target) => target.record);
  const { reason, by, role, date, until } = decided;
  return {
    kind: 'decision',
    id,
    fields: {
      title: `Not a threat here: ${candidate.pattern.title}`,
      type: 'not-applicable',
      scope: [candidate.key],
      about: records.map((record) => record.id),
      reason,
      by,
      ...(role !== undefined && { role }),
      date,
      ...(until !== undefined && { until }),
      'bound-to': Object.fromEntries(records.map((record) => [record.id, trace.hash(record)])),
    },
  };
}
