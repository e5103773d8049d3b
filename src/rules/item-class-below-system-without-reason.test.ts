/** What the examples of item-class-below-system-without-reason do not show; those run with the examples of all rules. */
import { expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import rule from './item-class-below-system-without-reason.js';

function items(...rows: readonly string[]): string {
  return ['items:', ...rows.map((row) => `  - { ${row} }`)].join('\n');
}

it.each([
  ['only the segregation is missing', 'class-reason: It lays out a page.', 'segregation'],
  ['only the reason is missing', 'segregation: A process of its own.', 'class-reason'],
])('%s', (_, field, missing) => {
  const [gap] = gapsOf(rule, items(`id: EL-1, title: Layout, role: process, parent: SW-1, class: A, ${field}`));
  expect(gap?.message).toBe(`EL-1 is class A inside SW-1, which is class B, without ${missing}.`);
});

it('asks an item against its nearest whole with a class, not again against the system', () => {
  const outer =
    'id: EL-1, title: Layout, role: process, parent: SW-1, class: A, class-reason: No risk., segregation: A process.';
  const inner = 'id: EL-2, title: Fonts, role: process, granularity: unit, parent: EL-1, class: A';
  expect(gapsOf(rule, items(outer, inner))).toEqual([]);
});

it('does not repeat at every item what is C by default alone', () => {
  const example = {
    records: items('id: EL-1, title: Layout, role: process, parent: SW-1, class: A'),
    settings: 'software: [{ id: SW-1, class: A, class-reason: No hazardous situation. }]',
  };
  expect(gapsOf(rule, example)).toEqual([]);
});

it.each(['role: external', 'role: process, scope: other-product', 'role: physical'])(
  'leaves alone what is no software of the device: %s',
  (fields) => {
    expect(gapsOf(rule, items(`id: EL-1, title: Scanner, ${fields}, parent: SW-1, class: A`))).toEqual([]);
  },
);

it('comes to an end in a circle of parents', () => {
  const circle = items(
    'id: EL-1, title: One, role: process, parent: EL-2, class: A',
    'id: EL-2, title: Two, role: process, parent: EL-1',
  );
  expect(() => gapsOf(rule, circle)).not.toThrow();
});
