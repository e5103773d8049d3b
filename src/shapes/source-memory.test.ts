import { expect, test } from 'vitest';
import { SourceMemory } from './source-memory.js';

const made: string[] = [];
const make = ({ path, text }: { path: string; text: string }): string => {
  made.push(path);
  return `${path} says ${text}`;
};

test('a text that stays is made once, another one again, and what was not asked for is forgotten', () => {
  const memory = new SourceMemory<string>();
  expect(memory.of({ path: 'a', text: '1' }, make)).toBe('a says 1');
  expect(memory.of({ path: 'b', text: '1' }, make)).toBe('b says 1');
  memory.turnOver();
  expect(memory.of({ path: 'a', text: '1' }, make)).toBe('a says 1');
  expect(memory.of({ path: 'a', text: '2' }, make)).toBe('a says 2');
  expect(made).toEqual(['a', 'b', 'a']);
  memory.turnOver();
  expect(memory.of({ path: 'a', text: '2' }, make)).toBe('a says 2');
  expect(memory.of({ path: 'b', text: '1' }, make)).toBe('b says 1');
  expect(made).toEqual(['a', 'b', 'a', 'b']);
  memory.forgetAll();
  memory.of({ path: 'a', text: '2' }, make);
  expect(made.at(-1)).toBe('a');
});
