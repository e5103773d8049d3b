/** Each format of reports, by what real tools write: counts, tool, time, and what is wrong in the file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesInMemory, formatNames, readReport, type Report, type ReportOptions } from '../src/evidence/index.js';

const FIXTURES = join(import.meta.dirname, 'fixtures/evidence');

function readFixture(name: string): Report {
  return readReport(bytesInMemory(name, readFileSync(join(FIXTURES, name))));
}

function read(name: string, content: string | Uint8Array, options: ReportOptions = {}): Report {
  return readReport(bytesInMemory(name, content), options);
}

/** Passed, failed, errored, skipped. */
function counts({ tests }: Report): readonly number[] | null {
  return tests && [tests.passed, tests.failed, tests.errored, tests.skipped];
}

/** Error, warning, note, none, suppressed. */
function levels({ findings }: Report): readonly number[] | null {
  return findings && [findings.error, findings.warning, findings.note, findings.none, findings.suppressed];
}

function messages(report: Report): readonly string[] {
  return report.problems.map((problem) => problem.message);
}

// @verifies TC-801
describe('results of tests in XML', () => {
  // Counted by hand or by the summary in the file, never by this reader.
  test.each<[file: string, format: string, counts: readonly number[], complete: boolean]>([
    ['junit-bazel.xml', 'junit', [0, 0, 1, 0], true],
    ['junit-jest.xml', 'junit', [2, 0, 0, 0], true],
    ['junit-scalatest.xml', 'junit', [1, 0, 0, 0], true],
    ['junit-several-results-in-one-case.xml', 'junit', [1, 1, 1, 1], true],
    ['junit-no-attributes.xml', 'junit', [1, 1, 1, 1], true],
    ['junit-suites-in-suites.xml', 'junit', [5, 0, 0, 0], true],
    ['junit-pytest.xml', 'junit', [20, 0, 0, 2], true],
    ['junit-no-cases.xml', 'junit', [0, 0, 0, 0], false],
    ['junit-cut-off.xml', 'junit', [1, 0, 0, 0], false],
    ['nunit2-all-results.xml', 'nunit', [18, 1, 1, 8], true],
    ['nunit2-ignored.xml', 'nunit', [1, 1, 0, 1], true],
    ['nunit-jsunit.xml', 'nunit', [6, 0, 0, 0], true],
    ['nunit3.xml', 'nunit', [3, 3, 0, 0], true],
    ['nunit3-unity.xml', 'nunit', [0, 0, 1, 0], true],
    ['nunit-entity.xml', 'nunit', [0, 0, 0, 0], false],
    ['xunit1.xml', 'xunit', [3, 1, 0, 0], true],
    ['xunit2.xml', 'xunit', [1, 1, 0, 1], true],
    ['xunit-fixie.xml', 'xunit', [3, 3, 0, 1], true],
  ])('%s', (file, format, expected, complete) => {
    const report = readFixture(file);
    expect([report.format, counts(report), report.complete]).toEqual([format, expected, complete]);
  });

  test('every fixture has a row above or below', () => {
    const tested = readFileSync(import.meta.filename, 'utf8');
    const files = readdirSync(FIXTURES).filter((name) => name !== 'README.md');
    expect(files.filter((name) => !tested.includes(`'${name}'`))).toEqual([]);
  });

  test('a file that only looks like a report is none', () => {
    const report = readFixture('not-junit.xml');
    expect([report.format, report.tests]).toEqual(['unknown', null]);
    expect(messages(report)).toHaveLength(1);
  });

  test('a suite that says more than it holds is told, with its line', () => {
    expect(readFixture('junit-no-cases.xml').problems).toEqual([
      { message: 'pytest says that it has 6 tests and holds 0.', line: 1 },
    ]);
  });

  test('Surefire: passed in the second run is flaky, failed in all runs is failed', () => {
    const report = read(
      'TEST-a.xml',
      `<testsuite name="a" tests="3">
        <testcase name="one" classname="a"><flakyFailure message="m">trace<system-out>x</system-out></flakyFailure></testcase>
        <testcase name="two" classname="a"><failure/><rerunFailure/></testcase>
        <testcase name="three" classname="a"><properties><property name="requirement">SRS-1</property></properties></testcase>
      </testsuite>`,
    );
    expect(counts(report)).toEqual([2, 1, 0, 0]);
    expect(report.results.map((result) => result.flaky)).toEqual([true, false, false]);
    expect(report.results[2]?.properties).toEqual([{ name: 'requirement', value: 'SRS-1' }]);
  });

  test('GoogleTest: a disabled test did not run', () => {
    const report = read(
      'g.xml',
      '<testsuites><testsuite name="s"><testcase name="a" status="notrun" result="suppressed"/><testcase name="b" status="run" result="completed"/><testcase name="c" status="run" result="skipped"/></testsuite></testsuites>',
    );
    expect(counts(report)).toEqual([1, 0, 0, 2]);
  });

  test('TRX: rows of a data-driven test stand inside its result', () => {
    const report = read(
      'r.trx',
      `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Times start="2026-11-01T10:00:00Z"/><Results>
        <UnitTestResult testName="a" outcome="Passed"/><UnitTestResult testName="b" outcome="Failed"/>
        <UnitTestResult testName="c" outcome="NotExecuted"/><UnitTestResult testName="d" outcome="Timeout"/>
        <UnitTestResult testName="e" outcome="Passed"><InnerResults><UnitTestResult testName="e (1)" outcome="Passed"/></InnerResults></UnitTestResult>
      </Results></TestRun>`,
    );
    expect([report.format, counts(report), report.ranAt]).toEqual(['trx', [2, 1, 1, 1], '2026-11-01T10:00:00Z']);
  });
});

describe('TAP', () => {
  test('subtests count, and the points that sum them up do not', () => {
    const report = read(
      'a.tap',
      `TAP version 14
# Subtest: limits
    ok 1 - TC-1 low
    not ok 2 - TC-2 high
      ---
      message: 'ok 3 - no point, but text'
      ...
    1..2
not ok 1 - limits
ok 2 - plain # SKIP no device
not ok 3 - later # TODO not built
ok 4 - a \\# in the name
1..4
`,
    );
    expect([report.format, counts(report), report.complete]).toEqual(['tap', [2, 1, 0, 2], true]);
    expect(report.results.map((result) => [...result.suites, result.name].join(' › '))).toEqual([
      'limits › TC-1 low',
      'limits › TC-2 high',
      'plain',
      'later',
      'a # in the name',
    ]);
  });

  test.each<[what: string, text: string, message: RegExp]>([
    ['given up', 'TAP version 14\n1..3\nok 1 - a\nBail out! no device\nok 2 - b\n', /^The run was given up: no device/],
    ['fewer than planned', 'TAP version 13\n1..3\nok 1 - a\n', /^The plan says 3 tests, 1 stand here/],
    ['without a plan', 'TAP version 13\nok 1 - a\n', /^There is no plan/],
  ])('%s: not whole', (_, text, message) => {
    const report = read('a.tap', text);
    expect([report.complete, counts(report)]).toEqual([false, [1, 0, 0, 0]]);
    expect(messages(report)).toEqual([expect.stringMatching(message)]);
  });

  test('node:test: suites are no tests', () => {
    const report = read(
      'node.tap',
      `TAP version 13
# Subtest: group
    # Subtest: TC-3 inner
    ok 1 - TC-3 inner
      ---
      duration_ms: 0.5
      type: 'test'
      ...
    # Subtest: bad
    not ok 2 - bad
      ---
      duration_ms: 0.3
      type: 'test'
      failureType: 'testCodeFailure'
      ...
    1..2
not ok 1 - group
  ---
  duration_ms: 2.1
  type: 'suite'
  ...
# Subtest: alone
ok 2 - alone # SKIP
  ---
  duration_ms: 0.1
  type: 'test'
  ...
1..2
# tests 3
# suites 1
# pass 1
# fail 1
# cancelled 0
# skipped 1
# todo 0
# duration_ms 10.5
`,
    );
    expect([report.format, counts(report), report.complete, messages(report)]).toEqual([
      'node-test',
      [1, 1, 0, 1],
      true,
      [],
    ]);
  });
});

test('CTRF: other states are no passes, and a re-run is flaky', () => {
  const report = read(
    'ctrf.json',
    JSON.stringify({
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      results: {
        tool: { name: 'playwright', version: '1.50.0' },
        summary: { tests: 5, start: 1_790_000_000_000 },
        tests: [
          { name: 'a', status: 'passed', duration: 1, tags: ['TC-1'] },
          { name: 'b', status: 'failed', duration: 1 },
          { name: 'c', status: 'pending', duration: 1 },
          { name: 'd', status: 'other', duration: 1 },
          { name: 'e', status: 'passed', duration: 1, flaky: true, retries: 1, suite: ['x', 'y'] },
        ],
      },
    }),
  );
  expect([report.format, counts(report), report.flaky]).toEqual(['ctrf', [2, 1, 0, 2], 1]);
  expect([report.tool, report.complete]).toEqual([{ name: 'playwright', version: '1.50.0' }, true]);
});

describe('SARIF', () => {
  test.each<[file: string, levels: readonly number[], complete: boolean | 'unknown']>([
    ['suppressions.sarif', [0, 6, 0, 0, 3], 'unknown'],
    ['embedded-text.sarif', [0, 2, 0, 0, 0], 'unknown'],
    ['crashed.sarif', [0, 0, 0, 0, 0], false],
    ['no-results.sarif', [0, 0, 0, 0, 0], false],
  ])('%s', (file, expected, complete) => {
    const report = readFixture(file);
    expect([report.format, levels(report), report.complete]).toEqual(['sarif', expected, complete]);
  });

  const sarif = (run: object): Report => read('a.sarif', JSON.stringify({ version: '2.1.0', runs: [run] }));
  const rule = (id: string, level?: string, more: object = {}): object => ({
    id,
    ...(level === undefined ? {} : { defaultConfiguration: { level } }),
    ...more,
  });
  const extension = {
    name: 'pack',
    rules: [rule('EXT-1', 'note', { properties: { tags: ['external/cwe/cwe-022'] } })],
  };

  test.each<[what: string, result: object, levels: readonly number[]]>([
    ['its own level', { ruleId: 'R1', level: 'note' }, [0, 0, 1, 0, 0]],
    ["its rule's default", { ruleId: 'R1' }, [1, 0, 0, 0, 0]],
    ['a variant of the rule', { ruleId: 'R1/7' }, [1, 0, 0, 0, 0]],
    ['a rule by index', { ruleIndex: 0 }, [1, 0, 0, 0, 0]],
    ['an index beside an empty id', { ruleId: '', ruleIndex: 0 }, [1, 0, 0, 0, 0]],
    ['an index that leads to another rule', { ruleId: 'R2', ruleIndex: 0 }, [0, 1, 0, 0, 0]],
    ['a rule of an extension by place', { rule: { index: 0, toolComponent: { index: 0 } } }, [0, 0, 1, 0, 0]],
    ['a rule of an extension by id', { ruleId: 'EXT-1' }, [0, 0, 1, 0, 0]],
    ['no rule at all', {}, [0, 1, 0, 0, 0]],
    ['a kind that is no failure', { ruleId: 'R1', kind: 'pass', level: 'error' }, [0, 0, 0, 1, 0]],
    ['gone since the baseline', { ruleId: 'R1', baselineState: 'absent' }, [0, 0, 0, 0, 0]],
    ['accepted', { ruleId: 'R1', suppressions: [{ kind: 'external' }] }, [0, 0, 0, 0, 1]],
    ['under review', { ruleId: 'R1', suppressions: [{ kind: 'external', status: 'underReview' }] }, [1, 0, 0, 0, 0]],
    ['no suppression in the list', { ruleId: 'R1', suppressions: [] }, [1, 0, 0, 0, 0]],
  ])('level by %s, wherever the rules stand', (_, result, expected) => {
    const tool = { driver: { name: 't', rules: [rule('R1', 'error'), rule('R2')] }, extensions: [extension] };
    const found = { ...result, message: { text: 'm' } };
    expect(levels(sarif({ tool, results: [found] }))).toEqual(expected);
    expect(levels(sarif({ results: [found], tool }))).toEqual(expected);
  });

  // @verifies TC-808
  test('weaknesses that the tool had rules for, also without a result', () => {
    const cwe = { target: { id: '787', toolComponent: { name: 'CWE' } }, kinds: ['relevant'] };
    const rules = [
      rule('A', 'error', { relationships: [cwe] }),
      rule('B', 'error', { properties: { cwe: 'CWE-119!/CWE-120' } }),
    ];
    const report = sarif({ tool: { driver: { name: 't', rules }, extensions: [extension] }, results: [] });
    expect(report.weaknesses).toEqual(['CWE-22', 'CWE-119', 'CWE-120', 'CWE-787']);
  });

  test.each([
    { version: '2.0.0', runs: [{ tool: { driver: { name: 't' } }, results: [{}] }] },
    { runs: [{ tool: { driver: { name: 't' } }, results: [{}] }], version: '2.0.0' },
    { version: 3, runs: [] },
  ])('another version is refused, with what to do: %j', (content) => {
    const report = read('a.sarif', JSON.stringify(content));
    expect([report.format, report.findings, report.complete]).toEqual(['sarif', null, false]);
    expect(messages(report)).toEqual([expect.stringMatching(/read is 2\.1\.0\. Let the tool write 2\.1\.0/)]);
  });

  test('cut in the middle: what was whole is kept, and the run is not', () => {
    const text = JSON.stringify({ version: '2.1.0', runs: [{ results: [{ level: 'error' }, { level: 'error' }] }] });
    const report = read('a.sarif', text.slice(0, -12));
    expect([levels(report), report.complete]).toEqual([[1, 0, 0, 0, 0], false]);
    expect(messages(report)[0]).toMatch(/^The JSON ends in the middle|not well-formed/);
  });

  test('a run that broke off says why', () => {
    expect(messages(readFixture('crashed.sarif'))[0]).toBe(
      'The tool says that it did not run to the end: Out of memory.',
    );
  });

  test('`__proto__` and `constructor` are keys like any other', () => {
    const report = read(
      'a.sarif',
      '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[{"__proto__":{"level":"error"},"constructor":{"level":"note"}}]}]}',
    );
    expect(levels(report)).toEqual([0, 1, 0, 0, 0]);
    expect(({} as Record<string, unknown>)['level']).toBeUndefined();
  });
});

describe('coverage', () => {
  test('LCOV: by the single lines, also where summaries are missing', () => {
    const report = read(
      'lcov.info',
      'TN:\nSF:src/a.c\nFN:1,f\nFNDA:2,f\nDA:1,2\nDA:2,0\nDA:3,1\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nend_of_record\nSF:src/b.c\nDA:1,0\nend_of_record\n',
    );
    expect([report.format, report.complete]).toEqual(['lcov', true]);
    expect(report.coverage).toMatchObject({
      lines: { covered: 2, total: 4 },
      branches: { covered: 1, total: 2 },
      functions: { covered: 1, total: 1 },
    });
  });

  test('LCOV: a file without end is left out', () => {
    const report = read('lcov.info', 'TN:\nSF:src/a.c\nDA:1,2\n');
    expect([report.coverage?.files, report.complete]).toEqual([[], false]);
  });

  test('Cobertura: a line that stands under its method and its class counts once', () => {
    const line = '<line number="1" hits="1" branch="true" condition-coverage="50% (1/2)"/>';
    const report = read(
      'c.xml',
      `<coverage line-rate="0.5"><packages><package><classes><class filename="a.py"><methods><method><lines>${line}</lines></method></methods><lines>${line}<line number="2" hits="0"/></lines></class></classes></package></packages></coverage>`,
    );
    expect([report.format, report.coverage?.lines, report.coverage?.branches]).toEqual([
      'cobertura',
      { covered: 1, total: 2 },
      { covered: 1, total: 2 },
    ]);
  });

  test('JaCoCo: counters of the files, not of what is around them', () => {
    const report = read(
      'j.xml',
      `<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="x"><sessioninfo id="a" start="1790000000000"/><package name="p">
        <class name="p/A"><method name="m"><counter type="LINE" missed="9" covered="9"/></method></class>
        <sourcefile name="A.java"><line nr="1"/><counter type="LINE" missed="1" covered="3"/><counter type="BRANCH" missed="2" covered="0"/></sourcefile>
        <counter type="LINE" missed="1" covered="3"/></package><counter type="LINE" missed="1" covered="3"/></report>`,
    );
    expect([report.format, report.coverage?.lines, report.coverage?.branches]).toEqual([
      'jacoco',
      { covered: 3, total: 4 },
      { covered: 0, total: 2 },
    ]);
  });
});

describe('components', () => {
  test('CycloneDX: also those inside others, but not the device itself; JSON and XML alike', () => {
    const json = read(
      'bom.json',
      JSON.stringify({
        components: [
          { name: 'a', version: '1', components: [{ name: 'b' }] },
          { name: 'c', purl: 'pkg:npm/c@1' },
        ],
        metadata: {
          timestamp: '2026-11-01T00:00:00Z',
          tools: { components: [{ name: 'syft', version: '1.4' }] },
          component: { name: 'device' },
        },
        bomFormat: 'CycloneDX',
      }),
    );
    const xml = read(
      'bom.xml',
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata><timestamp>2026-11-01T00:00:00Z</timestamp><tools><tool><name>syft</name><version>1.4</version></tool></tools><component><name>device</name></component></metadata><components><component><name>a</name><version>1</version><components><component><name>b</name></component></components></component><component><name>c</name><purl>pkg:npm/c@1</purl></component></components></bom>',
    );
    for (const report of [json, xml]) {
      expect([report.format, report.components, report.tool, report.ranAt]).toEqual([
        'cyclonedx',
        3,
        { name: 'syft', version: '1.4' },
        '2026-11-01T00:00:00Z',
      ]);
      expect(report.componentList.map((one) => one.name).toSorted()).toEqual(['a', 'b', 'c']);
    }
  });

  test('SPDX as tags, as JSON, and version 3', () => {
    expect(readFixture('example6-lib.spdx').components).toBe(5);
    const two = read(
      'a.spdx.json',
      JSON.stringify({
        spdxVersion: 'SPDX-2.3',
        creationInfo: { created: '2026-11-01T00:00:00Z', creators: ['Tool: syft-1.4.0', 'Person: A'] },
        packages: [{ name: 'a' }, { name: 'b', versionInfo: '2' }],
      }),
    );
    expect([two.components, two.tool]).toEqual([2, { name: 'syft', version: '1.4.0' }]);
    const three = read(
      'a.spdx3.json',
      JSON.stringify({
        '@context': 'x',
        '@graph': [
          { type: 'software_Package', name: 'a' },
          { type: 'Person', name: 'P' },
        ],
      }),
    );
    expect([three.format, three.components]).toEqual(['spdx', 1]);
  });
});

describe('findings as a table', () => {
  test('columns by their usual headings, cells in quotes', () => {
    const report = read(
      'pentest.csv',
      '\uFEFFId;Risk;Title;CWE;Status\r\nF-1;High;"Default; password\nin ""setup""";CWE-798;open\r\nF-2;low;Banner;200;Accepted\r\nF-3;Critical;Old;;fixed\r\nF-4;odd;Strange;;\r\n',
    );
    expect([report.format, levels(report)]).toEqual(['findings-csv', [1, 1, 0, 0, 1]]);
    expect(report.findingList[0]).toMatchObject({
      rule: 'F-1',
      message: 'Default; password\nin "setup"',
      weaknesses: ['CWE-798'],
    });
    expect(report.problems).toEqual([
      { message: 'The severity `odd` is not known; the finding counts as a warning.', line: 6 },
    ]);
  });

  test('columns by a mapping; without one they are asked for', () => {
    const text = 'Nummer,Gefahr,Was\n1,high,Backdoor\n';
    const columns = new Map([
      ['severity', 'Gefahr'],
      ['title', 'Was'],
    ]);
    expect(levels(read('a.csv', text, { format: 'findings-csv', columns }))).toEqual([1, 0, 0, 0, 0]);
    expect(messages(read('a.csv', text, { format: 'findings-csv' }))).toEqual([
      'No column says the severity or the title of a finding; name it with --columns.',
    ]);
  });
});

describe('reviews', () => {
  const COMMIT = 'a'.repeat(40);

  test('GitHub: with state, commit and person; a pending one is none', () => {
    const review = (login: string, state: string): object => ({
      user: { login },
      state,
      commit_id: COMMIT,
      submitted_at: '2026-11-01T10:00:00Z',
    });
    const report = read(
      'reviews.json',
      JSON.stringify([review('ann', 'APPROVED'), review('bo', 'CHANGES_REQUESTED'), review('cy', 'PENDING')]),
    );
    expect(report.format).toBe('github-reviews');
    expect(report.reviews.map(({ by, state, commit }) => [by, state, commit])).toEqual([
      ['ann', 'approved', COMMIT],
      ['bo', 'changes-requested', COMMIT],
    ]);
  });

  test('GitLab: approvals', () => {
    const report = read('approvals.json', JSON.stringify({ iid: 5, approved_by: [{ user: { username: 'ann' } }] }));
    expect([report.format, report.reviews]).toEqual([
      'gitlab-approvals',
      [{ by: 'ann', how: 'approval', state: 'approved', commit: null, at: null, of: '5' }],
    ]);
  });

  test('Git: only the last paragraph of a message holds trailers', () => {
    const report = read(
      'log.txt',
      `commit ${COMMIT}\nAuthor: A <a@b>\nDate:   Mon Nov 2 10:00:00 2026 +0000\n\n    Limit doses\n\n    Reviewed-by: Quoted <q@b>\n\n    More text.\n\n    Reviewed-by: Ann <ann@b>\n    Acked-by: Bo <bo@b>\n\ncommit ${'b'.repeat(40)}\nAuthor: A <a@b>\n\n    Second\n`,
    );
    expect(report.format).toBe('git-trailers');
    expect(report.reviews.map(({ by, commit }) => [by, commit])).toEqual([
      ['Ann <ann@b>', COMMIT],
      ['Bo <bo@b>', COMMIT],
    ]);
  });
});

// @verifies TC-802
describe('bad input', () => {
  const bomb = `<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.replaceAll(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCodePoint(name.codePointAt(0)! - 1)};`.repeat(10)}">`)}]><testsuites><testsuite><testcase name="&j;"/></testsuite></testsuites>`;

  test.each<[what: string, name: string, content: string, message: RegExp]>([
    ['an entity bomb', 'a.xml', bomb, /Entities are not expanded/],
    ['elements without end', 'a.xml', '<testsuite>'.repeat(5_000), /more than 256 deep|deep/],
    ['lists without end', 'a.sarif', `{"version":"2.1.0","runs":${'['.repeat(100_000)}`, /more than 256 deep/],
    [
      'a string without end',
      'a.sarif',
      `{"runs":[{"results":[{"message":{"text":"${'x'.repeat(9_000_000)}`,
      /A string has more than/,
    ],
    [
      'an attribute without end',
      'a.xml',
      `<testsuite><testcase name="${'x'.repeat(9_000_000)}`,
      /A value has more than/,
    ],
    ['nothing', 'a.xml', '', /is empty/],
    ['a report of tests without tests', 'a.xml', '<testsuites/>', /holds no results/],
  ])('%s', (_, name, content, message) => {
    const report = read(name, content);
    expect(messages(report).join('\n')).toMatch(message);
    expect(report.tests?.passed ?? 0).toBe(0);
  });

  test.each<[encoding: string, bytes: Uint8Array, name: string]>([
    ['UTF-16 with a mark', Buffer.from('\uFEFF<testsuite><testcase name="ü"/></testsuite>', 'utf16le'), 'ü'],
    [
      'Latin-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><testsuite><testcase name="ü"/></testsuite>', 'latin1'),
      'ü',
    ],
    ['UTF-8 with a mark', Buffer.from('\uFEFF<testsuite><testcase name="ü"/></testsuite>'), 'ü'],
  ])('%s is read', (_, bytes, name) => {
    const report = read('a.xml', bytes);
    expect([report.results[0]?.name, messages(report)]).toEqual([name, []]);
  });

  test('JSON in UTF-16, as a redirect of PowerShell writes it, is read', () => {
    const text = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't' } }, results: [{}] }] });
    expect(levels(read('a.sarif', Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual([0, 1, 0, 0, 0]);
  });

  test('bytes that do not fit the encoding are told, and the rest is read', () => {
    const report = read('a.xml', Buffer.from('<testsuite>\n<testcase name="\xfc"/></testsuite>', 'latin1'));
    expect(counts(report)).toEqual([1, 0, 0, 0]);
    expect(report.problems).toEqual([{ message: 'Some bytes are not utf-8; they were replaced by \uFFFD.', line: 2 }]);
  });

  test('a report from the future and one of another commit are told', () => {
    const future = read('a.xml', '<testsuite timestamp="2031-01-01T00:00:00"><testcase name="a"/></testsuite>', {
      today: '2026-11-24',
    });
    expect(messages(future)).toEqual(['The report says that it ran on 2031-01-01, which is after 2026-11-24.']);
    const run = {
      tool: { driver: { name: 't' } },
      versionControlProvenance: [{ revisionId: 'a'.repeat(40) }],
      results: [],
    };
    const other = read('a.sarif', JSON.stringify({ version: '2.1.0', runs: [run] }), { commit: 'b'.repeat(40) });
    expect(messages(other)[0]).toMatch(
      /^The report says that it ran on commit a{40}, not on b{40}\. Add it with `--commit a{40}`/,
    );
  });

  // Every format, so that none throws at what its reader does not expect.
  test('any part of any fixture gives a report, never an exception', () => {
    const files = readdirSync(FIXTURES).map((name) => [name, readFileSync(join(FIXTURES, name))] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 255 }),
        ([name, bytes], from, at, byte) => {
          const cut = Uint8Array.from(bytes.subarray(0, from % (bytes.length + 1)));
          if (cut.length > 0) cut[at % cut.length] = byte;
          const report = read(name, cut);
          expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('any bytes under any format give a report', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formatNames()),
        fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.json()),
        (format, content) => {
          const report = read('x', content, { format });
          expect(report.format).toBe(format);
        },
      ),
      { numRuns: 500 },
    );
  });

  // A cut report may lose passes, but never gains any.
  test('a report that is cut off never passes more than the whole one', () => {
    const whole = readFileSync(join(FIXTURES, 'junit-pytest.xml'));
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), (length) => {
        const report = read('a.xml', whole.subarray(0, length));
        expect(report.tests?.passed ?? 0).toBeLessThanOrEqual(20);
        expect(report.complete === true).toBe(
          report.tests?.passed === 20 && report.tests.skipped === 2 && messages(report).length === 0,
        );
      }),
    );
  });
});
