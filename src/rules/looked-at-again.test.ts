/** Days and intervals of documents, and what the examples of the rules about them do not show. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import { monthsAfter } from './looked-at-again.js';
import overdueReference from './reference-confirmed-too-long-ago.js';
import overdueReview from './process-review-overdue.js';

describe('months after a day', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-24', 12, '2027-11-24'],
    ['2025-12-01', 1, '2026-01-01'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });

  it('are later, and never by more than a month has days beyond them', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (date, months) => {
        const day = date.toISOString().slice(0, 10);
        const later = monthsAfter(day, months);
        expect(later > day).toBe(true);
        const [year = 0, month = 0] = day.split('-').map(Number);
        const [laterYear = 0, laterMonth = 0] = later.split('-').map(Number);
        expect(laterYear * 12 + laterMonth - (year * 12 + month)).toBe(months);
      }),
    );
  });
});

const bad = overdueReview.examples.bad as string;

it('says nothing of a document that sets itself no interval', () => {
  expect(gapsOf(overdueReview, bad)).toHaveLength(1);
  expect(gapsOf(overdueReview, bad.replace(', review-every-months: 12', ''))).toEqual([]);
});

it('counts the latest look, whoever had it', () => {
  const signed = (day: string): string =>
    `${bad}\n      approvals: [{ id: AP-1, approves: [DOC-1], by: brandt, date: ${day} }]`;
  expect(gapsOf(overdueReview, signed('2026-10-01'))).toEqual([]);
  expect(gapsOf(overdueReview, signed('2024-10-01'))).toHaveLength(1);
});

it('takes no approval of the record for a confirmation of what is kept elsewhere', () => {
  const approved = `${overdueReference.examples.bad as string}\n      approvals: [{ id: AP-1, approves: [DOC-1], by: brandt, date: 2026-10-01 }]`;
  expect(gapsOf(overdueReference, approved)).toHaveLength(1);
});
