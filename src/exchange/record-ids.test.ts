import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findKind, makeRecord, type KindName } from '../records/index.js';
import { ForeignValue } from './foreign-value.js';
import { Problems } from './problems.js';
import { isKeptId, recordIds, slugOf, type Thing } from './record-ids.js';

const value = ForeignValue.root({ is: 'map', entries: [], at: 0 }, new Problems());

function thing(kind: KindName, foreignId: string | undefined, name: string | undefined): Thing {
  return { kind, foreignId, name, value };
}

function ids(things: readonly Thing[], taken: readonly string[] = []): readonly string[] {
  const given = recordIds(things, new Set(taken));
  return things.map((one) => given.get(one) ?? 'none');
}

describe('an id', () => {
  test.each([
    ['that people can type is taken over', 'customer-client', 'Client', 'customer-client'],
    ['that is a UUID gives way to the name', 'b61d6911-338d-46a8-9f39-8dcd24abfe91', 'Public Cloud', 'EL-public-cloud'],
    ['that begins with a digit gives way to the name', '12', 'Database', 'EL-database'],
    ['without a name is made of the foreign one', '12', undefined, 'EL-12'],
    ['is made of letters without their marks', '1', 'Gerät für Ärzte', 'EL-gerat-fur-arzte'],
    ['of a name in another script is a digest', '1', '血糖', 'EL-1'],
    [
      'has no more than 40 letters of the name',
      '1',
      'A very long name that goes on and on without an end',
      'EL-a-very-long-name-that-goes-on-and-on',
    ],
  ])('%s', (_, foreignId, name, expected) => {
    expect(ids([thing('item', foreignId, name)])).toEqual([expected]);
  });

  test('of two with one name depends on none of them coming first', () => {
    const [a, b] = [thing('item', '1', 'Service'), thing('item', '2', 'Service')];
    expect(ids([a, b])).toEqual(ids([b, a]).toReversed());
    expect(ids([a, b])[0]).toMatch(/^EL-service-[0-9a-f]{6}$/);
  });

  test('that the project has is not given again', () => {
    const [given] = ids([thing('item', 'database', 'Database')], ['database']);
    expect(given).toBe('EL-database');
    expect(ids([thing('item', 'database', 'Database')], ['database', 'EL-database'])[0]).toMatch(
      /^EL-database-[0-9a-f]{6}$/,
    );
  });

  test('that an asset and an element share is given to none of them', () => {
    expect(ids([thing('item', 'orders', 'Order store'), thing('asset', 'orders', 'Orders')])).toEqual([
      'EL-order-store',
      'AS-orders',
    ]);
  });
});

test('every id is one, each once, none of the taken, and the same in any order', () => {
  const anyThing = fc.tuple(
    fc.constantFrom<KindName>('item', 'flow', 'threat'),
    fc.option(fc.oneof(fc.constantFrom('a', 'b', '1', 'EL-x', 'EL-a'), fc.string()), { nil: undefined }),
    fc.option(fc.oneof(fc.constantFrom('a', 'A', 'x', ''), fc.string()), { nil: undefined }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(anyThing, { maxLength: 12, selector: (one) => JSON.stringify(one) }),
      fc.subarray(['a', 'EL-a', 'EL-x', 'DF-a']),
      (made, taken) => {
        const things = made.map(([kind, id, name]) => ({
          ...thing(kind, id, name),
          key: JSON.stringify([kind, id, name]),
        }));
        const given = ids(things, taken);
        expect(new Set(given).size).toBe(things.length);
        for (const [at, id] of given.entries()) {
          expect(taken).not.toContain(id);
          const kind = findKind(things[at]!.kind)!;
          expect(
            makeRecord({ kind, id, source: { path: 'a.yaml', text: '' }, at: 0, fields: [], defaults: [] }).record?.id,
          ).toBe(id);
        }
        expect(ids(things.toReversed(), taken)).toEqual(given.toReversed());
      },
    ),
  );
});

test('what a slug is made of, it is made of again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(slugOf(slugOf(name))).toBe(slugOf(name));
    }),
  );
});

test('an id of our own form is kept, a UUID is not', () => {
  expect(['EL-01', 'TB-HOSP', 'a_b.c'].every(isKeptId)).toBe(true);
  expect(['a25bbb4e-093f-4238-a620-31efdee452dc', '', '1', 'a b', 'x'.repeat(65)].some(isKeptId)).toBe(false);
});
