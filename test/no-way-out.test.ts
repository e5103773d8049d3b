/** Reads the imports of all sources: nothing that opens a connection, two files that start another program, one that evaluates the text of ours. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.join(import.meta.dirname, '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(file));

const NETWORK =
  /['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)['"]|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/;
const PROGRAMS = /['"](?:node:)?(?:child_process|worker_threads|cluster)['"]/;
const EVALUATING = /['"](?:node:)?vm['"]|\beval\(|\bnew Function\(/;

function naming(pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(readFileSync(path.join(SRC, file), 'utf8')));
}

// @verifies TC-908
test('no source names a module or a function of the network', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(naming(NETWORK)).toEqual([]);
});

test('two sources start a program, Git and ssh-keygen', () => {
  expect(naming(PROGRAMS)).toEqual(['cli/ssh-keygen.ts', 'project/run-git.ts']);
});

test('one source evaluates text, that of the program itself, and only the start of the program asks it to', () => {
  expect(naming(EVALUATING)).toEqual(['cli/parts.ts']);
  expect(naming(/\bParts \} from/)).toEqual(['cli/main.ts', 'cli/practise.ts']);
});

test.each([
  [NETWORK, `import { request } from 'node:https';`],
  [NETWORK, `import net from "net";`],
  [NETWORK, `await fetch(address)`],
  [PROGRAMS, `import { exec } from 'child_process';`],
  [EVALUATING, `import { Script } from 'node:vm';`],
  [EVALUATING, `new Function('return 1')`],
])('%s finds %s', (pattern, line) => {
  expect(line).toMatch(pattern);
});
