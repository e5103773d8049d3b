/** Special tests: "the tool never looked" stays apart from "nothing was found", whatever a report leaves out. */
import { describe, expect, test } from 'vitest';
import { compareEditions, shippedPacks } from '../src/packs/index.js';
import { git, writeFiles } from '../src/project/folder.test-support.js';
import { add, assessed, commitFiles, FILES, newPump, signAll, type Pump } from './freshness/pump.js';

const SET = 'cwe-top25@2025';
const CRITERION = `${SET}:CWE-79`;

function pump(more: Readonly<Record<string, string>> = {}): Pump {
  const settings = String(FILES['medward.yaml']).replace('packs:', `criteria: [${SET}]\npacks:`);
  const items = String(FILES['records/items.yaml']).replace(
    'code: [src/orders/**]',
    'code: [src/orders/**], security-relevant: true, security-reason: It parses orders.',
  );
  return newPump({ 'medward.yaml': settings, 'records/items.yaml': items, ...more });
}

interface Analysis {
  readonly tool?: string;
  readonly rules?: readonly string[];
  readonly scanned?: readonly string[];
  readonly ended?: boolean;
  readonly found?: readonly { readonly weakness: string; readonly file: string; readonly fingerprint?: string }[];
}

function sarif({
  tool = 'Linter',
  rules = ['CWE-79'],
  scanned = ['src/orders/client.ts'],
  ended,
  found = [],
}: Analysis): string {
  return JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool, rules: rules.map((id) => ({ id: `no-${id}`, properties: { tags: [id] } })) } },
        invocations: [{ executionSuccessful: ended ?? true, endTimeUtc: '2026-11-20T10:00:00Z' }],
        artifacts: scanned.map((uri) => ({ location: { uri } })),
        results: found.map(({ weakness, file, fingerprint }) => ({
          ruleId: `no-${weakness}`,
          level: 'warning',
          message: { text: 'Found.' },
          ...(fingerprint === undefined ? {} : { partialFingerprints: { primaryLocationLineHash: fingerprint } }),
          locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } } }],
        })),
      },
    ],
  });
}

interface Tool {
  readonly driver: { readonly rules: readonly object[] };
}

function cellOf(folder: string, item = 'EL-2', criterion = CRITERION) {
  const cell = assessed(folder)
    .specialTests()
    .cells.find((one) => one.item.id === item && one.criterion === criterion);
  if (!cell) throw new Error(`${criterion} is not asked of ${item}.`);
  return cell;
}

// @verifies TC-523
describe('static analysis answers a criterion', () => {
  test('if a tool had a rule, ran to its end, looked at the files and found nothing', async () => {
    const { folder } = pump();
    await add(folder, sarif({}));
    expect(cellOf(folder)).toMatchObject({ state: 'answered', by: [{ way: 'static-analysis' }], causes: [] });
  });

  test.each<[what: string, analysis: Analysis, state: string, cause: RegExp]>([
    ['it had no rule', { rules: ['CWE-89'] }, 'not-looked', /no tool had a rule for CWE-79/],
    ['it did not run to its end', { ended: false }, 'unanswered', /^$/],
    ['it does not tell what it looked at', { scanned: [] }, 'unknown', /does not tell which files/],
    [
      'it looked at other files',
      { scanned: ['src/dose/limit.ts'] },
      'unknown',
      /did not look at src\/orders\/client.ts/,
    ],
    ['it looked at files of another language', { scanned: ['src/main.py'] }, 'unknown', /did not look at any file/],
    [
      'it found something',
      { found: [{ weakness: 'CWE-79', file: 'src/orders/client.ts' }] },
      'open-finding',
      /open: CWE-79 \(no-CWE-79 of Linter\) at src\/orders\/client.ts:1/,
    ],
  ])('but not if %s', async (_, analysis, state, cause) => {
    const { folder } = pump();
    await add(folder, sarif(analysis));
    const cell = cellOf(folder);
    expect(cell.state).toBe(state);
    expect(cell.causes.join('; ')).toMatch(cause);
  });

  test('where only somebody tells that it ended, once that is signed', async () => {
    const { folder } = pump();
    const untold = sarif({}).replace(/"invocations":\[.*?\],/, '');
    await add(folder, untold, '--format', 'sarif');
    expect(cellOf(folder).state).toBe('unanswered');
    await add(folder, untold, '--format', 'sarif', '--ran-to-end');
    expect(cellOf(folder)).toMatchObject({
      state: 'unknown',
      causes: ['that Linter ran to its end is only claimed: sign the statement'],
    });
    await signAll(folder);
    expect(cellOf(folder).state).toBe('answered');
  });

  test('nor for files that changed since; those of another item do not matter', async () => {
    const { folder } = pump();
    await add(folder, sarif({}));
    writeFiles(folder, { 'src/dose/limit.ts': 'changed\n' });
    expect(cellOf(folder).state).toBe('answered');
    writeFiles(folder, { 'src/orders/client.ts': 'changed\n' });
    expect(cellOf(folder)).toMatchObject({ state: 'stale', causes: ['src/orders/client.ts changed since Linter ran'] });
  });

  test('a finding in a file of another item does not count against this one', async () => {
    const { folder } = pump();
    const found = [{ weakness: 'CWE-79', file: 'src/dose/limit.ts' }];
    await add(folder, sarif({ found, scanned: ['src/orders/client.ts', 'src/dose/limit.ts'] }));
    expect(cellOf(folder).state).toBe('answered');
  });

  test.each(['file:///home/ci/build/', '/home/ci/build/', 'file:///C:/ci/', 'C:\\ci\\', '../pump/', './', ''])(
    'a finding counts from whatever root the tool writes its paths: %s',
    async (root) => {
      const { folder } = pump();
      const file = `${root}src/orders/client.ts`;
      await add(folder, sarif({ scanned: [file], found: [{ weakness: 'CWE-79', file }] }));
      expect(cellOf(folder).state).toBe('open-finding');
      const decided = `findings:\n  - { id: FND-1, title: Known, rule: no-CWE-79, in: [src/orders/client.ts], disposition: false-positive, reason: It is escaped., by: QM, date: 2026-11-21 }\n`;
      writeFiles(folder, { 'records/findings.yaml': decided });
      expect(cellOf(folder).state).toBe('answered');
    },
  );

  test('a file of another part whose path ends alike was not this one', async () => {
    const { folder } = pump({ 'legacy/src/orders/client.ts': 'x\n' });
    await add(folder, sarif({ scanned: ['legacy/src/orders/client.ts'] }));
    expect(cellOf(folder).state).toBe('unknown');
  });

  test('a tool that looked at nothing but the versions of parts did not look at the code', async () => {
    const { folder } = pump();
    await add(folder, sarif({ scanned: ['package-lock.json'] }));
    expect(cellOf(folder).state).toBe('unknown');
  });

  test.each<[what: string, change: (run: Record<string, unknown>) => void]>([
    [
      'by itself',
      ({ tool }) => Object.assign((tool as Tool).driver.rules[0] ?? {}, { defaultConfiguration: { enabled: false } }),
    ],
    [
      'for the run',
      ({ invocations }) =>
        Object.assign((invocations as object[])[0] ?? {}, {
          ruleConfigurationOverrides: [{ descriptor: { id: 'no-CWE-79' }, configuration: { enabled: false } }],
        }),
    ],
  ])('a rule that is switched off %s looked for nothing', async (_, change) => {
    const { folder } = pump();
    const report = JSON.parse(sarif({})) as { readonly runs: readonly [Record<string, unknown>] };
    change(report.runs[0]);
    await add(folder, JSON.stringify(report));
    expect(cellOf(folder).state).not.toBe('answered');
  });

  test('two tools may share the rules, and the newest run of each counts', async () => {
    const { folder } = pump({ 'src/orders/more.ts': 'x\n' });
    const files = ['src/orders/client.ts', 'src/orders/more.ts'];
    await add(folder, sarif({ tool: 'One', rules: ['CWE-89'], scanned: files }));
    expect(cellOf(folder).state).toBe('not-looked');
    await add(folder, sarif({ tool: 'Two', scanned: files }));
    expect(cellOf(folder).state).toBe('answered');
    const found = [{ weakness: 'CWE-79', file: 'src/orders/more.ts' }];
    await add(folder, sarif({ tool: 'Two', scanned: files, found }).replace('10:00:00Z', '11:00:00Z'));
    expect(cellOf(folder).state).toBe('open-finding');
  });
});

describe('a finding stays the same over runs, and a disposition holds for it', () => {
  const found = [{ weakness: 'CWE-79', file: 'src/orders/client.ts', fingerprint: 'abc' }];
  const finding = (fields: string): string => `findings:\n  - { id: FND-1, title: Script in an order, ${fields} }\n`;
  const decided = 'disposition: false-positive, reason: It is escaped before., by: QM, date: 2026-11-21';

  test.each<[what: string, fields: string, state: string]>([
    ['by its fingerprint', `fingerprint: 'primaryLocationLineHash:abc', ${decided}`, 'answered'],
    ['by rule and file', `rule: no-CWE-79, in: [src/orders/client.ts], ${decided}`, 'answered'],
    ['of another rule', `rule: no-CWE-89, in: [src/orders/client.ts], ${decided}`, 'open-finding'],
    ['of another file', `rule: no-CWE-79, in: [src/dose/limit.ts], ${decided}`, 'open-finding'],
    ['of another fingerprint', `fingerprint: 'primaryLocationLineHash:xyz', ${decided}`, 'open-finding'],
    [
      'without a reason',
      `rule: no-CWE-79, in: [src/orders/client.ts], disposition: accepted, by: QM, date: 2026-11-21`,
      'open-finding',
    ],
    ['that is over', `rule: no-CWE-79, in: [src/orders/client.ts], ${decided}, until: 2026-11-23`, 'open-finding'],
    [
      'fixed, and still reported',
      `rule: no-CWE-79, in: [src/orders/client.ts], ${decided.replace('false-positive', 'fixed')}`,
      'open-finding',
    ],
  ])('%s', async (_, fields, state) => {
    const { folder } = pump();
    await add(folder, sarif({ found }));
    writeFiles(folder, { 'records/findings.yaml': finding(fields) });
    expect(cellOf(folder).state).toBe(state);
  });
});

describe('people answer a criterion', () => {
  test('a review that names it, bound to the item and of the files as they are', async () => {
    const { folder, commit } = pump();
    const hash = (): string => {
      const { trace } = assessed(folder);
      const item = trace.find('EL-2');
      return item ? trace.hash(item) : '';
    };
    const review = `reviews:\n  - { id: RV-1, title: Code of the client, type: code, reviewed: [EL-2], by: [QM], date: 2026-11-20, outcome: accepted, commit: ${commit}, criteria: ['${CRITERION}'], bound-to: { EL-2: ${hash()} } }\n`;
    writeFiles(folder, { 'records/reviews.yaml': review });
    expect(cellOf(folder)).toMatchObject({ state: 'answered', by: [{ way: 'review', source: 'RV-1' }] });
    commitFiles(folder, { 'src/orders/client.ts': 'changed\n' });
    expect(cellOf(folder)).toMatchObject({
      state: 'stale',
      causes: ['RV-1 is out of date: src/orders/client.ts changed since'],
    });
    git(folder, 'revert', '--no-edit', 'HEAD');
    writeFiles(folder, { 'records/reviews.yaml': review.replace(`commit: ${commit}, `, '') });
    expect(cellOf(folder).state).toBe('unknown');
  });

  test('a test that names it counts as far as its result does', async () => {
    const { folder } = pump({
      'records/tests.yaml': `tests:\n  - { id: TC-9, title: Scripts stay text, level: unit, type: abuse-case, verifies: [EL-2], criteria: ['${CRITERION}'] }\n`,
    });
    const junit = (inner: string, at: string): string =>
      `<testsuite name="s" tests="1" timestamp="2026-11-${at}T10:00:00Z"><testcase name="TC-9">${inner}</testcase></testsuite>`;
    expect(cellOf(folder).state).toBe('unknown');
    await add(folder, junit('', '20'));
    expect(cellOf(folder)).toMatchObject({ state: 'answered', by: [{ way: 'test', source: 'TC-9' }] });
    await add(folder, junit('<failure/>', '21'));
    expect(cellOf(folder).state).toBe('failed');
  });

  test('a decision that names it, with reason, person and day, takes it out', () => {
    const { folder } = pump();
    const decision = (fields: string): string =>
      `decisions:\n  - { id: DEC-1, type: not-applicable, scope: ['${CRITERION}'], ${fields} }\n`;
    writeFiles(folder, { 'records/decisions.yaml': decision('reason: It shows no pages., by: QM, date: 2026-11-20') });
    expect(cellOf(folder).state).toBe('not-applicable');
    writeFiles(folder, { 'records/decisions.yaml': decision('by: QM, date: 2026-11-20') });
    expect(cellOf(folder).state).toBe('unanswered');
  });
});

test('a set with levels is asked up to the level that the settings name', () => {
  const ask = (levels: string): number => {
    const settings = String(FILES['medward.yaml']).replace('packs:', `criteria: [asvs@5.0.0]\n${levels}packs:`);
    const items = String(FILES['records/items.yaml']).replace('code: [src/orders/**]', 'security-relevant: true');
    const { folder } = newPump({ 'medward.yaml': settings, 'records/items.yaml': items });
    return new Set(
      assessed(folder)
        .specialTests()
        .cells.map(({ criterion }) => criterion),
    ).size;
  };
  const [one, two, three] = ['', 'criteria-levels: { asvs: 2 }\n', 'criteria-levels: { asvs: 3 }\n'].map(ask);
  expect(one).toBeGreaterThan(0);
  expect(two).toBeGreaterThan(one ?? 0);
  expect(three).toBeGreaterThan(two ?? 0);
});

test('editions map to each other, over those between them', () => {
  const packs = shippedPacks();
  const edition = (name: string) => {
    const found = packs.find((pack) => pack.pack === 'owasp-top10' && pack.edition === name);
    if (!found) throw new Error(`There is no edition ${name}.`);
    return found;
  };
  const compared = compareEditions(edition('2013'), edition('2025'), packs);
  expect(compared.added.map(({ id }) => id)).toContain('A10');
  const injection = compared.kept.find(({ criterion }) => criterion.title === 'Injection');
  expect(injection?.follows).toContain('A1');
});

test('a scan is the result of the test that the person names, once it ran to its end', async () => {
  const tests = `tests:\n  - { id: TC-9, title: Static analysis of the pump, level: system, type: static-analysis, verifies: [EL-2] }\n`;
  const stateOf = async (analysis: Analysis): Promise<string> => {
    const { folder } = pump({ 'records/tests.yaml': tests });
    await add(folder, sarif(analysis), '--for', 'TC-9');
    const { trace, proofs } = assessed(folder);
    const test = trace.find('TC-9');
    return test ? proofs.of(test) : 'not there';
  };
  expect(await stateOf({})).toBe('current');
  expect(await stateOf({ ended: false })).toBe('failed');
  await expect(add(pump().folder, sarif({}), '--for', 'TC-404')).rejects.toThrow('names no test');
});

describe('each fault is told once, by its rule', () => {
  const keysOf = (folder: string, rule: string): readonly string[] =>
    assessed(folder)
      .gaps.filter((gap) => gap.rule === rule)
      .map((gap) => gap.key);

  test('criterion-without-analysis-rule: a tool ran that had rules for something else', async () => {
    const { folder } = pump();
    expect(keysOf(folder, 'criterion-without-analysis-rule')).toEqual([]);
    await add(folder, sarif({ rules: ['CWE-1'] }));
    expect(keysOf(folder, 'criterion-without-analysis-rule')).toEqual([
      'criterion-without-analysis-rule@project#cwe-top25%402025',
    ]);
  });

  test('security-criterion-unanswered: one gap for each item that matters for security', () => {
    const { folder } = pump();
    expect(keysOf(folder, 'security-criterion-unanswered')).toEqual([
      'security-criterion-unanswered@EL-1',
      'security-criterion-unanswered@EL-2',
    ]);
  });

  test('unit-topic-unanswered: one gap for each unit of class C', () => {
    const settings = String(FILES['medward.yaml'])
      .replace('class: B,', 'class: C,')
      .replace('packs:', 'criteria: [iec62304-5.5.4@2015]\npacks:');
    const { folder } = pump({ 'medward.yaml': settings });
    expect(keysOf(folder, 'unit-topic-unanswered')).toEqual(['unit-topic-unanswered@EL-1']);
  });

  test('evidence-not-as-stored: a statement that somebody changed', async () => {
    const { folder } = pump();
    await add(folder, sarif({}));
    expect(keysOf(folder, 'evidence-not-as-stored')).toEqual([]);
    const statement = git(folder, 'ls-files', '--others', 'evidence/statements').trim();
    writeFiles(folder, { [statement]: '{}' });
    expect(keysOf(folder, 'evidence-not-as-stored')).toEqual([
      `evidence-not-as-stored@file:${encodeURIComponent(statement).replaceAll('%2F', '/')}`,
    ]);
  });

  test('result-for-unknown-record: a result whose test names nothing', async () => {
    const { folder } = pump();
    await add(folder, '<testsuite name="s" tests="1"><testcase name="TC-404 gone"/></testsuite>');
    expect(keysOf(folder, 'result-for-unknown-record')).toEqual(['result-for-unknown-record@file:report.xml#TC-404']);
  });
});
