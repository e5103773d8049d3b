import { expect, test } from 'vitest';
import { stateOf } from './record-state.js';
import { assessSmall } from './small-project.test-support.js';

const OLD = `'${'0'.repeat(64)}'`;
const approval = (fields: string, id = 'AP-1'): string => `  - { id: ${id}, approves: [UN-1], ${fields} }\n`;
const GIVEN = 'by: brandt, role: release, meaning: approver, date: 2026-01-02';
const NOW = 'bound-to: { UN-1: hash-of-UN-1 }';
const THEN = `bound-to: { UN-1: ${OLD} }`;

// @verifies TC-521
test.each([
  ['nothing said', '', '', 'draft'],
  ['called a draft', ', status: draft', '', 'draft'],
  ['called approved', ', status: approved', '', 'claimed'],
  ['approved for what it says now', '', approval(`${GIVEN}, ${NOW}`), 'approved'],
  ['approved, and called a draft', ', status: draft', approval(`${GIVEN}, ${NOW}`), 'approved'],
  ['approved once, changed since', '', approval(`${GIVEN}, ${THEN}`), 'void'],
  ['changed since, whatever it is called', ', status: approved', approval(`${GIVEN}, ${THEN}`), 'void'],
  [
    'changed since, and approved again',
    '',
    approval(`${GIVEN}, ${THEN}`) + approval(`${GIVEN}, ${NOW}`, 'AP-2'),
    'approved',
  ],
  ['approved, bound to nothing', '', approval(GIVEN), 'void'],
  ['signed as author', '', approval(`${GIVEN.replace('approver', 'author')}, ${NOW}`), 'draft'],
  ['signed as reviewer', '', approval(`${GIVEN.replace('approver', 'reviewer')}, ${NOW}`), 'draft'],
  ['signed for release', '', approval(`${GIVEN.replace('approver', 'release')}, ${NOW}`), 'approved'],
  ['signed by nobody', '', approval(`${GIVEN.replace('by: brandt, ', '')}, ${NOW}`), 'draft'],
  ['signed in no role', '', approval(`${GIVEN.replace('role: release, ', '')}, ${NOW}`), 'draft'],
  ['signed on no day', '', approval(`${GIVEN.replace(', date: 2026-01-02', '')}, ${NOW}`), 'draft'],
  ['the approval is obsolete', '', approval(`${GIVEN}, ${NOW}, status: obsolete`), 'draft'],
  ['obsolete, approved or not', ', status: obsolete', approval(`${GIVEN}, ${NOW}`), 'obsolete'],
  ['a state that nobody can read may be obsolete', ', status: [obsolete]', approval(`${GIVEN}, ${NOW}`), 'draft'],
])('%s', (_, fields, approvals, expected) => {
  const records = `needs: [{ id: UN-1, title: A need${fields} }]\n${approvals === '' ? '' : `approvals:\n${approvals}`}`;
  const { trace } = assessSmall({ records });
  expect(stateOf(trace.find('UN-1')!, trace)).toBe(expected);
});
