/** Writes the present hashes into the finished project: `npx tsx test/seeded-faults/sign.ts`, after its content changed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { boundAgain, FOLDER, readFinished } from './finished-project.js';

const before = readFinished();
for (const [name, text] of boundAgain(before)) {
  if (text !== before.get(name)) writeFileSync(path.join(FOLDER, name), text);
}
