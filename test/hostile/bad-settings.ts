/** `medward.yaml` and packs of one's own that are empty, wrong, missing or built to do harm. */
import { repeated, SETTINGS, type HostileCase } from './hostile-case.js';
import type { Files } from './run-medward.js';

const RECORDS = { 'records/a.yaml': 'requirements:\n  - { id: SRS-1, title: x, level: software }\n' } as const;

type Rest = Omit<HostileCase, 'name' | 'files'>;
const settings = (name: string, text: string, rest: Rest): HostileCase => ({
  ...rest,
  name,
  files: () => ({ 'medward.yaml': text, ...RECORDS }),
});

const HEAD = 'pack: ours\nedition: "1"\nformat: 1\ntitle: T\nweight: practice\n';
const OWN = 'medward: 1\ndevice: { name: x }\npacks: [iec62304@2015, ./packs/ours]\n';
const pack = (name: string, text: string | Uint8Array, says: readonly string[], more: Files = {}): HostileCase => ({
  name,
  files: () => ({ 'medward.yaml': OWN, ...RECORDS, 'packs/ours/pack.yaml': text, ...more }),
  status: 2,
  says,
});
const condition = (written: string, says: string): HostileCase =>
  pack(
    `the condition ${written.slice(0, 40)}`,
    `${HEAD}facts:\n  - { id: f1, title: x, about: y, type: bool, step: 2, is: ${JSON.stringify(written)} }\n`,
    ['packs/ours/pack.yaml:7:', says],
  );

export const settingsCases: readonly HostileCase[] = [
  settings('empty', '', { status: 2, says: ['medward.yaml:1:1', 'The file is empty'] }),
  settings('a list', '- a\n', { status: 2, says: ['medward.yaml:1:1'] }),
  settings('of another version', 'medward: 2\n', { status: 2, says: ['medward.yaml:1:10'] }),
  settings('broken', 'medward: 1\ndevice: { name: "x\n', { status: 2, says: ['medward.yaml:3:1', 'is not closed'] }),
  settings('larger than what is read', `medward: 1\n${'# yyyyyyyyy\n'.repeat(500_000)}`, {
    status: 2,
    says: ['medward.yaml cannot be used', 'more than 5242880 bytes'],
    never: ['No `medward.yaml`'],
  }),
  settings('an alias inside what it names', 'medward: 1\ndevice: &a { name: x, ext: *a }\n', {
    status: 2,
    says: ['medward.yaml:2:28'],
  }),
  settings(
    'wrong types everywhere',
    'medward: 1\ndevice: []\nprofile: 5\nsoftware: { a: b }\nmethods: [x]\npeople: x\nexternal: [x]\nrecords: { a: b }\ncode: { x: y }\nids: [x]\nmapping: { a: b }\neffort: [x]\n',
    {
      status: 1,
      says: ['medward.yaml:2:9', 'medward.yaml:3:10', 'medward.yaml:4:11', 'medward.yaml:5:10', 'medward.yaml:12:9'],
    },
  ),
  settings('packs of a wrong type', 'medward: 1\ndevice: { name: x }\npacks: { a: b }\ncriteria: 7\n', {
    status: 2,
    says: ['medward.yaml:3:8', 'medward.yaml:4:11'],
  }),
  settings(
    'names that every object has',
    `medward: 1\ndevice: { name: x, __proto__: y, markets: [__proto__] }\nprofile: { __proto__: yes, constructor: no, toString: [a] }\nsoftware: [{ id: constructor }, { id: __proto__ }, { id: SW, class: D }, { id: SW }]\nmethods: { __proto__: x, risk: constructor, security: toString }\npeople: [{ id: __proto__ }, { id: constructor }]\nexternal: { __proto__: x, "": y }\nids: { __proto__: requirement, X: constructor }\neffort: { __proto__: 5, constructor: { hours: { A: 1, __proto__: 5 } } }\n`,
    {
      status: 1,
      says: [
        'The profile has no fact `__proto__`',
        'The profile has no fact `constructor`',
        '`constructor` is no kind of record',
        'The id SW stands twice',
      ],
    },
  ),
  settings('records outside the project', `${SETTINGS}records: [.., /etc, "~/x", "C:\\\\x", a/../../b, ""]\n`, {
    status: 1,
    says: ['medward.yaml:7:11', 'medward.yaml:7:15', 'medward.yaml:7:21', 'A path under `records`', 'is absolute'],
    lost: ['SRS-1'],
  }),
  settings('a folder of records that is not there', `${SETTINGS}records: [nope]\n`, {
    status: 1,
    says: [],
    lost: ['SRS-1'],
  }),
  settings(
    'patterns of code that expand without end',
    `${SETTINGS}code: ["a{1..99999999}b{1..99999999}", "{a,{b,{c,{d,e}}}}", "[[[[[", "*(*(*(a)))", "**/**/**/**/x"]\n`,
    {
      status: 1,
      says: ['The pattern has too many wildcards.'],
    },
  ),
  settings('a prefix for everything', `${SETTINGS}external: { "": all, SRS: mine }\n`, {
    status: 1,
    says: [],
    kept: ['SRS-1'],
  }),
  settings('prefixes of unknown kinds', `${SETTINGS}ids: { SRS: nope, REQ: "" }\n`, {
    status: 1,
    says: ['medward.yaml:7:13', '`nope` is no kind of record'],
  }),
  settings('a pack that does not ship', 'medward: 1\ndevice: { name: x }\npacks: [nope@1, constructor@1]\n', {
    status: 2,
    says: ['medward.yaml:3:9', 'No shipped pack is called `nope`', 'No shipped pack is called `constructor`'],
  }),
  settings('two editions of one pack', 'medward: 1\ndevice: { name: x }\npacks: [iec62304@2015, iec62304@2006]\n', {
    status: 2,
    says: ['medward.yaml:3:24'],
  }),
  settings('a folder without a pack', 'medward: 1\ndevice: { name: x }\npacks: [./packs/nope]\n', {
    status: 2,
    says: ['medward.yaml:3:9', 'holds no pack'],
  }),
  settings('a method in a folder without a pack', `${SETTINGS}methods: { risk: "./x#y" }\n`, {
    status: 2,
    says: ['medward.yaml:7:18', 'holds no pack'],
  }),
  settings('methods that nobody has', `${SETTINGS}methods: { risk: nope, security: constructor }\n`, {
    status: 1,
    says: ['medward.yaml:7:18', '`nope` is no safety method', '`constructor` is no security method'],
  }),
  settings(
    'twenty thousand facts that there are not',
    `medward: 1\ndevice: { name: x }\nprofile:\n${repeated(20_000, (at) => `  f${at}: yes\n`)}`,
    {
      status: 1,
      says: ['The profile has no fact `f0`'],
    },
  ),
  pack('an empty pack', '', ['packs/ours/pack.yaml:1:1']),
  pack('a broken pack', 'pack: "x\n', ['packs/ours/pack.yaml:2:1']),
  pack('a pack that is a list', '- a\n', ['packs/ours/pack.yaml:1:1']),
  pack('a pack of bytes', Buffer.from([0, 1, 2, 255]), ['packs/ours/pack.yaml:1:1', 'NUL byte']),
  pack('a pack with one file in UTF-16', HEAD, ['packs/ours/more.yaml:1:1', 'UTF-16'], {
    'packs/ours/more.yaml': Buffer.from([255, 254, 65, 0]),
  }),
  pack(
    'a pack with names that every object has',
    `${HEAD}__proto__: x\nclauses:\n  - { id: constructor, title: x, summary: y, work-products: [__proto__, constructor] }\n`,
    ['packs/ours/pack.yaml:6:1', 'There is no work product `constructor`'],
  ),
  pack(
    'an override without reason',
    `${HEAD}override:\n  - { id: threat-model, section: work-products, purpose: x }\n`,
    [
      'packs/ours/pack.yaml:7:5',
      'The field `reason` is missing',
      'The field `by` is missing',
      'The field `date` is missing',
    ],
  ),
  pack(
    'an override of nothing',
    `${HEAD}override:\n  - { id: nope, section: work-products, purpose: x, reason: y, by: z, date: 2026-01-01 }\n`,
    ['packs/ours/pack.yaml:7:5', 'There is no entry `nope`'],
  ),
  pack(
    'facts that define each other',
    `${HEAD}facts:\n  - { id: aa, title: x, about: y, type: bool, step: 2, is: bb }\n  - { id: bb, title: x, about: y, type: bool, step: 2, is: aa }\n`,
    ['packs/ours/pack.yaml:7:5', 'aa → bb → aa'],
  ),
  condition(`${'exposed || '.repeat(10_000)}exposed`, 'The condition is too long'),
  condition(`${'exposed || '.repeat(300)}exposed`, 'The condition'),
  condition(`${'!'.repeat(3900)}exposed`, 'The condition'),
  condition('['.repeat(400), 'The condition'),
  condition('"a".matches("(a+)+$")', '`matches` is not allowed'),
  condition('exposed.constructor', 'Only `count` has parts'),
  condition('__proto__', 'Reserved identifier'),
  condition('constructor', 'No fact is called `constructor`'),
  condition('exposed == "yes"', 'The types do not fit'),
  condition('"x"', 'expected `bool`'),
];
