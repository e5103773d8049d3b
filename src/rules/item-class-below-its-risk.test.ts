/** What the examples of item-class-below-its-risk do not show; those run with the examples of all rules. */
import { expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import rule from './item-class-below-its-risk.js';

const APART = 'class-reason: It shows and decides nothing., segregation: A process of its own.';

/** An item of class A that realises a control of one risk. */
function controlling(risk: string): string {
  return [
    'hazards: [{ id: HAZ-1, title: Overdose, severity: S3 }]',
    `risks: [{ id: RSK-1, title: A rate is too high, hazard: HAZ-1, ${risk} }]`,
    'controls: [{ id: RC-1, title: Limit, domain: safety, mitigates: [RSK-1] }]',
    `items: [{ id: EL-1, title: Display, role: process, parent: SW-1, class: A, ${APART} }]`,
    'requirements: [{ id: SRS-1, level: software, title: Show the limit, satisfies: [RC-1], allocated-to: [EL-1] }]',
  ].join('\n');
}

const messages = (records: string): readonly string[] => gapsOf(rule, records).map((gap) => gap.message);

it('tells what the item does there', () => {
  const part = (what: string): string => `EL-1 is class A and ${what}, which asks for class C.`;
  expect(messages(controlling('causes: [EL-1], external-only: { p1: 5, p2: 5 }'))).toEqual([part('can cause RSK-1')]);
  expect(messages(controlling('before: { p1: 5, p2: 5 }'))).toEqual([part('realises RC-1 against RSK-1')]);
});

it.each([
  ['is acceptable with external controls only', 'causes: [EL-1], external-only: { p1: 1, p2: 1 }'],
  ['comes from hardware and is acceptable before any control', 'cause-kind: hardware, before: { p1: 1, p2: 1 }'],
])('asks nothing where the risk %s', (_, risk) => {
  expect(messages(controlling(risk))).toEqual([]);
});

it('takes an unrated risk of a software cause as one that asks', () => {
  expect(messages(controlling('causes: [EL-1], before: { p1: 1, p2: 1 }'))).toHaveLength(1);
});
