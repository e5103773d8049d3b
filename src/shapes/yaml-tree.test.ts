import { expect, test } from 'vitest';
import { readYaml } from './read-yaml.js';

test.each([
  [
    'a colon in prose',
    'text: The order is this: first one.\n',
    6,
    'If a text with `: ` in it is meant, put it in quotes',
  ],
  [
    'a text that begins with a backtick',
    'text: `medward check` ends with 1.\n',
    6,
    'If a text is meant that begins with it, put it in quotes.',
  ],
  [
    'a text that begins with an at sign',
    'text: @verifies is a tag.\n',
    6,
    'If a text is meant that begins with it, put it in quotes.',
  ],
  ['a word among the items of a list', '- - A-1\n  A-2\n', 8, 'Put `- ` before it, or let it begin where'],
  ['a word below the items of a field', 'links:\n  - A-1\n  A-2\n', 15, 'Let lines that belong together begin'],
  ['a word alone', 'level: system\nsystem\n', 14, 'This line is neither `field: value` nor an item of a list.'],
  ['a list that is not closed', 'links: [A-1, A-2\nlevel: system\n', 17, 'Put `]` behind it, in the same line.'],
  ['a map that is not closed', 'links: {a: b\nlevel: system\n', 13, 'Put `}` behind it, in the same line.'],
  ['a quote that is not closed', 'text: "open\nlevel: system\n', 26, 'Put the same quote behind the text.'],
  ['a field further out than the others', '  level: system\ntext: x\n', 16, 'Look at the indentation'],
  ['a tab', 'a:\n\tlevel: system\n', 3, 'Put spaces in place of the tab.'],
  ['a backslash in double quotes', 'text: "C:\\data"\n', 9, 'Write two backslashes for one'],
  ['a second document', 'text: x\n---\ntext: y\n', 8, 'Write one document, without `---` in it.'],
  ['a name over two lines', '"a\n b": c\n', 0, 'Write the name of a field in one line'],
])('%s is told with what to do', (_, text, at, advice) => {
  const [problem] = readYaml(text).problems;
  expect(problem).toMatchObject({ at, message: expect.stringContaining(advice) });
});

test.each(['text: "The order is this: first one."\n', 'text: >-\n  The order is this: first one.\n'])(
  'what the advice says can be read: %j',
  (text) => {
    expect(readYaml(text).problems).toEqual([]);
  },
);

test('a list item that is indented otherwise than the others is one place, not one for each of its words', () => {
  const text = 'soup:\n  - id: SOUP-1\n    title: One\n- id: SOUP-2\n  title: Two\n  version: 1.0.0\n';
  expect(readYaml(text).problems).toEqual([
    {
      at: text.indexOf('- id: SOUP-2'),
      message: expect.stringContaining('Give it the indentation of the items above.'),
    },
  ]);
});

test('two mistakes with something else between them are two places', () => {
  const { problems } = readYaml('a: [b, , c]\nd: `e`\nf: [g, , h]\n');
  expect(problems.map(({ at }) => at)).toEqual([7, 15, 26]);
});
