/** Reports of scanners and penetration tests: counts that another way of counting gives too, and what each format says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesInMemory, readReport, type Finding, type Report } from '../src/evidence/index.js';
import { countScan, type Counts } from './evidence/count-scans.js';

const FIXTURES = join(import.meta.dirname, 'fixtures/scans');
const FILES = readdirSync(FIXTURES).filter((name) => name !== 'README.md');

function read(name: string, content: string | Uint8Array): Report {
  return readReport(bytesInMemory(name, content));
}

function readFixture(name: string): Report {
  return read(name, readFileSync(join(FIXTURES, name)));
}

function levels({ findings }: Report): Counts | null {
  return findings && [findings.error, findings.warning, findings.note, findings.none, findings.suppressed];
}

function messages(report: Report): readonly string[] {
  return report.problems.map((problem) => problem.message);
}

// @verifies TC-811
describe('counts', () => {
  test.each<[file: string, format: string, counts: Counts]>([
    ['burp.xml', 'burp', [5, 0, 2, 9, 0]],
    ['checkmarx-one.json', 'checkmarx-one', [2, 2, 2, 0, 0]],
    ['defectdojo.json', 'defectdojo', [1, 1, 0, 0, 0]],
    ['dependency-track.json', 'dependency-track', [3, 19, 0, 0, 0]],
    ['nessus.csv', 'findings-csv', [0, 1, 0, 29, 0]],
    ['nmap.xml', 'nmap', [0, 37, 1, 29, 0]],
    ['semgrep.json', 'semgrep', [1, 0, 0, 0, 0]],
    ['semgrep-second-run.json', 'semgrep', [1, 0, 0, 0, 0]],
    ['trivy-cluster.json', 'trivy', [0, 6, 14, 0, 0]],
    ['zap.xml', 'zap', [5, 30, 48, 47, 0]],
    ['zap-second-scan.xml', 'zap', [5, 25, 52, 44, 0]],
  ])('%s', (file, format, expected) => {
    const report = readFixture(file);
    expect([report.format, levels(report), messages(report)]).toEqual([format, expected, []]);
    expect(countScan(file, readFileSync(join(FIXTURES, file), 'utf8'))).toEqual(expected);
  });

  test('every fixture has a row above', () => {
    const tested = readFileSync(import.meta.filename, 'utf8');
    expect(FILES.filter((name) => !tested.includes(`'${name}'`))).toEqual([]);
  });
});

describe('what a finding says', () => {
  test.each<[file: string, at: number, finding: Partial<Finding>]>([
    ['zap.xml', 0, { rule: '10031', weaknesses: ['CWE-20'], line: 12 }],
    ['burp.xml', 3, { message: 'Cross-site scripting (reflected)', file: 'http://bwa/bodgeit/search.jsp' }],
    ['nmap.xml', 0, { level: 'warning', file: '10.250.195.71 22/tcp', rule: 'MSF:ILITIES/UBUNTU-CVE-2019-6111/' }],
    ['checkmarx-one.json', 2, { rule: 'Privacy_Violation', fileLine: 96, weaknesses: ['CWE-359'] }],
    ['dependency-track.json', 0, { rule: 'CVE-2026-25547', file: 'pkg:npm/brace-expansion@2.0.3' }],
    ['defectdojo.json', 0, { file: 'src/first.cpp', fileLine: 13, weaknesses: ['CWE-261'] }],
    ['nessus.csv', 0, { rule: '10107', file: '52.208.101.182' }],
    ['trivy-cluster.json', 0, { rule: 'CVE-2020-27350', weaknesses: ['CWE-190'] }],
    ['semgrep.json', 0, { file: 'sample/brute.py', fileLine: 31, weaknesses: ['CWE-78'] }],
  ])('%s', (file, at, finding) => {
    expect(readFixture(file).findingList[at]).toMatchObject(finding);
  });

  test('a finding that moved to another line has the same fingerprint', () => {
    const [first, second] = ['semgrep.json', 'semgrep-second-run.json'].map(
      (name) => readFixture(name).findingList[0]!,
    );
    expect([first!.fileLine, second!.fileLine]).toEqual([31, 24]);
    expect(first!.fingerprint).toBe(second!.fingerprint);
    expect(first!.fingerprint).toMatch(/^semgrep:[0-9a-f]{64}/);
  });

  test('most of what the second scan of ZAP finds is known from the first one', () => {
    const [first, second] = ['zap.xml', 'zap-second-scan.xml'].map(
      (name) => new Set(readFixture(name).findingList.map((finding) => finding.fingerprint)),
    );
    expect([...second!].filter((mark) => first!.has(mark)).length).toBeGreaterThan(50);
  });

  test.each<[file: string, tool: string, version: string | null, day: string | null]>([
    ['zap.xml', 'ZAP', '2.10.0', '2021-06-20T09:30:00'],
    ['burp.xml', 'Burp Suite', '1.6.05', '2014-09-13T22:35:04'],
    ['nmap.xml', 'Nmap', '7.91', '2021-04-29T09:26:36.000Z'],
    ['dependency-track.json', 'Dependency-Track', '4.14.1', '2026-04-24T19:39:49Z'],
    ['nessus.csv', 'Nessus', null, null],
    ['semgrep.json', 'Semgrep', '1.97.0', null],
  ])('%s: tool and time', (file, name, version, day) => {
    const report = readFixture(file);
    expect([report.tool, report.ranAt]).toEqual([{ name, version }, day]);
  });

  // A weakness counts as looked for only where the tool looks at the code itself.
  test('only tools that look at code say which weaknesses they looked for', () => {
    const looked = FILES.filter((name) => readFixture(name).weaknesses.length > 0);
    expect(looked).toEqual(['checkmarx-one.json', 'semgrep-second-run.json', 'semgrep.json']);
  });
});

describe('ZAP', () => {
  const alert = {
    pluginid: '40018',
    alertRef: '40018-1',
    alert: 'SQL Injection',
    riskcode: '3',
    confidence: '2',
    cweid: '89',
    count: '2',
    instances: [
      { uri: 'https://device/a', method: 'GET', param: 'q' },
      { uri: 'https://device/b', method: 'POST', param: 'q' },
    ],
  };
  const zap = (...alerts: readonly object[]): Report =>
    read(
      'zap.json',
      JSON.stringify({
        '@programName': 'ZAP',
        '@version': '2.17.0',
        '@generated': 'Tue, 24 Nov 2026 10:00:00',
        created: '2026-11-24T10:00:00Z',
        site: [{ '@name': 'https://device', alerts }],
      }),
    );

  test('JSON: as many findings as instances', () => {
    const report = zap(alert);
    expect([report.format, levels(report), report.ranAt]).toEqual(['zap', [2, 0, 0, 0, 0], '2026-11-24T10:00:00Z']);
    expect(report.findingList[1]).toMatchObject({ rule: '40018-1', file: 'https://device/b', weaknesses: ['CWE-89'] });
  });

  test.each<[what: string, more: object, counts: Counts]>([
    ['somebody marked it as a false positive', { confidence: '0' }, [0, 0, 0, 0, 2]],
    ['no instances: the site is the place', { instances: [], count: '0' }, [1, 0, 0, 0, 0]],
    ['no number of a weakness', { cweid: '-1', riskcode: 1 }, [0, 0, 2, 0, 0]],
  ])('%s', (_, more, counts) => {
    const report = zap({ ...alert, ...more });
    expect([levels(report), messages(report)]).toEqual([counts, []]);
  });

  test('instances that are missing, and a risk that is not known, are told', () => {
    const report = zap({ ...alert, count: '20', riskcode: '9' });
    expect(levels(report)).toEqual([0, 2, 0, 0, 0]);
    expect(messages(report)[0]).toBe('The alert SQL Injection says that it has 20 instances, 2 stand here.');
    expect(messages(report)[1]).toMatch(/^The risk code `9` is not known/);
  });

  test('one site as an object, as older versions write it', () => {
    const report = read('zap.json', JSON.stringify({ '@version': '2.7.0', site: { '@name': 's', alerts: [alert] } }));
    expect(levels(report)).toEqual([2, 0, 0, 0, 0]);
  });
});

test('Burp: weaknesses by its classification, and false positives', () => {
  const issue = (severity: string): string =>
    `<issue><type>1049088</type><name>SQL injection</name><host ip="1.1.1.1">https://d</host><path><![CDATA[/a]]></path><location><![CDATA[/a [id]]]></location><severity>${severity}</severity><vulnerabilityClassifications><![CDATA[<ul><li><a href="https://cwe.mitre.org/data/definitions/89.html">CWE-89: SQL</a></li></ul>]]></vulnerabilityClassifications></issue>`;
  const report = read(
    'b.xml',
    `<issues burpVersion="2025.9" exportTime="">${issue('High')}${issue('False positive')}</issues>`,
  );
  expect(levels(report)).toEqual([1, 0, 0, 0, 1]);
  expect(report.findingList[0]).toMatchObject({ weaknesses: ['CWE-89'], file: 'https://d/a' });
});

test('Nmap: what scripts of the library `vulns` say; a scan without an end is not whole', () => {
  const script = (state: string): string =>
    `<script id="ssl-poodle" output=""><table key="CVE-2014-3566"><elem key="title">SSL POODLE</elem><elem key="state">${state}</elem><table key="scores"><elem key="CVSSv2">4.3 (MEDIUM)</elem></table></table></script>`;
  const scan = (state: string, end: string): Report =>
    read(
      'n.xml',
      `<nmaprun scanner="nmap" version="7.95" start="1790000000"><host><address addr="10.0.0.1" addrtype="ipv4"/><address addr="AA" addrtype="mac"/><ports><port protocol="tcp" portid="443"><state state="open"/><service name="https"/>${script(state)}</port><port protocol="udp" portid="9"><state state="open|filtered"/></port></ports></host>${end}</nmaprun>`,
    );
  const found = scan('VULNERABLE', '<runstats><finished time="1" exit="success"/></runstats>');
  expect([levels(found), found.complete]).toEqual([[0, 1, 0, 1, 0], true]);
  expect(found.findingList[0]).toMatchObject({ rule: 'CVE-2014-3566', file: '10.0.0.1 443/tcp' });
  expect(found.findingList[1]?.message).toBe('Port 443/tcp is open: https');
  const cut = scan('NOT VULNERABLE', '');
  expect([levels(cut), cut.complete]).toEqual([[0, 0, 0, 1, 0], false]);
});

test('Nessus v2: severity from 0 to 4; a host whose scan has no end is told', () => {
  const item = (severity: string, cwe = ''): string =>
    `<ReportItem port="443" protocol="tcp" severity="${severity}" pluginID="51192" pluginName="SSL certificate"><description>d</description>${cwe}</ReportItem>`;
  const report = read(
    'scan.nessus',
    `<NessusClientData_v2><Policy><policyName>p</policyName></Policy><Report name="r">
      <ReportHost name="10.0.0.1"><HostProperties><tag name="HOST_END">Tue Nov 24 10:00:00 2026</tag><tag name="HOST_START">Tue Nov 24 09:00:00 2026</tag></HostProperties>${['0', '1', '2', '3'].map((severity) => item(severity)).join('')}${item('4', '<cwe>287</cwe><cwe>CWE:295</cwe>')}</ReportHost>
      <ReportHost name="10.0.0.2"><HostProperties></HostProperties>${item('7')}</ReportHost></Report></NessusClientData_v2>`,
  );
  expect([report.format, levels(report), report.complete]).toEqual(['nessus', [2, 2, 1, 1, 0], false]);
  expect([report.ranAt, report.findingList[4]?.weaknesses]).toEqual(['2026-11-24T09:00:00', ['CWE-287', 'CWE-295']]);
  expect(messages(report)).toEqual([
    'The severity `7` is not known; the finding counts as a warning.',
    'The scan of 1 hosts has no end.',
  ]);
});

describe('Trivy', () => {
  const trivy = (results: readonly object[]): Report =>
    read(
      'trivy.json',
      JSON.stringify({
        SchemaVersion: 2,
        CreatedAt: '2026-11-24T10:00:00Z',
        ArtifactName: '.',
        Results: results,
        Trivy: { Version: '0.70.0' },
      }),
    );
  const fault = (status: string): object => ({ ID: 'DS-0002', Severity: 'HIGH', Status: status, Message: 'root user' });

  test('faults of configuration, secrets, licences, and what was taken off the list', () => {
    const modified = {
      Type: 'vulnerability',
      Status: 'not_affected',
      Finding: { VulnerabilityID: 'CVE-1', Severity: 'LOW' },
    };
    const report = trivy([
      { Target: 'Dockerfile', Class: 'config', Misconfigurations: ['FAIL', 'PASS', 'EXCEPTION'].map(fault) },
      {
        Target: 'a.env',
        Class: 'secret',
        Secrets: [{ RuleID: 'aws', Severity: 'CRITICAL', Title: 'Key', StartLine: 3 }],
      },
      { Target: 'OS', Class: 'license', Licenses: [{ Severity: 'UNKNOWN', PkgName: 'a', Name: 'X' }] },
      { Target: 'package-lock.json', Class: 'lang-pkgs', ExperimentalModifiedFindings: [modified] },
    ]);
    expect([report.format, levels(report), report.tool]).toEqual([
      'trivy',
      [2, 1, 0, 0, 2],
      { name: 'Trivy', version: '0.70.0' },
    ]);
    expect(report.findingList.map(({ file, fileLine }) => [file, fileLine])).toEqual([
      ['Dockerfile', null],
      ['Dockerfile', null],
      ['a.env', 3],
      ['OS', null],
      ['package-lock.json', null],
    ]);
    expect(messages(report)).toEqual([]);
  });

  test('another tag of the image is the same finding, another image is not', () => {
    const of = (target: string): string | null => {
      const vulnerability = { VulnerabilityID: 'CVE-1', PkgName: 'apt', InstalledVersion: '1', Severity: 'LOW' };
      const result = { Target: target, Class: 'os-pkgs', Type: 'debian', Vulnerabilities: [vulnerability] };
      return trivy([result]).findingList[0]!.fingerprint;
    };
    expect(of('host:5000/redis:6 (debian 10.4)')).toBe(of('host:5000/redis:7 (debian 12)'));
    expect(of('host:5000/redis:6 (debian 10.4)')).not.toBe(of('host:5000/nginx:6 (debian 10.4)'));
  });

  test('nothing found', () => {
    expect(levels(trivy([]))).toEqual([0, 0, 0, 0, 0]);
  });
});

test('Semgrep: ignored results are accepted, errors make the run less than whole', () => {
  const result = (extra: object): object => ({
    check_id: 'r',
    path: 'a.c',
    start: { line: 1 },
    extra: { severity: 'INFO', ...extra },
  });
  const report = read(
    's.json',
    JSON.stringify({
      version: '1.97.0',
      results: [
        result({ is_ignored: true }),
        result({ fingerprint: 'requires login', severity: 'INVENTORY' }),
        result({ metadata: { cwe: 'CWE-120: x' } }),
      ],
      errors: [
        { level: 'warn', message: 'slow' },
        { level: 'error', message: 'parse error' },
      ],
      paths: { scanned: ['a.c', 'b.c'] },
    }),
  );
  expect([levels(report), report.complete, report.scanned]).toEqual([[0, 0, 0, 2, 1], false, 2]);
  expect([report.findingList[1]?.fingerprint, report.weaknesses]).toEqual([null, ['CWE-120']]);
  expect(messages(report)).toEqual(['Semgrep says: parse error']);
  const nothing = read(
    's.json',
    JSON.stringify({ version: '1.97.0', results: [], errors: [], paths: { scanned: ['a.c'] } }),
  );
  expect([nothing.format, levels(nothing), nothing.complete]).toEqual(['semgrep', [0, 0, 0, 0, 0], true]);
});

test.each<[what: string, file: string, content: object, counts: Counts]>([
  [
    'Checkmarx One: judged, proposed, gone',
    'c.json',
    {
      results: [
        { similarityId: '1', severity: 'HIGH', state: 'NOT_EXPLOITABLE' },
        { similarityId: '2', severity: 'HIGH', state: 'PROPOSED_NOT_EXPLOITABLE' },
        { similarityId: '3', severity: 'HIGH', status: 'FIXED' },
      ],
    },
    [1, 0, 0, 0, 1],
  ],
  [
    'Dependency-Track: only what is suppressed is accepted; nobody rated the last one',
    'd.json',
    {
      meta: { application: 'Dependency-Track' },
      findings: [
        { vulnerability: { severity: 'HIGH' }, analysis: { isSuppressed: true } },
        { vulnerability: { severity: 'HIGH' }, analysis: { state: 'NOT_AFFECTED', isSuppressed: false } },
        { vulnerability: { severity: 'UNASSIGNED' } },
      ],
    },
    [1, 1, 0, 0, 1],
  ],
  [
    'DefectDojo: what was judged; `active: false` alone judges nothing',
    'g.json',
    {
      findings: [
        { title: 'a', severity: 'High', false_p: true },
        { title: 'b', severity: 'High', risk_accepted: true },
        { title: 'c', severity: 'Low', active: false },
      ],
    },
    [0, 0, 1, 0, 2],
  ],
])('%s', (_, file, content, counts) => {
  const report = read(file, JSON.stringify(content));
  expect([levels(report), messages(report)]).toEqual([counts, []]);
});

test('Checkmarx One: fewer results than the total are not whole', () => {
  const report = read('c.json', JSON.stringify({ results: [{ similarityId: '1', severity: 'LOW' }], totalCount: 7 }));
  expect([report.complete, messages(report)]).toEqual([false, ['The report says 7 results, 1 stand in it.']]);
});

describe('bad input', () => {
  const wrap = {
    zap: [
      '<OWASPZAPReport version="2"><site name="s"><alerts><alertitem>',
      '</alertitem></alerts></site></OWASPZAPReport>',
    ],
    burp: ['<issues burpVersion="1"><issue>', '</issue></issues>'],
    nmap: [
      '<nmaprun version="7"><host><ports><port portid="1"><script id="vulners">',
      '</script></port></ports></host></nmaprun>',
    ],
    nessus: [
      '<NessusClientData_v2><ReportHost name="h"><ReportItem severity="1">',
      '</ReportItem></ReportHost></NessusClientData_v2>',
    ],
  } as const;

  test.each(Object.entries(wrap))(
    '%s: an entity bomb is refused, many names and long texts are bounded',
    (format, [open, close]) => {
      const bomb = read('a.xml', `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1_000)}">]>${open}<name>&a;</name>${close}`);
      expect([bomb.format, bomb.complete, messages(bomb)[0]]).toEqual([
        format,
        false,
        expect.stringMatching(/not expanded/),
      ]);
      const names = Array.from({ length: 20_000 }, (_, at) => `<n${at}>${'y'.repeat(100)}</n${at}>`).join('');
      expect(read('a.xml', `${open}${names}<name>${'z'.repeat(3_000_000)}</name>${close}`).format).toBe(format);
      const deep = read('a.xml', `${open}${'<a>'.repeat(5_000)}`);
      expect([deep.complete, messages(deep)[0]]).toEqual([false, expect.stringMatching(/more than 256 deep/)]);
    },
  );

  test('keys of objects such as `__proto__` lead nowhere', () => {
    const report = read(
      'g.json',
      '{"findings":[{"title":"a","__proto__":{"severity":"low"},"severity":"high","constructor":{"false_p":true}}]}',
    );
    expect(levels(report)).toEqual([1, 0, 0, 0, 0]);
    expect(({} as Record<string, unknown>)['severity']).toBeUndefined();
  });

  test.each(FILES)(
    '%s: any part of it, with any byte changed, gives a report; a cut one is never called whole',
    (name) => {
      const bytes = readFileSync(join(FIXTURES, name));
      const { format } = readFixture(name);
      fc.assert(
        fc.property(
          fc.nat({ max: bytes.length - 3 }),
          fc.nat(),
          fc.nat({ max: 255 }),
          fc.boolean(),
          (length, at, byte, change) => {
            const cut = Uint8Array.from(bytes.subarray(0, length));
            if (change && cut.length > 0) cut[at % cut.length] = byte;
            const report = readReport(bytesInMemory(name, cut), { format });
            expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
            expect(report.complete === true).toBe(false);
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});
