/** What the examples of barrier-not-proven do not show; the examples themselves run with those of all rules. */
import { expect, it } from 'vitest';
import rule from './barrier-not-proven.js';
import { gapsOf } from './example-project.test-support.js';

const facts = { 'independent-barrier': 'yes' };

it('tells a barrier for which no control is written at the project', () => {
  const [gap] = gapsOf(rule, { records: '', facts });
  expect(gap?.key).toBe('barrier-not-proven@project');
});

it('does not take a control for the barrier that no risk credits', () => {
  const records = `controls: [{ id: RC-1, title: Valve, domain: safety, external: yes, independence: A spring. }]`;
  expect(gapsOf(rule, { records, facts }).map((gap) => gap.key)).toEqual(['barrier-not-proven@project']);
});

it('keeps silent where no barrier is declared', () => {
  expect(gapsOf(rule, rule.examples.bad).length).toBe(1);
  const { records } = rule.examples.bad as { records: string };
  expect(gapsOf(rule, { records, facts: { 'independent-barrier': 'no' } })).toEqual([]);
});
