import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordOf } from '../records/index.js';
import { nestingOf } from './nesting.js';
import { traceOf } from './traced.test-support.js';
import type { Trace } from './trace.js';

type Item = RecordOf<'item'>;

/** Each item with the number of its parent, which may be itself, and with circles; -1 for none. */
const models = fc.array(fc.record({ parent: fc.integer({ min: -3, max: 9 }), isSystem: fc.boolean() }), {
  minLength: 1,
  maxLength: 10,
});

function traced(model: readonly { parent: number; isSystem: boolean }[]): Trace {
  const items = model.map(({ parent, isSystem }, index) => {
    const within = parent < 0 || parent >= model.length ? '' : `, parent: EL-${parent}`;
    return `  - { id: EL-${index}, granularity: ${isSystem ? 'system' : 'item'}${within} }\n`;
  });
  return traceOf(`items:\n${items.join('')}`);
}

/** By a walk, as a person would do it: the item, then what it lies in, until there is nothing new. */
function wayOut(item: Item, trace: Trace): readonly Item[] {
  const way = new Set<Item>();
  for (let at: Item | undefined = item; at && !way.has(at); at = trace.linkedOf(at, 'parent', 'item')[0]) way.add(at);
  return [...way];
}

const ids = (items: readonly Item[]): readonly string[] => items.map(({ id }) => id);

test('what lies in what is what a walk outwards finds, also in circles', () => {
  fc.assert(
    fc.property(models, (model) => {
      const trace = traced(model);
      const nesting = nestingOf(trace);
      const items = trace.all('item');
      for (const inner of items) {
        const way = wayOut(inner, trace);
        expect(ids(items.filter((whole) => nesting.isWithin(inner, whole)))).toEqual(ids(way).toSorted());
        const systems = way.filter((item) => item.fields.granularity === 'system');
        expect(ids([...nesting.systemsAround(inner)])).toEqual(ids(systems));
      }
    }),
    { numRuns: 500 },
  );
});

test('ten thousand levels take no stack and no time by their square', () => {
  const deep = Array.from({ length: 10_000 }, (_, index) => ({ parent: index - 1, isSystem: index === 0 }));
  const trace = traced(deep);
  const nesting = nestingOf(trace);
  const inner = trace.find('EL-9999') as Item;
  expect(ids([...nesting.systemsAround(inner)])).toEqual(['EL-0']);
  expect(trace.all('item').every((item) => nesting.isWithin(inner, item))).toBe(true);
});
