/** What `medward evidence list` says of each statement, and in which words. */
import { describe, expect, test } from 'vitest';
import type { EvidenceListOutput } from '../src/contract/index.js';
import { writeFiles } from '../src/project/folder.test-support.js';
import { add, allPassed, FILES, newPump } from './freshness/pump.js';
import { runIn } from './hostile/run-medward.js';

async function listed(folder: string): Promise<EvidenceListOutput['statements'][number]> {
  const { out } = await runIn(folder, ['evidence', 'list', '--json', '--date', '2026-11-24']);
  const [statement] = (JSON.parse(out) as EvidenceListOutput).statements;
  if (!statement) throw new Error('Nothing is listed.');
  return statement;
}

// @verifies TC-807
describe('a path or an id is written as it is, also where words begin with it', () => {
  const SCAN = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scan","version":"1"}},"results":[]}]}';

  test('a path', async () => {
    const { folder } = newPump();
    await add(folder, SCAN, '--format', 'sarif');
    writeFiles(folder, { 'src/main.ts': 'export const main = 2;\n' });
    expect(await listed(folder)).toMatchObject({ freshness: 'stale', cause: 'src/main.ts changed since' });
    const { out } = await runIn(folder, ['evidence', 'list', '--date', '2026-11-24']);
    expect(out).toMatch(/ {2}src\/main\.ts changed since; /);
  });

  test('an id that begins small', async () => {
    const records = String(FILES['records/tests.yaml']).replaceAll('TC-', 'tc-');
    const { folder } = newPump({ 'records/tests.yaml': records });
    await add(folder, allPassed().replaceAll('TC-', 'tc-'));
    writeFiles(folder, { 'records/tests.yaml': records.replace('Dose limit', 'Limit of the dose') });
    const { freshness, cause } = await listed(folder);
    expect([freshness, cause]).toEqual(['stale', '1 of 4 tests, such as tc-1: tc-1 changed since']);
  });
});
