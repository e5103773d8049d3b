import { describe, expect, test } from 'vitest';
import { placeOf } from '../shapes/index.js';
import { readCodeTags } from './code-tags.js';

const read = (text: string, path = 'src/a.ts'): readonly string[] =>
  readCodeTags({ path, text }).map((tag) => `${tag.field} ${tag.id}`);

// @verifies TC-204
test.each([
  ['C, C++, Java, Rust, Go, TypeScript: a line comment', '// @implements SRS-014'],
  ['C, Java: a block on one line', '/* @implements SRS-014 */'],
  ['JSDoc, Javadoc: a line inside a block', '/**\n * @implements SRS-014\n */'],
  ['Rust: a documentation comment', '/// @implements SRS-014'],
  ['Python, shell, Ruby, YAML, TOML', '# @implements SRS-014'],
  ['Python: a docstring', '"""@implements SRS-014"""'],
  ['SQL, Ada, Lua, Haskell', '-- @implements SRS-014'],
  ['Assembler, INI, Lisp', '; @implements SRS-014'],
  ['MATLAB, LaTeX, Erlang', '% @implements SRS-014'],
  ['HTML, XML', '<!-- @implements SRS-014 -->'],
  ['behind code on the same line', 'int rate = 3; // @implements SRS-014'],
  ['with tabs', '//\t@implements\tSRS-014'],
  ['with a line end of Windows', '// @implements SRS-014\r\n'],
  ['at the very end of a sentence', '// Checks the dose, see @implements SRS-014.'],
  ['behind a text that holds a mark', 'split("//"); // @implements SRS-014 "at" each'],
  ['behind an apostrophe', "A = B'; % @implements SRS-014"],
  ['behind lifetimes of Rust', "fn f<'a>(x: &'a str, y: &'a str) {} // @implements SRS-014"],
  ['before an apostrophe', "// @implements SRS-014, isn't it"],
])('%s', (_, text) => {
  expect(read(text)).toEqual(['implements SRS-014']);
});

test.each([
  ['code that no comment mark stands before', 'const tag = "@implements SRS-014";'],
  ['a tag of another tool', '// @implements {Iterable}'],
  ['a class of Java', '// @Implements SRS-014'],
  ['an id without a hyphen', '// @implements SRS014'],
  ['no id', '// @implements'],
  ['the id on the next line', '// @implements\n// SRS-014'],
  ['between off and on', '// medward:off\n// @implements SRS-014\n// medward:on'],
  ['an unended off', '// medward:off\n// @implements SRS-014'],
  ['a comment in a text, as tests hold it', `const code = '// @implements SRS-014';`],
  ['the same behind another text', `files = { 'a.c': "/* @implements SRS-014 */" };`],
  ['the same in a template', 'write(`// @implements SRS-014`);'],
])('%s is no tag', (_, text) => {
  expect(read(text)).toEqual([]);
});

test('several ids are parted by commas; what follows without one belongs to the sentence', () => {
  expect(read('// @verifies SRS-1, SC-02 ,TC-3 and SRS-9')).toEqual([
    'verifies SRS-1',
    'verifies SC-02',
    'verifies TC-3',
  ]);
});

test('both tags on one line', () => {
  expect(read('// @implements SRS-1 @verifies SRS-2')).toEqual(['implements SRS-1', 'verifies SRS-2']);
});

test('tags count again after medward:on', () => {
  expect(read('// medward:off\n// @verifies SRS-1\n// medward:on\n// @verifies SRS-2')).toEqual(['verifies SRS-2']);
});

test('the place is that of the id, 1-based, also after a line end of Windows', () => {
  const [first, second] = readCodeTags({ path: 'src/a.c', text: 'int a;\r\n  // @implements SRS-1, SRS-2\r\n' });
  expect(placeOf(first!.spot)).toEqual({ file: 'src/a.c', line: 2, column: 18 });
  expect(placeOf(second!.spot)).toEqual({ file: 'src/a.c', line: 2, column: 25 });
});

describe('hostile files', () => {
  test('a line of a million characters is passed over at once', () => {
    const text = `// ${'@implements A-'.repeat(80_000)}\n// @implements SRS-1`;
    const start = performance.now();
    expect(read(text)).toEqual(['implements SRS-1']);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('lines of marks, quotes and tags cost no more than their length', () => {
    const line = `${`';"--\``.repeat(150)}${' @implements A-1'.repeat(60)}`;
    const start = performance.now();
    read(`${line}\n`.repeat(2_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('lines that nearly match cost no more than their length', () => {
    const line = `// @implements ${'A-a.'.repeat(480)}`;
    const start = performance.now();
    read(Array.from({ length: 200 }, () => line).join('\n'));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
