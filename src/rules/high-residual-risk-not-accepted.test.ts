import { expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import rule from './high-residual-risk-not-accepted.js';

it.each([
  ['nobody rated what is left', '', 'Write `after:` with a vector and a severity at TH-1.'],
  ['it stays high', ', after: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3 }', 'Reduce it further, or write a decision'],
])('asks for what helps where %s', (_, after, todo) => {
  const records = `
items:
  - { id: EL-1, title: Order service, role: process, parent: SW-1 }
threats:
  - { id: TH-1, title: Orders are changed, targets: [EL-1]${after} }`;
  expect(gapsOf(rule, records).map((gap) => gap.fix)).toEqual([expect.stringContaining(todo)]);
});
