import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvg, svgSize } from './clean-svg.js';

const svg = (inside: string, root = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${inside}</svg>`;

function cleaned(inside: string, options = {}): string {
  const clean = cleanSvg(svg(inside), options);
  if (typeof clean === 'string') throw new Error(clean);
  return clean.svg.replace(/^<svg[^>]*>|<\/svg>$/g, '').replace(/^<svg[^>]*\/>$/, '');
}

describe('of a picture', () => {
  test.each<[string, string, string]>([
    ['shapes stay', '<g fill="#123456"><path d="M0 0h9"/></g>', '<g fill="#123456"><path d="M0 0h9"/></g>'],
    ['words stay', '<text x="1">a &lt;b&gt;</text>', '<text x="1">a &lt;b&gt;</text>'],
    ['scripts go', '<script>alert(1)</script><rect width="1"/>', '<rect width="1"/>'],
    ['handlers go', '<rect onclick="x()" onload="y()" width="1"/>', '<rect width="1"/>'],
    ['foreign elements go', '<foreignObject><p>hi</p></foreignObject>', ''],
    ['pictures inside go', '<image href="file:///etc/passwd"/><image xlink:href="data:image/png;base64,AA"/>', ''],
    [
      'links lose their address, not what they hold',
      '<a href="https://x.org"><rect width="1"/></a>',
      '<rect width="1"/>',
    ],
    ['references inside stay', '<use href="#a"/><g id="a"/>', '<use href="#a"/><g id="a"/>'],
    ['references to other files go', '<use xlink:href="other.svg#a"/>', '<use/>'],
    ['paint of the picture stays', '<rect fill="url(#g)"/>', '<rect fill="url(#g)"/>'],
    ['paint from elsewhere goes', '<rect fill="url(https://x.org/a)" width="1"/>', '<rect width="1"/>'],
    ['styles that fetch go', '<rect style="fill:url(http://x)"/>', '<rect/>'],
    ['styles that hide an address go', String.raw`<rect style="fill:u\72l(http://x)"/>`, '<rect/>'],
    ['sheets with classes stay', '<style>.a{fill:#fff}</style>', '<style>.a{fill:#fff}</style>'],
    ['sheets that import go', '<style>@import "http://x";</style>', ''],
    ['fonts of sheets go', '<style>.a{font-family:Evil;fill:red}</style>', '<style>.a{;fill:red}</style>'],
    ['animations go', '<rect width="1"><animate attributeName="x"/><set/></rect>', '<rect width="1"/>'],
    ['elements of other names go', '<sodipodi:namedview/><metadata>x</metadata>', ''],
    ['text between elements goes', 'stray<g>stray</g>', '<g/>'],
  ])('%s', (_, given, expected) => {
    expect(cleaned(given)).toBe(expected);
  });

  test('fonts and weights become ours, words go through what they are given to', () => {
    const given = '<text font-family="Evil" font-weight="500">a</text><text font-weight="bold">b</text>';
    expect(cleaned(given, { fonts: 'Inter', words: (text: string) => text.toUpperCase() })).toBe(
      '<text font-weight="400">A</text><text font-weight="700">B</text>',
    );
  });

  test.each([
    ['no SVG', '<html/>', 'The picture is no SVG.'],
    ['broken', '<svg><g></svg>', 'The picture is no well-formed SVG.'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', 'The picture is no well-formed SVG.'],
    [
      'nested too deeply',
      svg('<g>'.repeat(100) + '</g>'.repeat(100)),
      'The elements of the picture are nested too deeply.',
    ],
    ['too many elements', svg('<g/>'.repeat(50_001)), 'The picture has too many elements.'],
    ['itself', svg('<g id="a"><use href="#a"/></g>'), 'The picture repeats parts of itself too often.'],
    [
      'doubling',
      svg(
        Array.from(
          { length: 30 },
          (_, at) => `<g id="g${at}"><use href="#g${at + 1}"/><use href="#g${at + 1}"/></g>`,
        ).join(''),
      ),
      'The picture repeats parts of itself too often.',
    ],
  ])('%s is refused', (_, given, why) => {
    expect(cleanSvg(given)).toBe(why);
  });

  test('any text is cleaned or refused, and what is clean stays as it is', () => {
    const piece = fc.constantFrom(
      '<g>',
      '</g>',
      '<script>',
      '</script>',
      ' onload="x"',
      '<use href="#a"/>',
      '&lt;',
      '<!--',
      'url(http://x)',
      '<style>',
      '"',
      '>',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const clean = cleanSvg(svg(pieces.join('')));
        if (typeof clean === 'string') return;
        expect(clean.svg).not.toMatch(/<script|onload=|http:\/\/x/);
        expect(cleanSvg(clean.svg)).toEqual(clean);
      }),
    );
  });
});

test.each([
  ['width="10" height="20"', 10, 20],
  ['viewBox="0 0 30 40"', 30, 40],
  ['width="100%" viewBox="0 0 30 40"', 30, 40],
  ['width="12.5pt" height="-3" viewBox="0,0,1,2"', 12.5, 150],
  ['', 300, 150],
])('a picture with %s is %d × %d', (root, width, height) => {
  expect(svgSize(svg('', root))).toEqual({ width, height });
  expect(cleanSvg(svg('', root))).toMatchObject({ width, height });
});
