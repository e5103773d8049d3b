/** What is fuzzed: each reader, with the words that its inputs are made of. A target throws where the tool is wrong. */
import { isDeepStrictEqual } from 'node:util';
import { assessProject, openProject } from '../src/compile/index.js';
import {
  bytesInMemory,
  formatNames,
  patternOf,
  readMappingFile,
  readReport,
  readStatement,
  readTrustedKeys,
  standingReviews,
} from '../src/evidence/index.js';
import { readEnvelope } from '../src/evidence/signatures/dsse.js';
import { readSshSignature } from '../src/evidence/signatures/ssh-signature.js';
import { compilePack } from '../src/packs/compile-pack.js';
import { packSet, shippedPacks, type FactValues } from '../src/packs/index.js';
import { MedwardError, memoryTree, readSettings, SETTINGS_FIELDS } from '../src/project/index.js';
import { fieldsOf, findKind, kindNames, readRecords } from '../src/records/index.js';
import { placeOf, readYaml, type Spot } from '../src/shapes/index.js';
import { scanYaml } from '../src/shapes/scan-yaml.js';
import { MAX_NODES } from '../src/shapes/yaml-limits.js';
import { MAX_DEPTH, parseYaml } from '../src/shapes/yaml-tree.js';
import { IMPORT_TARGETS } from './import-targets.js';

export interface Target {
  readonly name: string;
  /** Put into inputs beside the marks of YAML and Markdown. */
  readonly words: readonly string[];
  run(input: string): void;
}

const packs = shippedPacks();
const { table } = packSet(packs);

const FIELDS = kindNames().flatMap((name) => Object.keys(fieldsOf(findKind(name) ?? never(name))));
const RECORD_WORDS = [
  kindNames()
    .map((name) => findKind(name)?.plural ?? name)
    .map((plural) => `${plural}:\n  - id: `),
  [...new Set(FIELDS.map((name) => `${name}: `))],
  kindNames().map((name) => `kind: ${name}\n`),
  ['SRS-1', 'TC-1', 'TH-1', 'approved', 'yes', '2026-11-24', '## SRS-1 Title\n', '---\nid: SRS-1\n', '```yaml\n'],
].flat();
const SETTINGS_WORDS = [
  Object.keys(SETTINGS_FIELDS).map((name) => `${name}: `),
  ['medward: 1\n', '**', '../', './', '/etc', '!', 'iec62304@2015', '*/*'],
].flat();
const PACK_WORDS = [
  ['pack: ', 'edition: ', 'format: 1\n', 'facts:\n  - id: ', 'clauses:\n  - id: ', 'work-products:\n  - id: '],
  ['selectors:\n', 'criteria: ', 'when: ', 'ask: each', 'where: ', 'is: ', 'overrides: ', 'default: ', 'type: bool'],
].flat();
const CONDITION_WORDS = [
  table.facts.map((fact) => fact.id.replaceAll('-', '_')),
  ['&&', '||', '!', '==', '!=', ' in ', '[', ']', '(', ')', ' ? true : false', "'A'", 'count.risks', '1.0', '9e9'],
  ['.exists(x, x)', '.all(x, x == x)', 'size(', 'matches(', '.map(x, x)', '{', '}', 'timestamp(', '-', '*', '/ 0'],
].flat();
const REPORT_WORDS = [
  [
    '<testsuites>',
    '<testsuite name="',
    '<testcase name="TC-1"/>',
    '<failure/>',
    '</testsuite>',
    '&amp;',
    '<![CDATA[',
    ']]>',
  ],
  [
    '{"results":[',
    '{"runs":[',
    '"version":"2.1.0"',
    '"findings":[',
    '"severity":"high"',
    '"level":"error"',
    '\\u0000',
    '}]}',
  ],
  ['TAP version 14\n', '1..2\n', 'ok 1 - ', 'not ok ', '# SKIP', 'Bail out!', 'SF:a\n', 'DA:1,1\n', 'end_of_record\n'],
  [
    'commit ',
    'Reviewed-by: ',
    'severity,title\n',
    ';',
    '\r\n',
    '__proto__',
    '1e999',
    '-1',
    'CWE-79',
    'DOCTYPE',
    '<?xml ',
  ],
].flat();
const MAPPING_WORDS = [
  ['results:\n', 'columns:\n', '  - ', 'file: ', 'suite: ', 'name: ', 'records: [TC-1]\n', 'report: ', 'severity: '],
  ['*', '**/', '?', '\\\\', '{', '}', '"', 'test/a.ts'],
].flat();
const KEY_WORDS = [
  [
    'ssh-ed25519 ',
    'ssh-rsa ',
    'ecdsa-sha2-nistp256 ',
    'AAAAC3NzaC1lZDI1NTE5AAAAI',
    'namespaces="medward"',
    'valid-after=',
  ],
  ['-----BEGIN PUBLIC KEY-----\n', '-----END PUBLIC KEY-----\n', '-----BEGIN SSH SIGNATURE-----\n', '{"payload":"'],
  ['"signatures":[{"sig":"', '"payloadType":"', '=', ',', '"}]}', 'cert-authority', '!'],
].flat();
const SETTINGS = `medward: 1
device: { name: Fuzzed, markets: [eu] }
profile: { exposure: [public-network] }
software: [{ id: SW-1, name: Fuzzed, class: B, class-reason: Somebody said so. }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;

export const TARGETS: readonly Target[] = [
  { name: 'yaml', words: RECORD_WORDS, run: readYamlTwice },
  { name: 'records-yaml', words: RECORD_WORDS, run: (text) => readOne('records/fuzzed.yaml', text) },
  { name: 'records-markdown', words: RECORD_WORDS, run: (text) => readOne('records/fuzzed.md', text) },
  { name: 'settings', words: SETTINGS_WORDS, run: readSettingsOf },
  { name: 'packs', words: PACK_WORDS, run: readPackOf },
  { name: 'conditions', words: CONDITION_WORDS, run: askCondition },
  { name: 'project', words: RECORD_WORDS, run: assessRecords },
  { name: 'reports', words: REPORT_WORDS, run: readReports },
  { name: 'mapping', words: MAPPING_WORDS, run: readMapping },
  { name: 'keys', words: KEY_WORDS, run: readKeys },
  ...IMPORT_TARGETS,
];

/** The scanner gives what the library gives; where it gives up, nothing is to be compared. */
function readYamlTwice(text: string): void {
  if (!scanYaml(text, 0, { depth: MAX_DEPTH, nodes: MAX_NODES })) return;
  if (!isDeepStrictEqual(readYaml(text, 3), parseYaml(text, 3))) throw new Error('Scanner and library differ.');
}

function readOne(path: string, text: string): void {
  const reading = readRecords([{ path, text }], { prefixes: new Map() });
  for (const { spot } of [...reading.faults, ...reading.problems]) checkSpot(spot);
  for (const record of reading.records) {
    for (const spot of [record.spot, ...record.fieldSpots.values(), ...record.links.map((link) => link.spot)]) {
      checkSpot(spot);
    }
  }
}

function readSettingsOf(text: string): void {
  const source = { path: 'medward.yaml', text };
  for (const use of ['project', 'bare-profile'] as const) {
    const read = readSettings(source, use);
    if (read.settings) for (const { spot } of read.faults) checkSpot(spot);
    else if (read.problems.length === 0) throw new Error('Nothing tells why the settings cannot be used.');
  }
}

function readPackOf(text: string): void {
  const { pack, problems } = compilePack([{ path: 'packs/fuzzed/pack.yaml', text }], packs);
  if (!pack && problems.length === 0) throw new Error('Nothing tells why the pack cannot be used.');
  for (const { spot } of problems) if (spot) checkSpot(spot);
}

const KNOWN: FactValues = new Map(
  table.facts.map((fact) => [
    fact.id,
    fact.type === 'bool' ? true : fact.type === 'number' ? 1 : fact.type === 'set' ? ['x'] : 'x',
  ]),
);

/** What was checked has an answer to any facts; what was refused says where. */
function askCondition(text: string): void {
  const fault = table.conditions.check(text, 'bool');
  if (fault) {
    if (fault.offset < 0 || fault.offset > text.length) throw new Error(`The fault is outside, at ${fault.offset}.`);
    return;
  }
  table.conditions.factsIn(text);
  for (const facts of [KNOWN, new Map()]) {
    const answer: unknown = table.conditions.holds(text, facts);
    if (answer !== true && answer !== false && answer !== 'unknown') throw new Error(`It answers ${String(answer)}.`);
  }
}

const RECORDS = {
  has: (id: string): boolean => id === 'TC-1',
  hasPrefix: (prefix: string): boolean => prefix === 'TC',
};

/** By its beginning, and as each format: whatever stands there, counts are counts and places are in the report. */
function readReports(text: string): void {
  const lines = text.split('\n').length;
  for (const format of [undefined, ...formatNames()]) {
    const report = readReport(bytesInMemory('fuzzed', text), {
      records: RECORDS,
      ...(format !== undefined && { format }),
    });
    const counts = [...Object.values(report.tests ?? {}), ...Object.values(report.findings ?? {}), report.unmapped];
    if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
      throw new Error(`Counts: ${counts.join()}.`);
    const places = [...report.results, ...report.findingList, ...report.problems].flatMap(({ line }) => line ?? []);
    const outside = places.find((line) => line < 1 || line > lines);
    if (outside !== undefined) throw new Error(`${report.format}: line ${outside} of ${lines}.`);
  }
}

function readMapping(text: string): void {
  const { results, faults } = readMappingFile({ path: 'map.yaml', text }, RECORDS.has);
  for (const { line, column } of faults) if (line < 1 || column < 1) throw new Error(`A place: ${line}:${column}.`);
  for (const { file, suite, name } of results) {
    for (const pattern of [file, suite, name])
      if (pattern !== undefined) patternOf(pattern, pattern === file).fits(text);
  }
}

/** A key, a signature or a statement that nobody can read is none; nothing of it is thrown. */
function readKeys(text: string): void {
  const bytes = Buffer.from(text);
  const paths = ['evidence/trusted-keys/allowed_signers', 'evidence/trusted-keys/a.pem'];
  const { pem, ssh, faults } = readTrustedKeys({
    list: () => paths.map((path) => ({ path })),
    readBytes: () => ({ ok: true, bytes }),
  });
  if (pem.length === 0 && faults.every(({ path }) => path !== paths[1]))
    throw new Error('Nothing tells why there is no key.');
  if (ssh.length > text.split('\n').length) throw new Error('There are more keys than lines.');
  readEnvelope(text);
  readSshSignature(text);
  const statement = readStatement(text);
  if (statement) standingReviews([{ path: 'fuzzed', statement }]);
}

/** All the way from a text to its gaps, in both places where records may stand. */
function assessRecords(text: string): void {
  const files = new Map([
    ['medward.yaml', SETTINGS],
    ['records/fuzzed.yaml', text],
    ['records/fuzzed.md', text],
  ]);
  try {
    const { gaps } = assessProject(openProject(memoryTree(files), { packs }), '2026-11-24');
    if (new Set(gaps.map((gap) => gap.key)).size < gaps.length) throw new Error('Two gaps bear the same key.');
  } catch (error) {
    if (!(error instanceof MedwardError)) throw error;
  }
}

function checkSpot(spot: Spot): void {
  if (spot.offset < 0 || spot.offset > spot.source.text.length) throw new Error(`A place outside: ${spot.offset}.`);
  placeOf(spot);
}

function never(name: string): never {
  throw new Error(`There is no kind ${name}.`);
}
