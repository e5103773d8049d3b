/** Holds docs/limits.md against the limits that the code has: whoever changes one changes the page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { LIMITS as evidence } from '../src/evidence/limits.js';
import { LIMITS as exchange } from '../src/exchange/limits.js';
import { MAX_CONDITION_DEPTH, MAX_CONDITION_NODES } from '../src/packs/condition-check.js';
import { LIMITS as project } from '../src/project/limits.js';
import { MAX_DEPTH } from '../src/shapes/yaml-tree.js';
import { MAX_LETTERS, MAX_NODES } from '../src/shapes/yaml-limits.js';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/limits.md');
const page = readFileSync(PAGE, 'utf8');

/** What the comment before each limit says it is. */
function described(file: string): ReadonlyMap<string, string> {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return new Map(
    [...source.matchAll(/\/\*\* ([^\n]+) \*\/\n {2}(\w+):/g)].map(([, about = '', name = '']) => [name, about]),
  );
}

function tableOf(title: string, file: string, limits: Readonly<Record<string, number>>): string {
  const about = described(file);
  const rows = Object.entries(limits).map(([name, value]) => {
    const words = about.get(name);
    if (words === undefined) throw new Error(`${file}: the limit ${name} says nothing about itself in one line.`);
    return `| ${words.replace(/\.$/, '')} | ${value.toLocaleString('en')} |`;
  });
  return [`## ${title}`, '', '| what | at most |', '| --- | ---: |', ...rows, ''].join('\n');
}

const texts = [
  '## Records, settings and packs',
  '',
  '| what | at most |',
  '| --- | ---: |',
  `| Values inside one another in one record | ${MAX_DEPTH} |`,
  `| Values of one YAML text, once aliases are followed | ${MAX_NODES.toLocaleString('en')} |`,
  `| Characters of one YAML text, once aliases are followed | ${MAX_LETTERS.toLocaleString('en')} |`,
  `| Parts of one condition | ${MAX_CONDITION_NODES} |`,
  `| Parts inside one another in one condition | ${MAX_CONDITION_DEPTH} |`,
  '',
].join('\n');

// @verifies TC-901
test('docs/limits.md names every limit with its value', async () => {
  const tables = [
    tableOf('Projects', 'src/project/limits.ts', project),
    texts,
    tableOf('Reports and evidence', 'src/evidence/limits.ts', evidence),
    tableOf('Models of other tools', 'src/exchange/limits.ts', exchange),
  ].join('\n');
  const filled = page.replace(
    /(<!-- limits: [^>]*-->\n).*?(<!-- end of limits -->)/s,
    (_, head: string, end: string) => `${head}\n${tables}\n${end}`,
  );
  const expected = await format(filled, { parser: 'markdown', printWidth: 160, proseWrap: 'preserve' });
  if (process.env['UPDATE_EXPECTED']) writeFileSync(PAGE, expected);
  else expect(page).toBe(expected);
});
