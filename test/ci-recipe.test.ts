/** The recipes of docs/ci.md, run: their own lines, in a shell, on LabDesk; only what talks to GitHub or npm is stood in for. */
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bytesInMemory, readReport } from '../src/evidence/index.js';
import type { CheckOutput } from '../src/index.js';

const ROOT = path.join(import.meta.dirname, '..');
const page = readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'medward-ci-'));
const project = path.join(folder, 'labdesk');
const bin = path.join(folder, 'bin');

function recipe(name: string): string {
  const [, text] = new RegExp(`<!-- recipe: ${name} -->\\s+\`\`\`yaml\\n([^]*?)\`\`\``).exec(page) ?? [];
  if (text === undefined) throw new Error(`There is no recipe ${name}.`);
  return text;
}

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: {
    readonly check: { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] };
  };
}

const workflow = parse(recipe('github')) as Workflow;
const { steps } = workflow.jobs.check;
const pipeline = (
  parse(recipe('gitlab')) as {
    medward: { script: readonly string[]; artifacts: { reports: Readonly<Record<string, string>> } };
  }
).medward;

/** As the shells of both hosts run it: it ends at the first command that fails. */
function run(script: string): SpawnSyncReturns<string> {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: project,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env['PATH']}`,
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
      PULL_REQUEST: '7',
    },
  });
}

function standIn(name: string, script: string): void {
  writeFileSync(path.join(bin, name), `#!/bin/bash\n${script}\n`);
  chmodSync(path.join(bin, name), 0o755);
}

beforeAll(() => {
  mkdirSync(bin);
  cpSync(path.join(ROOT, 'test/fixtures/labdesk-begun'), project, { recursive: true });
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'x'],
  ])
    execFileSync('git', words, { cwd: project });
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');
  const main = path.join(ROOT, 'src/cli/main.ts');
  standIn('medward', `exec "${process.execPath}" --import "file://${tsx}" "${main}" "$@" --date 2026-11-24`);
  standIn('npx', '[ "$1 $2" = "--no-install medward" ] || exit 9\nshift 2\nexec medward "$@"');
  standIn('npm', '[ "$*" = "ci --ignore-scripts" ] || exit 9');
  standIn('gh', `printf '%s\\n' "$@" > "${folder}/gh.txt"`);
  const [make = ''] = blocks('sh');
  if (run(make).status !== 0) throw new Error('The first command of the page makes no baseline.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');
}

const gaps = (file: string): CheckOutput['gaps'] =>
  (JSON.parse(readFileSync(path.join(project, file), 'utf8')) as CheckOutput).gaps;

describe('the commands for a baseline', () => {
  test('make one that knows everything', () => {
    expect(run('medward check --baseline baseline.json').stdout).toContain('no new gap;');
  });

  test('make it smaller, and never larger', () => {
    const before = readFileSync(path.join(project, 'baseline.json'), 'utf8');
    const [first, ...others] = gaps('baseline.json');
    writeFileSync(
      path.join(project, 'baseline.json'),
      JSON.stringify({ ...JSON.parse(before), gaps: [{ ...first, key: 'gone@X-1' }, ...others] }),
    );
    const [, shrink = ''] = blocks('sh');
    expect(run(shrink).status).toBe(0);
    expect(run('medward check --baseline baseline.json --json').status).toBe(first?.severity === 'error' ? 1 : 0);
    expect(existsSync(path.join(project, 'smaller.json'))).toBe(false);
    writeFileSync(path.join(project, 'baseline.json'), before);
  });
});

describe('GitHub Actions', () => {
  test('pinned by commit, and no right but those that are used', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses).toHaveLength(3);
    for (const one of uses) expect(one).toMatch(/^[a-z]+\/[a-z/-]+@[0-9a-f]{40}$/);
    expect([...recipe('github').matchAll(/uses: .+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm)]).toHaveLength(3);
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.check.permissions).toEqual({
      contents: 'read',
      'security-events': 'write',
      'pull-requests': 'write',
    });
    expect(recipe('github')).not.toContain('pull_request_target:');
    expect(steps[0]?.with).toMatchObject({ 'persist-credentials': false, 'fetch-depth': 0 });
  });

  test('nothing of an event stands in a script, where a shell would read it', () => {
    for (const { run: script } of steps) expect(script ?? '').not.toContain('${{');
  });

  test('every step that is a script runs, and leaves what the next ones take', () => {
    for (const step of steps) {
      if (step.run === undefined) continue;
      const { status, stderr } = run(step.run);
      expect(status, `${step.name}: ${stderr}`).toBe(0);
    }
    const sarif = readReport(bytesInMemory('medward.sarif', readFileSync(path.join(project, 'medward.sarif'))));
    expect(sarif).toMatchObject({ format: 'sarif', complete: true, problems: [] });
    expect(readFileSync(path.join(folder, 'summary.md'), 'utf8')).toContain('no new gap;');
    const posted = readFileSync(path.join(folder, 'gh.txt'), 'utf8').trim().split('\n');
    expect(posted).toEqual(['pr', 'comment', '7', '--body-file', 'medward.md', '--edit-last', '--create-if-none']);
    expect(steps.find((step) => step.uses?.includes('upload-sarif'))?.with).toEqual({ sarif_file: 'medward.sarif' });
  });

  test('a new gap is reported, and only the gate fails', () => {
    withoutFirstError(() => {
      const scripts = steps.flatMap((step) => step.run ?? []);
      expect(scripts.map((script) => run(script).status)).toEqual([0, 0, 0, 1]);
      expect(
        run(scripts.at(-1) ?? '')
          .stdout.split('\n')
          .filter((line) => line.startsWith('::error ')),
      ).toHaveLength(1);
    });
  });

  test('where Medward could not run, no report looks as if it had', () => {
    const settings = path.join(project, 'medward.yaml');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, 'medward: [');
    const scripts = steps.flatMap((step) => step.run ?? []);
    expect(run(scripts[1] ?? '').status).not.toBe(0);
    writeFileSync(settings, before);
  });
});

function withoutFirstError(check: () => void): void {
  const file = path.join(project, 'baseline.json');
  const before = readFileSync(file, 'utf8');
  const all = gaps('baseline.json');
  const kept = all.toSpliced(
    all.findIndex((gap) => gap.severity === 'error'),
    1,
  );
  writeFileSync(file, JSON.stringify({ ...JSON.parse(before), gaps: kept }));
  check();
  writeFileSync(file, before);
}

describe('GitLab CI', () => {
  test('every line runs, and the reports are those that the job hands over', () => {
    for (const line of pipeline.script) expect(run(line).status, line).toBe(0);
    const { junit = '', codequality = '' } = pipeline.artifacts.reports;
    const report = readReport(bytesInMemory('medward.xml', readFileSync(path.join(project, junit))));
    expect(report).toMatchObject({ format: 'junit', problems: [], tests: { failed: 0, errored: 0 } });
    expect(JSON.parse(readFileSync(path.join(project, codequality), 'utf8'))).toBeInstanceOf(Array);
  });

  test('a new gap fails the last line only', () => {
    withoutFirstError(() => {
      expect(pipeline.script.map((line) => run(line).status)).toEqual([0, 0, 0, 1]);
    });
  });
});

test('the settings on the page are settings', () => {
  const example = blocks('yaml').find((text) => text.startsWith('strictness:')) ?? '';
  const settings = path.join(project, 'medward.yaml');
  const before = readFileSync(settings, 'utf8');
  writeFileSync(settings, `${before}${example.replace('fda-premarket', 'iec81001-5-1')}`);
  const { stdout } = run('medward check --json || test $? -eq 1');
  const output = JSON.parse(stdout) as CheckOutput;
  expect(output.strictness).toHaveLength(4);
  expect(output.gaps.filter((gap) => gap.file === 'medward.yaml' && gap.key.includes('strictness'))).toEqual([]);
  writeFileSync(settings, before);
});
