import { describe, expect, test } from 'vitest';
import type { StoredStatement } from '../../evidence/index.js';
import { readProofs } from '../1-proofs.js';
import { assessSmall, type Small } from '../small-project.test-support.js';
import { NO_EVIDENCE, type Evidence, type FileIds } from './evidence.js';

const [RELEASED, OTHER] = ['a'.repeat(40), 'b'.repeat(40)];
const FILES: Readonly<Record<string, FileIds>> = {
  [RELEASED]: new Map([['src/main.ts', '1']]),
  [OTHER]: new Map([['src/main.ts', '2']]),
};

interface List {
  readonly components?: number | null;
  readonly complete?: boolean | 'unknown';
  readonly dirty?: boolean;
  readonly of?: string;
  readonly tests?: readonly string[];
}

function stored({ components = 96, complete = true, dirty = false, of = RELEASED, tests = [] }: List): StoredStatement {
  const predicate = {
    components,
    complete,
    commit: { id: of, dirty },
    inputs: of,
    records: tests.map((id) => ({ id })),
    report: { name: 'parts.cdx.json' },
  };
  return { path: 'evidence/statements/1.json', statement: { predicate } } as unknown as StoredStatement;
}

function evidenceOf(lists: readonly List[], change: Partial<Evidence> = {}): Evidence {
  return {
    ...NO_EVIDENCE,
    statements: lists.map(stored),
    inputs: (hash) => FILES[hash],
    present: () => FILES[RELEASED],
    at: (commit) => FILES[commit],
    pathTest: () => (path) => path.startsWith('src/'),
    ...change,
  };
}

const SYSTEM = (id: string): string => `id: ${id}, name: Orders, class: A, build: ['src/**']`;
const ONE: Small = { software: [SYSTEM('SW-1')] };
const TWO: Small = {
  software: [SYSTEM('SW-1'), SYSTEM('SW-2')],
  records: 'tests: [{ id: TC-1, title: Parts, verifies: [SW-2] }]',
};

function stateOf(
  lists: readonly List[],
  commit: string | undefined = RELEASED,
  system = 'SW-1',
  project: Small = ONE,
  change: Partial<Evidence> = {},
): string {
  const { trace } = assessSmall(project);
  const item = trace.all('item').find(({ id }) => id === system);
  if (!item) throw new Error(`There is no ${system}.`);
  return readProofs(trace, evidenceOf(lists, change)).componentListOf(item, commit).state;
}

// @verifies TC-508
describe('a component list counts for the files of the release', () => {
  test.each<[string, readonly List[], string]>([
    ['no list', [], 'none'],
    ['one of the same files', [{}], 'current'],
    ['one of other files', [{ of: OTHER }], 'stale'],
    ['one of each', [{ of: OTHER }, {}], 'current'],
    ['one without components', [{ components: 0 }], 'none'],
    ['a report of something else', [{ components: null }], 'none'],
    ['one that was cut short', [{ complete: false }], 'none'],
    ['one of which nobody can tell whether it is whole', [{ complete: 'unknown' }], 'none'],
    ['one of files that differed from their commit', [{ dirty: true }], 'undated'],
    ['one of files that nobody knows', [{ of: 'c'.repeat(40) }], 'undated'],
  ])('%s', (_name, lists, expected) => {
    expect(stateOf(lists)).toBe(expected);
  });

  test('a release that names no commit, or one that this clone lacks, leaves it open', () => {
    const { trace } = assessSmall(ONE);
    const [item] = trace.all('item');
    if (!item) throw new Error('There is no system.');
    const proofs = readProofs(trace, evidenceOf([{}]));
    expect(proofs.componentListOf(item, undefined).state).toBe('undated');
    expect(stateOf([{}], 'd'.repeat(40))).toBe('undated');
  });

  test('evidence that was touched leaves it open', () => {
    expect(stateOf([{}], RELEASED, 'SW-1', ONE, { touched: ['evidence/statements/2.json'] })).toBe('undated');
  });

  test('of two systems it is about the one that its test verifies', () => {
    expect(stateOf([{ tests: ['TC-1'] }], RELEASED, 'SW-2', TWO)).toBe('current');
    expect(stateOf([{ tests: ['TC-1'] }], RELEASED, 'SW-1', TWO)).toBe('none');
    expect(stateOf([{}], RELEASED, 'SW-2', TWO)).toBe('none');
  });
});
