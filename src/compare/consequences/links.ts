/** Records that rest on one that changed: one step over the links that carry meaning, with the words for each. */
import type { AnyRecord } from '../../records/index.js';
import { compareText } from '../../shapes/index.js';
import { isCurrent, type Trace } from '../../trace/index.js';
import { oneAfterTheOther, type Consequence, type ConsequenceSort } from '../consequence.js';
import { named } from '../shown-value.js';
import type { Sides } from '../sides.js';
import type { Touch } from '../touched.js';

/** Link at the changed record → what the far record does to it. */
const BY_ANY: Readonly<Record<string, string>> = {
  documents: 'is about',
  views: 'shows',
  steps: 'shows',
  assumptions: 'assumes something of',
};

const BY_KIND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  need: { 'satisfied-by': 'satisfies', 'verified-by': 'verifies' },
  requirement: { 'satisfied-by': 'satisfies', 'implemented-by': 'implements', 'verified-by': 'verifies' },
  design: { 'verified-by': 'verifies' },
  item: {
    requirements: 'is allocated to',
    designs: 'is the design of',
    threats: 'targets',
    'verified-by': 'verifies',
    'contributes-to': 'has its cause in',
  },
  soup: {
    requirements: 'is allocated to',
    threats: 'targets',
    'verified-by': 'verifies',
    'contributes-to': 'has its cause in',
  },
  interface: { threats: 'targets', 'verified-by': 'verifies' },
  flow: { threats: 'targets', 'verified-by': 'verifies' },
  asset: { threats: 'endangers' },
  agent: { threats: 'counts on' },
  hazard: { risks: 'rates', threats: 'can lead to' },
  risk: { controls: 'reduces', 'verified-by': 'verifies' },
  threat: { controls: 'answers', hazards: 'can follow from', 'verified-by': 'verifies', 'rests-on': 'supports' },
  control: {
    'realised-by': 'realises',
    'verified-by': 'verifies',
    mitigates: 'is answered by',
    'credited-by': 'credits',
    'told-in': 'tells of',
  },
  assumption: { supports: 'rests on' },
};

/** A link to what is gone was there. */
const PAST: Readonly<Record<string, string>> = {
  answers: 'answered',
  'assumes something of': 'assumed something of',
  'can follow from': 'could follow from',
  'can lead to': 'could lead to',
  'counts on': 'counted on',
  credits: 'credited',
  endangers: 'endangered',
  'has its cause in': 'had its cause in',
  implements: 'implemented',
  rates: 'rated',
  realises: 'realised',
  reduces: 'reduced',
  'rests on': 'rested on',
  satisfies: 'satisfied',
  shows: 'showed',
  supports: 'supported',
  targets: 'targeted',
  'tells of': 'told of',
  verifies: 'verified',
};

const SORT_OF_KIND: Readonly<Record<string, ConsequenceSort>> = {
  threat: 'threat',
  control: 'control',
  risk: 'risk',
  hazard: 'hazard',
  requirement: 'requirement',
  test: 'test',
  design: 'design',
  assumption: 'assumption',
  document: 'document',
  view: 'view',
};

/** @param skip ids of tests of which more is told already */
export function linkedConsequences(
  touches: ReadonlyMap<string, Touch>,
  sides: Sides,
  skip: ReadonlySet<string>,
): readonly Consequence[] {
  const reasons = new Reasons(touches);
  for (const touch of touches.values()) {
    for (const [far, verb] of restingOn(touch, sides)) {
      const does = touch.how === 'is gone' ? (PAST[verb] ?? verb.replace(/^is /, 'was ')) : verb;
      reasons.add(far, touch, `${does} ${touch.id}, which ${touch.how}`);
    }
    for (const [far, chain] of behindThreats(touch, sides)) reasons.add(far, touch, chain);
  }
  return reasons.told(skip);
}

/** By id, what connects each record with the changes. */
class Reasons {
  readonly #touches: ReadonlyMap<string, Touch>;
  readonly #found = new Map<string, { record: AnyRecord; words: Map<string, string> }>();

  constructor(touches: ReadonlyMap<string, Touch>) {
    this.#touches = touches;
  }

  /** A new record was written with the change at hand; the first reason for a change is the nearest. */
  add(record: AnyRecord, touch: Touch, words: string): void {
    if (this.#touches.get(record.id)?.how === 'is new' || record.id === touch.id) return;
    const found = this.#found.get(record.id) ?? { record, words: new Map<string, string>() };
    this.#found.set(record.id, found);
    if (!found.words.has(touch.id)) found.words.set(touch.id, words);
  }

  told(skip: ReadonlySet<string>): readonly Consequence[] {
    return [...this.#found.values()].flatMap(({ record, words }) => {
      if (skip.has(record.id)) return [];
      const because = [...words.keys()].toSorted(compareText);
      const all = because.flatMap((id) => words.get(id) ?? []);
      const sort = SORT_OF_KIND[record.kind] ?? 'record';
      return [{ sort, id: record.id, what: `${named(record)} ${oneAfterTheOther(all)}.`, because }];
    });
  }
}

/** By the links of both states: a link that was taken away was a reason too. Only what is there now can be looked at. */
function restingOn(
  { before, after }: Touch,
  { before: old, after: present, renames }: Sides,
): readonly (readonly [AnyRecord, string])[] {
  const found = new Map<AnyRecord, string>();
  for (const [record, trace] of [
    [after, present.trace],
    [before, old.trace],
  ] as const) {
    if (!record) continue;
    for (const [link, verb] of verbsOf(record.kind)) {
      for (const far of trace.linked(record, link)) {
        const now = present.trace.find(renames.now(far.id));
        if (now && isCurrent(now) && !found.has(now)) found.set(now, verb);
      }
    }
  }
  return [...found];
}

function verbsOf(kind: string): readonly (readonly [string, string])[] {
  return [...Object.entries(BY_KIND[kind] ?? {}), ...Object.entries(BY_ANY)];
}

/** From a path or a way in over its threats to what was built and tested against them. */
function behindThreats({ after, how }: Touch, { after: { trace } }: Sides): readonly (readonly [AnyRecord, string])[] {
  if (how === 'is gone' || (after?.kind !== 'flow' && after?.kind !== 'interface')) return [];
  return trace.linkedOf(after, 'threats', 'threat').flatMap((threat) =>
    trace.linkedOf(threat, 'controls', 'control').flatMap((control) => {
      const where = `which answers ${threat.id} at ${after.id}; ${after.id} ${how}`;
      return [
        [control, `answers ${threat.id} at ${after.id}, which ${how}`] as const,
        ...builtFor(control, trace).map(([far, verb]) => [far, `${verb} ${control.id}, ${where}`] as const),
      ];
    }),
  );
}

function builtFor(control: AnyRecord, trace: Trace): readonly (readonly [AnyRecord, string])[] {
  return [
    ...trace.linked(control, 'realised-by').map((far) => [far, 'realises'] as const),
    ...trace.linked(control, 'verified-by').map((far) => [far, 'verifies'] as const),
  ];
}
