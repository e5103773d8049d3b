/** What a check loads: none of the libraries that draw and write documents, which take longer than the check itself. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../src/project/folder.test-support.js';

const ROOT = join(import.meta.dirname, '..');
const LATE = /\/node_modules\/(@myriaddreamin|@resvg|@hpcc-js|docx|hucre|fflate|mdast-[^/]*|micromark[^/]*)\//;

/** @returns addresses of the modules that the command imports from packages */
function loadedBy(...words: readonly string[]): readonly string[] {
  const folder = testFolder();
  const list = join(folder, 'loaded.txt');
  writeFileSync(list, '');
  const hooks = `import { appendFileSync } from 'node:fs';
    export async function resolve(name, context, next) {
      const found = await next(name, context);
      appendFileSync(${JSON.stringify(list)}, found.url + '\\n');
      return found;
    }`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(dataOf(hooks))});`;
  const args = ['--import', 'tsx', '--import', dataOf(register), join(ROOT, 'src/cli/main.ts'), ...words];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
  // 1: there are gaps that block.
  expect([0, 1]).toContain(status);
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.includes('/node_modules/'));
}

function dataOf(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}

const PROJECT = ['--project', join(ROOT, 'examples/labdesk'), '--date', '2026-11-24'];

test('a check is made without a library of pictures or documents', () => {
  const loaded = loadedBy('check', ...PROJECT);
  expect(loaded.some((url) => url.includes('/node_modules/picomatch/'))).toBe(true);
  expect(loaded.filter((url) => LATE.test(url))).toEqual([]);
});

test('a PDF loads what it needs, so that the test above can see it', () => {
  const loaded = loadedBy('publish', 'sbom-report', '--format', 'pdf', '-o', join(testFolder(), 'out'), ...PROJECT);
  expect(loaded.filter((url) => LATE.test(url)).join('\n')).toContain('typst-ts-node-compiler');
  expect(loaded.filter((url) => /\/node_modules\/(docx|hucre|@hpcc-js)\//.test(url))).toEqual([]);
});
