/** A small pump in a real Git repository, whose tests can be run, stored and looked at again; for the tests of freshness. */
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { assessProject, openProject, type Assessment } from '../../src/index.js';
import { runProgram } from '../../src/cli/program.js';
import { commitAll, testFolder, writeFiles, type Files } from '../../src/project/folder.test-support.js';
import { painter } from '../../src/cli/terminal.js';

export const DATE = '2026-11-24';

export const FILES: Files = {
  'medward.yaml': `medward: 1
device: { name: Pump, version: 1.0.0 }
profile: { exposure: network }
software:
  - { id: SW-1, name: Pump, class: B, by: QM, date: 2026-01-01 }
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
records: [records]
code: [src, test]
`,
  'records/items.yaml': `items:
  - { id: EL-1, title: Dose unit, granularity: unit, role: process, parent: SW-1, code: [src/dose/**] }
  - { id: EL-2, title: Order client, granularity: item, role: process, parent: SW-1, code: [src/orders/**] }
interfaces:
  - { id: IF-1, title: Order to dose, item: EL-1 }
`,
  'records/requirements.yaml': `requirements:
  - { id: SRS-1, title: Dose limit, text: A dose above 10 ml is refused., level: software, status: approved, allocated-to: [EL-1] }
controls:
  - { id: SC-1, title: Dose limit, domain: security, realised-by: [SRS-1], mitigates: [TH-1] }
threats:
  - { id: TH-1, title: A flood of orders, targets: [EL-2], after: { vector: AV:N/AC:H/PR:H/UI:N, severity: S2 } }
`,
  'records/tests.yaml': `tests:
  - { id: TC-1, title: Dose limit, level: unit, type: functional, verifies: [SRS-1] }
  - { id: TC-2, title: Order reaches dose, level: integration, type: functional, verifies: [IF-1] }
  - { id: TC-3, title: Pump refuses, level: system, type: functional, verifies: [SRS-1] }
  - { id: TC-4, title: Flood is refused, level: system, type: threat-mitigation, verifies: [SC-1, SRS-1] }
`,
  'src/dose/limit.ts': 'export const limit = 10;\n',
  'src/orders/client.ts': 'export const client = 1;\n',
  'src/main.ts': 'export const main = 1;\n',
  'package-lock.json': '{}\n',
  'test/dose.test.ts': '// @verifies TC-1\n',
  'documents/plan.md': 'A plan.\n',
  'tools/release-notes.txt': 'Notes.\n',
};

export const ALL = ['TC-1', 'TC-2', 'TC-3', 'TC-4'] as const;

export interface Pump {
  readonly folder: string;
  readonly commit: string;
}

export function newPump(more: Files = {}): Pump {
  const folder = testFolder({ ...FILES, ...more });
  return { folder, commit: commitAll(folder) };
}

/** JUnit with one case per test, at a moment. */
export function junit(at: string, cases: Readonly<Record<string, 'passed' | 'failed' | 'skipped'>>): string {
  const inner = { passed: '', failed: '<failure/>', skipped: '<skipped/>' };
  const lines = Object.entries(cases).map(([id, result]) => `<testcase name="${id} x">${inner[result]}</testcase>`);
  return `<testsuites><testsuite name="s" timestamp="${at}" tests="${lines.length}">${lines.join('')}</testsuite></testsuites>`;
}

export function allPassed(at = '2026-11-20T10:00:00Z'): string {
  return junit(at, Object.fromEntries(ALL.map((id) => [id, 'passed'])));
}

/** Adds a report with the command line, and takes the report away from where it lay. */
export async function add(folder: string, report: string, ...options: readonly string[]): Promise<void> {
  const reports = testFolder({ 'report.xml': report });
  await run(folder, 'add', join(reports, 'report.xml'), ...options);
}

async function run(folder: string, what: string, ...words: readonly string[]): Promise<void> {
  const said: string[] = [];
  const status = await runProgram(['evidence', what, ...words, '--date', DATE], {
    terminal: { out: (text) => said.push(text), note: (text) => said.push(text), paint: painter(false), width: 100 },
    folder,
    now: () => new Date(`${DATE}T12:00:00Z`),
  });
  if (status !== 0) throw new Error(`evidence ${what} ended with ${status}: ${said.join('')}`);
}

/** Signs all statements with a new key, which the project trusts from then on. */
export async function signAll(folder: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const keys = testFolder({ 'key.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
  writeFiles(folder, { 'evidence/trusted-keys/ci.pem': publicKey.export({ type: 'spki', format: 'pem' }).toString() });
  await run(folder, 'sign', '--key', join(keys, 'key.pem'));
}

export function commitFiles(folder: string, files: Files): string {
  writeFiles(folder, files);
  return commitAll(folder);
}

export function assessed(folder: string, date = DATE): Assessment {
  return assessProject(openProject(folder), date);
}

/** State of each test, such as `{ 'TC-1': 'current' }`. */
export function states(folder: string, date = DATE): Readonly<Record<string, string>> {
  const { trace, proofs } = assessed(folder, date);
  return Object.fromEntries(trace.all('test').map((test) => [test.id, proofs.of(test)]));
}

export function causeOf(folder: string, id: string): string {
  const { trace, proofs } = assessed(folder);
  const test = trace.find(id);
  if (!test) throw new Error(`${id} is not there.`);
  return `${proofs.of(test)}: ${proofs.about(test).cause}`;
}
