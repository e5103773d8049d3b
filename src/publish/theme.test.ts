import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { readTheme, THEME_FIELDS, type ThemeRead } from './theme.js';

const { resolve } = createRequire(import.meta.url);
const inter = (style: string): Uint8Array =>
  readFileSync(resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`));

const PNG = Buffer.alloc(40);
PNG.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
PNG.writeUInt32BE(200, 16);
PNG.writeUInt32BE(60, 20);
const GIANT = Buffer.from(PNG);
GIANT.writeUInt32BE(100_000, 16);

const FILES: Readonly<Record<string, Uint8Array>> = {
  'documents/logo.svg': Buffer.from('<svg viewBox="0 0 90 30"><script>x</script><rect width="90" height="30"/></svg>'),
  'documents/logo.png': PNG,
  'documents/giant.png': GIANT,
  'documents/photo.jpg': Buffer.from('\u00ff\u00d8 no picture'),
  'documents/regular.ttf': inter('400Regular'),
  'documents/bold.ttf': inter('700Bold'),
  'documents/other.ttf': readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
};

function read(text: string): ThemeRead {
  return readTheme({ path: 'documents/theme.yaml', text }, (path) => FILES[path]);
}

describe('a theme', () => {
  test('may be empty', () => {
    expect(read('')).toMatchObject({ problems: [], theme: { accent: '#1a58b0', numbering: true, logo: undefined } });
  });

  test('says how documents look', () => {
    const { theme, problems } = read(`logo: documents/logo.svg
logo-height: 20
accent: '#0b5d3b'
font: [documents/regular.ttf, documents/bold.ttf]
header: Confidential
footer: Halden Therapeutics, quality document
numbering: no
language: de
words: { contents: Inhalt, table: Tabelle }
`);
    expect(problems).toEqual([]);
    expect(theme).toMatchObject({ accent: '#0b5d3b', header: 'Confidential', numbering: false, language: 'de' });
    expect(theme.words).toMatchObject({ contents: 'Inhalt', table: 'Tabelle', figure: 'Figure' });
    expect(theme.font).toMatchObject({ family: 'Inter' });
    expect(theme.logo).toMatchObject({ kind: 'svg', width: 90, height: 30, heightMm: 20 });
    expect(Buffer.from(theme.logo?.bytes ?? []).toString()).not.toContain('script');
  });

  test.each<[string, string, string]>([
    ['an unknown key', 'logo: documents/logo.png\ncolour: red', '2:1 Unknown field `colour`'],
    ['a key that is nearly right', 'numberin: yes', 'did you mean `numbering`?'],
    ['an unknown word', 'words: { content: Inhalt }', '1:10 '],
    ['a colour that is none', 'accent: blue', '1:9 '],
    ['a colour that is too pale', "accent: '#ffe000'", '1:1 #ffe000 cannot be read on white paper.'],
    ['a logo that is not there', 'logo: ../secret.png', '1:1 There is no file ../secret.png in the project.'],
    ['a logo that is no picture', 'logo: documents/photo.jpg', 'neither a PNG nor an SVG'],
    ['a giant logo', 'logo: documents/giant.png', '100000 × 60 pixels'],
    ['a font that is none', 'font: documents/logo.png', 'documents/logo.png is no TrueType or OpenType font'],
    ['a font without bold', 'font: documents/regular.ttf', 'regular and bold'],
    [
      'fonts of two families',
      'font: [documents/regular.ttf, documents/other.ttf]',
      'of the families Inter, DejaVu Sans',
    ],
    ['a header that is too long', `header: ${'x'.repeat(81)}`, 'at most 80 characters'],
    ['no YAML', 'a: [', 'documents/theme.yaml'],
  ])('%s is told with its place', (_, text, message) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    const [{ file, line, column, message: said } = { file: '', line: 0, column: 0, message: '' }] = problems;
    expect(`${file} ${line}:${column} ${said}`).toContain(message);
    expect(line).toBeGreaterThan(0);
  });

  test('each field is told of in the manual', () => {
    const page = readFileSync(new URL('../../docs/publish.md', import.meta.url), 'utf8');
    for (const field of Object.keys(THEME_FIELDS)) expect(page.includes(`| \`${field}\``), field).toBe(true);
  });
});
