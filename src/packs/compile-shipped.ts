/** Script of the build: checks all shipped packs and writes them as one JSON; exits 1 with places if one is wrong. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { isSpot } from './pack-digest.js';
import { packProblemText } from './pack-problem.js';
import { compileShipped } from './shipped.js';

const TARGET = new URL('../../dist/packs/shipped.json', import.meta.url);

const { packs, problems } = compileShipped();
if (problems.length > 0) {
  console.error(problems.map(packProblemText).join('\n'));
  process.exitCode = 1;
} else {
  mkdirSync(new URL('.', TARGET), { recursive: true });
  // Places belong to the YAML and would carry its whole text along.
  writeFileSync(
    TARGET,
    JSON.stringify(packs, (_key, value: unknown) => (isSpot(value) ? undefined : value)),
  );
  console.log(`${packs.length} packs: ${packs.map((pack) => `${pack.pack}@${pack.edition}`).join(', ')}`);
}
