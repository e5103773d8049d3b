// @verifies TC-909
/**
 * `npm run bench`: wall time, memory and phases of `medward check` on projects of growing size, beside a bare reader: a
 * first run, the same question again, and the answer of `--watch` to an edit. Needs a build. Works in a temporary
 * folder; `-- --sizes 1000,10000 --runs 3` for a shorter run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FORMS, writeProject } from './projects.mjs';
import { printTables } from './tables.mjs';
import { timesOfEdits } from './watched-edits.mjs';

/** @typedef {{ seconds: number, phases: ReadonlyMap<string, number>, processor: number, megabytes: number }} Run */
/**
 * @typedef {object} Measured
 * @property {string} form
 * @property {number} size
 * @property {number} floor
 * @property {readonly Run[]} first
 * @property {readonly Run[]} again
 * @property {readonly number[]} edits seconds from an edit to the answer
 */

const PROGRAM = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const FLOOR = path.resolve(import.meta.dirname, 'floor.mjs');

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '5' },
    forms: { type: 'string', default: FORMS.join(',') },
    program: { type: 'string', default: PROGRAM },
  },
});
const runs = Number(values.runs);
if (!existsSync(values.program)) throw new Error(`${values.program} is not there: run \`npm run build\` first.`);
const folder = mkdtempSync(path.join(tmpdir(), 'medward-bench-'));
try {
  const sizes = values.sizes.split(',').map(Number);
  const forms = FORMS.filter((form) => values.forms.split(',').includes(form));
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, load ${load.join(' ')}; median of ${runs}.\n`);
  console.log(`medward --help: ${median(times(() => timed([values.program, '--help']).seconds)).toFixed(3)} s`);
  console.log(`node, and nothing else: ${median(times(() => timed(['-e', '0']).seconds)).toFixed(3)} s\n`);
  const measured = [];
  for (const form of forms) for (const size of sizes) measured.push(await measure(form, size));
  printTables(measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await import('./evidence.mjs');
await import('./threats.mjs');

/**
 * The floor is taken between the runs that it is compared with, so that a busy minute costs both.
 * @param {import('./projects.mjs').Form} form
 * @param {number} size
 * @returns {Promise<Measured>}
 */
async function measure(form, size) {
  const project = path.join(folder, `${form}-${size}`);
  mkdirSync(project);
  writeProject(project, form, size);
  const floors = [];
  const first = [];
  const again = [];
  for (let run = 0; run < runs; run++) {
    const cache = path.join(folder, `cache-${run}`);
    floors.push(timed([FLOOR, project]).seconds);
    first.push(check(project, cache));
    again.push(check(project, cache));
    rmSync(cache, { recursive: true, force: true });
  }
  const edits = await timesOfEdits(values.program, project, runs);
  rmSync(project, { recursive: true });
  const measured = { form, size, floor: median(floors), first, again, edits };
  const [one, other] = [first, again].map((all) => median(all.map((run) => run.seconds)).toFixed(2));
  console.error(`${form} ${size}: ${one} s, again ${other} s, an edit ${median(edits).toFixed(2)} s`);
  return measured;
}

/**
 * @template T
 * @param {() => T} run
 * @returns {T[]}
 */
function times(run) {
  return Array.from({ length: runs }, run);
}

// @verifies TC-909
/**
 * @param {string} project
 * @param {string} cache
 * @returns {Run}
 */
function check(project, cache) {
  const { seconds, stderr } = timed([values.program, 'check', '--timing', '--project', project], cache);
  const phases = new Map(
    [...stderr.matchAll(/^timing {2}(.+?) +([\d.]+) s/gm)].map(([, name = '', value]) => [name, Number(value)]),
  );
  const [, processor, megabytes] = /, ([\d.]+) s of processor, (\d+) MB$/m.exec(stderr) ?? [];
  return { seconds, phases, processor: Number(processor), megabytes: Number(megabytes) };
}

/**
 * @param {readonly string[]} args
 * @param {string} [cache]
 */
function timed(args, cache = folder) {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9, env });
  const seconds = (performance.now() - start) / 1000;
  // 1 says that gaps block, which is what such a project is bound to have.
  if (error || status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, stderr };
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
