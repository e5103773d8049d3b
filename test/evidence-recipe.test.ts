/** docs/evidence.md, run: its commands and its recipes for CI in a shell; only npm, the tools of a team and hosts are stood in for. */
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { EvidenceListOutput } from '../src/contract/index.js';
import { formatNames, readMappingFile } from '../src/evidence/index.js';
import { assessProject, openProject } from '../src/index.js';

const ROOT = path.join(import.meta.dirname, '..');
const page = readFileSync(path.join(ROOT, 'docs/evidence.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'medward-recipe-'));
const bin = path.join(folder, 'bin');
const work = path.join(folder, 'work');
const remote = path.join(folder, 'remote.git');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');
}

function recipe(name: string): unknown {
  const [, text] = new RegExp(`<!-- recipe: ${name} -->\\s+\`\`\`yaml\\n([^]*?)\`\`\``).exec(page) ?? [];
  return parse(text ?? '');
}

/** As the shells of both hosts run it: it ends at the first command that fails. */
function run(script: string, env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, ...env },
  });
}

function git(...words: readonly string[]): string {
  const person = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  return execFileSync('git', [...person, ...words], { cwd: work, encoding: 'utf8' }).trim();
}

function standIn(name: string, script: string): void {
  writeFileSync(path.join(bin, name), `#!/bin/bash\nset -e\n${script}\n`);
  chmodSync(path.join(bin, name), 0o755);
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
  writeFileSync(path.join(work, file), text);
}

function listed(): EvidenceListOutput['statements'] {
  return (JSON.parse(run('medward evidence list --json').stdout) as EvidenceListOutput).statements;
}

/** As vitest writes it, with the time at which it began. */
const TIMED = `<testsuite name="s" timestamp="'"$(date -u +%FT%TZ)"'"><testcase name="TC-1 low"/></testsuite>`;
const JUNIT = '<testsuite name="s"><testcase name="TC-1 low"/></testsuite>';
const SARIF = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint","version":"9"}},"results":[]}]}';

beforeAll(() => {
  for (const one of [bin, work]) mkdirSync(one);
  execFileSync('git', ['init', '-q', '--bare', '--initial-branch=main', remote]);
  execFileSync('git', ['config', 'receive.advertisePushOptions', 'true'], { cwd: remote });
  git('init', '-q', '--initial-branch=main');
  put('medward.yaml', 'medward: 1\ndevice: { name: Pump, version: "1.0" }\ncode: [src]\n');
  put('src/limits.c', 'int limits;\n');
  put(
    'records/tests.yaml',
    'tests:\n  - { id: TC-1, title: Limits }\n  - { id: TC-2, title: Code, type: static-analysis }\n',
  );
  put('evidence/trusted-keys/ci.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  put('.gitignore', 'build/\n/reports/\nreview*\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'all\n\nReviewed-by: Ann <ann@example.org>');
  git('remote', 'add', 'origin', remote);
  git('push', '-q', 'origin', 'main');
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');
  const main = path.join(ROOT, 'src/cli/main.ts');
  standIn('medward', `exec "${process.execPath}" --import "file://${tsx}" "${main}" "$@"`);
  standIn('npm', '[ "$*" = ci ] || [ "$*" = "ci --ignore-scripts" ]');
  standIn(
    'npx',
    `[ "$1" = --no-install ]; shift
case "$1" in
  medward) shift; exec medward "$@" ;;
  eslint) [ "$5" = --output-file ]; mkdir -p "$(dirname "$6")"; echo '${SARIF}' > "$6"; exit \${ESLINT:-1} ;;
  vitest) mkdir -p reports; echo '${TIMED}' > "\${4#--outputFile=}"; exit \${TESTS:-0} ;;
  *) exit 9 ;;
esac`,
  );
  standIn(
    'gh',
    `echo '{"files":[{"path":"a"}],"headRefOid":"${'b'.repeat(40)}","number":12,"reviews":[{"author":{"login":"bo"},"state":"APPROVED","commit":{"oid":"${'b'.repeat(40)}"}}],"url":"u"}'`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page', () => {
  test('names every format that is read', () => {
    for (const name of formatNames()) expect(page, name).toContain(`\`${name}\``);
  });

  test('shows a mapping file that is read without a fault', () => {
    const text = blocks('yaml').find((block) => block.includes('columns:')) ?? '';
    const { results, columns, faults } = readMappingFile(
      { path: 'm.yaml', text: text.replaceAll(/^ {3}/gm, '') },
      () => true,
    );
    expect([results.length, columns.length, faults]).toEqual([2, 1, []]);
  });

  test('its commands run, one after the other', () => {
    const before = path.join(folder, 'before');
    cpSync(path.join(work, 'evidence'), before, { recursive: true });
    put('build/junit.xml', JUNIT);
    put('build/semgrep.json', '{"version":"1.97.0","results":[],"errors":[],"paths":{"scanned":["a"]}}');
    const [add = '', reviews = '', sign = ''] = blocks('sh');
    expect(run(add)).toMatchObject({ status: 0, stdout: expect.stringContaining('junit') });
    expect(run(reviews)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
    expect(
      listed()
        .map(({ format }) => format)
        .toSorted(),
    ).toEqual(['git-trailers', 'github-pull-request', 'junit', 'semgrep']);
    expect(listed().find(({ format }) => format === 'git-trailers')?.assurance).toBe('claimed');
    if (spawnSync('openssl', ['version']).error === undefined) {
      const signed = run(sign);
      expect([signed.status, signed.stderr]).toEqual([0, expect.not.stringContaining('error')]);
      expect(listed().every(({ assurance, signedBy }) => assurance === 'signed' && signedBy.join() === 'ci')).toBe(
        true,
      );
    }
    rmSync(path.join(work, 'evidence'), { recursive: true });
    cpSync(before, path.join(work, 'evidence'), { recursive: true });
  }, 60_000);
});

/** State, who vouches for it, and what the result tells of its run, of the things that criteria ask. */
function proofsOf(ids: readonly string[]): Readonly<Record<string, unknown>> {
  const { trace, proofs } = assessProject(openProject(work), new Date().toISOString().slice(0, 10));
  return Object.fromEntries(
    ids.map((id) => {
      const { state, assurance, result } = proofs.about(trace.find(id)!);
      return [id, [state, assurance, ...[...(result?.told ?? [])].toSorted()]];
    }),
  );
}

const ASKED_OF_A_RUN = ['current', 'signed', 'configuration', 'date', 'tester', 'tool', 'version'];
const ASKED_OF_A_SCAN = ['current', 'signed', 'date', 'tool', 'tool version', 'version'];

describe('what did not come to its end', () => {
  const { test: tests } = (recipe('github') as { jobs: { test: { steps: readonly Step[] } } }).jobs;

  test.each([
    ['0', 0, true],
    ['1', 0, true],
    ['2', 1, false],
  ])('ESLint with status %s: the step ends with %i, and its end is told: %s', (eslint, status, isTold) => {
    const script = tests.steps.find(({ name }) => name === 'Analyse')?.run ?? '';
    expect(run(script, { ESLINT: eslint }).status).toBe(status);
    expect(existsSync(path.join(work, 'reports/eslint.ended'))).toBe(isTold);
    rmSync(path.join(work, 'reports'), { recursive: true });
  });
});

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

describe('GitHub Actions', () => {
  const workflow = recipe('github') as { permissions: object; jobs: { test: Job; evidence: Job } };
  const { test: tests, evidence } = workflow.jobs;

  test('pinned by commit, and no right but those that are used; the key is only where nothing of the project runs', () => {
    const all = [...tests.steps, ...evidence.steps];
    const uses = all.flatMap((step) => step.uses ?? []);
    for (const one of uses) expect(one).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect([workflow.permissions, tests.permissions, evidence.permissions]).toEqual([
      {},
      { contents: 'read' },
      { contents: 'write' },
    ]);
    expect(all.filter((step) => step.env?.['EVIDENCE_KEY'] !== undefined).map(({ name }) => name)).toEqual(['Sign']);
    expect(tests.steps[0]?.with).toMatchObject({ 'persist-credentials': false });
    for (const { run: script } of all) expect(script ?? '').not.toContain('${{');
    const ours = evidence.steps.flatMap((step) => step.run ?? []).join('\n');
    expect(ours).not.toMatch(/npx --no-install (?!medward )|npm (?:run|test)/);
    expect(ours).toContain('npm ci --ignore-scripts');
  });

  test('tests that fail leave their report; it is added, signed and pushed, and makes nothing stale', () => {
    const [sha, temp] = [git('rev-parse', 'HEAD'), path.join(folder, 'runner')];
    const scripts = (job: Job): readonly string[] => job.steps.flatMap((step) => step.run ?? []);
    expect(scripts(tests).map((script) => run(script, { TESTS: '1' }).status)).toEqual([0, 0, 1]);
    mkdirSync(path.join(temp, 'reports'), { recursive: true });
    for (const name of readdirSync(path.join(work, 'reports')))
      copyFileSync(path.join(work, 'reports', name), path.join(temp, 'reports', name));
    rmSync(path.join(work, 'reports'), { recursive: true });
    for (const script of scripts(evidence)) {
      const { status, stderr } = run(script, { GITHUB_SHA: sha, RUNNER_TEMP: temp, EVIDENCE_KEY: PEM });
      expect([script, status, stderr]).toEqual([script, 0, expect.not.stringContaining('error')]);
    }
    expect(existsSync(path.join(temp, 'evidence-key.pem'))).toBe(false);
    expect(execFileSync('git', ['log', '-1', '--format=%s', 'main'], { cwd: remote, encoding: 'utf8' }).trim()).toBe(
      `Evidence for ${sha}`,
    );
    expect(git('status', '--porcelain')).toBe('');
    expect(listed()).toMatchObject([
      { commit: sha, assurance: 'signed', signedBy: ['ci'] },
      { commit: sha, assurance: 'signed', signedBy: ['ci'] },
    ]);
    expect(proofsOf(['TC-1', 'TC-2'])).toEqual({ 'TC-1': ASKED_OF_A_RUN, 'TC-2': ASKED_OF_A_SCAN });
    expect(
      scripts(evidence).map((script) => run(script, { GITHUB_SHA: sha, RUNNER_TEMP: temp, EVIDENCE_KEY: PEM }).status),
    ).toEqual([0, 0, 0, 0]);
    expect(git('rev-list', '--count', `${sha}..HEAD`)).toBe('1');
  }, 120_000);
});

describe('GitLab CI', () => {
  interface GitlabJob {
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[]; readonly when?: string };
  }
  const pipeline = recipe('gitlab') as { test: GitlabJob; evidence: GitlabJob };

  test('every line runs, and what was added is pushed', () => {
    put('src/a.c', 'int a;\n');
    git('add', '-A');
    git('commit', '-q', '-m', 'more');
    const sha = git('rev-parse', 'HEAD');
    const address = 'https://evidence:token@gitlab.example.org/acme/pump.git';
    git('config', `url.file://${remote}.insteadOf`, address);
    const key = path.join(folder, 'key.pem');
    writeFileSync(key, PEM);
    const env = {
      CI_BUILDS_DIR: path.join(folder, 'builds'),
      CI_COMMIT_SHA: sha,
      CI_COMMIT_BRANCH: 'main',
      CI_SERVER_HOST: 'gitlab.example.org',
      CI_PROJECT_PATH: 'acme/pump',
      EVIDENCE_KEY: key,
      EVIDENCE_TOKEN: 'token',
    };
    expect(pipeline.test.artifacts).toMatchObject({ when: 'always', paths: ['reports'] });
    for (const line of [...pipeline.test.script, ...pipeline.evidence.script]) {
      const { status, stderr } = run(line, env);
      expect([line, status, stderr]).toEqual([line, 0, expect.not.stringContaining('error')]);
    }
    expect(execFileSync('git', ['log', '-1', '--format=%s', 'main'], { cwd: remote, encoding: 'utf8' }).trim()).toBe(
      `Evidence for ${sha}`,
    );
    expect(listed().filter(({ commit, assurance }) => commit === sha && assurance === 'signed')).toHaveLength(2);
    expect(proofsOf(['TC-1', 'TC-2'])).toEqual({ 'TC-1': ASKED_OF_A_RUN, 'TC-2': ASKED_OF_A_SCAN });
  }, 120_000);
});
