/** Finds software items with a lower class than their whole that do not say what keeps them apart, and why. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isOwnSoftware, type Trace } from '../trace/index.js';
import { defineRule, type ClassView } from './define.js';

/** Deep enough for any model; a circle of parents is a gap of its own and must not hang the walk. */
const MAX_NESTING = 64;

export default defineRule({
  id: 'item-class-below-system-without-reason',
  title: 'Item of a lower class without segregation or reason',
  why: 'An item may have a lower class only if a fault in it cannot reach what has the higher one, and the file says why.',
  because: 'safety-class',
  basis: ['iec62304:4.3', 'iec62304:5.3.5'],
  serves: ['software-safety-classification', 'software-architecture-description'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Page layout, role: process, parent: SW-1, class: A }   # gap`,
    ok: `
      items:
        - id: EL-1
          title: Page layout
          role: process
          parent: SW-1
          class: A
          class-reason: It lays out a page and takes no part in any risk.
          segregation: It runs as a process of its own and cannot write to the memory of the others.`,
  },

  *check({ classes, trace }) {
    for (const item of trace.all('item')) {
      const { class: own, segregation } = item.fields;
      if (own === undefined || item.fields.granularity === 'system' || !isOwnSoftware(item)) continue;
      const whole = classAround(item, classes, trace);
      if (!whole || own >= whole.class) continue;
      const missing = [
        ...(segregation === undefined ? ['segregation'] : []),
        ...(reasonOf(item) === undefined ? ['class-reason'] : []),
      ];
      if (missing.length === 0) continue;
      yield {
        at: item,
        field: 'class',
        what: `${item.id} is class ${own} inside ${whole.id}, which is class ${whole.class}, without ${missing.join(' and ')}.`,
        do: `Add ${missing.map((name) => `\`${name}:\``).join(' and ')} to ${item.id}, or give it class ${whole.class}.`,
      };
    }
  },
});

function reasonOf(item: RecordOf<'item'>): string | undefined {
  return item.fields['class-reason'] ?? item.fields.rationale;
}

/** The nearest whole that has a class: an item takes the class of its parent unless it says otherwise. */
function classAround(item: AnyRecord, classes: ClassView, trace: Trace): { id: string; class: string } | undefined {
  let [parent] = trace.linkedOf(item, 'parent', 'item');
  for (let depth = 0; parent && depth < MAX_NESTING; depth++) {
    const id = parent.id;
    const system = classes.systems.find((one) => one.id === id);
    // What is C by default alone is told at the system, not again at each of its items.
    if (system) return { id, class: system.basis === 'default' ? (system.declared ?? system.class) : system.class };
    if (parent.fields.class !== undefined) return { id, class: parent.fields.class };
    [parent] = trace.linkedOf(parent, 'parent', 'item');
  }
  return undefined;
}
