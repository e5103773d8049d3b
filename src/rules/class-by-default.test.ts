/** What the examples of class-by-default do not show; the examples themselves run with those of all rules. */
import { expect, it } from 'vitest';
import rule from './class-by-default.js';
import { gapsOf } from './example-project.test-support.js';

it('tells a device that names no software system at the project', () => {
  const [gap] = gapsOf(rule, { records: '', settings: 'software: []' });
  expect(gap?.key).toBe('class-by-default@project');
  expect(gap?.message).toBe('The device is class C by default: it names no software system.');
});

it('is content with a declared class C, which needs no analysis to be on the safe side', () => {
  const settings = 'software: [{ id: SW-1, class: C, class-reason: An overdose can kill. }]';
  expect(gapsOf(rule, { records: '', settings })).toEqual([]);
});

it('tells each system that has no class, and the class it declares', () => {
  const settings = 'software: [{ id: SW-1 }, { id: SW-2, class: B, class-reason: Temporary injury. }]';
  expect(gapsOf(rule, { records: '', settings }).map((gap) => gap.message.split(':')[0])).toEqual([
    'SW-1 is class C by default',
    'SW-2 is class C by default, not B',
  ]);
});

it('comes back when a hazard changes after the statement', () => {
  const records = (title: string): string => `
    hazards:
      - { id: HAZ-1, title: ${title}, severity: S1, reference: Risk file 12 }
    statements:
      - { id: ST-1, type: complete, by: solheim, date: 2026-05-18, bound-to: { HAZ-1: ${'0'.repeat(64)} } }`;
  expect(gapsOf(rule, records('The display is dark'))).toHaveLength(1);
  expect(gapsOf(rule, records('The display is dark').replace('0'.repeat(64), 'hash-of-HAZ-1'))).toEqual([]);
});
