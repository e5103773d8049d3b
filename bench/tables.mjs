/** Prints what the bench measured, as Markdown tables: times beside the floor, and where they go. */

/** @typedef {import('./bench.mjs').Measured} Measured */
/** @typedef {import('./bench.mjs').Run} Run */

const PHASES = ['Starting', 'Reading the project', 'Reading records', 'Assessing', 'Writing', 'Keeping the answer'];

/** @param {readonly Measured[]} all */
export function printTables(all) {
  print(
    ['form', 'records', 'floor', 'first', '× floor', 'again', '× floor', 'edit', 'µs a record', 'growth'],
    all.map((measured, index) => {
      const before = all[index - 1];
      return timesOf(measured, before?.form === measured.form ? before : undefined);
    }),
  );
  console.log('\nSeconds, if nothing else is said. Growth: time of a first run over that of the size before.\n');
  print(['form', 'records', 'processor', 'MB', 'processor again', 'MB again', ...PHASES], all.map(partsOf));
}

/**
 * @param {Measured} measured
 * @param {Measured | undefined} smaller
 */
function timesOf(measured, smaller) {
  const { form, size, floor } = measured;
  const first = typical(measured.first, (run) => run.seconds);
  const again = typical(measured.again, (run) => run.seconds);
  const before = smaller && typical(smaller.first, (run) => run.seconds);
  return [
    form,
    size.toLocaleString('en'),
    floor.toFixed(2),
    first.toFixed(2),
    (first / floor).toFixed(1),
    again.toFixed(2),
    (again / floor).toFixed(1),
    median(measured.edits).toFixed(2),
    ((first / size) * 1e6).toFixed(0),
    smaller && before ? `× ${(first / before).toFixed(1)} for × ${size / smaller.size}` : '',
  ];
}

/** @param {Measured} measured */
function partsOf({ form, size, first, again }) {
  return [
    form,
    size.toLocaleString('en'),
    typical(first, (run) => run.processor).toFixed(2),
    typical(first, (run) => run.megabytes).toFixed(0),
    typical(again, (run) => run.processor).toFixed(2),
    typical(again, (run) => run.megabytes).toFixed(0),
    ...PHASES.map((phase) => typical(first, (run) => run.phases.get(phase) ?? NaN).toFixed(2)),
  ];
}

/**
 * @param {readonly Run[]} runs
 * @param {(run: Run) => number} value
 */
function typical(runs, value) {
  return median(runs.map(value));
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function print(head, rows) {
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}
