/** Years of a build server: how far back results are compared, and that what is older never proves or spoils by chance. */
import { describe, expect, test } from 'vitest';
import type { RecordResult } from '../../evidence/index.js';
import { readProofs } from '../1-proofs.js';
import { assessSmall } from '../small-project.test-support.js';
import { contentHash } from './content-hash.js';
import { NO_EVIDENCE, type Evidence, type FileIds } from './evidence.js';

const { trace } = assessSmall({
  records: 'tests:\n  - { id: TC-1, title: Dose, level: system, type: functional }\n',
});
const test1 = trace.all('test')[0];
if (!test1) throw new Error('TC-1 is not there.');
const hash = contentHash(test1);

interface Build {
  readonly outcome?: 'passed' | 'failed';
  readonly content: string;
}

/** One build a day, the first of them the newest. */
function evidenceOf(builds: readonly Build[]): Evidence & { readonly read: Set<string> } {
  const read = new Set<string>();
  const files = (content: string): FileIds => new Map([['src/a.ts', content]]);
  const lists = new Map(builds.map(({ content }, at) => [`list-${at}`, files(content)]));
  const results = builds.map(({ outcome = 'passed' }, at): RecordResult => ({
    id: 'TC-1',
    outcome,
    proves: outcome === 'passed',
    at: new Date(Date.UTC(2026, 10, 20) - at * 86_400_000).toISOString(),
    commit: String(at).padStart(40, '0'),
    unknown: undefined,
    told: new Set(['date']),
    byHand: undefined,
    tagged: [],
    inputs: `list-${at}`,
    statement: `evidence/statements/${at}.json`,
    report: `report-${at}`,
    line: null,
    contentOf: () => hash,
  }));
  const now = files('today');
  return {
    ...NO_EVIDENCE,
    read,
    results: new Map([['TC-1', results]]),
    assuranceOf: () => 'recorded',
    inputs: (name) => {
      read.add(name);
      return lists.get(name);
    },
    present: () => now,
    at: (commit) => (commit === 'released' ? now : undefined),
  };
}

const others = (count: number): readonly Build[] =>
  Array.from({ length: count }, (_, at) => ({ content: `other ${at}` }));

// @verifies TC-519
describe('thousands of builds', () => {
  test('of which none is of today: the newest tells why, and thirty lists were read', () => {
    const evidence = evidenceOf(others(2000));
    const proofs = readProofs(trace, evidence, '2026-11-24');
    expect(proofs.about(test1)).toMatchObject({ state: 'stale', cause: 'is out of date: src/a.ts changed since' });
    expect(evidence.read.size).toBe(30);
  });

  test('of which the newest is of today: one list was read', () => {
    const evidence = evidenceOf([{ content: 'today' }, ...others(2000)]);
    expect(readProofs(trace, evidence, '2026-11-24').of(test1)).toBe('current');
    expect(evidence.read.size).toBe(1);
  });

  test.each([
    [29, 'current'],
    [30, 'stale'],
  ])('%i builds of other content before one of today: %s', (count, state) => {
    const evidence = evidenceOf([...others(count), { content: 'today' }]);
    expect(readProofs(trace, evidence, '2026-11-24').of(test1)).toBe(state);
  });

  test('a failure of today among them still counts, an old one of other content does not', () => {
    const failed = { content: 'today', outcome: 'failed' } as const;
    const spoiled = evidenceOf([{ content: 'today' }, ...others(10), failed]);
    expect(readProofs(trace, spoiled, '2026-11-24').of(test1)).toBe('undated');
    const mended = evidenceOf([{ content: 'today' }, { content: 'before', outcome: 'failed' }, ...others(40)]);
    expect(readProofs(trace, mended, '2026-11-24').of(test1)).toBe('current');
  });

  test('a result is found for its own commit however long ago it ran; for another nobody can tell', () => {
    const evidence = evidenceOf(others(2000));
    const proofs = readProofs(trace, evidence, '2026-11-24');
    expect(proofs.ranOn(test1, String(1500).padStart(40, '0'))).toBe(true);
    expect(proofs.ranOn(test1, 'f'.repeat(40))).toBe('unknown');
    expect(evidence.read.size).toBeLessThanOrEqual(60);
  });
});
