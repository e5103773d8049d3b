/** Documents compared with an earlier state: bars, the chapter of changes, and the revision table from tags. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { commitAll, git, testFolder } from '../src/project/folder.test-support.js';

const YAML = `medward: 1
device: { name: Pump, version: 1.3.0 }
profile: { exposure: public-network }
software: [{ id: SW-1, name: Pump, class: B }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;
const TEMPLATE =
  '---\ntitle: Own\n---\n\n# Threats\n\n::texts{kind=threat title=Threats}\n\n::records{kind=threat columns="id title" title=Threats}\n';

const threats = (...lines: readonly string[]): string =>
  `threats:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`;

async function publish(
  folder: string,
  ...words: readonly string[]
): Promise<{ status: number; said: string; html: string }> {
  const said: string[] = [];
  const status = await runProgram(['publish', 'own', '-o', 'out', '--date', '2026-11-24', ...words], {
    terminal: { out: (one) => said.push(one), note: (one) => said.push(one), paint: painter(false), width: 100 },
    folder,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  const html = status === 0 ? readFileSync(join(folder, 'out/own.html'), 'utf8') : '';
  return { status, said: said.join(''), html };
}

function project(): string {
  const folder = testFolder({
    'medward.yaml': YAML,
    '.gitignore': 'out/\n',
    'documents/templates/own.md': TEMPLATE,
    'records/t.yaml': threats(
      'id: TH-1, title: Same, text: Same.',
      'id: TH-2, title: Two, text: Before.',
      'id: TH-3, title: Gone, text: Gone.',
    ),
  });
  commitAll(folder);
  git(folder, '-c', 'user.name=Ash', 'tag', '--annotate', 'v1.2.0', '--message=Reviewed <b>release</b>');
  writeFileSync(
    join(folder, 'records/t.yaml'),
    threats(
      'id: TH-4, title: New, text: New.',
      'id: TH-2, title: Two, text: After.',
      'id: TH-1, title: Same, text: Same.',
    ),
  );
  commitAll(folder);
  return folder;
}

test('changed and new records have a bar, others none, and the chapter counts them', async () => {
  const { html } = await publish(project(), '--since', 'v1.2.0');
  expect(html).toContain('<p class="changed">After.</p>');
  expect(html).toContain('<p class="changed">New.</p>');
  expect(html).toContain('<p>Same.</p>');
  expect(html).toMatch(/<tr class="changed"><th scope="row" class="id"><a class="id" href="#TH-2">/);
  expect(html).toMatch(/<tr><th scope="row" class="id"><a class="id" href="#TH-1">/);
  expect(html).toContain('What changed since v1.2.0');
  expect(html).toContain('1 records are new, 1 changed, 1 are gone.');
  expect(html).toMatch(/>TH-3<\/th><td>Gone<\/td><td>threat<\/td><td>removed<\/td><td><\/td>/);
});

test('the revision table tells tags and the commit that is published', async () => {
  const folder = project();
  const { html } = await publish(folder);
  expect(html).toMatch(
    /<td class="id">v1\.2\.0<\/td><td class="id">\d{4}-\d\d-\d\d<\/td><td>Ash<\/td><td>Reviewed &lt;b&gt;release&lt;\/b&gt;<\/td>/,
  );
  expect(html).toContain(`This document, from commit ${git(folder, 'rev-parse', 'HEAD').slice(0, 12)}`);
  expect(html).not.toContain('What changed since');
});

test('without Git there is no revision table', async () => {
  const { html } = await publish(testFolder({ 'medward.yaml': YAML, 'documents/templates/own.md': TEMPLATE }));
  expect(html).not.toContain('<caption>Revisions');
});

test('a record that cannot be read in one state is called not known, never unchanged', async () => {
  const folder = project();
  writeFileSync(
    join(folder, 'records/t.yaml'),
    threats('id: TH-1, title: Same, text: Same.', 'id: TH-1, title: Twice'),
  );
  const { html } = await publish(folder, '--since', 'v1.2.0');
  expect(html).toMatch(/TH-1<\/a><\/th><td>[^<]*<\/td><td>threat<\/td><td>not known/);
});

test('a name that is no revision is refused, and nothing is written', async () => {
  const { status, said } = await publish(project(), '--since', 'v7');
  expect(status).toBe(2);
  expect(said).toContain('v7 names no commit');
});

test('the number of the company stands on the first page, and a number for no document is refused', async () => {
  const files = { 'medward.yaml': YAML, 'documents/templates/own.md': TEMPLATE };
  const { html } = await publish(testFolder({ ...files, 'documents/numbers.yaml': 'own: QD-014\n' }));
  expect(html).toContain('<dt>Number</dt><dd>QD-014</dd>');
  const { status, said } = await publish(testFolder({ ...files, 'documents/numbers.yaml': 'owm: QD-014\n' }));
  expect(status).toBe(2);
  expect(said).toContain('documents/numbers.yaml:1:1');
});
