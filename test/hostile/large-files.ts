/** Sound records in numbers that nobody writes by hand: chains, circles, and one thing ten thousand times. */
import { repeated, SETTINGS, type HostileCase } from './hostile-case.js';
import type { Files } from './run-medward.js';

const MANY = 3_000;

const large = (
  name: string,
  records: () => string,
  rest: Omit<HostileCase, 'name' | 'files' | 'status'>,
): HostileCase => ({
  ...rest,
  name,
  files: () => ({ 'medward.yaml': SETTINGS, 'records/a.yaml': records() }),
  status: 1,
});

const requirements = (count: number, more: (at: number) => string): string =>
  `requirements:\n${repeated(count, (at) => `  - { id: SRS-${at}, title: t, ${more(at)} }\n`)}`;

const code = (name: string, files: Files, rest: Omit<HostileCase, 'name' | 'files' | 'status'>): HostileCase => ({
  ...rest,
  name,
  files: () => ({
    'medward.yaml': `${SETTINGS}code: [src]\n`,
    'records/a.yaml': requirements(1, () => 'level: software'),
    ...files,
  }),
  status: 1,
});

export const largeCases: readonly HostileCase[] = [
  large('a chain of requirements', () => requirements(MANY, (at) => `satisfies: [SRS-${at + 1}]`), {
    says: [`names \`SRS-${MANY}\`, which is no record`],
    kept: ['SRS-0'],
  }),
  large('a circle of requirements', () => requirements(MANY, (at) => `satisfies: [SRS-${(at + 1) % MANY}]`), {
    says: ['`satisfies` leads from SRS-0 back to itself'],
    kept: ['SRS-0'],
  }),
  large(
    'a chain of parents',
    () =>
      `items:\n${repeated(MANY, (at) => `  - { id: EL-${at}, title: t, parent: ${at === 0 ? 'SW' : `EL-${at - 1}`} }\n`)}`,
    {
      says: [],
      kept: ['EL-0'],
    },
  ),
  large(
    'circles in everything',
    () =>
      'requirements:\n  - { id: SRS-1, title: a, satisfies: [SRS-1] }\nitems:\n  - { id: EL-1, title: x, parent: EL-2, boundary: TB-1 }\n  - { id: EL-2, title: x, parent: EL-1 }\n  - { id: EL-3, title: x, parent: EL-3 }\nboundaries:\n  - { id: TB-1, title: x, parent: TB-2 }\n  - { id: TB-2, title: x, parent: TB-1 }\nflows:\n  - { id: FL-1, title: x, from: EL-1, to: EL-3 }\nrisks:\n  - { id: RISK-1, title: x, causes: [EL-1] }\ndecisions:\n  - { id: DEC-1, title: x, about: [DEC-1], accepts: [DEC-1], scope: [circular-link], reason: x, by: a, date: 2026-01-01 }\n',
    {
      says: [
        '`satisfies` leads from SRS-1',
        '`parent` leads from EL-1',
        '`parent` leads from EL-3',
        '`parent` leads from TB-1',
      ],
      kept: ['SRS-1', 'EL-1', 'TB-1', 'FL-1', 'RISK-1', 'DEC-1'],
    },
  ),
  large('one id ten thousand times', () => `requirements:\n${'  - { id: SRS-1, title: t }\n'.repeat(10_000)}`, {
    says: ['records/a.yaml:2:11', 'The id SRS-1 stands 10000 times.'],
  }),
  large(
    'ten thousand links to nothing in one field',
    () => `requirements:\n  - { id: SRS-1, title: t, satisfies: [${repeated(10_000, (at) => `UN-${at},\n      `)}] }\n`,
    {
      says: ['names `UN-0`, which is no record'],
      kept: ['SRS-1'],
    },
  ),
  large(
    'a reference of many digits',
    () =>
      `controls:\n  - { id: SC-1, title: t, references: ["A${'1'.repeat(190_000)}!"] }\ntests:\n  - { id: TC-1, title: t, reference: ["A${'1'.repeat(190_000)}!"] }\n`,
    { says: [], kept: ['SC-1', 'TC-1'] },
  ),
  large(
    'decisions about everything',
    () =>
      `${requirements(50, () => 'level: software')}decisions:\n${repeated(1_000, (at) => `  - { id: DEC-${at}, title: t, about: [SRS-${at % 50}], scope: [requirement-without-test], reason: x, by: a, date: 2026-01-01 }\n`)}`,
    {
      says: [],
      kept: ['SRS-0', 'DEC-0'],
    },
  ),
  code(
    'a line of a megabyte',
    {
      'src/a.ts': `// @implements SRS-0\n${'x'.repeat(1_000_000)} // @implements SRS-0\n`,
      'src/b.ts': '// @implements NOPE-1\n',
    },
    {
      says: ['src/b.ts:1:16'],
      kept: ['SRS-0'],
    },
  ),
  code(
    'tags that are slow to read',
    {
      'src/a.ts': `// @implements A-${'.'.repeat(1960)}\n`.repeat(500),
      'src/b.ts': `//${' @implements SRS-0'.repeat(100)}\n`.repeat(500),
      'src/c.ts': `// @implements SRS-0${',SRS-0'.repeat(300)}!\n`.repeat(500),
      'src/d.ts': `// @implements ${'a.'.repeat(960)}\n`.repeat(500),
    },
    { says: [], kept: ['SRS-0'] },
  ),
  code(
    'a hundred thousand tags that name nothing',
    { 'src/a.ts': repeated(100_000, (at) => `// @implements NOPE-${at}\n`) },
    {
      says: ['`@implements NOPE-0` names no record', 'More tags of this file name nothing that fits from here on'],
      kept: ['SRS-0'],
    },
  ),
  // Half a minute each, while time grew by their square.
  large(
    'ten thousand items and boundaries inside each other, with flows between them',
    () => {
      const nested = (id: string, at: number): string => (at === 0 ? '' : `, parent: ${id}-${at - 1}`);
      return [
        `boundaries:\n${repeated(10_000, (at) => `  - { id: TB-${at}, title: t${nested('TB', at)} }\n`)}`,
        `items:\n${repeated(10_000, (at) => `  - { id: EL-${at}, title: t, boundary: TB-${at}${nested('EL', at)} }\n`)}`,
        `flows:\n${repeated(10_000, (at) => `  - { id: FL-${at}, title: t, from: EL-${at}, to: EL-${9_999 - at} }\n`)}`,
      ].join('');
    },
    { says: [] },
  ),
  {
    name: 'three hundred software systems',
    files: () => ({
      'medward.yaml': SETTINGS.replace(
        '  - { id: SW, name: App }\n',
        repeated(300, (at) => `  - { id: SW-${at}, name: App ${at} }\n`),
      ),
      'records/a.yaml': requirements(300, (at) => `level: software, allocated-to: [SW-${at}]`),
    }),
    status: 1,
    says: [],
  },
];
