import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placed, type Part, type Placed } from './layout.js';

function anyParts(): fc.Arbitrary<readonly Part[]> {
  let number = 0;
  const made = (isBox: boolean, parts: readonly Part[]): Part => ({ id: `p${number++}`, isBox, parts });
  const { parts } = fc.letrec<{ parts: readonly Part[]; part: Part }>((tie) => ({
    parts: fc.array(tie('part'), { maxLength: 5 }),
    part: fc.oneof(
      { maxDepth: 4 },
      fc.constant(0).map(() => made(false, [])),
      tie('parts').map((inner) => made(true, inner)),
    ),
  }));
  return parts;
}

function isIn(inner: Placed, outer: Placed): boolean {
  return (
    inner.x > outer.x &&
    inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height
  );
}

function overlap(a: Placed, b: Placed): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('each part lies wholly in its box, and beside its neighbours', () => {
  fc.assert(
    fc.property(anyParts(), (parts) => {
      const places = placed(parts);
      const look = (siblings: readonly Part[], around: Placed | undefined): void => {
        const own = siblings.map((part) => places.get(part.id)!);
        for (const [at, place] of own.entries()) {
          if (around) expect(isIn(place, around)).toBe(true);
          for (const other of own.slice(0, at)) expect(overlap(place, other)).toBe(false);
        }
        for (const part of siblings) look(part.parts, places.get(part.id));
      };
      look(parts, undefined);
    }),
  );
});
