/** Words that Medward may not say: what a device is, people judge. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { shippedPacks } from '../src/index.js';

const ROOT = path.join(import.meta.dirname, '..');
// Where the words are forbidden, or quoted as forbidden.
const FORBIDDEN = /\b(?:compliant|certified|certifies|FDA[- ]ready|FDA[- ]approved)\b/i;

function textsUnder(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => ending.test(file));
}

// @verifies TC-314
test.each([
  ['sources', textsUnder('src', /\.ts$/)],
  ['packs', textsUnder('packs', /\.yaml$/)],
  ['what the sample devices print', textsUnder('examples', /expected\/[^/]*\.txt$/)],
])('none of the words stands in %s', (_, files) => {
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => FORBIDDEN.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});

test.each(['This device is compliant.', 'certified by us', 'FDA ready', 'fda-ready'])(
  '"%s" would be found',
  (words) => {
    expect(words).toMatch(FORBIDDEN);
  },
);

// A clause is a number and a title in own words; the text of a standard would be longer.
test('no title of a clause or work product is longer than a title', () => {
  const titles = shippedPacks().flatMap((pack) =>
    [...pack.clauses, ...pack.workProducts].map(({ id, title }) => ({ id: `${pack.pack}:${id}`, title })),
  );
  expect(titles.length).toBeGreaterThan(400);
  expect(titles.filter(({ title }) => title.length > 110)).toEqual([]);
});
