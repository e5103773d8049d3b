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

const LINTER = [
  'eslint@9.39.5',
  '@microsoft/eslint-formatter-sarif@3.1.0',
  'eslint-plugin-security@3.0.1',
  'typescript-eslint@8.46.4',
  'typescript@5.9.3',
];
const RULES = `import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';
export default [{ files: ['src/**/*.ts'], languageOptions: { parser }, plugins: { security }, rules: security.configs.recommended.rules }];
`;

/**
 * @typedef {object} Run
 * @property {string} commit
 * @property {string} day
 * @property {readonly string[]} told options of `medward evidence add`
 * @property {boolean} [dirty] a file differs while the report is added, so nobody knows what ran
 * @property {(project: string, out: string) => void} make writes reports into `out`
 */

/** @type {Readonly<Record<string, readonly Run[]>>} */
const RUNS = {
  labdesk: [
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
    { commit: LATER, day: '2026-11-23', told: [], make: eslint },
    {
      commit: LATER,
      day: '2026-11-25',
      told: [],
      make: (project, out) => {
        const list = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
          cwd: project,
        });
        writeFileSync(`${out}/labdesk.cdx.json`, list);
      },
    },
    {
      commit: LATER,
      day: '2026-11-23',
      told: BY_NODE,
      dirty: true,
      make: (project, out) => {
        nodeTest(project, ['src/web/audit.spec.ts'], 'junit', `${out}/audit.xml`);
      },
    },
  ],
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
  const kept = path.join(ROOT, 'examples', device, 'evidence');
  try {
    git(['worktree', 'add', '--quiet', '--detach', `${folder}/tree`, commit]);
    const project = `${folder}/tree/examples/${device}`;
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

/**
 * A test that fails is a result like another.
 * @param {string} project
 * @param {readonly string[]} files
 * @param {'junit' | 'lcov'} reporter
 * @param {string} to
 */
function nodeTest(project, files, reporter, to) {
  const options = [`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`];
  const coverage = reporter === 'lcov' ? ['--experimental-test-coverage'] : [];
  spawnSync(process.execPath, ['--import', TSX, '--test', ...coverage, ...options, ...files], { cwd: project });
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
 * @param {string} out
 */
function eslint(project, out) {
  writeFileSync(`${project}/eslint.config.mjs`, RULES);
  execFileSync('npm', ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--silent', ...LINTER], {
    cwd: project,
  });
  const words = [
    'eslint',
    '--format',
    '@microsoft/eslint-formatter-sarif',
    '--output-file',
    `${out}/eslint.sarif`,
    'src',
  ];
  spawnSync('npx', words, { cwd: project });
  rmSync(`${project}/eslint.config.mjs`);
  rmSync(`${project}/node_modules`, { recursive: true, force: true });
}
