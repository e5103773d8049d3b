/** Mending something brings no new gap: of two planted faults one is mended, and only lines go. */
import { expect, test } from 'vitest';
import { CRITERION_FAULTS } from './seeded-faults/criterion-faults.js';
import { edited } from './seeded-faults/edit.js';
import type { Fault } from './seeded-faults/fault.js';
import { assessFiles, assessSigned, openKeys, readFinished, type Files } from './seeded-faults/finished-project.js';

const finished = readFinished();
const faults = CRITERION_FAULTS.filter((fault) => fault.variant === undefined && !fault.keepBindings);

/** @returns `undefined` where the second fault finds its words changed by the first */
function withBoth(one: Fault, other: Fault): Files | undefined {
  try {
    return edited(edited(finished, one.edits), other.edits);
  } catch {
    return undefined;
  }
}

// Pairs at fixed distances: neighbours in the table touch the same product, those far apart another one.
const pairs = [1, 2, 3, 29].flatMap((distance) =>
  faults.flatMap((one, index) => {
    const other = faults[(index + distance) % faults.length];
    return other && index % 8 === distance % 8 ? [[one, other] as const] : [];
  }),
);

test('there are many pairs', () => {
  expect(pairs.length).toBeGreaterThan(30);
});

// @verifies TC-516
test.each(pairs.map(([one, other]) => [one.planted, other.planted, one, other] as const))(
  'mending %s, beside %s',
  (_one, _other, one, other) => {
    const files = withBoth(one, other);
    if (!files) return;
    const both = openKeys(assessSigned(files));
    const left = openKeys(assessSigned(edited(finished, other.edits)));
    expect(left.filter((key) => !both.includes(key))).toEqual([]);
  },
);

test('the finished project itself has nothing that mending could bring', () => {
  expect(openKeys(assessFiles(finished)).length).toBeLessThan(3);
});
