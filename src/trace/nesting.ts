/** How items lie in each other, settled once: whether one is part of another takes no walk, however deep a model nests. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from './trace.js';

type Item = RecordOf<'item'>;

const known = new WeakMap<Trace, Nesting>();

export function nestingOf(trace: Trace): Nesting {
  const nesting = known.get(trace) ?? new Nesting(trace);
  known.set(trace, nesting);
  return nesting;
}

/** Everything inside an item has numbers between its own two. */
interface Span {
  readonly from: number;
  to: number;
}

export class Nesting {
  readonly #trace: Trace;
  readonly #parts = new Map<Item, Item[]>();
  readonly #spans = new Map<Item, Span>();
  readonly #systemAbove = new Map<Item, Item | undefined>();
  #next = 0;

  constructor(trace: Trace) {
    this.#trace = trace;
    const items = trace.all('item');
    for (const item of items) {
      const parent = this.#parentOf(item);
      const parts = parent && this.#parts.get(parent);
      if (parts) parts.push(item);
      else if (parent) this.#parts.set(parent, [item]);
    }
    for (const item of items) if (!this.#parentOf(item)) this.#number([item]);
    // What is left hangs on a circle: its members lie in each other.
    for (const item of items) if (!this.#spans.has(item)) this.#number(this.#circleAbove(item));
  }

  /** Whether it is the item itself or lies in it, at any depth. */
  isWithin(item: Item, whole: Item): boolean {
    const inner = this.#spans.get(item);
    const outer = this.#spans.get(whole);
    return inner !== undefined && outer !== undefined && outer.from <= inner.from && inner.from < outer.to;
  }

  /** Software systems that the item is or lies in, the nearest first. */
  *systemsAround(item: Item): Iterable<Item> {
    const seen = new Set<Item>();
    let system = isSystem(item) ? item : this.#findSystemAbove(item);
    while (system && !seen.has(system)) {
      seen.add(system);
      yield system;
      system = this.#findSystemAbove(system);
    }
  }

  #parentOf(item: Item): Item | undefined {
    return this.#trace.linkedOf(item, 'parent', 'item')[0];
  }

  #circleAbove(item: Item): readonly Item[] {
    const way = new Set<Item>();
    let at: Item | undefined = item;
    for (; at && !way.has(at); at = this.#parentOf(at)) way.add(at);
    const inOrder = [...way];
    return at ? inOrder.slice(inOrder.indexOf(at)) : inOrder;
  }

  /** Without recursion: a chain of ten thousand items must not exhaust the stack. */
  #number(tops: readonly Item[]): void {
    const top = { from: this.#next++, to: 0 };
    for (const item of tops) this.#spans.set(item, top);
    const open: { span: Span; parts: readonly Item[]; index: number }[] = [];
    open.push({ span: top, parts: tops.flatMap((item) => this.#parts.get(item) ?? []), index: 0 });
    for (let level = open.at(-1); level; level = open.at(-1)) {
      const part = level.parts[level.index++];
      if (!part) {
        level.span.to = this.#next;
        open.pop();
      } else if (!this.#spans.has(part)) {
        const span = { from: this.#next++, to: 0 };
        this.#spans.set(part, span);
        open.push({ span, parts: this.#parts.get(part) ?? [], index: 0 });
      }
    }
  }

  /** What was passed on the way has the same answer. */
  #findSystemAbove(item: Item): Item | undefined {
    const way = new Set<Item>();
    let found: Item | undefined;
    let at: Item | undefined = item;
    while (at && !way.has(at) && !found) {
      if (this.#systemAbove.has(at)) {
        found = this.#systemAbove.get(at);
        break;
      }
      way.add(at);
      at = this.#parentOf(at);
      if (at && isSystem(at)) found = at;
    }
    for (const passed of way) this.#systemAbove.set(passed, found);
    return found;
  }
}

function isSystem(item: Item): boolean {
  return item.fields.granularity === 'system';
}
