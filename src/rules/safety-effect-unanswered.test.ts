/** What the examples of safety-effect-unanswered do not show; the examples themselves run with those of all rules. */
import { expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import rule from './safety-effect-unanswered.js';

function control(effect: string, domain = 'security'): string {
  return `
hazards: [{ id: HAZ-1, title: Therapy is late, severity: S3 }]
controls:
  - { id: SC-1, title: Accounts are locked, domain: ${domain}${effect} }
  - { id: RC-1, title: A key opens the cabinet, domain: safety }`;
}

it.each([
  [', safety-effect: { harms: yes, why: Lock-out }', 'no hazards and no answered-by'],
  [', safety-effect: { harms: yes, why: Lock-out, hazards: [HAZ-1] }', 'no answered-by'],
  [', safety-effect: { harms: yes, why: Lock-out, answered-by: [RC-1] }', 'no hazards'],
])('says what is missing: %s', (effect, missing) => {
  expect(gapsOf(rule, control(effect)).map((gap) => gap.message)).toEqual([
    `SC-1 can hurt, and its safety effect names ${missing}.`,
  ]);
});

it('asks a control of both domains, and none of safety alone', () => {
  expect(gapsOf(rule, control('', 'both')).map((gap) => gap.record)).toEqual(['SC-1']);
  expect(gapsOf(rule, control('', 'safety'))).toEqual([]);
});
