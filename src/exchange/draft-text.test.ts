import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecords } from '../records/index.js';
import { recordFiles } from './draft-text.js';
import { asText } from './draft-value.js';
import type { DraftValue, RecordDraft } from './imported.js';

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    'yes',
    'null',
    '- a',
    'a: b',
    '# c',
    '|',
    ' x',
    'x ',
    '\u2028',
    '1.10',
    "'",
    '"',
    '{a}',
    '%',
    '\t',
    'a\n\nb\n',
  ),
);
const { value } = fc.letrec<{ value: DraftValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.boolean(),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.oneof(text, fc.constant('__proto__')), tie('value')), { minLength: 1, maxLength: 3 })
      .map((entries) => new Map(entries)),
  ),
}));

function draft(fields: ReadonlyMap<string, DraftValue>, id = 'EL-1'): RecordDraft {
  return { kind: 'item', id, fields, from: '' };
}

/** As `ext` keeps it: scalars as text, keys as they are. */
function asKept(kept: DraftValue): unknown {
  if (kept instanceof Map)
    return Object.fromEntries([...kept].map(([key, inner]) => [key, asKept(inner as DraftValue)]));
  return Array.isArray(kept) ? kept.map(asKept) : (asText(kept) ?? kept);
}

test('whatever a draft holds, the reader of records reads the same', () => {
  fc.assert(
    fc.property(value, (kept) => {
      const [file] = recordFiles([draft(new Map([['ext', new Map([['tool', kept]])]]))], 'a test');
      const { records, faults, problems } = readRecords([{ path: 'records/items.yaml', text: file!.text }], {
        prefixes: new Map(),
      });
      expect([faults, problems]).toEqual([[], []]);
      expect(JSON.stringify((records[0]!.fields.ext as { tool: unknown }).tool)).toBe(JSON.stringify(asKept(kept)));
    }),
    { numRuns: 400 },
  );
});

test('one file per kind, in the order of the kinds, with its source in one line', () => {
  const files = recordFiles(
    [draft(new Map()), { kind: 'asset', id: 'AS-1', fields: new Map(), from: '' }],
    'a\nb.json',
  );
  expect(files).toEqual([
    {
      name: 'assets.yaml',
      text: '# Imported from a\uFFFDb.json. Nobody has looked at these records yet.\n\nassets:\n  - id: AS-1\n',
    },
    {
      name: 'items.yaml',
      text: '# Imported from a\uFFFDb.json. Nobody has looked at these records yet.\n\nitems:\n  - id: EL-1\n',
    },
  ]);
});

test('more records than a file may hold go into several', () => {
  const long = new Map([['text', 'word '.repeat(5_000)]]);
  const files = recordFiles(
    Array.from({ length: 200 }, (_, at) => draft(long, `EL-${at}`)),
    'a test',
  );
  expect(files.map((file) => file.name)).toEqual(['items.yaml', 'items-2.yaml', 'items-3.yaml', 'items-4.yaml']);
  expect(Math.max(...files.map((file) => file.text.length))).toBeLessThan(1_600_000);
});
