/** Plants wrong imports in a small house and expects each to be named with its rule and reason. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
let house = '';

/** Each file is one line; the first comment on it says which rule must answer. */
const PLANTED = {
  'src/index.ts': `export * from './shapes/index.js';`,
  'src/shapes/index.ts': `export const shape = 1; export type Shape = 1;`,
  'src/shapes/inner.ts': `export const inner = 1;`,
  'src/packs/index.ts': `export const pack = 1; export type Pack = 1;`,
  'src/rules/types.ts': `import type { Pack } from '../packs/index.js'; export type P = Pack;`,
  'src/records/ok.test.ts': `import { pack } from '../packs/index.js'; export const p = pack;`,
  'src/records/asks.ts': `import { pack } from '../packs/index.js'; export const p = pack;`,
  'src/records/asks-type.ts': `import type { Pack } from '../packs/index.js'; export type P = Pack;`,
  'src/records/behind.ts': `import { inner } from '../shapes/inner.js'; export const i = inner;`,
  'src/rules/reads-packs.ts': `import { pack } from '../packs/index.js'; export const p = pack;`,
  'src/assess/files.ts': `import { readFileSync } from 'node:fs'; export const r = readFileSync;`,
  'src/trace/promises.ts': `import { readFile } from 'fs/promises'; export const r = readFile;`,
  'src/trace/lost.ts': `import { gone } from './gone.js'; export const g = gone;`,
  'src/trace/one.ts': `import { two } from './two.js'; export const one = (): number => two();`,
  'src/trace/two.ts': `import { one } from './one.js'; export const two = (): number => one();`,
  'src/pantry/jam.ts': `export const jam = 1;`,
};

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'medward-rooms-'));
  for (const part of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json', 'scripts/rooms.cjs']) {
    cpSync(path.join(ROOT, part), path.join(house, part));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  for (const [file, source] of Object.entries(PLANTED)) {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(house, file), `${source}\n`);
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

// @verifies TC-912
describe('the directions of the rooms', () => {
  let said = '';
  let status: number | null = null;
  beforeAll(() => {
    const run = spawnSync(process.execPath, [path.join(ROOT, 'scripts/boundaries.mjs'), path.join(house, 'src')], {
      encoding: 'utf8',
    });
    said = run.stdout + run.stderr;
    status = run.status;
  });

  it.each([
    ['src/records/asks.ts → src/packs/index.ts', 'records-uses-only-shapes: What a record is'],
    ['src/records/asks-type.ts → src/packs/index.ts', 'records-uses-only-shapes'],
    ['src/records/behind.ts → src/shapes/inner.ts', 'through-the-front-door'],
    ['src/rules/reads-packs.ts → src/packs/index.ts', 'rules-know-packs-as-types'],
    ['src/assess/files.ts → fs', 'middle-rooms-touch-nothing-outside'],
    ['src/trace/promises.ts → fs/promises', 'middle-rooms-touch-nothing-outside'],
    ['src/trace/lost.ts → ./gone.js', 'resolvable'],
    ['src/trace/one.ts → src/trace/two.ts', 'no-circle'],
  ])('refuses %s', (edge, rule) => {
    expect(said).toContain(`${edge}\n  ${rule}`);
  });

  it('wants directions for a new room', () => {
    expect(said).toContain('src/pantry is no room yet');
  });

  it('does not report green on few modules', () => {
    expect(said).toMatch(/Only \d+ modules and \d+ imports were seen/);
    expect(status).toBe(1);
  });

  it('leaves types of packs in a rule, and tests, alone', () => {
    expect(said).not.toContain('src/rules/types.ts →');
    expect(said).not.toContain('src/records/ok.test.ts →');
  });
});

it('ARCHITECTURE.md names the same rooms and directions', () => {
  const text = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  for (const [room, { may }] of Object.entries<{ may: readonly string[] }>(rooms())) {
    const uses = may.length > 0 ? may.map((name) => `\`${name}\``).join(', ') : 'no room';
    expect(text, room).toMatch(new RegExp(`^\\| \`${room}\` +\\|.*\\| ${uses} +\\|$`, 'm'));
  }
});

function rooms(): Record<string, { may: readonly string[] }> {
  const run = spawnSync(process.execPath, ['-p', `JSON.stringify(require('./scripts/rooms.cjs'))`], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.parse(run.stdout) as Record<string, { may: readonly string[] }>;
}
