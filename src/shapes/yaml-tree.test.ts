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
