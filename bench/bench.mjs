/**
// @verifies TC-909
 * `npm run bench`: wall time, memory and phases of `medward check` on projects of growing size, beside a bare reader.
 * Needs a build. Works in a temporary folder; `-- --sizes 1000,10000 --runs 3` for a shorter run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FORMS, writeProject } from './projects.mjs';

/** @typedef {{ seconds: number, phases: ReadonlyMap<string, number>, processor: number, megabytes: number }} Run */
/** @typedef {{ form: string, size: number, floor: number, first: number, runs: readonly Run[] }} Measured */

const PROGRAM = path.resolve(import.meta.dirname, '../dist/cli/main.js');
const FLOOR = path.resolve(import.meta.dirname, 'floor.mjs');
const PHASES = ['Starting', 'Reading the project', 'Reading records', 'Assessing', 'Writing'];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '5' },
    program: { type: 'string', default: PROGRAM },
  },
});
const runs = Number(values.runs);
if (!existsSync(values.program)) throw new Error(`${values.program} is not there: run \`npm run build\` first.`);
const folder = mkdtempSync(path.join(tmpdir(), 'medward-bench-'));
try {
  const sizes = values.sizes.split(',').map(Number);
  console.log(`Node ${process.versions.node}, ${cpus().length} cores; median of ${runs} after one first run.\n`);
  printTable(FORMS.flatMap((form) => sizes.map((size) => measure(form, size))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await import('./evidence.mjs');
await import('./threats.mjs');

/**
 * @param {import('./projects.mjs').Form} form
 * @param {number} size
 * @returns {Measured}
 */
function measure(form, size) {
  const project = path.join(folder, `${form}-${size}`);
  mkdirSync(project);
  writeProject(project, form, size);
  const floors = times(() => timed([FLOOR, project]).seconds);
  const first = check(project).seconds;
  const measured = { form, size, floor: median(floors), first, runs: times(() => check(project)) };
  rmSync(project, { recursive: true });
  console.error(`${form} ${size}: ${median(measured.runs.map((run) => run.seconds)).toFixed(2)} s`);
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

/**
 * @param {string} project
 * @returns {Run}
 */
function check(project) {
  const { seconds, stderr } = timed([values.program, 'check', '--timing', '--project', project]);
  const phases = new Map(
    [...stderr.matchAll(/^timing {2}(.+?) +([\d.]+) s/gm)].map(([, name = '', value]) => [name, Number(value)]),
  );
  const [, processor, megabytes] = /, ([\d.]+) s of processor, (\d+) MB$/m.exec(stderr) ?? [];
  return { seconds, phases, processor: Number(processor), megabytes: Number(megabytes) };
}

/** @param {readonly string[]} args */
function timed(args) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  const seconds = (performance.now() - start) / 1000;
  // 1 says that gaps block, which is what such a project is bound to have.
  if (error || status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, stderr };
}

/** @param {readonly Measured[]} all */
function printTable(all) {
  const head = [
    'form',
    'records',
    'floor',
    'first',
    'again',
    '× floor',
    'µs a record',
    'growth',
    'processor',
    'MB',
    ...PHASES,
  ];
  console.log(row(head));
  console.log(row(head.map(() => '---')));
  all.forEach((measured, index) => {
    const before = all[index - 1];
    console.log(row(cells(measured, before?.form === measured.form ? before : undefined)));
  });
  console.log(
    '\nSeconds, if nothing else is said. Growth: time over that of the size before, against the growth in size.',
  );
}

/**
 * @param {Measured} measured
 * @param {Measured | undefined} smaller
 */
function cells(measured, smaller) {
  const again = typical(measured);
  const growth = smaller ? `× ${(again / typical(smaller)).toFixed(1)} for × ${measured.size / smaller.size}` : '';
  return [
    measured.form,
    measured.size.toLocaleString('en'),
    measured.floor.toFixed(2),
    measured.first.toFixed(2),
    again.toFixed(2),
    (again / measured.floor).toFixed(1),
    ((again / measured.size) * 1e6).toFixed(0),
    growth,
    median(measured.runs.map((run) => run.processor)).toFixed(2),
    median(measured.runs.map((run) => run.megabytes)).toFixed(0),
    ...PHASES.map((phase) => median(measured.runs.map((run) => run.phases.get(phase) ?? NaN)).toFixed(2)),
  ];
}

/** @param {Measured} measured */
function typical(measured) {
  return median(measured.runs.map((run) => run.seconds));
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** @param {readonly string[]} words */
function row(words) {
  return `| ${words.join(' | ')} |`;
}
