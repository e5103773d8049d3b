import { describe, expect, test } from 'vitest';
import { modelOf, record } from './model.test-support.js';
import { mayActAt } from './reach.js';

const REACHES = ['none', 'physical', 'local', 'adjacent', 'network', 'internet'] as const;

/** Rows: from where the interface can be reached; columns: from where the agent acts. y yes, n no, ? not told. */
const TABLE: Readonly<Record<(typeof REACHES)[number], string>> = {
  none: 'nnnnnn',
  physical: 'nynnnn',
  local: 'nyynnn',
  adjacent: 'nyyynn',
  network: 'n???yn',
  internet: 'nyyyyy',
};
const WORDS = { y: 'yes', n: 'no', '?': 'unknown' } as const;

function may(at: string, agent: string): string {
  const trace = modelOf(
    `items: [{ id: EL-1 }]\ninterfaces: [{ id: IF-1, item: EL-1, ${at} }]\nagents: [{ id: AG-1, ${agent} }]\n`,
  );
  return mayActAt(record(trace, 'agent', 'AG-1'), record(trace, 'interface', 'IF-1'));
}

describe('who may act at an open interface', () => {
  const rows = REACHES.flatMap((at) =>
    REACHES.map((from, column) => ({ at, from, answer: WORDS[TABLE[at].charAt(column) as keyof typeof WORDS] })),
  );
  test.each(rows)('reachable from $at, agent acts from $from: $answer', ({ at, from, answer }) => {
    expect(may(`enabled: yes, reach: ${at}`, `reach: ${from}`)).toBe(answer);
  });
});

test.each([
  ['a closed interface lets nobody in', 'enabled: no, reach: internet', 'reach: internet', 'no'],
  ['one for service only is open', 'enabled: service-only, reach: internet', 'reach: internet', 'yes'],
  ['a state that nobody wrote excludes nobody', 'reach: internet', 'reach: internet', 'unknown'],
  ['a state that nobody can read excludes nobody', 'enabled: perhaps, reach: internet', 'reach: internet', 'unknown'],
  ['a reach that nobody wrote excludes nobody', 'enabled: yes', 'reach: internet', 'unknown'],
  ['an agent without reach is not excluded', 'enabled: yes, reach: physical', 'skill: low', 'unknown'],
  [
    'power only, as it is written, carries no data',
    'enabled: yes, reach: physical, power-only: yes',
    'reach: physical',
    'no',
  ],
])('%s', (_, at, agent, answer) => {
  expect(may(at, agent)).toBe(answer);
});
