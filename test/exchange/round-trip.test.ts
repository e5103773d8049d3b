/** `import(export(x))` equals x but for what the export says that it lost or filled in: for both samples and any model. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessProject, openProject } from '../../src/compile/index.js';
import { exportModel, formatNames, type ExportedModel, type RecordDraft } from '../../src/exchange/index.js';
import { shippedPacks } from '../../src/packs/index.js';
import { openWorkTree } from '../../src/project/index.js';
import { linkFields } from '../../src/records/index.js';
import type { Trace } from '../../src/trace/index.js';
import { FIXTURES, importFixture, importText, ownFaults, traceWith } from './models.test-support.js';
import { anyModel } from './any-model.test-support.js';

const packs = shippedPacks();
const FORMATS = formatNames();
const SCHEMAS: Readonly<Record<string, string>> = {
  otm: 'otm.schema.json',
  threagile: 'threagile.schema.json',
  'threat-dragon': 'threat-dragon-v2.schema.json',
};

/** A record as a set of lines, one per field and link, by the canonical form that approvals bind to. */
type Lines = ReadonlyMap<string, readonly string[]>;

function linesOf(trace: Trace, format: string): Lines {
  return new Map(
    trace.records.map((record) => {
      const [kind, , fields, links] = JSON.parse(trace.canonicalText(record)) as [
        string,
        string,
        [string, unknown][],
        [string, string[]][],
      ];
      const inner = new Set([...linkFields(record.kind).keys()].filter((name) => name.includes('.')));
      const withoutLinks = (name: string, value: unknown): unknown =>
        [...inner].some((link) => link.startsWith(`${name}.`))
          ? (value as [string, unknown][]).filter(([key]) => !inner.has(`${name}.${key}`))
          : value;
      const data = fields.flatMap(([name, value]) =>
        name === 'ext' ? extLines(value, format) : [`${name}=${JSON.stringify(withoutLinks(name, value))}`],
      );
      const ids = links.flatMap(([name, all]) => all.map((id) => `${name}/${id}`));
      return [record.id, [`kind=${kind}`, ...data, ...ids]] as const;
    }),
  );
}

function extLines(value: unknown, format: string): readonly string[] {
  return (value as [string, unknown][]).flatMap(([name, inner]) =>
    name === format
      ? (inner as [string, unknown][]).map(([key, kept]) => `ext.${name}.${key}=${JSON.stringify(kept)}`)
      : Array.isArray(inner)
        ? (inner as [string, unknown][]).map(([key, kept]) => `ext.${name}.${key}=${JSON.stringify(kept)}`)
        : [`ext.${name}=${JSON.stringify(inner)}`],
  );
}

/** What must come back: everything of x that is not printed as lost. */
function expectRoundTrip(trace: Trace, exported: ExportedModel): void {
  const { format, losses, filled, text } = exported;
  const imported = importText(`model.${exported.ending}`, text);
  const isOpenEnd = (message: string): boolean => message.includes('in empty space');
  expect(imported.problems.filter((problem) => !isOpenEnd(problem.message))).toEqual([]);
  expect(imported.losses.filter((loss) => loss.why !== 'drawing-only')).toEqual([]);
  const lost = new Set(losses.map((loss) => loss.at));
  const filledIn = new Set(filled.map(({ record, field }) => `${record}/${field}`));
  const before = linesOf(trace, format);
  const after = linesOf(traceWith(imported.records), format);
  const kinds = new Set(exported.losses.map((loss) => loss.at));
  for (const record of trace.records) {
    if (kinds.has(record.kind) || lost.has(record.id)) continue;
    // Another id, and everything that names it, is a loss of its own.
    if (lost.has(`${record.id}/id`)) continue;
    const isCounted = (line: string): boolean => {
      const name = line.split('=')[0] ?? '';
      const field = name.split('/')[0] ?? '';
      const target = name.split('/')[1];
      if (lost.has(`${record.id}/${name}`) || lost.has(`${record.id}/${field}`)) return false;
      // A record whose id was lost comes back under another one, and so do the links to it.
      if (target !== undefined && (lost.has(`${target}/id`) || (after.has(target) && !before.has(target))))
        return false;
      return !filledIn.has(`${record.id}/${field}`);
    };
    const own = (before.get(record.id) ?? []).filter(isCounted);
    const known = new Set(own.map((line) => line.split('=')[0]));
    // What a tool keeps beside our fields says nothing that x did not say.
    const back = (after.get(record.id) ?? []).filter(
      (line) => isCounted(line) && (!line.startsWith('ext.') || known.has(line.split('=')[0])),
    );
    expect([record.id, ...back.toSorted()]).toEqual([record.id, ...own.toSorted()]);
  }
}

function sample(name: string): Trace {
  const folder = path.join(import.meta.dirname, '../../examples', name);
  return assessProject(openProject(openWorkTree(folder), { packs }), '2026-11-24').trace;
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

// @verifies TC-720
describe.each(FORMATS)('%s', (format) => {
  const schema = JSON.parse(readFileSync(path.join(FIXTURES, 'schemas', SCHEMAS[format]!), 'utf8')) as Record<
    string,
    unknown
  >;
  for (const name of ['$schema', '$id', 'id']) Reflect.deleteProperty(schema, name);
  const validate = ajv.compile(schema);

  describe.each(['labdesk', 'glucoloop'])('%s', (name) => {
    const trace = sample(name);
    const exported = exportModel(trace, format, name);

    test('comes back but for what is told', () => expectRoundTrip(trace, exported));

    test('is what the schema of the format asks', () => {
      validate(parse(exported.text));
      expect(validate.errors ?? []).toEqual([]);
    });

    test('gives the same bytes each time', () => {
      expect(exportModel(trace, format, name)).toEqual(exported);
    });

    test('says nothing of a proof: no threat is mitigated, no control is done', () => {
      expect(exported.text).not.toMatch(/\bmitigated\b|implemented/i);
    });

    test('gives records without a fault of our own making', () => {
      expect(ownFaults(importText(`model.${exported.ending}`, exported.text).records)).toEqual([]);
    });
  });

  test('any model comes back but for what is told', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyModel(), (drafts: readonly RecordDraft[]) => {
        const trace = traceWith(drafts);
        expectRoundTrip(trace, exportModel(trace, format, 'Any model'));
      }),
      { numRuns: 60 },
    );
  });

  test.each(IMPORTED[format] ?? [])('%s survives an import, an export and an import', (file) => {
    const trace = traceWith(importFixture(file).records);
    expectRoundTrip(trace, exportModel(trace, format, 'Imported'));
  });

  test('an empty project gives a file that can be read', () => {
    const exported = exportModel(traceWith([]), format, 'Nothing');
    expect(importText(`model.${exported.ending}`, exported.text).format).toBe(format);
    expect(exported.records).toEqual({});
  });
});

const IMPORTED: Readonly<Record<string, readonly string[]>> = {
  otm: ['otm/cft_example.yaml', 'otm/mtmt_example.yaml', 'otm/visio_example.yaml'],
  threagile: ['threagile/demo-example.yaml'],
  'threat-dragon': [
    'threat-dragon/renting-car.json',
    'threat-dragon/v2-threat-model.json',
    'threat-dragon/iot-device.json',
  ],
};
