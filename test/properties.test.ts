import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import {
  assess,
  assessProject,
  check,
  memoryTree,
  openProfile,
  openProject,
  shippedPacks,
  type Assessment,
  type FactValues,
  type Project,
} from '../src/index.js';

const DATE = '2026-11-24';
const LABDESK = path.join(import.meta.dirname, 'fixtures/labdesk-begun');
const FINISHED = path.join(import.meta.dirname, 'fixtures/finished/infusion-pump-with-radio');

type Files = ReadonlyMap<string, string>;

function read(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return new Map(names.toSorted().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

const labdesk = read(LABDESK);
const finished = read(FINISHED);

function open(files: Files): Project {
  return openProject(memoryTree(files), { packs: shippedPacks() });
}

function assessed(files: Files, whatIf?: FactValues): Assessment {
  return assessProject(open(files), DATE, whatIf);
}

const keysOf = (one: Assessment): readonly string[] => one.gaps.map((gap) => gap.key).toSorted(byCodeUnit);
const statusesOf = (one: Assessment): ReadonlyMap<string, string> =>
  new Map(one.obligations.map(({ product, scope, status }) => [`${product.id}@${scope}`, status]));
const answersOf = (one: Assessment): ReadonlyMap<string, string> =>
  new Map(
    one.obligations.flatMap(({ product, scope, criteria }) =>
      criteria.map(({ criterion, answer }) => [`${product.id}@${scope} ${criterion.id}`, answer] as const),
    ),
  );
const hashesOf = (one: Assessment): ReadonlyMap<string, string> =>
  new Map(one.trace.reading.records.map((record) => [record.id, one.trace.hash(record)]));

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const isRecordFile = (name: string): boolean => name.startsWith('records/');

describe.each([
  ['LabDesk', labdesk],
  ['the finished pump', finished],
])('%s: where records stand changes nothing', (_, files) => {
  const before = assessed(files);
  const names = [...files.keys()];
  const recordNames = names.filter(isRecordFile);

  function expectSame(after: Assessment): void {
    expect(keysOf(after)).toEqual(keysOf(before));
    expect(statusesOf(after)).toEqual(statusesOf(before));
    expect(answersOf(after)).toEqual(answersOf(before));
    expect(hashesOf(after)).toEqual(hashesOf(before));
  }

  // @verifies TC-108
  test('any order of the files', () => {
    const orders = fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length });
    fc.assert(
      fc.property(orders, (order) => expectSame(assessed(new Map(order.map((name) => [name, files.get(name)!]))))),
      { numRuns: 8 },
    );
  });

  test('any names and folders of the record files', () => {
    const places = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,3}$/), {
      minLength: recordNames.length,
      maxLength: recordNames.length,
      selector: (name) => name.replaceAll('/', '-'),
    });
    fc.assert(
      fc.property(places, (chosen) => {
        const moved = new Map([...files].filter(([name]) => !isRecordFile(name)));
        // A folder of its own for each, so that no name is a file and a folder at once.
        recordNames.forEach((name, at) => {
          moved.set(`records/${at}/${chosen[at]}${path.extname(name)}`, files.get(name)!);
        });
        expectSame(assessed(moved));
      }),
      { numRuns: 8 },
    );
  });

  test('any order of the records in a YAML list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const mixed = [...files].map(([name, text]) =>
          isRecordFile(name) && name.endsWith('.yaml') && !ANCHOR.test(text)
            ? ([name, withListsMixed(text, seed)] as const)
            : ([name, text] as const),
        );
        expectSame(assessed(new Map(mixed)));
      }),
      { numRuns: 4 },
    );
  });

  // @verifies TC-605
  test('blank lines and comments never change a key', () => {
    const yaml = recordNames.filter((name) => name.endsWith('.yaml'));
    fc.assert(
      fc.property(fc.constantFrom(...yaml, 'medward.yaml'), fc.integer({ min: 1, max: 5 }), (name, lines) => {
        const text = `${'\n'.repeat(lines)}# A comment.\n${files.get(name)!}`;
        expectSame(assessed(new Map(files).set(name, text)));
      }),
      { numRuns: 12 },
    );
  });

  test('line ends of Windows change nothing', () => {
    expectSame(assessed(new Map([...files].map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]))));
  });

  // @verifies TC-705
  test('the same input gives the same bytes of JSON', () => {
    const bytes = (): string =>
      JSON.stringify([check(open(files), { date: DATE }), assess(open(files), { date: DATE })]);
    expect(bytes()).toBe(bytes());
  });
});

/** An anchor stands before what refers to it: such a file has its order. */
const ANCHOR = / &[a-z]/;

/** The items of every top list in another order, chosen by the seed; the items themselves as they were written. */
function withListsMixed(text: string, seed: number): string {
  const document = parseDocument(text);
  const contents = document.contents as { items?: { value?: { items?: unknown[] } }[] } | null;
  for (const pair of contents?.items ?? []) {
    pair.value?.items?.sort((a, b) => rank(a, seed) - rank(b, seed));
  }
  return String(document);
}

function rank(item: unknown, seed: number): number {
  return createHash('sha256')
    .update(`${seed}${String(item)}`)
    .digest()
    .readUInt32BE(0);
}

/**
 * Less is known: nothing may come out better for it. Looked at are the two verdicts that somebody may rest on: a work
 * product that becomes `met`, and a criterion that turns from no to yes.
 */
function expectNotBetter(before: Assessment, after: Assessment): void {
  const statuses = statusesOf(before);
  const answers = answersOf(before);
  const met = [...statusesOf(after)].filter(
    ([id, status]) => status === 'met' && (statuses.get(id) ?? 'met') !== 'met',
  );
  const turned = [...answersOf(after)].filter(([id, answer]) => answer === 'yes' && answers.get(id) === 'no');
  expect({ met, turned }).toEqual({ met: [], turned: [] });
}

interface Edit {
  readonly what: string;
  readonly name: string;
  readonly text: string;
}

/** One edit per line that holds a field: replaced, or taken out with the lines that belong to it. */
function lineEdits(
  files: Files,
  fields: RegExp,
  change: (field: string, indent: string) => string | undefined,
): readonly Edit[] {
  return [...files].flatMap(([name, text]) => {
    if (!isRecordFile(name)) return [];
    const lines = text.split('\n');
    return lines.flatMap((line, at): readonly Edit[] => {
      const [, indent, field, value] = /^(\s*(?:- )?)([a-z][a-z-]*):( .*)?$/.exec(line) ?? [];
      if (indent === undefined || field === undefined || !fields.test(field)) return [];
      // What goes on over several lines, and what opens a record, is left to other edits.
      if (value === undefined || /[>|][+-]?$/.test(value) || indent.includes('-')) return [];
      const changed = change(field, indent);
      const rest = lines.toSpliced(at, 1, ...(changed === undefined ? [] : [changed]));
      return [{ what: `${name}:${at + 1} ${field}`, name, text: rest.join('\n') }];
    });
  });
}

const NOT_ID = /^(?!id$|kind$)/;
/** Fields by which a record proves, answers or fills something for another one. */
const LINKS =
  /^(satisfies|satisfied-by|realised-by|realises|mitigates|controls|verifies|verified-by|allocated-to|of|implements|covers|reviewed|approves|answers|bound-to|used-in|via|assets|hazards|risks|threats|targets|shows|known-anomalies|changes|resolves|parent|boundary|item|from|to|causes|hazard|affects|found-in|found-by|about|scope|accepts)$/;

describe.each([
  ['LabDesk', labdesk],
  ['the finished pump', finished],
])('%s: what becomes unknown improves nothing', (_, files) => {
  let before: Assessment;
  beforeAll(() => {
    before = assessed(files);
  });

  function expectNoEditImproves(edits: readonly Edit[], numRuns: number): void {
    expect(edits.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.constantFrom(...edits), ({ name, text }) => {
        expectNotBetter(before, assessed(new Map(files).set(name, text)));
      }),
      { numRuns },
    );
  }

  // @verifies TC-515
  test('a field that nobody can read', () => {
    expectNoEditImproves(
      lineEdits(files, NOT_ID, (field, indent) => `${indent}${field}: { nobody: { can: read } }`),
      120,
    );
  });

  test('a level for all requirements of a file that nobody can read', () => {
    const [name, text] = [...files].find(([, one]) => /^level: software$/m.test(one))!;
    expectNotBetter(before, assessed(new Map(files).set(name, text.replace(/^level: software$/m, 'level: { a: b }'))));
  });

  test('a link that names nothing', () => {
    expectNoEditImproves(
      lineEdits(files, LINKS, (field, indent) => `${indent}${field}: [NOT-THERE-1]`),
      60,
    );
  });

  test('a link that is gone', () => {
    expectNoEditImproves(
      lineEdits(files, LINKS, () => undefined),
      60,
    );
  });

  test('a record that cannot be read, with everything in it', () => {
    const edits = [...files].flatMap(([name, text]): readonly Edit[] => {
      if (!isRecordFile(name)) return [];
      const lines = text.split('\n');
      return lines.flatMap((line, at) => {
        // A quote that nobody closes breaks the record that it stands in.
        const opened = /^(\s*(?:- )?(?:\{ )?id: )/.exec(line);
        return opened
          ? [{ what: `${name}:${at + 1}`, name, text: lines.with(at, `${line.trimEnd()} "broken: [`).join('\n') }]
          : [];
      });
    });
    expectNoEditImproves(edits, 60);
  });

  test('a file that is no text any more', () => {
    for (const name of [...files.keys()].filter(isRecordFile)) {
      const lost = new Map<string, string | Uint8Array>(files).set(name, Uint8Array.of(0xff, 0xfe, 0x00, 0xff));
      expectNotBetter(before, assessProject(openProject(memoryTree(lost), { packs: shippedPacks() }), DATE));
    }
  });

  test('a fact that nobody can read any more, and one that is gone', () => {
    const settings = files.get('medward.yaml')!;
    const facts = [...settings.matchAll(/^ {2}([a-z-]+): .*$/gm)].filter((match) => {
      const above = settings.slice(0, match.index);
      return above.lastIndexOf('\nprofile:') > above.lastIndexOf('\nsoftware:') && above.includes('\nprofile:');
    });
    expect(facts.length).toBeGreaterThan(5);
    for (const [line, fact] of facts) {
      for (const changed of [`  ${fact}: nobody-knows\n`, '']) {
        expectNotBetter(before, assessed(new Map(files).set('medward.yaml', settings.replace(`${line}\n`, changed))));
      }
    }
  });
});

// @verifies TC-407
describe('the overhead, over all facts that decide it', () => {
  const CLASSES = ['A', 'B', 'C'] as const;
  const EXPOSURES = [
    'usb-power-only',
    'usb-data',
    'removable-media',
    'service-port',
    'short-range-radio',
    'controlled-network',
    'public-network',
  ] as const;
  const LEVELS = ['none', 'limited', 'important', 'very-high'];

  interface Facts {
    readonly 'safety-class': (typeof CLASSES)[number];
    readonly exposure: readonly string[];
    readonly 'essential-performance': boolean;
    readonly 'command-path': string | undefined;
    readonly 'exploit-harm': string | undefined;
    readonly 'independent-barrier': boolean | undefined;
  }

  const facts: fc.Arbitrary<Facts> = fc.record({
    'safety-class': fc.constantFrom(...CLASSES),
    exposure: fc.uniqueArray(fc.constantFrom(...EXPOSURES), { maxLength: 4 }),
    'essential-performance': fc.boolean(),
    'command-path': fc.constantFrom('none', 'out-only', 'in', 'closed-loop-remote', undefined),
    'exploit-harm': fc.constantFrom('data', 'non-serious', 'serious', undefined),
    'independent-barrier': fc.constantFrom(true, false, undefined),
  });

  function overhead(chosen: Facts): Assessment['overhead'] {
    const exposure = chosen.exposure.length === 0 ? ['none'] : chosen.exposure;
    const lines = Object.entries({ ...chosen, exposure }).flatMap(([fact, value]) => {
      if (value === undefined) return [];
      const word = value === true ? 'yes' : value === false ? 'no' : value;
      return [`  ${fact}: ${Array.isArray(word) ? `[${word.join(', ')}]` : String(word)}`];
    });
    const text = `medward: 1\nprofile:\n${lines.join('\n')}\npacks: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]\n`;
    return assessProject(openProfile({ path: 'bare.yaml', text }, { packs: shippedPacks() }), DATE).overhead;
  }

  const level = (chosen: Facts): number => LEVELS.indexOf(overhead(chosen).level);

  test('adding an exposure never lowers it', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...EXPOSURES), (chosen, more) => {
        const exposure = [...new Set([...chosen.exposure, more])];
        expect(level({ ...chosen, exposure })).toBeGreaterThanOrEqual(level(chosen));
      }),
      { numRuns: 150 },
    );
  });

  test('a declared barrier never raises it, and the level without it is shown', () => {
    fc.assert(
      fc.property(facts, (chosen) => {
        const withBarrier = overhead({ ...chosen, 'independent-barrier': true });
        const without = overhead({ ...chosen, 'independent-barrier': false });
        expect(LEVELS.indexOf(withBarrier.level)).toBeLessThanOrEqual(LEVELS.indexOf(without.level));
        expect(withBarrier.withoutBarrier).toBe(without.level);
      }),
      { numRuns: 150 },
    );
  });

  test('without exposure it is none, whatever else is said; so is a port for power alone', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom([], ['usb-power-only']), (chosen, exposure) => {
        expect(overhead({ ...chosen, exposure })).toMatchObject({ level: 'none', rule: 'R1', possible: ['none'] });
      }),
      { numRuns: 80 },
    );
  });

  test('with an exposure it is never none', () => {
    fc.assert(
      fc.property(facts, (chosen) => {
        fc.pre(chosen.exposure.some((one) => one !== 'usb-power-only'));
        expect(level(chosen)).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });
});

// @verifies TC-409
/**
 * What-if replaces the value that is used, at its own step; what is declared and what records tell are not joined with it.
 * A fresh run with that fact is therefore a project that declares it and whose records are silent about it, as a bare
 * profile is. There the two must be equal in everything that is computed; only the source of the fact may differ.
 */
describe('what if equals a fresh run', () => {
  const PACKS = 'packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]';
  const base: Readonly<Record<string, string>> = {
    'safety-class': 'B',
    purpose: 'other',
    exposure: '[controlled-network]',
    'essential-performance': 'no',
    'command-path': 'in',
    markets: '[eu, us]',
    'life-phase': 'on-the-market',
  };

  function bare(profile: Readonly<Record<string, string>>, whatIf?: FactValues): Assessment {
    const lines = Object.entries(profile).map(([fact, value]) => `  ${fact}: ${value}`);
    const text = `medward: 1\nprofile:\n${lines.join('\n')}\n${PACKS}\n`;
    return assessProject(openProfile({ path: 'bare.yaml', text }, { packs: shippedPacks() }), DATE, whatIf);
  }

  function computed(one: Assessment): unknown {
    return {
      facts: [...one.facts].toSorted(([a], [b]) => byCodeUnit(a, b)),
      classes: [one.classes.device, one.classes.systems.map((system) => system.class)],
      overhead: one.overhead,
      counts: one.counts,
      effort: one.effort,
      statuses: statusesOf(one),
      answers: answersOf(one),
      keys: keysOf(one),
    };
  }

  const rows = bare(base)
    .packs.table.facts.filter((fact) => fact.is === undefined && fact.stated === undefined && fact.type !== 'text')
    .flatMap((fact): readonly (readonly [string, string, string | boolean | number | readonly string[]])[] => {
      if (fact.type === 'bool')
        return [
          [fact.id, 'yes', true],
          [fact.id, 'no', false],
        ];
      if (fact.type === 'number') return [[fact.id, '7', 7]];
      const values = fact.values ?? [];
      return values.map((value) => [fact.id, value, fact.type === 'set' ? [value] : value]);
    });

  test.each(rows)('%s=%s', (fact, word, value) => {
    const asked = bare(base, new Map([[fact, value]]));
    const fresh = bare({ ...base, [fact]: Array.isArray(value) ? `[${word}]` : word });
    expect(computed(asked)).toEqual(computed(fresh));
  });

  test('several facts at once', () => {
    const asked = bare(
      base,
      new Map<string, string | readonly string[]>([
        ['safety-class', 'A'],
        ['exposure', ['public-network']],
      ]),
    );
    expect(computed(asked)).toEqual(computed(bare({ ...base, 'safety-class': 'A', exposure: '[public-network]' })));
  });

  test('records that say otherwise are overruled for the question, and only for it', () => {
    const files = new Map(labdesk);
    expect(assessed(files).overhead.level).not.toBe('none');
    expect(assessed(files, new Map([['exposure', ['none']]])).overhead.level).toBe('none');
    expect(assessed(files).overhead.level).not.toBe('none');
  });
});

// @verifies TC-713
describe('check writes nothing', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-untouched-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([[['check']], [['check', '--json']], [['assess', '--what-if', 'exposure=none']], [[]], [['next']]])(
    'medward %j leaves every byte of the project as it was',
    async (words) => {
      cpSync(LABDESK, folder, { recursive: true });
      const before = treeHash(folder);
      await runProgram(words, {
        terminal: { out: () => undefined, note: () => undefined, paint: painter(false), width: 100 },
        folder,
        now: () => new Date('2026-11-24T12:00:00Z'),
      });
      expect(treeHash(folder)).toBe(before);
    },
  );
});

function treeHash(folder: string): string {
  const hash = createHash('sha256');
  for (const [name, text] of read(folder)) hash.update(JSON.stringify([name, text]));
  return hash.digest('hex');
}
