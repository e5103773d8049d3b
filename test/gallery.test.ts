/** The gallery of the manual: every picture is there, is told of in words, and is small. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DOCS = join(import.meta.dirname, '../docs');
const pictures = readdirSync(join(DOCS, 'gallery')).filter((name) => name.endsWith('.png'));

test('the page shows each picture once, and says what it shows', () => {
  const page = readFileSync(join(DOCS, 'gallery.md'), 'utf8');
  const shown = [...page.matchAll(/!\[([^\]]{20,})\]\(gallery\/([^)]+)\)/g)].map(([, , file]) => file);
  expect([...shown].sort()).toEqual([...pictures].sort());
});

test('no picture has more than 120 kB, all together no more than 800 kB', () => {
  const sizes = pictures.map((name) => statSync(join(DOCS, 'gallery', name)).size);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(120_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(800_000);
});
