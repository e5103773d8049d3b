import { describe, expect, test } from 'vitest';
import { traceOf } from './traced.test-support.js';

const computed = (text: string, id: string, field: string): unknown => {
  const trace = traceOf(text);
  return trace.computed(trace.find(id)!, field);
};

const TWO = `boundaries: [{ id: TB-1 }]
items: [{ id: EL-1, boundary: TB-1 }, { id: EL-2 }, { id: EL-3 }]
flows: [{ id: DF-1, from: EL-1, to: EL-2 }]
`;
const anomaly = (fields: string): string => `anomalies: [{ id: PR-1${fields} }]\nchanges: [{ id: CR-1 }]\n`;
const requirement = (fields: string): string =>
  `requirements: [{ id: SRS-1, level: software, ${fields} }]\ncontrols: [{ id: SC-1, domain: security }, { id: RC-1, domain: safety }, { id: C-1 }]\n`;
const testWith = (fields: string): string => `tests: [{ id: TC-1, ${fields} }]`;
const soup = (fields: string): string => `${TWO}soup: [{ id: SOUP-1${fields} }]\n`;

// @verifies TC-208
const change = (security: string): string => `changes: [{ id: CR-1, impact: { security: ${security} } }]`;

describe('what follows from the model', () => {
  test.each<[string, string, string, string, unknown]>([
    ['software of the device is own', 'items: [{ id: EL-1, role: process }]', 'EL-1', 'own', true],
    ['a person is not', 'items: [{ id: EL-1, role: actor }]', 'EL-1', 'own', false],
    ['an external system is not', 'items: [{ id: EL-1, role: external }]', 'EL-1', 'own', false],
    ['a physical part is not', 'items: [{ id: EL-1, role: physical }]', 'EL-1', 'own', false],
    ['a tool beside the device is not', 'items: [{ id: EL-1, scope: supporting }]', 'EL-1', 'own', false],
    ['an item without parts is a leaf', 'items: [{ id: EL-1, parent: EL-2 }, { id: EL-2 }]', 'EL-1', 'leaf', true],
    ['an item with parts is none', 'items: [{ id: EL-1, parent: EL-2 }, { id: EL-2 }]', 'EL-2', 'leaf', false],
    ['an item at a flow across a boundary is security-relevant', TWO, 'EL-1', 'security-relevant', true],
    ['at its other end too', TWO, 'EL-2', 'security-relevant', true],
    ['one that no such flow touches is not', TWO, 'EL-3', 'security-relevant', false],
    ['one that is marked', 'items: [{ id: EL-1, security-relevant: yes }]', 'EL-1', 'security-relevant', true],
    [
      'one that realises a security control',
      'items: [{ id: EL-1, requirements: [SRS-1] }]\nrequirements: [{ id: SRS-1, level: software, satisfies: [SC-1] }]\ncontrols: [{ id: SC-1, domain: both }]',
      'EL-1',
      'security-relevant',
      true,
    ],
    ['a test is at the level it states', testWith('level: unit, type: inspection'), 'TC-1', 'at-level', 'unit'],
    ['one that runs may be at any', testWith('type: functional'), 'TC-1', 'at-level', 'unknown'],
    ['so may one that tells nothing', testWith('title: T'), 'TC-1', 'at-level', 'unknown'],
    ['one that runs nothing is at none', testWith('type: inspection'), 'TC-1', 'at-level', 'no-level'],
    ['a level that nobody can read', testWith('type: inspection, level: [unit]'), 'TC-1', 'at-level', 'unknown'],
    ['a security requirement', requirement('type: security'), 'SRS-1', 'security-relevant', true],
    ['one that satisfies a security control', requirement('satisfies: [SC-1]'), 'SRS-1', 'security-relevant', true],
    ['one that satisfies a safety control only', requirement('satisfies: [RC-1]'), 'SRS-1', 'security-relevant', false],
    [
      'a control that does not say its domain may be a security control',
      requirement('satisfies: [C-1]'),
      'SRS-1',
      'security-relevant',
      true,
    ],
    ['a type that nobody can read', requirement('type: [security, data]'), 'SRS-1', 'security-relevant', 'unknown'],
    [
      'a link that nobody can read',
      requirement('type: data, satisfies: { a: b }'),
      'SRS-1',
      'security-relevant',
      'unknown',
    ],
    [
      'a type beside what is known',
      requirement('type: [security], satisfies: [SC-1]'),
      'SRS-1',
      'security-relevant',
      true,
    ],
    ['SOUP on a security-relevant item', soup(', used-in: [EL-1]'), 'SOUP-1', 'security-relevant', true],
    [
      'SOUP with a role that an attacker cares for',
      soup(', used-in: [EL-3], roles: [parser]'),
      'SOUP-1',
      'security-relevant',
      true,
    ],
    ['SOUP elsewhere', soup(', used-in: [EL-3], roles: [other]'), 'SOUP-1', 'security-relevant', false],
    ['SOUP that nobody placed may be anywhere', soup(''), 'SOUP-1', 'security-relevant', true],
    [
      'SOUP with roles that nobody can read',
      soup(', used-in: [EL-3], roles: [parsing]'),
      'SOUP-1',
      'security-relevant',
      'unknown',
    ],
    [
      'an interface whose reach nobody stated',
      `${TWO}interfaces: [{ id: IF-1, item: EL-3 }]`,
      'IF-1',
      'security-relevant',
      true,
    ],
    [
      'an internal one',
      `${TWO}interfaces: [{ id: IF-1, item: EL-3, reach: none }]`,
      'IF-1',
      'security-relevant',
      false,
    ],
    [
      'a disabled one that can be reached',
      `${TWO}interfaces: [{ id: IF-1, item: EL-3, reach: physical, enabled: no }]`,
      'IF-1',
      'security-relevant',
      true,
    ],
    [
      'a control that software realises',
      'controls: [{ id: SC-1 }]\nrequirements: [{ id: SRS-1, level: software, satisfies: [SC-1] }]',
      'SC-1',
      'by-software',
      true,
    ],
    [
      'a control that the system realises',
      'controls: [{ id: SC-1 }]\nrequirements: [{ id: SYS-1, level: system, satisfies: [SC-1] }]',
      'SC-1',
      'by-software',
      false,
    ],
    [
      'a requirement whose level nobody can read',
      'controls: [{ id: SC-1 }]\nrequirements: [{ id: SRS-1, level: [x], satisfies: [SC-1] }]',
      'SC-1',
      'by-software',
      'unknown',
    ],
    [
      'a risk with a cause in software',
      'risks: [{ id: RSK-1, hazard: HAZ-1, causes: [EL-1] }]\nhazards: [{ id: HAZ-1 }]\nitems: [{ id: EL-1 }]',
      'RSK-1',
      'software-cause',
      true,
    ],
    [
      'a risk without',
      'risks: [{ id: RSK-1, hazard: HAZ-1 }]\nhazards: [{ id: HAZ-1 }]',
      'RSK-1',
      'software-cause',
      false,
    ],
    [
      'a risk whose causes nobody can read',
      'risks: [{ id: RSK-1, hazard: HAZ-1, causes: { a: b } }]\nhazards: [{ id: HAZ-1 }]',
      'RSK-1',
      'software-cause',
      'unknown',
    ],
    ['an anomaly without a state is open', anomaly(''), 'PR-1', 'open', true],
    ['a deferred one is open', anomaly(', state: deferred'), 'PR-1', 'open', true],
    ['a closed one is not', anomaly(', state: closed'), 'PR-1', 'open', false],
    ['past intake', anomaly(', state: deferred'), 'PR-1', 'past-intake', true],
    ['not past intake', anomaly(', state: open'), 'PR-1', 'past-intake', false],
    ['past intake, nobody knows', anomaly(''), 'PR-1', 'past-intake', 'unknown'],
    ['closed by a change is fixed', anomaly(', state: closed, resolved-by: [CR-1]'), 'PR-1', 'fixed', true],
    ['closed with a reason is not fixed', anomaly(', state: closed, rationale: No effect.'), 'PR-1', 'fixed', false],
    ['closed, and nothing says how', anomaly(', state: closed'), 'PR-1', 'fixed', 'unknown'],
    ['rejected is not fixed', anomaly(', state: rejected'), 'PR-1', 'fixed', false],
    [
      'a change, in a state that nobody can read',
      anomaly(', state: done, resolved-by: [CR-1]'),
      'PR-1',
      'fixed',
      'unknown',
    ],
    ['a change that says a word on security', change('A port is closed.'), 'CR-1', 'touches-security', true],
    ['a change without effect on it', change('None.'), 'CR-1', 'touches-security', false],
    ['none, and more', change("'None, but see TH-1.'"), 'CR-1', 'touches-security', true],
    ['nobody said', 'changes: [{ id: CR-1, state: done }]', 'CR-1', 'touches-security', 'unknown'],
    [
      'a change of which nobody can read what it resolves',
      'changes: [{ id: CR-1, resolves: { a: b }, impact: { security: None } }]',
      'CR-1',
      'touches-security',
      'unknown',
    ],
    [
      'a change that mends a vulnerability, whatever it says',
      'changes: [{ id: CR-1, resolves: [VUL-1], impact: { security: None } }]\nvulnerabilities: [{ id: VUL-1 }]',
      'CR-1',
      'touches-security',
      true,
    ],
    [
      'a change that mends a problem of security',
      'changes: [{ id: CR-1, resolves: [PR-1] }]\nanomalies: [{ id: PR-1, criticality: security }]',
      'CR-1',
      'touches-security',
      true,
    ],
  ])('%s', (_, text, id, field, expected) => {
    expect(computed(text, id, field)).toBe(expected);
  });
});
