import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { placeOf } from '../shapes/index.js';
import { readSettings, type Settings, type SettingsFault } from './settings.js';

function read(text: string): { settings: Settings; faults: readonly SettingsFault[] } {
  const result = readSettings({ path: 'medward.yaml', text });
  if (!result.settings) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result;
}

/** Faults as `line:column field message`. */
function faultsOf(text: string): readonly string[] {
  return read(text).faults.map(({ spot, field, message }) => {
    const { line, column } = placeOf(spot);
    return `${line}:${column} ${field} ${message}`;
  });
}

const DEVICE = 'medward: 1\ndevice: { name: LabDesk }\n';

const WHOLE = `medward: 1
device:
  name: LabDesk
  version: 1.10
  intended-use: Store, list and print laboratory orders entered by trained staff.
  markets: [eu, us]
profile:
  purpose: other
  essential-performance: no
  exposure: [public-network]
  support-years: 5
software:
  - { id: SW-1, name: LabDesk, form: standalone, class: A, class-reason: No harm., by: P1, date: 2026-11-23, route: development, build: src/** }
packs: [iec62304@2015, ./packs/ours/]
criteria: [owasp-top10@2021, iec62304-5.5.4@2015]
methods: { risk: ./packs/ours#risk, security: cvss31-exploitability }
people:
  - { id: P1, name: A. Person, roles: [developer], commits-as: [dev@example.org] }
sources-of-truth: { anomalies: records, changes: 'git', soup: 'package-lock.json' }
external: { SYS-OVI: 'System specification of product OVI' }
records: [records, ./docs//records/]
code: [src, 'test/**/*.ts', '!src/generated']
ids: { REQ: requirement }
mapping: tests/mapping.yaml
effort: { requirement: 2.5, sad: { hours: { A: 1, B: 2, C: 3 }, source: own median, date: 2026-11-01 } }
strictness: { default: warn, packs: { iec62304: enforce }, rules: { text-left-open: observe } }
ext: { ours: { anything: [at, all] } }
`;

// @verifies TC-109
describe('the settings of a device', () => {
  test('are read in full, values as they were written', () => {
    const { settings, faults } = read(WHOLE);
    expect(faults).toEqual([]);
    expect({ ...settings.device }).toEqual({
      name: 'LabDesk',
      version: '1.10',
      'intended-use': 'Store, list and print laboratory orders entered by trained staff.',
      markets: ['eu', 'us'],
    });
    expect(settings.profile.map(({ fact, value }) => [fact, value])).toEqual([
      ['purpose', 'other'],
      ['essential-performance', 'no'],
      ['exposure', ['public-network']],
      ['support-years', '5'],
    ]);
    expect(settings.software[0]).toMatchObject({ id: 'SW-1', form: 'standalone', class: 'A', build: ['src/**'] });
    expect(settings.packs).toMatchObject([
      { is: 'shipped', pack: 'iec62304', edition: '2015' },
      { is: 'own', folder: 'packs/ours' },
    ]);
    expect(settings.criteria).toMatchObject([{ pack: 'owasp-top10' }, { pack: 'iec62304-5.5.4' }]);
    expect(settings.methods).toMatchObject({
      risk: { is: 'own', folder: 'packs/ours', method: 'risk' },
      security: { is: 'shipped', method: 'cvss31-exploitability' },
    });
    expect(settings.people).toMatchObject([{ id: 'P1', roles: ['developer'], 'commits-as': ['dev@example.org'] }]);
    expect(settings.sourcesOfTruth.map(({ name, value }) => [name, value])).toEqual([
      ['anomalies', 'records'],
      ['changes', 'git'],
      ['soup', 'package-lock.json'],
    ]);
    expect(settings.external).toMatchObject([{ name: 'SYS-OVI' }]);
    expect(settings.records).toEqual(['records', 'docs/records']);
    expect(settings.code).toEqual([
      { path: 'src', isGlob: false, leavesOut: false },
      { path: 'test/**/*.ts', isGlob: true, leavesOut: false },
      { path: 'src/generated', isGlob: false, leavesOut: true },
    ]);
    expect(settings.ids).toMatchObject([{ name: 'REQ', value: 'requirement' }]);
    expect(settings.mapping).toEqual(['tests/mapping.yaml']);
    expect(settings.strictness.map(({ of, name, strictness }) => [of, name, strictness])).toEqual([
      ['default', '', 'warn'],
      ['pack', 'iec62304', 'enforce'],
      ['rule', 'text-left-open', 'observe'],
    ]);
    expect(settings.effort['requirement']).toBe(2.5);
    expect(settings.effort['sad']).toMatchObject({ hours: { A: 1, B: 2, C: 3 } });
  });

  test('know where facts, packs and systems stand', () => {
    const { settings } = read(WHOLE);
    const exposure = settings.profile.find(({ fact }) => fact === 'exposure');
    expect(exposure && placeOf(exposure.spot)).toEqual({ file: 'medward.yaml', line: 10, column: 3 });
    expect(exposure && placeOf(exposure.valueSpot)).toMatchObject({ line: 10, column: 13 });
    expect(settings.packs.map(({ spot }) => placeOf(spot).column)).toEqual([9, 24]);
    expect(settings.software.map(({ spot }) => placeOf(spot))).toMatchObject([{ line: 13, column: 11 }]);
  });

  test('have records in `records` and no code unless they say so', () => {
    expect(read(DEVICE).settings).toMatchObject({
      records: ['records'],
      code: [],
      packs: [],
      profile: [],
      software: [],
    });
  });
});

describe('settings that cannot be used', () => {
  test.each([
    ['an empty file', '', 1, 1, /empty/],
    ['only a comment', '# nothing\n', 1, 1, /empty/],
    ['a list', '- medward: 1\n', 1, 1, /found is something else/],
    ['a word', 'medward', 1, 1, /found is something else/],
    ['broken YAML', 'medward: 1\ndevice: { name: [\n', 3, 1, /./],
    ['a key twice', 'medward: 1\nprofile: {}\nprofile: {}\n', 3, 1, /stands twice/],
    ['no version', 'device:\n  name: X\n', 1, 1, /`medward` is missing/],
    ['another version', 'medward: 2\n', 1, 10, /takes 1/],
    ['a list as version', 'medward: [1]\n', 1, 10, /takes 1/],
    ['an endless alias', 'medward: 1\next: &a [*a]\n', 2, 10, /stands inside/],
  ])('%s gives a problem with its place', (_, text, line, column, message) => {
    const result = readSettings({ path: 'medward.yaml', text });
    expect(result.settings).toBeUndefined();
    expect('problems' in result && result.problems[0]).toMatchObject({ file: 'medward.yaml', line, column });
    expect('problems' in result && result.problems[0]?.message).toMatch(message);
  });
});

describe('a fault in the settings costs its own field only', () => {
  test.each([
    ['an unknown field', 'sofware: []\n', '3:1 sofware Unknown field `sofware`; did you mean `software`?'],
    ['no value', 'packs:\n', '3:7 packs `packs` has no value.'],
    [
      'an unknown class',
      'software: [{ id: SW-1, class: D }]\n',
      '3:31 software.class `class` takes one of A, B, C, found `D`',
    ],
    ['a system without id', 'software: [{ class: A }]\n', '3:12 software.id The field `id` is missing'],
    ['a pack without edition', 'packs: [iec62304]\n', '3:9 packs `packs` takes a name with an edition'],
    ['a method of no form', 'methods: { risk: a b }\n', '3:18 methods.risk `risk` takes the id of a method'],
    ['an id twice', 'people: [{ id: P1 }, { id: P1 }]\n', '3:28 people.id The id P1 stands twice under `people`.'],
    [
      'a fact as a mapping',
      'profile: { exposure: { a: b } }\n',
      '3:22 profile.exposure `exposure` takes a word, or a list',
    ],
    ['an absolute path', 'records: [/etc]\n', '3:11 records A path under `records` is absolute'],
    ['a path of Windows', "records: ['C:\\x']\n", '3:11 records A path under `records` is absolute'],
    ['a path that leads out', 'code: [src/../../x]\n', '3:8 code A path under `code` leads out of the project.'],
    ['a pack that leads out', 'packs: [../ours]\n', '3:9 packs A path under `packs` leads out of the project.'],
    [
      'a method that leads out',
      'methods: { risk: ../x#risk }\n',
      '3:18 methods.risk A path under `methods.risk` leads',
    ],
    [
      'a strictness that there is not',
      'strictness: { packs: { iec62304: relaxed } }\n',
      '3:34 strictness.packs.iec62304 `iec62304` takes one of observe, warn, enforce, found `relaxed`',
    ],
    ['a pattern without end', "code: ['**/*a*/**/*a*/**/b']\n", '3:8 code The pattern has too many wildcards.'],
  ])('%s', (_, more, expected) => {
    const text = `${DEVICE}${more}`;
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.slice(0, expected.length)).toBe(expected);
    expect(read(text).settings.device.name).toBe('LabDesk');
  });

  test('the rest of a list is used', () => {
    const { settings } = read(`${DEVICE}records: [../out, records]\npacks: [x, iec62304@2015]\n`);
    expect(settings.records).toEqual(['records']);
    expect(settings.packs).toHaveLength(1);
  });

  test('no device is a fault, but not where facts alone are assessed', () => {
    const source = { path: 'p.yaml', text: 'medward: 1\nprofile: { form: embedded, safety-class: B }\n' };
    expect(readSettings(source)).toMatchObject({ faults: [{ name: 'missing-field', field: 'device' }] });
    expect(readSettings(source, 'bare-profile')).toMatchObject({ faults: [] });
  });

  // @verifies TC-906
  test('names such as __proto__ are names', () => {
    const { settings } = read(`${DEVICE}profile: { __proto__: x, constructor: y }\nids: { __proto__: z }\n`);
    expect(settings.profile.map(({ fact }) => fact)).toEqual(['__proto__', 'constructor']);
    expect(settings.ids).toMatchObject([{ name: '__proto__', value: 'z' }]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

test('any text gives settings or problems, never a throw', () => {
  const token = fc.constantFrom(
    'medward: 1\n',
    'device:',
    'profile:',
    'software:',
    'packs:',
    'methods:',
    'records:',
    'code:',
    'people:',
    'ids:',
    'effort:',
    '\n',
    '\n  ',
    ' ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    'id: ',
    'a',
    '1',
    '&a ',
    '*a',
    '"',
    '!',
    '#',
    '../',
    '~',
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
      const result = readSettings({ path: 'medward.yaml', text: `medward: 1\n${tokens.join('')}` });
      const offsets = result.settings ? result.faults.map(({ spot }) => spot.offset) : [];
      expect(result.settings !== undefined || result.problems.length > 0).toBe(true);
      expect(offsets.every((offset) => offset >= 0 && offset <= 11 + tokens.join('').length)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
