/**
 * `npm run fuzz -- --seconds 60`: all targets in turn, until the time is over; exit 1 at the first failures.
 * `--target yaml` for one; `--seed 7` to repeat a run; `--learn` to keep inputs that reach new code (slower).
 */
import { parseArgs } from 'node:util';
import { Chance } from './chance.js';
import { Coverage } from './coverage.js';
import { runTarget, type Failure } from './run-target.js';
import { TARGETS } from './targets.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    target: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    learn: { type: 'boolean', default: false },
  },
});
const targets = TARGETS.filter((target) => values.target === undefined || target.name === values.target);
if (targets.length === 0) {
  throw new Error(`There is no target ${values.target}. Known: ${TARGETS.map((target) => target.name).join(', ')}.`);
}
const coverage = values.learn ? new Coverage() : undefined;
const chance = new Chance(Number(values.seed));
console.log(`Seed ${values.seed}, ${values.seconds} s.`);
let total = 0;
for (const target of targets) {
  const { inputs, kept, failures } = runTarget(target, Number(values.seconds) / targets.length, chance, coverage);
  total += inputs;
  console.log(
    `${target.name.padEnd(18)}${String(inputs).padStart(10)} inputs, ${kept} kept, ${failures.length} failures`,
  );
  for (const failure of failures) tell(failure);
}
coverage?.close();
console.log(`${'all'.padEnd(18)}${String(total).padStart(10)} inputs`);

function tell({ target, input, error }: Failure): void {
  process.exitCode = 1;
  console.error(
    `\n${target}: ${error instanceof Error ? error.stack : String(error)}\nInput: ${JSON.stringify(input)}`,
  );
}
