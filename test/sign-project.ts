/**
 * Writes the present hashes under every `bound-to:` of a sample project: `npx tsx test/sign-project.ts examples/labdesk`, after
 * somebody read again what changed. Only for the samples: a team signs with its own names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assessProject, openProject } from '../src/index.js';

const BOUND = /^( +)([A-Za-z][\w.-]*): [0-9a-f]{64}$/gm;
/** An approval covers a statement, which covers a risk: each pass settles one more. */
const PASSES = 5;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Expected is the folder of a sample project.');
for (let pass = 0; pass < PASSES && signOnce(folder) > 0; pass++);

/** @returns how many files changed */
function signOnce(project: string): number {
  const { trace } = assessProject(openProject(project), '2026-11-24');
  const files = new Set(trace.reading.records.map((record) => record.spot.source.path));
  let changed = 0;
  for (const file of files) {
    const at = path.join(project, file);
    const text = readFileSync(at, 'utf8');
    const signed = text.replaceAll(BOUND, (line, indent: string, id: string) => {
      const record = trace.find(id);
      return record ? `${indent}${id}: ${trace.hash(record)}` : line;
    });
    if (signed !== text) changed++;
    if (signed !== text) writeFileSync(at, signed);
  }
  return changed;
}
