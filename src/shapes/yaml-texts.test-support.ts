/** Makes YAML texts: sound ones of every form that records use, sound ones with something odd put in, and loose lines. */
import fc from 'fast-check';

/** Takes the next decision: a whole number below the given one. */
type Next = (below: number) => number;

const WORDS = [
  ['word', 'two words', 'yes', '1.10', 'null', '~', 'a:b', 'a#b', '-1', '--x', '(x)', 'é…', '😀', 'x\u00a0', '='],
  ['"quoted"', '"say \\"x\\""', '"\\n\\\\"', '"# no, : no"', "'it''s'", "'a: [b'", '""', "''", '" x "', "'x '"],
  ['[a, b]', '[ ]', '[]', '["a", \'b\']', '[a, [b, c]]', '{ a: b }', '{}', '{a: b, c: [d]}', '{ a: { b c: d } }'],
  ['[-1, a b]', '{ a: \'b\', c: "d" }', '[{ a: b }, {}]', '[a:b, c#d]', '[ a ,b ]', '{ a: b:c }'],
].flat();
const KEYS = ['a', 'b', 'c1', 'd-e', 'f.g', 'h i', '2026-11-24', 'null', '__proto__'];
const ENDS = ['\n', '\n', '\n', '\n', ' \n', ' # said\n', '\n\n', '\n  \n', '\n# note\n', '\n      # note: x\n'];
const ODD = [
  ['?x', ':x', '-'],
  ['--', '"\\u00e9"', '"\\q"', '"', "'", '"a" b', '"two\n  lines"', '[a,b', '[a: b]', ',]', '[,]', '[- a]', '[-1, -]'],
  ['[a,\nb]', '[a\n  b]', '[a #b]', '{ a }', '{ a: }', '{ a: b, a: c }', '{a:b}', '{', '{"a":b}', '|', '>', '|+', '|2'],
  [
    '| # text',
    '&x ',
    '*x',
    '!t ',
    '? ',
    ': ',
    '%',
    '@',
    '`',
    ']',
    '}',
    ', ',
    'x: ',
    'x:',
    ' #',
    '\n---\n',
    '...',
    '- ',
  ],
  ['\t', '\r', '\r\n', '\u2028', '\ufeff', '\u0085', '\ud800', '\0', ' ', '  ', '\n', '\n ', '\n  ', '\n   ', '<<: '],
].flat();

/** A mapping or a list in lines, each behind so many spaces. */
function block(next: Next, indent: number, depth: number): string {
  const isMap = next(3) > 0;
  const keys = KEYS.slice(next(4));
  const entries = Array.from({ length: 1 + next(3) }, (_, index) => {
    const start = isMap ? `${keys[index] ?? 'z'}:` : '-';
    return `${' '.repeat(indent)}${start}${value(next, indent, depth, isMap)}`;
  });
  return entries.join('');
}

function value(next: Next, indent: number, depth: number, ofKey: boolean): string {
  const within = indent + 1 + next(3);
  const pad = ' '.repeat(within);
  const below = depth > 3 ? 0 : next(3);
  if (below === 1) return `${end(next)}${block(next, within, depth + 1)}`;
  if (below === 2 && !ofKey) return ` ${block(next, indent + 2, depth + 1).slice(indent + 2)}`;
  switch (next(8)) {
    case 0:
      return end(next);
    case 1:
      return ` ${one(next, ['|', '|-', '>', '>-'])}\n${textLines(next, pad)}`;
    case 2:
      return ` one\n${pad}two${one(next, ['', '\n', '\n\n'])}\n${pad}- three${end(next)}`;
    case 3:
      return ` [\n${pad}  a,\n${pad}  'b'\n${pad}]${end(next)}`;
    case 4:
      return `\n${pad}[a, b]${end(next)}`;
    default:
      return `${one(next, [' ', ' ', '   '])}${one(next, WORDS)}${end(next)}`;
  }
}

function textLines(next: Next, pad: string): string {
  const kinds = ['x', 'x', 'y z', '', '  further in', '# no comment', 'a: b', '- c', 'x '];
  const lines = Array.from({ length: next(5) }, () => one(next, kinds));
  return [`first`, ...lines].map((line) => (line === '' ? '\n' : `${pad}${line}\n`)).join('');
}

function end(next: Next): string {
  return one(next, ENDS);
}

function one(next: Next, of: readonly string[]): string {
  return of[next(of.length)] ?? '';
}

/** A text follows from its decisions, so that smaller ones give a smaller text. */
export function soundTexts(): fc.Arbitrary<string> {
  return fc.array(fc.nat(1000), { maxLength: 60 }).map((decisions) => {
    let at = 0;
    return block((below) => (decisions[at++] ?? 0) % below, 0, 0);
  });
}

function withOddPiece(text: string, at: number, piece: string, lost: number): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + piece + text.slice(place + lost);
}

export function yamlTexts(): fc.Arbitrary<string> {
  const odd = fc.tuple(soundTexts(), fc.nat(), fc.constantFrom(...ODD), fc.nat(2));
  const pieces = fc.constantFrom(...WORDS, ...ODD, ...ENDS, ...ENDS, ...KEYS.map((key) => `${key}: `), '- ', '  ');
  const loose = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
  return withAnyLineEnds(
    fc.oneof(
      { weight: 3, arbitrary: soundTexts() },
      { weight: 6, arbitrary: odd.map((parts) => withOddPiece(...parts)) },
      { weight: 1, arbitrary: loose },
    ),
  );
}

/** Lines end as they did, all as on Windows, or here so and there so. */
export function withAnyLineEnds(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.constantFrom('same', 'same', 'all', 'some'), fc.nat())
    .map(([text, which, seed]) =>
      withReturns(text, (line) => which === 'all' || (which === 'some' && (seed >> (line % 31)) % 2 === 1)),
    );
}

function withReturns(text: string, has: (line: number) => boolean): string {
  const lines = text.split('\n');
  return lines.map((line, index) => (index === 0 ? '' : has(index) ? '\r\n' : '\n') + line).join('');
}
