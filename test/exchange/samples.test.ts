/** Real models of the three formats: counted by another program, every value accounted for, and useful after the import. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { linkCount, recordFiles, type DraftValue, type RecordDraft } from '../../src/exchange/index.js';
import { counts, FIXTURES, importFixture, importText, ownFaults } from './models.test-support.js';

interface Counted {
  readonly records: Readonly<Record<string, number>>;
  readonly links: number;
  readonly values: number;
  readonly nested?: number;
  readonly emptySpace?: number;
}
const counted = JSON.parse(readFileSync(path.join(FIXTURES, 'counts.json'), 'utf8')) as Readonly<
  Record<string, Counted>
>;
const FILES = Object.keys(counted);

// @verifies TC-720
describe.each(FILES)('%s', (file) => {
  const imported = importFixture(file);
  const expected = counted[file]!;

  test('is recognised, and holds what another program counts in it', () => {
    expect(imported.format).toBe(path.dirname(file));
    expect(counts(imported.records)).toEqual(expected.records);
    expect(linkCount(imported.records)).toBe(expected.links);
    if (expected.nested !== undefined) expect(fieldsOf(imported.records, 'boundary')).toHaveLength(expected.nested);
    const inSpace = imported.problems.filter((problem) => problem.message.includes('empty space'));
    expect(inSpace).toHaveLength(expected.emptySpace ?? 0);
  });

  test('every value is carried or lost, and only what draws is lost', () => {
    const lost = imported.losses.reduce((sum, loss) => sum + loss.values, 0);
    expect([imported.values, imported.carried + lost]).toEqual([expected.values, expected.values]);
    expect(imported.losses.filter((loss) => loss.why !== 'drawing-only')).toEqual([]);
  });

  test('every longer text of the file stands in a record, or in a loss', () => {
    const written = texts(imported.records.flatMap(({ id, fields }) => [id, fields]))
      .map(plain)
      .join('\n');
    const lost = imported.losses.map((loss) => loss.at);
    const missing = leavesOf(file).filter(
      ({ at, text }) =>
        text.length > 12 && !lost.some((path) => `${at}/`.startsWith(`${path}/`)) && !written.includes(plain(text)),
    );
    expect(missing.filter(({ at }) => !TRANSLATED.some((path) => path.test(at)))).toEqual([]);
  });

  test('gives records without a fault of our own making', () => {
    expect(ownFaults(imported.records)).toEqual([]);
  });

  test('gives the same bytes again, and when the files are in the project already', () => {
    const again = importFixture(file, { taken: new Set() });
    expect(recordFiles(again.records, file)).toEqual(recordFiles(imported.records, file));
  });

  test('takes no id that the project has', () => {
    const taken = new Set(imported.records.map((record) => record.id));
    const ids = importFixture(file, { taken }).records.map((record) => record.id);
    expect(ids.filter((id) => taken.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(taken.size);
  });
});

/** Words that records say in another way, and ids by which a file refers to its own parts: they become links. */
const TRANSLATED = [
  /\/(shape|type|stride|categories\/\d+|confidentiality|integrity|availability)$/,
  /\/(cell|source|destination|parent\/trustZone|parent\/component|target|most_relevant_\w+)$/,
  /\/(technical_assets_\w+|trust_boundaries_nested)\/\d+$/,
];

function fieldsOf(records: readonly RecordDraft[], name: string): readonly DraftValue[] {
  return records.flatMap((record) => record.fields.get(name) ?? []);
}

function texts(value: unknown): readonly string[] {
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => [String(key), ...texts(inner)]);
  return Array.isArray(value) ? value.flatMap(texts) : [String(value)];
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Read by the YAML library alone, which takes JSON too. */
function leavesOf(file: string): readonly { readonly at: string; readonly text: string }[] {
  const leaves: { at: string; text: string }[] = [];
  const walk = (value: unknown, at: string): void => {
    if (typeof value === 'object' && value !== null) {
      const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
      for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${escaped(key)}`);
    } else if (typeof value === 'string') leaves.push({ at, text: value });
  };
  walk(parse(readFileSync(path.join(FIXTURES, file), 'utf8'), { merge: true }), '');
  return leaves;
}

describe('what the fixtures are known for', () => {
  test('a merge key brings its fields along', () => {
    const { records } = importFixture('threagile/demo-example.yaml');
    const summaries = records.find((record) => record.fields.get('title') === 'Customer Contract Summaries');
    expect(summaries?.id).toBe('contract-summaries');
    expect(summaries?.fields.get('ext')).toEqual(
      new Map([
        [
          'threagile',
          new Map([
            ['usage', 'business'],
            ['origin', 'Customer'],
            ['quantity', 'very-few'],
          ]),
        ],
      ]),
    );
  });

  test('a model of Threat Dragon 1 is told as such, and nothing of it is taken', () => {
    const { format, records, problems } = importFixture('threat-dragon/v1-demo-threat-model.json');
    expect([format, records]).toEqual(['threat-dragon', []]);
    expect(problems.map((problem) => problem.message).join()).toContain('Threat Dragon 1');
  });

  test('a name that stands only in the label of a box is read', () => {
    const { records } = importFixture('threat-dragon/renting-car.json');
    expect(records.find((record) => record.id === 'TB-inside-the-car')?.fields.get('title')).toBe('Inside the car');
  });

  test('what is proposed for an open threat becomes no control, so the threat still wants one', () => {
    const { records } = importFixture('threat-dragon/cryptocurrency-wallet.json');
    expect(records.filter((record) => record.kind === 'control')).toEqual([]);
    expect(JSON.stringify(texts(records.map((record) => record.fields)))).toContain('None as yet :)');
  });

  test('threats that a tool generated and nobody looked at count as generic', () => {
    const threats = importFixture('otm/mtmt_example.yaml').records.filter((record) => record.kind === 'threat');
    expect(threats.every((threat) => threat.fields.get('generic') === true)).toBe(true);
  });

  test('HTML in a name stays text', () => {
    const { records } = importFixture('threagile/demo-example.yaml');
    const [threat] = records.filter((record) => record.id === 'something-strange');
    const names = texts(threat?.fields.get('ext')).filter((text) => text.startsWith('<b>'));
    expect(names).toEqual([
      '<b>Example Individual Risk</b> at <b>Database</b>',
      '<b>Example Individual Risk</b> at <b>Contract Filesystem</b>',
    ]);
  });

  test('nothing that was imported counts as done', () => {
    for (const file of FILES) {
      const { records } = importFixture(file);
      expect(records.every((record) => record.fields.get('status') === 'draft')).toBe(true);
      expect(records.filter((record) => ['statement', 'decision', 'approval', 'view'].includes(record.kind))).toEqual(
        [],
      );
    }
  });
});

describe('a model of Threagile in several files', () => {
  const imported = importFixture('threagile/split/model.yaml');
  const problems = imported.problems.map(({ path, message }) => `${path} ${message}`);

  test('is read as one, and its boundaries are not nested in a circle', () => {
    expect(counts(imported.records)).toEqual({ document: 1, asset: 3, item: 2, flow: 1, boundary: 2 });
    expect(imported.records.find((record) => record.id === 'display')?.fields.get('boundary')).toBe('ward-network');
    expect(ownFaults(imported.records)).toEqual([]);
    expect(problems.filter((one) => one.includes('in a circle'))).toHaveLength(1);
  });

  test('lists are joined, the first of two texts counts, and the other one is told and lost', () => {
    const list = imported.records.find((record) => record.id === 'patient-list');
    expect(list?.fields.get('tags')).toEqual(['ward', 'display']);
    expect(list?.fields.get('whose')).toBe('Ward');
    expect(list?.fields.get('text')).toBe('Names and beds of a ward.');
    expect(imported.losses).toContainEqual({
      at: 'parts/assets.yaml#/data_assets/Patient List/owner',
      what: 'Somebody else',
      why: 'ambiguous',
      values: 1,
    });
  });

  test.each(['../../otm/minimal_content.yaml', '/etc/hostname', 'https://example.org/model.yaml'])(
    '%s is not asked for',
    (written) => {
      expect(problems.filter((one) => one.includes(`\`${written}\` is no file in the folder`))).toHaveLength(1);
    },
  );

  test('a file is included once, and one that is missing is told', () => {
    expect(problems.filter((one) => one.includes('included already'))).toHaveLength(2);
    expect(problems.filter((one) => one.startsWith('parts/missing.yaml '))).toEqual([
      'parts/missing.yaml There is no such file.',
    ]);
  });

  test('every value of every file is accounted for', () => {
    const lost = imported.losses.reduce((sum, loss) => sum + loss.values, 0);
    expect(imported.carried + lost).toBe(imported.values);
    expect(imported.losses.map(({ at, why }) => `${at} ${why}`)).toEqual([
      'parts/assets.yaml#/data_assets/Patient List/owner ambiguous',
      expect.stringMatching(/trust_boundaries_nested.* ambiguous$/),
    ]);
  });
});

describe('what is none of the formats', () => {
  test.each([
    ['model.tm7', '<ThreatModel/>', 'The file is XML'],
    ['model.zip', 'PK\u0003\u0004rest', 'The file is a zip archive'],
    ['report.json', '{"runs": []}', 'The file is JSON, and none of the formats'],
    ['notes.yaml', 'just: words', 'The file is YAML, and none of the formats'],
    ['empty.json', ' ', 'The file is empty.'],
    ['latin.json', '{"otmVersion": "0.2.0', 'A text begins here and does not end.'],
  ])('%s', (name, text, says) => {
    const { format, records, problems } = importText(name, text);
    expect([format, records]).toEqual(['unknown', []]);
    expect(problems[0]?.message).toContain(says);
  });

  test('a format that was named and is not the one', () => {
    const { problems } = importFixture('otm/visio_example.yaml', { format: 'threagile' });
    expect(problems[0]?.message).toContain('it looks like Open Threat Model. Write `medward import otm`.');
  });
});
