/** Word documents of our own take the company's theme; a Word template of the company goes before it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../src/project/folder.test-support.js';
import { runMedward } from './run-medward.test-support.js';

const YAML =
  'medward: 1\ndevice: { name: Pump, version: 1.2.0, manufacturer: Meadow }\nsoftware: [{ id: SW-1, name: Pump, class: B }]\npacks: [iec62304@2015, iso14971@2019]\n';
const THEME = `logo: documents/logo.svg
logo-height: 20
accent: '#0b5d3b'
font: [documents/Regular.ttf, documents/Bold.ttf]
header: Confidential <b> & "all"
footer: QM-7
language: de
words: { contents: Inhalt, tables-and-figures: Tabellen, approvals: Freigaben, draft: Entwurf & 1, released: freigegeben, version: Fassung, page: 'Seite {page} von {pages}' }
`;
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><script>x()</script><rect width="40" height="40" fill="#0b5d3b"/></svg>';
const font = (name: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
const FILES = {
  'medward.yaml': YAML,
  'documents/theme.yaml': THEME,
  'documents/logo.svg': LOGO,
  'documents/Regular.ttf': font('DejaVuSans'),
  'documents/Bold.ttf': font('DejaVuSans-Bold'),
};
const TEMPLATE = readFileSync(join(import.meta.dirname, 'fixtures/word-template/template.docx'));

async function publish(folder: string): Promise<string> {
  const words = ['publish', 'overhead-report', '--format', 'docx', '-o', 'out'];
  const { status, out, notes } = await runMedward(folder, words);
  expect(status, notes).toBe(0);
  return `${out}${notes}`;
}

type Parts = Readonly<Record<string, Uint8Array>>;
const partsOf = (folder: string): Parts => unzipSync(readFileSync(join(folder, 'out/overhead-report.docx')));
const textsOf = (parts: Parts): ReadonlyMap<string, string> =>
  new Map(Object.entries(parts).flatMap(([name, bytes]) => (/\.xml$/.test(name) ? [[name, strFromU8(bytes)]] : [])));
const joined = (parts: Parts): string => [...textsOf(parts).values()].join('\n');

describe('a Word document with a theme', () => {
  async function themed(): Promise<Parts> {
    const folder = testFolder(FILES);
    await publish(folder);
    return partsOf(folder);
  }

  test('has its font by name, its colour in links, its language', async () => {
    const parts = await themed();
    const styles = textsOf(parts).get('word/styles.xml') ?? '';
    expect(styles).toContain('w:ascii="DejaVu Sans"');
    expect(styles).toContain('w:val="0B5D3B"');
    expect(styles).toMatch(/<w:lang [^>]*w:val="de"/);
    // Nowhere ours, not in the mark of the draft either.
    expect(/"Inter"|&quot;Inter&quot;/.test(joined(parts))).toBe(false);
  });

  test('has its words, above and below each page too', async () => {
    const all = joined(await themed());
    for (const words of ['Inhalt', 'Freigaben', 'Fassung 1.2.0', 'Seite ', ' von ', 'QM-7'])
      expect(all.includes(words), words).toBe(true);
    for (const words of ['>Contents<', '>Approvals<', '>Draft<', 'Page '])
      expect(all.includes(words), words).toBe(false);
    expect(all).toContain('Confidential &lt;b&gt; &amp; &quot;all&quot;');
    expect(/string="ENTWURF &(?:amp|#38); 1"/.test(all)).toBe(true);
  });

  test('has its logo as SVG without scripts and as PNG, as high as it says', async () => {
    const parts = await themed();
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    const svg = media.find((name) => name.endsWith('.svg')) ?? '';
    expect(strFromU8(parts[svg] ?? new Uint8Array())).toContain('#0b5d3b');
    expect(strFromU8(parts[svg] ?? new Uint8Array())).not.toContain('script');
    expect(media.some((name) => name.endsWith('.png'))).toBe(true);
    // 20 mm are 76 pixels of 9525 units.
    expect(textsOf(parts).get('word/document.xml')).toContain(`cy="${76 * 9525}"`);
  });

  test('is well formed, whatever the words are', async () => {
    for (const [name, xml] of textsOf(await themed())) {
      const parser = sax.parser(true, {});
      parser.onerror = (error) => {
        throw new Error(`${name}: ${error.message}`);
      };
      parser.write(xml).close();
    }
  });

  test('is written again when the theme changes, and not before', async () => {
    const folder = testFolder(FILES);
    await publish(folder);
    expect(await publish(folder)).toContain('0 files written, 1 unchanged');
    writeFileSync(join(folder, 'documents/theme.yaml'), THEME.replace('QM-7', 'QM-8'));
    expect(await publish(folder)).toContain('1 file written');
    expect(joined(partsOf(folder))).toContain('QM-8');
  });
});

test('a Word template goes before the theme', async () => {
  const folder = testFolder({ ...FILES, 'documents/template.docx': TEMPLATE });
  await publish(folder);
  const all = joined(partsOf(folder));
  expect(all).toContain('Meadow Devices');
  for (const words of ['Inhalt', 'QM-7', '0B5D3B']) expect(all.includes(words), words).toBe(false);
});

test('without a theme it is as it was', async () => {
  const folder = testFolder({ 'medward.yaml': YAML });
  await publish(folder);
  const all = joined(partsOf(folder));
  for (const words of ['>Contents<', '>Approvals<', 'Page ', 'w:ascii="Inter"', '1A58B0'])
    expect(all.includes(words), words).toBe(true);
});
