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
