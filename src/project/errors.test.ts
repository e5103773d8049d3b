import { describe, expect, test } from 'vitest';

import { readDate } from './date.js';
import { ERROR_CODES, MedwardError } from './errors.js';
import { inputDigest } from './input-digest.js';
import { shownPath } from './problem.js';

// @verifies TC-711
describe('every error', () => {
  test.each(ERROR_CODES)('%s says what, why and what to do in whole sentences', (code) => {
    const error = new MedwardError(code, 'records');
    for (const sentence of [error.message, error.why, error.todo]) {
      expect(sentence).toMatch(/^[A-Z`r].*\.$/s);
      expect(sentence).not.toMatch(/invalid|please|!|sorry/i);
    }
    expect(error.message).toContain('records');
  });

  test('keeps its cause and never prints control characters', () => {
    const cause = new Error('below');
    const error = new MedwardError('file-changed', 'a\u001b[2J.md', { cause });
    expect(error.cause).toBe(cause);
    expect(error.message).not.toContain('\u001b');
  });

  test('a long path keeps its start and its end', () => {
    const shown = shownPath(`${'start'.repeat(100)}end.md`);
    expect(shown).toHaveLength(200);
    expect(shown.endsWith('end.md')).toBe(true);
  });
});

describe('the date', () => {
  test('is what was asked for, else today in UTC', () => {
    const late = (): Date => new Date('2026-11-23T23:59:59-05:00');
    expect(readDate('2024-02-29', late)).toBe('2024-02-29');
    expect(readDate(undefined, late)).toBe('2026-11-24');
  });

  test.each(['', '2026-02-30', '23.11.2026', '2026-11-23T00:00', 'today'])('`%s` is none', (written) => {
    expect(() => readDate(written, () => new Date())).toThrow(expect.objectContaining({ code: 'bad-date' }));
  });
});

describe('the digest of the input', () => {
  const a = { path: 'a.md', text: 'x' };
  const b = { path: 'b.md', text: 'ü\r\n' };

  test('does not depend on order', () => {
    expect(inputDigest([b, a])).toBe(inputDigest([a, b]));
    expect(inputDigest([])).toMatch(/^[0-9a-f]{64}$/);
  });

  test('changes with every letter, with names, and with where one file ends', () => {
    const digests = [
      inputDigest([a, b]),
      inputDigest([a]),
      inputDigest([a, { ...b, text: 'ü\n' }]),
      inputDigest([a, { ...b, path: 'c.md' }]),
      inputDigest([{ path: 'a.md', text: 'x4:b.md4:ü\r\n' }]),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });
});
