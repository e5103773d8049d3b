/** How far records are verified: every state, through the levels from a test to a need and to a threat. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProven, verificationOf, VERIFICATION_STATES, type Verification } from '../src/assess/index.js';
import { commitAll, writeFiles } from '../src/project/folder.test-support.js';
import { add, assessed, commitFiles, junit, newPump, type Pump } from './freshness/pump.js';

/** A need and a threat, with everything between them and their tests; each test stands alone under its record. */
const CHAIN = `needs:
  - { id: UN-1, title: No overdose }
requirements:
  - { id: SYS-1, title: Doses are limited, level: system, satisfies: [UN-1] }
  - { id: SRS-1, title: Dose limit, text: A dose above 10 ml is refused., level: software, satisfies: [SYS-1], allocated-to: [EL-1] }
  - { id: SRS-2, title: Rate limit, text: More than ten orders an hour are refused., level: software, satisfies: [SC-1], allocated-to: [EL-2] }
controls:
  - { id: SC-1, title: Rate limit, domain: security, mitigates: [TH-1] }
threats:
  - { id: TH-1, title: A flood of orders, targets: [EL-2] }
hazards:
  - { id: HAZ-1, title: Overdose, severity: S4 }
risks:
  - { id: RSK-1, title: Overdose by a flood, hazard: HAZ-1 }
`;
const TESTS = `tests:
  - { id: TC-1, title: Dose limit, level: system, type: functional, verifies: [SRS-1] }
  - { id: TC-2, title: Rate limit, level: system, type: functional, verifies: [SRS-2] }
  - { id: TC-3, title: A flood, level: system, type: threat-mitigation, verifies: [SC-1] }
  - { id: TC-4, title: Order client, level: integration, type: functional, verifies: [EL-2] }
`;
const ITEMS = `items:
  - { id: EL-1, title: Dose unit, granularity: unit, role: process, parent: SW-1, code: [src/dose/**] }
  - { id: EL-2, title: Order client, granularity: item, role: process, parent: SW-1, code: [src/orders/**] }
  - { id: EL-3, title: Nurse, role: actor }
`;

function chain(more: Readonly<Record<string, string>> = {}): Pump {
  return newPump({
    'records/items.yaml': ITEMS,
    'records/requirements.yaml': CHAIN,
    'records/tests.yaml': TESTS,
    ...more,
  });
}

const IDS = ['TC-1', 'TC-2', 'TC-3', 'TC-4'] as const;
const AT = '2026-11-20T10:00:00Z';
const passed = (): string => junit(AT, Object.fromEntries(IDS.map((id) => [id, 'passed' as const])));

function found(folder: string, id: string): Verification | undefined {
  const { trace, proofs } = assessed(folder);
  const record = trace.find(id);
  if (!record) throw new Error(`${id} is not there.`);
  return verificationOf(record, trace, proofs);
}

/** State of each record that has one. */
function statesIn(folder: string): Readonly<Record<string, string>> {
  const { trace, proofs } = assessed(folder);
  return Object.fromEntries(
    trace.records.flatMap((record) => {
      const one = verificationOf(record, trace, proofs);
      return one ? [[record.id, one.state]] : [];
    }),
  );
}

const ALL_VERIFIED = {
  'TC-1': 'verified',
  'TC-2': 'verified',
  'TC-3': 'verified',
  'TC-4': 'verified',
  'SRS-1': 'verified',
  'SYS-1': 'verified',
  'UN-1': 'verified',
  'SRS-2': 'verified',
  'SC-1': 'verified',
  'TH-1': 'verified',
  'EL-2': 'verified',
  // Nobody tested the dose unit itself, and so not the whole either; the interface has no test.
  'EL-1': 'not-run',
  'SW-1': 'not-run',
};

// @verifies TC-520
// @verifies TC-525
describe('from the result of a test to need and threat', () => {
  test('all passed: everything above is verified, and no one else', async () => {
    const { folder } = chain();
    await add(folder, passed());
    expect(statesIn(folder)).toEqual(ALL_VERIFIED);
  });

  // What happens to which test, and which records above it share its state.
  test.each<[state: string, records: readonly string[], happens: (folder: string) => Promise<void> | void]>([
    [
      'failed',
      ['TC-1', 'SRS-1', 'SYS-1', 'UN-1'],
      (folder) => add(folder, junit('2026-11-21T10:00:00Z', { 'TC-1': 'failed' })),
    ],
    ['failed', ['TC-3', 'SC-1', 'TH-1'], (folder) => add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'failed' }))],
    [
      'stale',
      ['TC-1', 'SRS-1', 'SYS-1', 'UN-1'],
      (folder) => writeFiles(folder, { 'records/requirements.yaml': CHAIN.replace('10 ml', '20 ml') }),
    ],
    [
      'stale',
      ['TC-4', 'EL-2'],
      (folder) => writeFiles(folder, { 'records/tests.yaml': TESTS.replace('title: Order client', 'title: Client') }),
    ],
    [
      'not-run',
      ['TC-9', 'SRS-2', 'SC-1', 'TH-1'],
      (folder) =>
        writeFiles(folder, { 'records/more.yaml': 'tests:\n  - { id: TC-9, title: More, verifies: [SRS-2] }\n' }),
    ],
  ])('%s: %j', async (state, records, happens) => {
    const { folder } = chain();
    await add(folder, passed());
    await happens(folder);
    const states = statesIn(folder);
    for (const id of records) expect(states[id], id).toBe(state);
    for (const [id, before] of Object.entries(ALL_VERIFIED)) if (!records.includes(id)) expect(states[id]).toBe(before);
  });

  test('unknown: passed only after it had failed on the same content', async () => {
    const { folder } = chain();
    await add(folder, passed());
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-2': 'failed' }));
    await add(folder, junit('2026-11-22T10:00:00Z', { 'TC-2': 'passed' }));
    expect(statesIn(folder)).toEqual({
      ...ALL_VERIFIED,
      'TC-2': 'unknown',
      'SRS-2': 'unknown',
      'SC-1': 'unknown',
      'TH-1': 'unknown',
    });
    expect(found(folder, 'TH-1')?.causes).toEqual(['TC-2 passed only after it had failed on the same content']);
  });

  test('the worst of several: a failure is told before a missing result, and that before an old one', async () => {
    const { folder } = chain();
    await add(folder, junit(AT, { 'TC-2': 'passed', 'TC-3': 'passed' }));
    writeFiles(folder, { 'records/requirements.yaml': CHAIN.replace('ten orders', 'twenty orders') });
    expect(found(folder, 'SC-1')?.state).toBe('stale');
    writeFiles(folder, { 'records/more.yaml': 'tests:\n  - { id: TC-9, title: More, verifies: [SC-1] }\n' });
    expect(found(folder, 'SC-1')?.state).toBe('not-run');
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'failed' }));
    expect(found(folder, 'SC-1')).toEqual({
      state: 'failed',
      causes: ['TC-3 failed on 2026-11-21', 'TC-9 has no result', 'TC-2 is out of date: SRS-2 changed since'],
    });
  });

  test.each<[what: string, id: string, cause: string]>([
    ['a requirement without a test', 'SRS-3', 'no test verifies SRS-3'],
    ['a need that nothing satisfies', 'UN-3', 'no test verifies UN-3'],
    ['a threat without a control', 'TH-3', 'no control mitigates TH-3'],
    ['a control that nothing realises', 'TH-4', 'nothing realises SC-4'],
    ['a control without a test of its own', 'TH-5', 'no test verifies SC-5'],
    ['a control by a procedure that nobody approved', 'TH-6', 'DOC-6 is not approved in its present form'],
  ])('not run: %s', async (_, id, cause) => {
    const { folder } = chain({
      'records/more.yaml': `needs: [{ id: UN-3, title: Alone }]
requirements: [{ id: SRS-3, title: Alone, level: software }]
threats:
  - { id: TH-3, title: No control, targets: [EL-2] }
  - { id: TH-4, title: Not realised, targets: [EL-2], controls: [SC-4] }
  - { id: TH-5, title: Not tested, targets: [EL-2], controls: [SC-5] }
  - { id: TH-6, title: A procedure, targets: [EL-2], controls: [SC-6] }
controls:
  - { id: SC-4, title: Not realised, domain: security }
  - { id: SC-5, title: Not tested, domain: security, realised-by: [SRS-2] }
  - { id: SC-6, title: A procedure, domain: security, means: procedure, realised-by: [DOC-6] }
documents: [{ id: DOC-6, title: Procedure, status: approved }]
tests:
  - { id: TC-8, title: Not realised, verifies: [SC-4] }
  - { id: TC-9, title: Drill, verifies: [SC-6] }
`,
    });
    await add(folder, passed());
    await add(folder, junit(AT, { 'TC-8': 'passed', 'TC-9': 'passed' }));
    expect(found(folder, id)).toEqual({ state: 'not-run', causes: [cause] });
  });

  test('nobody asks it of people, of records that no test can verify, and of risks that need no control', () => {
    const { folder } = chain();
    for (const id of ['EL-3', 'HAZ-1', 'RSK-1']) expect(found(folder, id)).toBeUndefined();
  });

  test('a circle of requirements ends, and is verified by nothing', async () => {
    const { folder } = chain({
      'records/more.yaml': `requirements:
  - { id: SRS-7, title: One, level: software, satisfies: [SRS-8] }
  - { id: SRS-8, title: Two, level: software, satisfies: [SRS-7] }
`,
    });
    expect(found(folder, 'SRS-7')?.state).toBe('unknown');
    expect(found(folder, 'SRS-8')?.state).toBe('unknown');
  });

  test('a way of twenty thousand levels is no deeper than the stack', () => {
    const levels = Array.from(
      { length: 20_000 },
      (_, at) => `  - { id: SRS-${at + 10}, title: L, level: software, satisfies: [SRS-${at + 9}] }`,
    );
    const { folder } = chain({
      'records/more.yaml': `requirements:\n  - { id: SRS-9, title: L, level: software }\n${levels.join('\n')}\n`,
    });
    expect(found(folder, 'SRS-9')?.state).toBe('not-run');
  });
});

describe('by review, where there is no test', () => {
  const review = (commit: string, more = ''): string =>
    `reviews:\n  - { id: RV-1, type: code, reviewed: [EL-1], by: QM, date: 2026-11-20, outcome: accepted, commit: ${commit}, bound-to: { EL-1: HASH }${more} }\n`;

  function reviewed(more?: string): Pump {
    const pump = chain();
    const { trace } = assessed(pump.folder);
    const unit = trace.find('EL-1');
    if (!unit) throw new Error('EL-1 is not there.');
    writeFiles(pump.folder, { 'records/reviews.yaml': review(pump.commit, more).replace('HASH', trace.hash(unit)) });
    return pump;
  }

  test('of the files as they are: verified; of a file that changed since: stale', () => {
    const { folder } = reviewed();
    expect(found(folder, 'EL-1')).toEqual({ state: 'verified', causes: [] });
    commitFiles(folder, { 'src/dose/limit.ts': 'changed\n' });
    expect(found(folder, 'EL-1')).toEqual({
      state: 'stale',
      causes: ['RV-1 is out of date: src/dose/limit.ts changed since'],
    });
  });

  test('a test that has no result is not made up for by a review', () => {
    const { folder } = reviewed();
    writeFiles(folder, { 'records/more.yaml': 'tests:\n  - { id: TC-9, title: Unit, verifies: [EL-1] }\n' });
    expect(found(folder, 'EL-1')?.state).toBe('not-run');
  });

  test.each([
    ['was rejected', (text: string) => text.replace('outcome: accepted', 'outcome: rejected'), 'not-run'],
    ['names nobody', (text: string) => text.replace('by: QM, ', ''), 'not-run'],
    ['is of another text', (text: string) => text.replace(/EL-1: [0-9a-f]+/, `EL-1: ${'0'.repeat(64)}`), 'not-run'],
    ['is of the wish alone', (text: string) => text.replace('type: code', 'type: requirements'), 'not-run'],
    ['names no commit', (text: string) => text.replace(/commit: [0-9a-f]+, /, ''), 'unknown'],
    [
      'names a commit that is not here',
      (text: string) => text.replace(/commit: [0-9a-f]+/, `commit: ${'f'.repeat(40)}`),
      'unknown',
    ],
  ])('but not one that %s', (_, change, state) => {
    const { folder } = reviewed();
    const text = readFileSync(join(folder, 'records/reviews.yaml'), 'utf8');
    writeFiles(folder, { 'records/reviews.yaml': change(text) });
    expect(found(folder, 'EL-1')?.state).toBe(state);
  });
});

describe('what is taken away or made unknown never makes anything verified', () => {
  function verifiedIn(folder: string): readonly string[] {
    const { trace, proofs } = assessed(folder);
    const verified = trace.records.filter((record) => verificationOf(record, trace, proofs)?.state === 'verified');
    return [...verified, ...trace.all('threat').filter((one) => isProven(one, trace, proofs))].map(({ id }) => id);
  }

  test('a part of the evidence that is altered, emptied, cut or gone', async () => {
    const { folder } = chain();
    for (const [at, ids] of [
      ['2026-11-18T10:00:00Z', { 'TC-1': 'passed', 'TC-2': 'passed', 'TC-3': 'passed', 'TC-4': 'passed' }],
      ['2026-11-19T10:00:00Z', { 'TC-1': 'failed', 'TC-4': 'passed' }],
      ['2026-11-20T10:00:00Z', { 'TC-3': 'failed' }],
    ] as const) {
      await add(folder, junit(at, ids));
    }
    const before = verifiedIn(folder);
    expect(before).toEqual(['SRS-2', 'TC-2', 'TC-4'].concat('EL-2').toSorted());
    const evidence = join(folder, 'evidence');
    const names = readdirSync(evidence, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const harm = fc.constantFrom<(path: string, text: string) => void>(
      (path) => rmSync(path),
      (path) => writeFileSync(path, ''),
      (path, text) => writeFileSync(path, text.slice(0, text.length / 2)),
      (path, text) => writeFileSync(path, text.replace('failed', 'passed').replace('{', '{ ')),
      (path, text) => writeFileSync(path, `${text}\n`),
    );
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1, maxLength: 2 }), harm, (touched, damage) => {
        const texts = touched.map((path) => readFileSync(path, 'utf8'));
        touched.forEach((path, at) => damage(path, texts[at] ?? ''));
        const now = verifiedIn(folder);
        touched.forEach((path, at) => writeFileSync(path, texts[at] ?? ''));
        // Whoever takes away a statement and its report leaves nothing behind but the history of the repository.
        const isWhole = touched.length === 2 && new Set(touched.map((path) => path.split('/').at(-2))).size === 2;
        if (!isWhole) expect(now.filter((id) => !before.includes(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a field or a record that nobody can read any more', async () => {
    const { folder } = chain();
    await add(folder, passed());
    await add(folder, junit('2026-11-21T10:00:00Z', { 'TC-3': 'failed' }));
    commitAll(folder);
    const before = verifiedIn(folder);
    const edits = ['records/requirements.yaml', 'records/tests.yaml', 'records/items.yaml'].flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const fields = [
        ...text.matchAll(/(satisfies|verifies|mitigates|allocated-to|title|level|type): (\[[^\]]*\]|[^,}]*)/g),
      ];
      const records = [...text.matchAll(/id: [A-Z]+-\d+/g)];
      return [
        ...fields.map((one) => ({ one, by: `${one[1]}: { nobody: can }` })),
        ...records.map((one) => ({ one, by: 'id: "' })),
      ].map(({ one, by }) => ({
        path,
        text,
        changed: text.slice(0, one.index) + by + text.slice(one.index + one[0].length),
      }));
    });
    fc.assert(
      fc.property(fc.constantFrom(...edits), ({ path, text, changed }) => {
        writeFiles(folder, { [path]: changed });
        const now = verifiedIn(folder);
        writeFiles(folder, { [path]: text });
        expect(now.filter((id) => !before.includes(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('the states are told worst first', () => {
  expect(VERIFICATION_STATES).toEqual(['failed', 'not-run', 'stale', 'unknown', 'verified']);
});
