/** The site for auditors: every link leads somewhere, no text of a record becomes a program, and the search works offline. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { pageNames } from '../src/publish/site/addresses.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { lacks } from './programs.test-support.js';

const YAML = `medward: 1
device: { name: "Pump </title><script>alert(1)</script>", version: 1.3.0 }
profile: { exposure: public-network }
software: [{ id: SW-1, name: Pump, class: B }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;
const HOSTILE = [
  '</td><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "'><img src=x onerror=alert(1)>",
  '[x](javascript:alert(1))',
  '${alert(1)} `x` </script>',
];
const RECORDS = `threats:
${HOSTILE.map((text, at) => `  - { id: TH-${at + 1}, title: ${JSON.stringify(text)}, text: ${JSON.stringify(text)} }\n`).join('')}
controls:
  - { id: SC-1, title: Signed commands, domain: security, mitigates: [TH-1] }
`;

async function publish(folder: string): Promise<{ status: number; said: string }> {
  const said: string[] = [];
  const words = [
    'publish',
    'threat-model',
    'security-controls',
    '--format',
    'site',
    '-o',
    'out',
    '--date',
    '2026-11-24',
  ];
  const status = await runProgram(words, {
    terminal: { out: (one) => said.push(one), note: () => undefined, paint: painter(false), width: 100 },
    folder,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  return { status, said: said.join('') };
}

function pagesOf(folder: string): ReadonlyMap<string, string> {
  const site = join(folder, 'out/site');
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.html'));
  return new Map(files.map((file) => [join(site, file), readFileSync(join(site, file), 'utf8')]));
}

const OURS = new Set(
  'html head meta title style body a nav b form input button kbd main header p h1 h2 h3 h4 h5 dl dt dd table caption thead tr th tbody td ol ul li span section sup div colgroup col figure figcaption br em strong code pre aside hr svg footer label script g path rect text tspan polygon circle line desc polyline ellipse'.split(
    ' ',
  ),
);

describe('the site', () => {
  test('holds a page for each document and record, and every link leads to a place', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, 'records/all.yaml': RECORDS });
    const { status, said } = await publish(folder);
    expect(status).toBe(0);
    expect(said).toContain('The site in');
    const pages = pagesOf(folder);
    expect(pages.size).toBeGreaterThan(9);
    for (const [page, html] of pages) {
      for (const [, address = ''] of html.matchAll(/ (?:href|action)="([^"]*)"/g)) {
        const [path = '', anchor] = address.split('?', 1)[0]?.split('#') ?? [];
        const target = path === '' ? page : join(dirname(page), path);
        expect(existsSync(target), `${address} in ${page}`).toBe(true);
        if (anchor !== undefined) expect(pages.get(target), `${address} in ${page}`).toContain(` id="${anchor}"`);
      }
    }
    const threat = pages.get(join(folder, 'out/site/records/TH-1.html'));
    expect(threat).toContain('<a class="id" href="../records/SC-1.html">SC-1</a>');
    expect(pages.get(join(folder, 'out/site/documents/threat-model.html'))).toContain('href="../records/TH-1.html"');
  });

  test('text of records stays text, and the only scripts are ours, allowed by their hashes', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, 'records/all.yaml': RECORDS });
    await publish(folder);
    for (const [page, html] of pagesOf(folder)) {
      const plain = html.replaceAll(/<style>.*?<\/style>/gs, '');
      for (const [, tag = ''] of plain.matchAll(/<([a-zA-Z][a-zA-Z0-9]*)/g))
        expect(OURS.has(tag), `${tag} in ${page}`).toBe(true);
      expect(plain.replaceAll(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\son[a-z]+=/i);
      expect(plain).not.toMatch(/href="javascript/i);
      const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code ?? '');
      expect(scripts.length).toBe(page.endsWith('search.html') ? 2 : 1);
      const hashes = scripts.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
      expect(html).toContain(`default-src 'none'; script-src ${hashes.join(' ')};`);
    }
  });

  test('a page of a record that is gone is taken away, unless a person changed it', async () => {
    const folder = testFolder({ 'medward.yaml': YAML, 'records/all.yaml': RECORDS });
    await publish(folder);
    const [gone, kept] = ['TH-2', 'TH-3'].map((id) => join(folder, `out/site/records/${id}.html`));
    writeFileSync(kept ?? '', 'changed by hand');
    writeFileSync(join(folder, 'records/all.yaml'), RECORDS.replaceAll(/ {2}- \{ id: TH-[23],.*\n/g, ''));
    expect((await publish(folder)).status).toBe(0);
    expect(existsSync(gone ?? '')).toBe(false);
    expect(readFileSync(kept ?? '', 'utf8')).toBe('changed by hand');
    expect((await publish(folder)).said).toContain('0 files written');
  });

  test.skipIf(lacks('chromium'))('the search finds in the browser (needs chromium)', { timeout: 60_000 }, async () => {
    const folder = testFolder({ 'medward.yaml': YAML, 'records/all.yaml': RECORDS });
    await publish(folder);
    const address = `file://${folder}/out/site/search.html?words=signed+SC`;
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`];
    const dom = execFileSync('chromium', [...flags, '--dump-dom', address], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(dom).toMatch(/<p id="found" role="status">1 of \d+ found<\/p>/);
    expect(dom.match(/<tr data-words="[^"]*">/g)).toHaveLength(1);
  });
});

test('names of pages are safe on every disk, and one for each id', () => {
  const names = pageNames(['TH-1', 'th-1', 'CON', '../../x', 'a/b', 'a_b', 'Ä', 'x'.repeat(300)]);
  const lower = [...names.values()].map((name) => name.toLowerCase());
  expect(new Set(lower).size).toBe(8);
  for (const name of lower) expect(name).toMatch(/^[a-z0-9_-]{1,90}\.html$/);
  expect(names.get('CON')).toBe('_CON.html');
});
