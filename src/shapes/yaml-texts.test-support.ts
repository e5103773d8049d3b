/** Makes YAML texts of the words that YAML is made of: most lines are sound, some are not, and they need not fit together. */
import fc from 'fast-check';

/** Indentation, start, value and end of a line. */
type Pieces = readonly [readonly string[], readonly string[], readonly string[], readonly string[]];

const SOUND_VALUES = [
  ['', 'word', 'two words', 'yes', '1.10', 'null', '~', 'a:b', 'a#b', '-1', '(x)', 'é…', '😀', 'x\u00a0'],
  ['"quoted"', '"say \\"x\\""', "'it''s'", '""', '[a, b]', '[ ]', '["a", \'b\']', '[a, [b]]', '{ a: b }', '{}'],
  ['{a: b, c: [d]}', '{ a: { b c: d } }', '|\n    x\n     y\n\n    z', '>\n    x\n    y\n\n     z\n    w'],
  ['|-\n   x\n', '>-\n\n    x\n\n\n\n    y', 'x\n     y\n\n     z', '[\n     a,\n     b\n     ]', '\n     [a]'],
];
const ODD_VALUES = [
  ['--', '"\\u00e9"', '"\\q"', '"open', "'open", '"a" b', '"two\n  lines"', '[a,b', '[a: b]', '[a,]', '[,]', '[- a]'],
  ['[-1, -]', '[a,\nb]', '[a\n  b]', '[a #b]', '{ a }', '{ a: }', '{ a: b, a: c }', '{a:b}', '{', '{"a":b}'],
  ['{ a: b', '|', '>', '|+\n  x\n\n', '|2\n   x', '| # text\n  x', '|\n\n   \n  x', '>\n  x\n     \n  y'],
  ['|\n  x\n y', '|\n\tx', '&x y', '*x', '!t z', ': v', '%', '@', '`', ']', '}', ', c', 'x: y', 'x:', 'x #', '---'],
  ['...', '- z', '\ty', 'x\r', '\u2028', '\ufeff', '\u0085', '\ud800', '\0'],
];
const SOUND: Pieces = [
  ['', '', '', '  ', '  ', '    '],
  ['- ', 'a: ', 'b: ', 'c: ', 'd:', 'a b: ', '- a: ', '- b: ', '-   ', '- - ', '# '],
  SOUND_VALUES.flat(),
  ['\n', '\n', '\n', '\n', ' \n', ' # said\n', '\n\n', '\n  \n', '\n# note\n', '\n      # note\n'],
];
const ODD: Pieces = [
  ['', ' ', '   ', '      ', '\t'],
  ['', '', '-', '- e:', 'f:  ', '? ', '"k": ', '[k]: ', '<<: ', 'a : ', 'k:'],
  ODD_VALUES.flat(),
  ['\n', '', '\r\n', '#\n', ' x\n', ':\n', ',\n', '\t\n'],
];

/** @param odd which piece of the line is an odd one */
function line(odd?: number): fc.Arbitrary<string> {
  const pieces = SOUND.map((sound, index) => fc.constantFrom(...(index === odd ? (ODD[index] ?? []) : sound)));
  return fc.tuple(...pieces).map((chosen) => chosen.join(''));
}

export function yamlTexts(): fc.Arbitrary<string> {
  const odd = ODD.map((_, index) => ({ weight: index === 2 ? 3 : 1, arbitrary: line(index) }));
  return fc.array(fc.oneof({ weight: 30, arbitrary: line() }, ...odd), { maxLength: 6 }).map((all) => all.join(''));
}
