/** What the examples of class-below-computed do not show; the examples themselves run with those of all rules. */
import { expect, it } from 'vitest';
import rule from './class-below-computed.js';
import { gapsOf } from './example-project.test-support.js';

it('keeps silent about a class that is C only by default: that is a gap of its own', () => {
  expect(gapsOf(rule, { records: '', settings: 'software: [{ id: SW-1, class: A, class-reason: No risk. }]' })).toEqual(
    [],
  );
});

it('shortens a long list of risks, and shows where they stand', () => {
  const risks = [1, 2, 3, 4, 5, 6].map(
    (n) => `  - { id: RSK-${n}, hazard: HAZ-1, causes: [EL-1], external-only: { p1: 5, p2: 5 } }`,
  );
  const records = [
    'items: [{ id: EL-1, title: Dose check, role: process, parent: SW-1 }]',
    'hazards: [{ id: HAZ-1, title: Overdose, severity: S4 }]',
    'risks:',
    ...risks,
  ].join('\n');
  const [gap] = gapsOf(rule, records);
  expect(gap?.message).toBe('SW-1 is declared class B, and its risks give C (RSK-1, RSK-2, RSK-3, RSK-4 and 2 more).');
  expect(gap?.related).toHaveLength(5);
});

it('cannot be decided away', () => {
  expect(rule.integrity).toBe(true);
});
