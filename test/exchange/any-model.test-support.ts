/** Threat models of any sort for properties: records of the kinds that are exchanged, with fields from their own tables. */
import fc from 'fast-check';
import type { DraftValue, RecordDraft } from '../../src/exchange/index.js';
import { fieldsOf, findKind, linkFields, type KindName } from '../../src/records/index.js';
import type { ShapeNode } from '../../src/shapes/index.js';

const KINDS = ['item', 'boundary', 'flow', 'asset', 'threat', 'control', 'interface', 'agent'] as const;
const PREFIXES: Readonly<Record<(typeof KINDS)[number], string>> = {
  item: 'EL',
  boundary: 'TB',
  flow: 'DF',
  asset: 'AS',
  threat: 'TH',
  control: 'SC',
  interface: 'IF',
  agent: 'AG',
};

/** Links that hold whatever the ids: to records before them, so that parents form no circle. */
const LINKS: readonly (readonly [kind: string, field: string, to: string, many: boolean])[] = [
  ['item', 'boundary', 'boundary', false],
  ['item', 'parent', 'item', false],
  ['item', 'assets', 'asset', true],
  ['boundary', 'parent', 'boundary', false],
  ['flow', 'from', 'item', false],
  ['flow', 'to', 'item', false],
  ['flow', 'assets', 'asset', true],
  ['flow', 'via', 'interface', true],
  ['threat', 'targets', 'item', true],
  ['threat', 'targets', 'flow', true],
  ['threat', 'assets', 'asset', true],
  ['threat', 'agents', 'agent', true],
  ['control', 'mitigates', 'threat', true],
];

const FOREIGN = [
  ['weaknesses', ['CWE-79', 'CWE-352', 'CWE-1004']],
  ['references', ['CAPEC-60', 'TID-406']],
] as const;

/** Words that a careless reader takes for something else: numbers, booleans, comments, marks of YAML, HTML, other scripts. */
const WORDS = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '1.10',
    '- a',
    '# b',
    'a: b',
    '{x}',
    '<b>Pump</b>',
    '"quoted"',
    "it's",
    'Ünïcode ☃',
    'on',
    '~',
    '0x1F',
    '@',
    'a, b',
    '>',
    '|',
    '2026-11-24',
    'Infusionspumpe',
  ),
  fc.string({ minLength: 1, maxLength: 20 }),
);
const line = fc
  .array(WORDS, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' ').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

export function anyModel(): fc.Arbitrary<readonly RecordDraft[]> {
  const counts = fc.tuple(...KINDS.map(() => fc.nat({ max: 4 })));
  return counts.chain((numbers): fc.Arbitrary<readonly RecordDraft[]> => {
    const ids = new Map(KINDS.map((kind, at) => [kind as string, idsOf(PREFIXES[kind], numbers[at] ?? 0)] as const));
    const records = KINDS.flatMap((kind) => (ids.get(kind) ?? []).map((id, at) => anyRecord(kind, id, at, ids)));
    return records.length === 0 ? fc.constant([]) : fc.tuple(...records);
  });
}

function idsOf(prefix: string, count: number): readonly string[] {
  // The third one bears an id that not every format can take.
  return Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}${at === 2 ? '_b.c' : ''}`);
}

function anyRecord(
  kind: KindName,
  id: string,
  at: number,
  ids: ReadonlyMap<string, readonly string[]>,
): fc.Arbitrary<RecordDraft> {
  const links = linkFields(kind);
  const table = Object.entries(fieldsOf(findKind(kind)!)).filter(([name]) => !links.has(name) && !NOT_MADE.has(name));
  const fields = table.map(([name, field]) => {
    const value = anyValue(field.shape.node);
    const made: fc.Arbitrary<DraftValue | undefined> = field.required ? value : fc.option(value, { nil: undefined });
    return made.map((one) => [name, one] as const);
  });
  const linked = LINKS.filter(([from]) => from === kind).map(([, name, to, many]) => {
    const targets = to === kind ? (ids.get(to) ?? []).slice(0, at) : (ids.get(to) ?? []);
    const chosen = fc.subarray([...targets], many ? {} : { maxLength: Math.min(1, targets.length) });
    return chosen.map((one) => [name, one] as const);
  });
  const foreign = (kind === 'threat' ? FOREIGN : []).map(([name, ids]) =>
    fc.subarray([...ids]).map((one) => [name, one] as const),
  );
  return fc.tuple(fc.tuple(...fields), fc.tuple(...linked, ...foreign)).map(([data, named]) => {
    const all = new Map<string, DraftValue>();
    for (const [name, value] of data) if (value !== undefined) all.set(name, value);
    for (const [name, targets] of named) {
      const before = (all.get(name) ?? []) as readonly string[];
      if (before.length + targets.length > 0) all.set(name, [...before, ...targets]);
    }
    return { kind, id, fields: all, from: '' };
  });
}

/** `granularity` and `parent` limit each other; `status` is no meaning; `applies-to` is reserved. */
const NOT_MADE = new Set(['granularity', 'status', 'applies-to', 'ext']);

const PATTERNED = ['AV:N/AC:L/PR:N/UI:R', 'AV:P/AC:H/PR:H/UI:N', 'ALOF', 'AUTH', '1.2.3'];

function anyWord(pattern: RegExp): fc.Arbitrary<string> {
  const fitting = PATTERNED.filter((word) => pattern.test(word));
  if (fitting.length === 0) throw new Error(`No word of this test fits ${pattern.source}.`);
  return fc.constantFrom(...fitting);
}

function anyValue(node: ShapeNode): fc.Arbitrary<DraftValue> {
  switch (node.is) {
    case 'text':
      if (node.pattern) return anyWord(node.pattern);
      return node.oneLine ? line : text;
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...node.values);
    case 'date':
      return fc.constant('2026-11-24');
    case 'number':
      return fc.constant(3);
    case 'list':
      return fc.uniqueArray(anyValue(node.of), { minLength: 1, maxLength: 3 });
    case 'fields': {
      const parts = Object.entries(node.fields).filter(([, field]) => field.shape.node.is !== 'ids');
      return fc
        .tuple(...parts.map(([name, field]) => anyValue(field.shape.node).map((value) => [name, value] as const)))
        .map((entries) => new Map(entries));
    }
    default:
      return fc.constant('anything');
  }
}
