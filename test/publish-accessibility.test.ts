/** Published pages in a browser: axe finds nothing (WCAG 2.2 AA), they can be used by keyboard alone, zoomed and printed. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../src/publish/index.js';
import { openBrowser, type BrowserPage } from './chromium.test-support.js';
import { pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';
import { documentOf, RICH } from './rich-document.test-support.js';
import { runMedward } from './run-medward.test-support.js';

const ROOT = join(import.meta.dirname, '..');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DARK = ['color-contrast', 'link-in-text-block'];
const NARROW = ['target-size', 'scrollable-region-focusable', 'meta-viewport'];
/** 1280 pixels at 400 %. */
const ZOOMED = 320;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

let folder: string;
let page: BrowserPage;

/** A picture is one thing with a name; what stands inside it is not looked at piece by piece. */
async function violations(only: readonly string[]): Promise<readonly string[]> {
  const found = await page.ask<readonly Violation[]>(
    `axe.run({ exclude: [['svg > *']] }, { runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'] }).then(({ violations }) => JSON.parse(JSON.stringify(violations)))`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Rows of a table that are looked at in a document: those below are made alike, and take minutes on a busy machine. */
const ROWS = 12;

async function isTooWide(): Promise<readonly string[]> {
  await page.look({ width: ZOOMED, height: 256 });
  const widest = await page.ask<number>('document.documentElement.scrollWidth');
  return widest > ZOOMED ? [`wider than a screen at 400 %: ${widest}`] : [];
}

/** All rules once, and those again that hang on colours and on width. */
async function faultsOf(address: string, rows = Infinity): Promise<readonly string[]> {
  await page.open(address);
  const wide = await isTooWide();
  if (rows < Infinity) {
    await page.ask(`document.querySelectorAll('tbody tr:nth-child(n + ${rows + 1})').forEach((row) => row.remove())`);
  }
  await page.look({ width: 1280, height: 900 });
  await page.ask(`${axe.source}; 0`);
  const found = [...wide, ...(await violations(RULES))];
  await page.look({ width: 1280, height: 900, theme: 'dark' });
  found.push(...(await violations(DARK)));
  await page.look({ width: 360, height: 800, theme: 'dark' });
  found.push(...(await violations(NARROW)));
  return found;
}

const active = (): Promise<string> =>
  page.ask('`${document.activeElement.tagName} ${document.activeElement.id || document.activeElement.textContent}`');

describe.skipIf(lacks('chromium'))('pages in the browser (needs chromium)', { timeout: 120_000 }, () => {
  const site = (path: string): string => `file://${folder}/out/site/${path}`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medward-pages-'));
    const words = ['publish', '--project', join(ROOT, 'examples/glucoloop'), '--format', 'site', '-o', 'out'];
    await runMedward(folder, [...words, '--date', '2026-11-24']);
    page = await openBrowser(join(folder, 'profile'));
  }, 120_000);

  afterAll(async () => {
    await page?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('a fault is found: pale words, a picture and a field without names, a page that is too wide', async () => {
    const body = `<p style="color:#aaa;background:#fff">pale</p><img src="data:,"><input><div style="width:900px">wide</div>`;
    writeFileSync(join(folder, 'faults.html'), `<!doctype html><html><title>Faults</title><main>${body}</main></html>`);
    const found = (await faultsOf(`file://${folder}/faults.html`)).join('\n');
    for (const rule of ['color-contrast', 'image-alt', 'label:', 'html-has-lang', 'wider than a screen']) {
      expect(found).toContain(rule);
    }
  });

  test.each(['draft', 'release'] as const)('a %s with every part has none', async (status) => {
    writeFileSync(join(folder, 'rich.html'), renderHtml(documentOf(RICH, { status })));
    expect(await faultsOf(`file://${folder}/rich.html`)).toEqual([]);
  });

  test.each(['index.html', 'search.html', 'records/TH-01.html', 'records/SRS-101.html'])(
    '%s has none',
    async (path) => {
      expect(await faultsOf(site(path))).toEqual([]);
    },
  );

  test('no document of GlucoLoop has one', async () => {
    const all = readdirSync(join(folder, 'out/site/documents'));
    // The documents of the second and third software system are made like those of the first.
    const kinds = all.filter((name) => !/-sw-[2-9]\.html$/.test(name));
    expect(kinds.length).toBeGreaterThan(30);
    const faults: string[] = [];
    for (const name of kinds) {
      for (const fault of await faultsOf(site(`documents/${name}`), ROWS)) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test('the first stop of the keyboard leads to the text, and can be seen', async () => {
    await page.look({ width: 1280, height: 900 });
    await page.open(site('documents/threat-model.html'));
    await page.press('Tab');
    expect(await active()).toBe('A To the text');
    expect(await page.ask('document.activeElement.getBoundingClientRect().left')).toBeGreaterThanOrEqual(0);
    await page.press('Enter');
    await page.press('Tab');
    expect(await page.ask('document.querySelector("main").contains(document.activeElement)')).toBe(true);
  });

  test('the search is used by keyboard alone: / to it, arrows through what is found, Enter opens', async () => {
    await page.open(site('index.html'));
    await page.press('/');
    await page.type('signed dose');
    await page.leaveWith('Enter');
    expect(await page.ask('location.pathname')).toMatch(/search\.html$/);
    await page.press('/');
    expect(await active()).toBe('INPUT words');
    const shown = await page.ask<readonly string[]>(
      "[...document.querySelectorAll('tr[data-words]:not([hidden]) a')].map((link) => link.textContent)",
    );
    expect(shown.length).toBeGreaterThan(1);
    await page.press('ArrowDown');
    expect(await active()).toBe(`A ${shown[0]}`);
    expect(await page.ask('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.press('ArrowDown');
    expect(await active()).toBe(`A ${shown[1]}`);
    await page.press('ArrowUp');
    await page.press('ArrowUp');
    expect(await active()).toBe('INPUT words');
    await page.press('ArrowUp');
    expect(await active()).toBe('INPUT words');
    await page.press('ArrowDown');
    await page.leaveWith('Enter');
    expect(await page.ask('document.querySelector("h1").textContent')).toContain(shown[0]);
  });

  test('who does not want the key turns it off, and every page knows', async () => {
    await page.open(site('index.html'));
    await page.ask("document.getElementById('keys').focus()");
    await page.press('Enter');
    expect(await page.ask("document.getElementById('keys').getAttribute('aria-pressed')")).toBe('false');
    await page.open(site('search.html'));
    await page.press('/');
    expect(await active()).not.toBe('INPUT words');
    await page.ask("document.getElementById('keys').click()");
  });

  test.skipIf(lacks('pdftotext'))(
    'on paper stands the text, black on white, without the ways through the site',
    async () => {
      await page.look({ width: 1280, height: 900, theme: 'dark', media: 'print' });
      await page.open(site('documents/soup-list-sw-1.html'));
      const ground = await page.ask(
        'getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color',
      );
      expect(ground).toBe('rgb(255, 255, 255)rgb(0, 0, 0)');
      const pages = pagesOf(await page.printed());
      const all = pages.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
      expect(all).toContain('SOUP list: Pump firmware');
      expect(all).not.toMatch(/To the text|All records|Search/);
      for (const { width, words } of pages) expect(words.filter(({ right }) => right > width)).toEqual([]);
    },
  );
});
