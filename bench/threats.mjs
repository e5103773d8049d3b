/**
 * Part of `npm run bench`: how long candidates and checks take for models of growing size, with threats in proportion.
 * Alone: `node bench/threats.mjs`. Needs a build.
 */
import path from 'node:path';

const DIST = path.resolve(import.meta.dirname, process.env.MEDWARD_BENCH ?? '../dist');
/** @param {string} room */
const room = (room) => import(path.join(DIST, room, 'index.js'));
const { assessProject, openProject } = await room('compile');
const { memoryTree } = await room('project');
const { shippedPacks } = await room('packs');

const DATE = '2026-11-24';
const RUNS = 5;
/** Seconds for candidates and checks together, at 1,000 elements and 1,400 flows. */
const TARGET = 1;
const SIZES = [100, 1000, 5000];

const SETTINGS = `medward: 1
device: { name: Bench, version: 1.0.0, markets: [us, eu] }
profile: { purpose: other, essential-performance: no, exposure: [public-network], command-path: in, update-path: network }
software:
  - { id: SW-1, name: Device, form: embedded, class: B, class-reason: A malfunction leads to harm that is not serious. }
  - { id: SW-2, name: Server, form: standalone, class: B, class-reason: A malfunction leads to harm that is not serious. }
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021, fda-premarket@2026]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;

const packs = shippedPacks();
console.log('\n| elements | flows | records | candidates open | read, s | checks, s | candidates, s | µs a flow |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const size of SIZES) console.log(`| ${measure(size).join(' | ')} |`);
console.log(`\nTarget: checks and candidates in under ${TARGET} s for 1,000 elements and 1,400 flows.`);

/** @param {number} elements */
function measure(elements) {
  const flows = Math.round(elements * 1.4);
  const files = new Map([
    ['medward.yaml', SETTINGS],
    ['records/model.yaml', model(elements, flows)],
  ]);
  const runs = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const project = openProject(memoryTree(files), { packs });
    const read = performance.now();
    const assessment = assessProject(project, DATE);
    const checked = performance.now();
    const { open } = assessment.candidates();
    const done = performance.now();
    const times = [read - started, checked - read, done - checked];
    return { records: assessment.trace.records.length, open: open.length, times };
  });
  const seconds = [0, 1, 2].map((part) => median(runs.map((run) => run.times[part] ?? NaN)) / 1000);
  const [read = NaN, checks = NaN, candidates = NaN] = seconds;
  const each = ((checks + candidates) / flows) * 1e6;
  const counts = [elements, flows, runs[0]?.records ?? 0, runs[0]?.open ?? 0].map((one) => one.toLocaleString('en'));
  return [...counts, read.toFixed(2), checks.toFixed(2), candidates.toFixed(2), each.toFixed(0)];
}

/**
 * Half device, half server, in ten boundaries; interfaces of every sort, a threat with a control for each fifth flow.
 * @param {number} elements
 * @param {number} flows
 */
function model(elements, flows) {
  const ids = (/** @type {string} */ prefix, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
  const media = ['BLE', 'USB', 'HTTPS', 'serial', 'Wi-Fi', 'gRPC', 'UI', 'HL7 v2', 'FHIR R4', 'SQL'];
  const reach = [
    'adjacent',
    'physical',
    'internet',
    'physical',
    'adjacent',
    'network',
    'physical',
    'network',
    'network',
    'none',
  ];
  const roles = ['process', 'process', 'process', 'store', 'external'];
  const names = ['Controller', 'Order service', 'Web portal', 'Settings store', 'Tablet'];
  const boundaries = ids('TB', 10).map((id) => `  - { id: ${id}, title: Zone ${id}, type: network }`);
  const items = ids('EL', elements).map((id, at) => {
    const own = roles[at % 5] === 'external' ? 'scope: other-product' : `parent: SW-${(at % 2) + 1}`;
    return `  - { id: ${id}, title: ${names[at % 5]} ${at}, role: ${roles[at % 5]}, ${own}, boundary: TB-${(at % 10) + 1} }`;
  });
  const interfaces = ids('IF', elements).map(
    (id, at) =>
      `  - { id: ${id}, title: Way ${at}, item: EL-${at + 1}, medium: ${media[at % 10]}, enabled: yes, reach: ${reach[at % 10]} }`,
  );
  const moved = ids('DF', flows).map((id, at) => {
    const [from, to] = [(at % elements) + 1, ((at * 7 + 3) % elements) + 1];
    const bare = at % 3 === 0 ? '' : ', authentication: certificate, protection: TLS 1.3';
    return `  - { id: ${id}, title: Data ${at}, from: EL-${from}, to: EL-${to}, via: IF-${to}, assets: [AS-${(at % 50) + 1}]${bare} }`;
  });
  const assets = ids('AS', 50).map(
    (id, at) => `  - { id: ${id}, title: Asset ${at}, type: ${at % 9 === 0 ? 'software' : 'data'}, integrity: high }`,
  );
  const threats = ids('TH', Math.floor(flows / 5)).map(
    (id, at) =>
      `  - { id: ${id}, title: Threat ${at}, stride: T, targets: [DF-${at * 5 + 1}], weaknesses: [CWE-345], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3 }, after: { vector: AV:N/AC:H/PR:H/UI:R, severity: S3 } }`,
  );
  const controls = ids('SC', threats.length).map(
    (id, at) =>
      `  - { id: ${id}, title: Control ${at}, domain: security, category: authentication, mitigates: [TH-${at + 1}] }`,
  );
  return [
    ['boundaries:', ...boundaries],
    ['assets:', ...assets],
    ['items:', ...items],
    ['interfaces:', ...interfaces],
    ['flows:', ...moved],
    ['threats:', ...threats],
    ['controls:', ...controls],
  ]
    .flat()
    .join('\n');
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
