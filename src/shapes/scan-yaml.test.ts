import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scanYaml } from './scan-yaml.js';
import { MAX_NODES } from './yaml-limits.js';
import { MAX_DEPTH, parseYaml, type YamlTree } from './yaml-tree.js';
import { soundTexts, withAnyLineEnds, yamlTexts } from './yaml-texts.test-support.js';

const LIMITS = { depth: MAX_DEPTH, nodes: MAX_NODES };

function scan(text: string, base = 0): YamlTree | undefined {
  return scanYaml(text, base, LIMITS);
}

// @verifies TC-115
describe('the scanner gives what the library gives, or leaves it to the library', () => {
  const files = ['packs', 'examples', 'test'].flatMap((folder) => textsUnder(folder));

  test.each([
    ['as they are', (text: string) => text],
    ['with lines that end as on Windows', (text: string) => text.replaceAll(/\r?\n/g, '\r\n')],
  ])('at every YAML text of the repository, %s; most of them it reads itself', (_, turned) => {
    let scanned = 0;
    for (const text of files) if (sameAsLibrary(turned(text))) scanned++;
    expect(scanned / files.length).toBeGreaterThan(0.9);
  });

  test('at texts put together of its own words, sound and broken', () => {
    let scanned = 0;
    const property = fc.property(yamlTexts(), fc.nat(1000), (text, base) => {
      if (sameAsLibrary(text, base)) scanned++;
    });
    fc.assert(property, { numRuns: 10_000 });
    expect(scanned).toBeGreaterThan(1000);
  });

  test('at pieces of real texts with something put in', () => {
    const piece = fc.constantFrom(...files).chain((text) => {
      const lines = text.split('\n');
      return fc.nat(lines.length).map((from) => lines.slice(from, from + 8).join('\n'));
    });
    const property = fc.property(piece, fc.nat(), yamlTexts(), fc.nat(3), (text, at, more, lost) => {
      const place = at % (text.length + 1);
      sameAsLibrary(text.slice(0, place) + more + text.slice(place + lost));
    });
    fc.assert(property, { numRuns: 3000 });
  });
});

describe('reads by itself', () => {
  test('every sound text of the forms that records use, whatever ends its lines', () => {
    fc.assert(
      fc.property(withAnyLineEnds(soundTexts()), (text) => {
        expect(sameAsLibrary(text), JSON.stringify(text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['flat fields', 'id: SRS-1\nlevel: software\nversion: 1.10\n'],
    ['lists in a line and below', "a: [x, \"y, z\", 'it''s']\nb:\n  - x\n  - y\nc:\n- z\n"],
    ['mappings in a line and below', 'a: { b: c, d: [e] }\nf:\n  g: h\n  i:\n    j: k\n'],
    ['records in a list', 'tests:\n  - id: TC-1\n    text: |\n      Do.\n\n      Look.\n  # none\n  - id: TC-2\n'],
    ['folded text', 'a: >-\n  one\n  two\n\n  three\n    four\n\n\nb: >\n  c\n'],
    ['text over several lines', 'a: one\n  two\n\n  three\nb: c\n'],
    ['what is empty', 'a:\nb: # nothing\nc: []\nd: {}\ne:\n  -\n  - x\n'],
    ['keys of several words', 'by hand: yes\n2026-11-24: day\n'],
    ['a list over several lines', 'a: [\n    b,\n    c,\n  ]\nd:\n  [e, f]\n'],
    ['escapes', 'a: "say \\"x\\"\\n\\\\"\n'],
  ])('%s', (_, text) => {
    expect(sameAsLibrary(text)).toBe(true);
    expect(sameAsLibrary(text.trimEnd())).toBe(true);
    expect(sameAsLibrary(text.replaceAll('\n', '\r\n'))).toBe(true);
  });
});

describe('leaves to the library', () => {
  test.each([
    ['anchors and aliases', 'a: &x b\nc: *x\n'],
    ['tags', 'a: !!str b\n'],
    ['merge keys', '<<: b\n'],
    ['tabs', 'a:\tb\n'],
    ['a carriage return inside a line', 'a: b\rc\n'],
    ['a carriage return at the end', 'a: b\r'],
    ['keys that stand twice', 'a: b\na: c\n'],
    ['odd indentation', 'a:\n    b: c\n  d: e\n'],
    ['several documents', 'a: b\n---\nc: d\n'],
    ['texts that never end', 'a: "b\n'],
    ['too many levels', `${'- '.repeat(60)}a\n`],
    ['a comment inside brackets', 'a: [b #c]\n'],
    ['nothing', '\n'],
    ['a single word', 'a\n'],
  ])('%s', (_, text) => {
    expect(scan(text)).toBeUndefined();
  });

  test('more values than the limit', () => {
    expect(scanYaml('[a, b]', 0, { depth: 9, nodes: 9 })).toBeUndefined();
    expect(scanYaml('- a\n- b\n', 0, { depth: 9, nodes: 3 })).toBeDefined();
    expect(scanYaml('- a\n- b\n', 0, { depth: 9, nodes: 2 })).toBeUndefined();
  });
});

/** @returns whether the scanner read it */
function sameAsLibrary(text: string, base = 0): boolean {
  const tree = scan(text, base);
  if (!tree) return false;
  expect({ tree, problems: [] }, JSON.stringify(text)).toEqual(parseYaml(text, base));
  return true;
}

/** YAML files, front matter and YAML blocks. */
function textsUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (!/\.(ya?ml|md)$/.test(name)) return [];
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    if (!name.endsWith('.md')) return [text];
    return [...text.matchAll(/^(?:```ya?ml|---)\n([^]*?)^(?:```|---)$/gm)].map((match) => match[1] ?? '');
  });
}
