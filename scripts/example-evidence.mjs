/**
 * Makes the evidence of the examples again, by the tools that made it: `node scripts/example-evidence.mjs labdesk glucoloop`.
 * Each run is made in a checkout of the commit that it is about, so that some results are out of date today on purpose; see
 * `examples/<device>/expected/evidence.yaml`. Needs Git with these commits, npm with its registry, and gcc. Take the folder
 * `evidence/` away first: evidence is only added to.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RUNS as GLUCOLOOP } from './example-evidence/glucoloop.mjs';
import { BEGUN, FINISHED } from './example-evidence/labdesk.mjs';
import { ROOT, TSX } from './example-evidence/tools.mjs';

/** @typedef {import('./example-evidence/tools.mjs').Run} Run */

/** @type {Readonly<Record<string, readonly Run[]>>} */
const RUNS = {
  // What was found before stays: evidence is never taken away.
  labdesk: [...BEGUN, ...FINISHED],
  'labdesk-released': FINISHED,
  'labdesk-begun': BEGUN,
  glucoloop: GLUCOLOOP,
};

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
