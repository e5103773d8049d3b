import { describe, expect, test } from 'vitest';
import type { Where } from '../records/index.js';
import { traceOf } from './traced.test-support.js';

const TRACE = traceOf(`
requirements:
  - { id: SRS-1, level: software, type: security, satisfies: [SC-1], content: [security, data], tags: [a, b] }
  - { id: SRS-2, level: software }
  - { id: SRS-3, level: [software], type: security }
  - { id: SRS-4, level: software, satisfies: [SC-9] }
  - { id: SRS-5, level: software, satisfies: [UN-1] }
  - { id: SRS-6, level: software, satisfies: [UN-2] }
needs:
  - { id: UN-1, status: obsolete }
  - { id: UN-2, title: "broken }
controls:
  - { id: SC-1, domain: security, external: yes, safety-effect: { harms: no, why: None. } }
  - { id: SC-2, external: no }
  - { id: SC-3 }
  - { id: SC-4, domain: security, external: perhaps }
  - { id: SC-5, safety-effect: { harms: perhaps, why: None. } }
  - { id: SC-6, safety-effect: harmless }
threats:
  - { id: TH-1, targets: [IF-1], generic: yes }
  - { id: TH-2, targets: [EL-1] }
items:
  - { id: EL-1 }
interfaces:
  - { id: IF-1, item: EL-1, enabled: service-only }
flows:
  - { id: DF-1, from: EL-1, to: EL-1 }
  - { id: DF-2, from: EL-1 }
designs:
  - { id: SDD-1, of: EL-1 }
`);

// @verifies TC-207
describe('a condition on a record', () => {
  test.each<[string, string, Where, true | false | 'unknown']>([
    ['a value that is there', 'SRS-1', { type: 'security' }, true],
    ['another value', 'SRS-1', { type: 'functional' }, false],
    ['one of several', 'IF-1', { enabled: ['yes', 'service-only'] }, true],
    ['a list of values: one fits', 'SRS-1', { content: 'data' }, true],
    ['a list of values: none fits', 'SRS-1', { content: 'interfaces' }, false],
    ['its kind', 'SRS-1', { kind: 'requirement' }, true],
    ['another kind', 'SRS-1', { kind: ['test', 'review'] }, false],
    ['what nobody wrote is not known', 'SRS-2', { type: 'security' }, 'unknown'],
    ['what could not be read is not known', 'SRS-3', { level: 'software' }, 'unknown'],
    ['not even as empty', 'SRS-3', { level: 'none' }, 'unknown'],
    ['nor as there', 'SRS-3', { level: 'some' }, 'unknown'],
    ['none: empty', 'SRS-2', { type: 'none' }, true],
    ['none: not empty', 'SRS-1', { type: 'none' }, false],
    ['some: not empty', 'SRS-1', { type: 'some' }, true],
    ['some: empty', 'SRS-2', { type: 'some' }, false],
    ['none or a value: empty', 'SRS-2', { type: ['none', 'security'] }, true],
    ['none or a value: the value', 'SRS-1', { type: ['none', 'security'] }, true],
    ['none or a value: another value', 'SRS-1', { type: ['none', 'functional'] }, false],
    ['a mark that is set', 'SC-1', { external: 'true' }, true],
    ['a mark set to no', 'SC-2', { external: 'false' }, true],
    ['a mark that nobody set is not set', 'SC-3', { external: 'true' }, false],
    ['and counts as no', 'SC-3', { external: 'false' }, true],
    ['a mark that says neither is not known', 'SC-4', { external: 'true' }, 'unknown'],
    ['a nested field', 'SC-1', { 'safety-effect.harms': 'false' }, true],
    ['a nested field that cannot be read', 'SC-5', { 'safety-effect.harms': 'true' }, 'unknown'],
    ['a field inside what is no mapping', 'SC-6', { 'safety-effect.harms': 'true' }, 'unknown'],
    ['a mapping is there', 'SC-1', { 'safety-effect': 'some' }, true],
    ['a link', 'SRS-1', { satisfies: 'SC-1' }, true],
    ['a link to nothing is empty', 'SRS-4', { satisfies: 'none' }, true],
    ['a link to an obsolete record is empty', 'SRS-5', { satisfies: 'some' }, false],
    ['a link to a record that is lost', 'SRS-6', { satisfies: 'some' }, 'unknown'],
    ['a link that is empty', 'SRS-2', { satisfies: 'none' }, true],
    ['a link from the other end', 'SC-1', { 'realised-by': 'some' }, true],
    ['a field over a link', 'TH-1', { 'targets.enabled': 'service-only' }, true],
    ['a computed field over a link', 'SDD-1', { 'of.own': 'true' }, true],
    ['granularity: item where nothing is said', 'EL-1', { granularity: 'item' }, true],
    ['scope: device where nothing is said', 'EL-1', { scope: 'device' }, true],
    ['treatment: mitigate where nothing is said', 'TH-2', { treatment: 'mitigate' }, true],
    ['a computed field', 'DF-1', { crosses: 'none' }, true],
    ['a computed field that the model does not tell', 'DF-2', { crosses: 'some' }, 'unknown'],
    ['no condition', 'SRS-2', {}, true],
    ['two that hold', 'SRS-1', { level: 'software', type: 'security' }, true],
    ['one that does not decides', 'SRS-3', { level: 'software', type: 'functional' }, false],
    ['one that is not known leaves it open', 'SRS-3', { level: 'software', type: 'security' }, 'unknown'],
    ['a field that no kind has', 'SRS-1', { constructor: 'some' }, false],
  ])('%s', (_, id, where, expected) => {
    expect(TRACE.matches(TRACE.find(id)!, where)).toBe(expected);
  });

  test('a far end that cannot be read leaves the condition open', () => {
    const trace = traceOf(
      'designs: [{ id: SDD-1, of: EL-1 }]\nitems: [{ id: EL-1, granularity: [unit] }]\ntests: [{ id: TC-1, verifies: [EL-1] }]',
    );
    expect(trace.matches(trace.find('SDD-1')!, { 'of.granularity': 'unit' })).toBe('unknown');
  });

  test('one readable far end that does not fit hides no unreadable one', () => {
    const trace = traceOf(
      'threats: [{ id: TH-1, targets: [IF-1, IF-2] }]\nitems: [{ id: EL-1 }]\ninterfaces: [{ id: IF-1, item: EL-1, enabled: no }, { id: IF-2, item: EL-1, enabled: sometimes }]',
    );
    expect(trace.matches(trace.find('TH-1')!, { 'targets.enabled': ['yes', 'service-only'] })).toBe('unknown');
  });

  test('an unreadable link is not known, even where one end was written elsewhere', () => {
    const trace = traceOf(
      'requirements: [{ id: SRS-1, level: software, satisfies: { a: b } }]\ncontrols: [{ id: SC-1, realised-by: [SRS-1] }]',
    );
    expect(trace.matches(trace.find('SRS-1')!, { satisfies: 'none' })).toBe('unknown');
  });
});
