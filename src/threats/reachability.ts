/** From where an element can be reached, and by which path: agents at interfaces, people and foreign systems along flows. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { mayActAt, type Certainty } from './reach.js';

type Item = RecordOf<'item'>;

/** One move of somebody who advances through the system. */
export interface PathStep {
  /** The interface or flow that is used; `undefined` where a whole passes what it gets on to one of its parts. */
  readonly by: RecordOf<'interface'> | RecordOf<'flow'> | undefined;
  readonly to: Item;
  /** Boundaries that the flow crosses. */
  readonly crosses: readonly string[] | 'unknown';
}

export interface ReachPath {
  /** Who begins: an agent, a person, or a system of somebody else. */
  readonly from: RecordOf<'agent'> | Item;
  readonly steps: readonly PathStep[];
  /** `unknown` where what is written does not tell whether the interface that lets in is open to whoever begins. */
  readonly certainty: Certainty;
}

/**
 * Shortest ways over the model. Influence goes with the data: a one-way flow is followed in its direction, a two-way one, and one
 * whose direction nobody wrote, in both. No control is credited: this is where somebody could get to, not how easily.
 */
export class Reachability {
  readonly #trace: Trace;
  /** By item: who passes something on to it, directly. */
  readonly #before = new Map<string, readonly Hop[]>();
  readonly #agents: readonly RecordOf<'agent'>[];
  readonly #interfaces: readonly RecordOf<'interface'>[];

  constructor(trace: Trace) {
    this.#trace = trace;
    this.#agents = trace.all('agent');
    this.#interfaces = trace.all('interface');
  }

  /** @param targets one item, or several of which any will do; @returns paths in order of the id at which they begin */
  pathsTo(targets: readonly Item[]): readonly ReachPath[] {
    const towards = this.#towards(targets);
    const paths = [
      ...this.#agents.flatMap((agent) => this.#pathOfAgent(agent, towards)),
      ...this.#trace
        .all('item')
        .filter(isOutside)
        .flatMap((item) => this.#pathOfOutside(item, towards)),
    ];
    return paths.toSorted((a, b) => compareText(a.from.id, b.from.id));
  }

  /** Breadth first, backwards from the targets: for each item the next move, on a shortest way. */
  #towards(targets: readonly Item[]): Towards {
    const next = new Map<string, Move>();
    let edge: readonly Item[] = targets.flatMap((target) => [target, ...partsOf(target, this.#trace)]);
    for (const item of edge) next.set(item.id, { distance: 0, hop: undefined });
    for (let distance = 1; edge.length > 0; distance++) {
      const reached: Item[] = [];
      for (const item of edge) {
        for (const hop of this.#hopsTo(item)) {
          if (next.has(hop.from.id)) continue;
          next.set(hop.from.id, { distance, hop });
          reached.push(hop.from);
        }
      }
      edge = reached.toSorted(technicalFirst);
    }
    return next;
  }

  #hopsTo(item: Item): readonly Hop[] {
    const known = this.#before.get(item.id);
    if (known) return known;
    const trace = this.#trace;
    const along = (flow: RecordOf<'flow'>, end: 'from' | 'to'): readonly Hop[] =>
      trace.linkedOf(flow, end, 'item').map((from) => ({ from, by: flow, to: item }));
    const hops = [
      ...trace.linkedOf(item, 'flows-in', 'flow').flatMap((flow) => along(flow, 'from')),
      ...trace
        .linkedOf(item, 'flows-out', 'flow')
        .filter((flow) => flow.fields.direction !== 'one-way')
        .flatMap((flow) => along(flow, 'to')),
      ...trace.linkedOf(item, 'parent', 'item').map((from) => ({ from, by: undefined, to: item })),
    ].toSorted((a, b) => compareText(a.by?.id ?? '', b.by?.id ?? ''));
    this.#before.set(item.id, hops);
    return hops;
  }

  #pathOfAgent(agent: RecordOf<'agent'>, towards: Towards): readonly ReachPath[] {
    const entries = this.#interfaces.flatMap((at) => {
      const certainty = mayActAt(agent, at);
      const [item] = this.#trace.linkedOf(at, 'item', 'item');
      const move = item && towards.get(item.id);
      return certainty === 'no' || !item || !move ? [] : [{ at, item, certainty, distance: move.distance }];
    });
    const [best] = entries.toSorted(
      (a, b) => byCertainty(a.certainty, b.certainty) || a.distance - b.distance || byId(a.at, b.at),
    );
    if (!best) return [];
    const first: PathStep = { by: best.at, to: best.item, crosses: [] };
    return [{ from: agent, steps: [first, ...this.#stepsFrom(best.item, towards)], certainty: best.certainty }];
  }

  #pathOfOutside(item: Item, towards: Towards): readonly ReachPath[] {
    const steps = this.#stepsFrom(item, towards);
    return steps.length === 0 ? [] : [{ from: item, steps, certainty: 'yes' }];
  }

  #stepsFrom(item: Item, towards: Towards): readonly PathStep[] {
    const steps: PathStep[] = [];
    for (let hop = towards.get(item.id)?.hop; hop; hop = towards.get(hop.to.id)?.hop) {
      steps.push({ by: hop.by, to: hop.to, crosses: hop.by ? crossesOf(hop.by, this.#trace) : [] });
    }
    return steps;
  }
}

interface Hop {
  readonly from: Item;
  readonly by: RecordOf<'flow'> | undefined;
  readonly to: Item;
}

interface Move {
  readonly distance: number;
  /** `undefined` at a target. */
  readonly hop: Hop | undefined;
}

type Towards = ReadonlyMap<string, Move>;

/** People, and systems that somebody else makes or runs: nobody can say what they send. */
export function isOutside(item: Item): boolean {
  const { role, scope } = item.fields;
  return role === 'actor' || role === 'external' || scope === 'other-product';
}

export function crossesOf(flow: RecordOf<'flow'>, trace: Trace): readonly string[] | 'unknown' {
  const crosses = trace.computed(flow, 'crosses');
  return Array.isArray(crosses) ? (crosses as readonly string[]) : 'unknown';
}

/** Whoever reaches a part has reached the whole, as far as the question goes. */
function partsOf(item: Item, trace: Trace): readonly Item[] {
  const found = new Map<string, Item>();
  const open = [item];
  for (let current = open.pop(); current; current = open.pop()) {
    for (const part of trace.linkedOf(current, 'parts', 'item')) {
      if (part.id === item.id || found.has(part.id)) continue;
      found.set(part.id, part);
      open.push(part);
    }
  }
  return [...found.values()].toSorted(byId);
}

function byId(a: AnyRecord, b: AnyRecord): number {
  return compareText(a.id, b.id);
}

/** Of two ways that are equally short, the one that goes through machines: what a person can be brought to do is another question. */
function technicalFirst(a: Item, b: Item): number {
  const isPerson = (item: Item): number => Number(item.fields.role === 'actor' || item.fields.role === 'physical');
  return isPerson(a) - isPerson(b) || byId(a, b);
}

/** A way that is known before one that only may be there. */
function byCertainty(a: Certainty, b: Certainty): number {
  return Number(a === 'unknown') - Number(b === 'unknown');
}
