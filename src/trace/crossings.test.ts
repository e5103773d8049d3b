import { describe, expect, test } from 'vitest';
import { traceOf } from './traced.test-support.js';

/** Cloud around everything of the hospital; zone inside it; EL-3 stands outside every boundary. */
const MODEL = `
boundaries:
  - { id: TB-1 }
  - { id: TB-2, parent: [TB-1] }
  - { id: TB-3 }
items:
  - { id: EL-1, boundary: TB-2 }
  - { id: EL-2, boundary: TB-1 }
  - { id: EL-3 }
  - { id: EL-4, boundary: TB-3 }
  - { id: EL-5, parent: [EL-1] }
  - { id: EL-6, parent: [EL-1], boundary: TB-3 }
  - { id: EL-7, boundary: TB-2 }
`;

const crosses = (flow: string, model = MODEL): unknown => {
  const trace = traceOf(`${model}flows:\n  - { id: DF-1, ${flow} }\n`);
  return trace.computed(trace.find('DF-1')!, 'crosses');
};

// @verifies TC-209
test.each([
  ['inside one boundary', 'from: EL-1, to: EL-7', []],
  ['to itself', 'from: EL-1, to: EL-1', []],
  ['out of the inner into the outer', 'from: EL-1, to: EL-2', ['TB-2']],
  ['the other way round', 'from: EL-2, to: EL-1', ['TB-2']],
  ['out of both, to where nothing is', 'from: EL-1, to: EL-3', ['TB-1', 'TB-2']],
  ['out of two, into a third', 'from: EL-1, to: EL-4', ['TB-1', 'TB-2', 'TB-3']],
  ['a part stands where its whole stands', 'from: EL-5, to: EL-1', []],
  ['a part with a boundary of its own stands there', 'from: EL-6, to: EL-1', ['TB-1', 'TB-2', 'TB-3']],
  ['both ends outside every boundary', 'from: EL-3, to: EL-3', []],
  ['without its end nobody knows', 'from: EL-1', 'unknown'],
  ['without its start nobody knows', 'to: EL-1', 'unknown'],
  ['an end that does not exist', 'from: EL-1, to: EL-99', 'unknown'],
])('%s', (_, flow, expected) => {
  expect(crosses(flow)).toEqual(expected);
});

describe('where the place of an end is not known, no crossing is ever denied', () => {
  test.each([
    [
      'the boundary of an end names nothing',
      'boundaries: [{ id: TB-1 }]\nitems: [{ id: EL-1, boundary: TB-9 }, { id: EL-2 }]\n',
    ],
    [
      'the boundary of an end cannot be read',
      'boundaries: [{ id: TB-1 }]\nitems: [{ id: EL-1, boundary: { a: b } }, { id: EL-2 }]\n',
    ],
    [
      'the whole of an end cannot be read',
      'boundaries: [{ id: TB-1 }]\nitems: [{ id: EL-1, parent: { a: b } }, { id: EL-2 }]\n',
    ],
    [
      'a boundary is lost',
      'boundaries:\n  - { id: TB-1, title: "broken }\nitems:\n  - { id: EL-1 }\n  - { id: EL-2 }\n',
    ],
  ])('%s', (_, model) => {
    expect(crosses('from: EL-1, to: EL-2', model)).toBe('unknown');
  });

  test('what is known to be crossed stays crossed', () => {
    expect(
      crosses(
        'from: EL-1, to: EL-2',
        'boundaries: [{ id: TB-1 }]\nitems: [{ id: EL-1, boundary: TB-1 }, { id: EL-2, boundary: TB-9 }]\n',
      ),
    ).toEqual(['TB-1']);
  });
});

test('circles of parents end the walk', () => {
  expect(
    crosses(
      'from: EL-1, to: EL-2',
      'boundaries: [{ id: TB-1, parent: [TB-2] }, { id: TB-2, parent: [TB-1] }]\nitems: [{ id: EL-1, boundary: TB-1 }, { id: EL-2, parent: [EL-3] }, { id: EL-3, parent: [EL-2] }]\n',
    ),
  ).toEqual(['TB-1', 'TB-2']);
});

test('a hundred items deep, the boundary of the outermost still counts or nobody denies it', () => {
  const items = Array.from({ length: 100 }, (_, at) => `  - { id: EL-${at + 1}, parent: [EL-${at + 2}] }`).join('\n');
  const model = `boundaries: [{ id: TB-1 }]\nitems:\n${items}\n  - { id: EL-101, boundary: TB-1 }\n  - { id: EL-500 }\n`;
  expect(crosses('from: EL-1, to: EL-500', model)).not.toEqual([]);
});
