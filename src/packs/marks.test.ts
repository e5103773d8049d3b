import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, withoutMarks } from './marks.js';

describe('places to fill', () => {
  it.each([
    ['[fill: who decides]', ['who decides']],
    ['Decided by [fill: role] within [fill: number] days.', ['role', 'number']],
    ['over [fill: two\nlines]', ['two lines']],
    ['[ FILL : spaced]', ['spaced']],
    [String.raw`escaped by an editor: \[fill: role\]`, ['role']],
    ['nobody closed it: [fill: role', ['role']],
    ['in code: `[fill: role]`', ['role']],
    ['[fill:]', ['']],
    ['a link: [fill in the form](https://example.org)', []],
    ['a list [filled: yes], (fill: no), fill: no', []],
    ['', []],
  ])('%j', (text, asked) => {
    expect(marksIn(text).map(({ asks }) => asks)).toEqual(asked);
  });

  it('leaves no mark behind, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 50 }), fc.string(), (before, asks, after) => {
        const text = `${before}[fill: ${asks}]${after}`;
        expect(marksIn(text).length).toBeGreaterThan(0);
        expect(withoutMarks(text)).not.toContain('[fill:');
      }),
    );
  });
});
