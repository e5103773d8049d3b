/** When a decision holds, and that one with a fault takes nothing out. */
import { describe, expect, it } from 'vitest';
import rule from './need-without-requirement.js';
import { gapsOf } from './example-project.test-support.js';

const sound: Readonly<Record<string, string>> = {
  type: 'not-applicable',
  scope: '[need-without-requirement]',
  about: '[UN-1]',
  reason: 'The printer does it.',
  by: 'moreau',
  date: '2026-05-18',
  'bound-to': '{ UN-1: hash-of-UN-1 }',
};

function decided(changes: Readonly<Record<string, string | undefined>>): string | undefined {
  const fields = Object.entries({ ...sound, ...changes }).filter(([, value]) => value !== undefined);
  const records = `
needs: [{ id: UN-1, title: A nurse prints an order }]
decisions:
  - id: DEC-1
${fields.map(([name, value]) => `    ${name}: ${value}`).join('\n')}`;
  return gapsOf(rule, records)[0]?.decision;
}

describe('a decision takes a gap out', () => {
  it.each([
    ['with reason, person, day and the content it is about', {}],
    ['taken on the day itself', { date: '2026-11-24' }],
    ['on the last day of its time', { until: '2026-11-24' }],
    ['with its reason as text', { reason: undefined, text: 'The printer does it.' }],
  ])('%s', (_, changes) => {
    expect(decided(changes)).toBe('DEC-1');
  });
});

// @verifies TC-608
describe('a decision takes nothing out', () => {
  it.each([
    ['without a reason', { reason: undefined }],
    ['without a person', { by: undefined }],
    ['without a day', { date: undefined }],
    ['of a day to come', { date: '2026-11-25' }],
    ['after its end', { until: '2026-11-23' }],
    ['that is not bound to the content', { 'bound-to': undefined }],
    ['about content that changed', { 'bound-to': `{ UN-1: ${'0'.repeat(64)} }` }],
    ['about another record', { about: undefined }],
    ['about another rule', { scope: '[requirement-without-test]' }],
    ['that is obsolete', { status: 'obsolete' }],
  ])('%s', (_, changes) => {
    expect(decided(changes)).toBeUndefined();
  });
});
