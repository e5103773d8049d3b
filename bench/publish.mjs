/**
 * `npm run bench:publish`: how long all documents of GlucoLoop take in each format, in a process of their own, and a trace
 * matrix of about a thousand pages as PDF. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const PROGRAM = path.join(ROOT, 'dist/cli/main.js');
const FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'pdf,docx,xlsx,html'];
const MATRIX_ROWS = 22_000;

/** Prints what a process took, whatever it was; run before the program by `--import`. */
const METER = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\nmeter ' + JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`)}`;

const folder = mkdtempSync(path.join(tmpdir(), 'medward-bench-'));
try {
  console.log('\n| what | seconds | processor, s | MB at most | written, MB |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const format of FORMATS) row(`GlucoLoop, ${format}`, publish(format));
  for (const isTagged of [true, false])
    row(`${MATRIX_ROWS} rows, ${isTagged ? 'tagged' : 'untagged'} PDF`, matrix(isTagged));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log('\nTargets: GlucoLoop as PDF in 8 s and 500 MB, in four formats in 15 s and 700 MB; the matrix in 20 s.');

/** @typedef {{ seconds: number, processor: number, megabytes: number, bytes: number }} Measured */

/**
 * @param {string} what
 * @param {Measured} measured
 */
function row(what, { seconds, processor, megabytes, bytes }) {
  const numbers = [seconds.toFixed(1), processor.toFixed(1), megabytes.toFixed(0), (bytes / 1e6).toFixed(1)];
  console.log(`| ${[what, ...numbers].join(' | ')} |`);
}

/** @param {string} format */
function publish(format) {
  const out = path.join(folder, format.replaceAll(',', '-'));
  const args = ['publish', '--project', path.join(ROOT, 'examples/glucoloop'), '--date', '2026-11-24'];
  return { ...timed([PROGRAM, ...args, '--format', format, '-o', out]), bytes: sizeOf(out) };
}

/** @param {boolean} isTagged */
function matrix(isTagged) {
  const script = `
    const { openPdfPrinter } = await import(${JSON.stringify(path.join(ROOT, 'dist/publish/index.js'))});
    const { writeFileSync } = await import('node:fs');
    const words = (text) => ({ content: [[{ is: 'text', text }]] });
    const ids = (...names) => ({ content: [names.map((to) => ({ is: 'link', to, content: [{ is: 'text', text: to }] }))] });
    const rows = Array.from({ length: ${MATRIX_ROWS} }, (_, at) => ({ cells: [
      ids('SRS-' + at), words('The pump keeps the limit number ' + at + ' of the dose under all conditions'),
      ids('TC-' + at, 'TC-' + (at + 1)), words('✓ verified') ] }));
    const columns = [['Requirement', 0.12], ['Title', 0.38], ['Tests', 0.36], ['Proof', 0.14]].map(([title, width]) => ({ title, width }));
    const table = { is: 'table', id: 't', caption: [{ is: 'text', text: 'Trace' }], columns, rows };
    const printer = await openPdfPrinter({ tool: 'bench', isTagged: ${isTagged} });
    const { bytes } = await printer.print({ id: 'matrix', title: 'Matrix', device: 'Bench', date: '2026-11-24', status: 'draft',
      dirty: false, approvals: [], revisions: [], blocks: [table] });
    writeFileSync(${JSON.stringify(path.join(folder, 'matrix.pdf'))}, bytes);`;
  const measured = timed(['--input-type=module', '--eval', script]);
  return { ...measured, bytes: statSync(path.join(folder, 'matrix.pdf')).size };
}

/** @param {readonly string[]} args */
function timed(args) {
  const started = performance.now();
  const run = spawnSync(process.execPath, ['--import', METER, ...args], { encoding: 'utf8', cwd: folder });
  const seconds = (performance.now() - started) / 1000;
  const [, meter] = /meter (\{.*\})/.exec(run.stderr) ?? [];
  if (run.status !== 0 || meter === undefined) throw new Error(`A run failed:\n${run.stderr}`);
  const { processor, megabytes } = JSON.parse(meter);
  return { seconds, processor, megabytes };
}

/** @param {string} out */
function sizeOf(out) {
  return readdirSync(out).reduce((sum, file) => sum + statSync(path.join(out, file)).size, 0);
}
