/** The parts of a foreign model that become records, found by the ids with which the model refers to them. */
import type { ForeignValue } from './foreign-value.js';
import { LIMITS } from './limits.js';
import type { Problems } from './problems.js';
import { recordIds, type Thing } from './record-ids.js';

export class Things {
  readonly #problems: Problems;
  readonly #all: Thing[] = [];
  readonly #byId = new Map<string, Map<string, Thing>>();
  #ids: ReadonlyMap<Thing, string> = new Map();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /**
   * @param space within which a foreign id is unique, such as `component`
   * @returns `undefined` where the model has more than is read
   */
  add(space: string, thing: Thing): Thing | undefined {
    const { foreignId, value } = thing;
    const known = this.#byId.get(space) ?? new Map<string, Thing>();
    this.#byId.set(space, known);
    if (foreignId === undefined) this.#problems.add(value.path, `This ${space} has no id, so nothing can refer to it.`);
    else if (known.has(foreignId))
      this.#problems.add(value.path, `The id of this ${space} stands twice; what names it means the first one.`);
    else known.set(foreignId, thing);
    return this.addLoose(thing);
  }

  /** Another id by which the model refers to a part. */
  alias(space: string, id: string, thing: Thing): void {
    const known = this.#byId.get(space) ?? new Map<string, Thing>();
    this.#byId.set(space, known);
    if (!known.has(id)) known.set(id, thing);
  }

  /** For parts that nothing refers to. */
  addLoose(thing: Thing): Thing | undefined {
    if (this.#all.length >= LIMITS.things) {
      this.#problems.add(thing.value.path, `More than ${LIMITS.things} parts: from here on they are left out.`);
      return undefined;
    }
    this.#all.push(thing);
    return thing;
  }

  find(space: string, id: string): Thing | undefined {
    return this.#byId.get(space)?.get(id);
  }

  /** After the last part was added. */
  nameAll(taken: ReadonlySet<string>): void {
    this.#ids = recordIds(this.#all, taken);
  }

  idOf(thing: Thing): string {
    const id = this.#ids.get(thing);
    if (id === undefined) throw new Error('Ids are given once all parts are known.');
    return id;
  }

  /**
   * Ids of the records that a scalar names; one that names nothing is told at its place and lost.
   * @param spaces in which it may stand, in this order
   */
  refer(value: ForeignValue, ...spaces: readonly string[]): Thing | undefined {
    const found = spaces.flatMap((space) => this.find(space, value.text) ?? [])[0];
    if (found) {
      value.carry();
      return found;
    }
    value.lose('ambiguous');
    this.#problems.add(
      value.path,
      `\`${value.text.slice(0, 60)}\` names no ${spaces.join(' and no ')} of the model; the link is left out.`,
    );
    return undefined;
  }

  idsOf(values: readonly ForeignValue[], ...spaces: readonly string[]): readonly string[] {
    return values.flatMap((value) => {
      const thing = this.refer(value, ...spaces);
      return thing ? [this.idOf(thing)] : [];
    });
  }
}

export interface Inside {
  readonly thing: Thing;
  /** Where the model says so. */
  readonly value: ForeignValue;
}

/**
 * Parents without circles: of each circle the link that stands first in the file is told and left out.
 * @param parents what each part lies in, in the order of the file
 */
export function withoutCircles(parents: ReadonlyMap<Thing, Inside>): ReadonlyMap<Thing, Thing> {
  const order = new Map([...parents.keys()].map((thing, at) => [thing, at]));
  const done = new Set<Thing>();
  const cut = new Set<Thing>();
  for (const start of parents.keys()) {
    const way = new Map<Thing, number>();
    let at: Thing | undefined = start;
    for (; at && !done.has(at) && !way.has(at); at = parents.get(at)?.thing) way.set(at, way.size);
    const circle = at && way.has(at) ? [...way.keys()].slice(way.get(at)) : [];
    const [first] = circle.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    if (first) cut.add(first);
    for (const passed of way.keys()) done.add(passed);
  }
  for (const thing of cut) {
    const { value } = parents.get(thing) ?? thing;
    value.lose('ambiguous');
    value.problems.add(value.path, 'Each of these parts lies inside the next, in a circle; this link is left out.');
  }
  return new Map([...parents].flatMap(([thing, { thing: parent }]) => (cut.has(thing) ? [] : [[thing, parent]])));
}
