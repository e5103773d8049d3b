/** What the examples of typed-rating-differs do not show; the examples themselves run with those of all rules. */
import { expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import rule from './typed-rating-differs.js';

// @verifies TC-313
it('compares each moment of a safety risk by itself', () => {
  const records = `
hazards: [{ id: HAZ-1, title: Overdose, severity: S4 }]
risks:
  - id: RSK-1
    hazard: HAZ-1
    before: { p1: 5, p2: 5, rating: N }
    external-only: { p1: 4, p2: 4, rating: A }
    after: { p1: 1, p2: 1, rating: A }`;
  expect(gapsOf(rule, records).map((gap) => gap.key)).toEqual([
    'typed-rating-differs@RSK-1#external-only.rating',
    'typed-rating-differs@RSK-1#after.rating',
  ]);
});

it('compares nothing where the method gives nothing', () => {
  const records = `
items: [{ id: EL-1, title: Order service, role: process, parent: SW-1 }]
threats: [{ id: TH-1, targets: [EL-1], before: { severity: S3, rating: L } }]`;
  expect(gapsOf(rule, records)).toEqual([]);
  const noMethod = { records: records.replace('severity: S3', 'vector: AV:N/AC:L/PR:N/UI:N, severity: S3') };
  expect(gapsOf(rule, { ...noMethod, settings: 'methods: {}' })).toEqual([]);
  expect(gapsOf(rule, noMethod)).toHaveLength(1);
});
