import { describe, expect, test } from 'vitest';
import { faultKeys, traced } from './traced.test-support.js';

const need = (from: number, to: number): string => `  - { id: SRS-${from}, level: software, satisfies: [SRS-${to}] }`;
const circle = (size: number): string =>
  `requirements:\n${Array.from({ length: size }, (_, at) => need(at + 1, ((at + 1) % size) + 1)).join('\n')}\n`;

// @verifies TC-202
describe('circles', () => {
  test.each([
    ['of one record', circle(1), ['circular-link@SRS-1#satisfies']],
    ['of two', circle(2), ['circular-link@SRS-1#satisfies']],
    ['of three', circle(3), ['circular-link@SRS-1#satisfies']],
    ['of 10,000, without exhausting the stack', circle(10_000), ['circular-link@SRS-1#satisfies']],
    ['none in a chain', `requirements:\n${need(1, 2)}\n${need(2, 3)}\n  - { id: SRS-3, level: software }`, []],
    [
      'none where two ways meet',
      `requirements:\n  - { id: SRS-1, level: software, satisfies: [SRS-2, SRS-3] }\n${need(2, 4)}\n${need(3, 4)}\n  - { id: SRS-4, level: software }`,
      [],
    ],
    [
      'two apart are two',
      `requirements:\n${need(1, 2)}\n${need(2, 1)}\n${need(3, 4)}\n${need(4, 3)}`,
      ['circular-link@SRS-1#satisfies', 'circular-link@SRS-3#satisfies'],
    ],
    [
      'of parents',
      `items: [{ id: EL-1, parent: [EL-2] }, { id: EL-2, parent: [EL-1] }]`,
      ['circular-link@EL-1#parent'],
    ],
    [
      'of boundaries and of items are told apart by their records',
      `items: [{ id: EL-1, parent: [EL-1] }]\nboundaries: [{ id: TB-1, parent: [TB-1] }]`,
      ['circular-link@EL-1#parent', 'circular-link@TB-1#parent'],
    ],
    [
      'written from the other end',
      `items: [{ id: EL-1, parts: [EL-2] }, { id: EL-2, parts: [EL-1] }]`,
      ['circular-link@EL-1#parent'],
    ],
    [
      'of what replaces what',
      `needs: [{ id: UN-1, replaces: [UN-2] }, { id: UN-2, replaces: [UN-1] }]`,
      ['circular-link@UN-1#replaces'],
    ],
  ])('%s', (_, text, keys) => {
    expect(faultKeys(traced(text))).toEqual(keys);
  });

  test('one is told at its smallest id by code unit, wherever that id stands in the circle', () => {
    const text = `requirements:\n  - { id: SRS-b, level: software, satisfies: [SRS-B] }\n  - { id: SRS-B, level: software, satisfies: [SRS-a] }\n  - { id: SRS-a, level: software, satisfies: [SRS-b] }`;
    const { faults } = traced(text);
    expect(faults.map((fault) => [fault.subject, fault.message])).toEqual([
      ['SRS-B', '`satisfies` leads from SRS-B back to itself: SRS-B → SRS-a → SRS-b → SRS-B.'],
    ]);
  });

  test('a long way is cut in the message, and names only the first places', () => {
    const [fault] = traced(circle(100)).faults;
    expect(fault!.message).toBe(
      '`satisfies` leads from SRS-1 back to itself: SRS-1 → SRS-2 → SRS-3 → SRS-4 → … → SRS-99 → SRS-100 → SRS-1.',
    );
    expect(fault!.related).toHaveLength(7);
  });

  test('a deep chain is no circle and takes no stack', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => need(at + 1, at + 2)).join('\n');
    expect(traced(`requirements:\n${chain}\n  - { id: SRS-10001, level: software }`).faults).toEqual([]);
  });

  test('the same circle is told alike from any order of files', () => {
    const [a, b, c] = [need(1, 2), need(2, 3), need(3, 1)].map((line) => `requirements:\n${line}\n`);
    const told = (texts: readonly string[]): unknown =>
      traced(Object.fromEntries(texts.map((text, at) => [`records/${at}.yaml`, text]))).faults.map(
        (one) => one.message,
      );
    expect(told([c!, b!, a!])).toEqual(told([a!, b!, c!]));
  });
});

describe('limits that rows of the relation table name', () => {
  const ITEMS = 'items: [{ id: EL-1, parent: [EL-9] }, { id: EL-2, parent: [EL-9] }, { id: EL-3 }, { id: EL-9 }]';
  const flow = (via: string): string =>
    `${ITEMS}\ninterfaces: [{ id: IF-1, item: [${via}] }]\nflows: [{ id: DF-1, from: EL-1, to: EL-2, via: [IF-1] }]`;
  const part = (inner: string, outer: string): string =>
    `items: [{ id: EL-1, granularity: ${inner}, parent: [EL-2] }, { id: EL-2, granularity: ${outer} }]`;

  test.each([
    [
      'a system requirement does not satisfy a software requirement',
      'requirements: [{ id: SYS-1, level: system, satisfies: [SRS-1] }, { id: SRS-1, level: software }]',
      ['link-not-allowed@SYS-1#satisfies,SRS-1'],
    ],
    [
      'a software requirement satisfies a system requirement',
      'requirements: [{ id: SRS-1, level: software, satisfies: [SYS-1] }, { id: SYS-1, level: system }]',
      [],
    ],
    ['an item is part of a system', part('item', 'system'), []],
    ['a unit is part of an item', part('unit', 'item'), []],
    ['an item is part of an item', part('item', 'item'), []],
    ['a system is no part of an item', part('system', 'item'), ['link-not-allowed@EL-1#parent,EL-2']],
    ['an item is no part of a unit', part('item', 'unit'), ['link-not-allowed@EL-1#parent,EL-2']],
    ['a unit is not divided further', part('unit', 'unit'), ['link-not-allowed@EL-1#parent,EL-2']],
    ['a flow goes via an interface of its start', flow('EL-1'), []],
    ['of its end', flow('EL-2'), []],
    ['of the whole around an end', flow('EL-9'), []],
    ['not of somebody else', flow('EL-3'), ['link-not-allowed@DF-1#via,IF-1']],
    [
      'a control in another software system is outside, one in that of the cause is not, whatever it says of itself',
      `items:
  - { id: SW-1, granularity: system }
  - { id: SW-2, granularity: system }
  - { id: EL-1, parent: SW-1 }
  - { id: EL-2, parent: SW-2 }
  - { id: EL-3, role: process }
soup: [{ id: SOUP-1, used-in: [EL-1] }]
hazards: [{ id: HAZ-1 }]
risks:
  - { id: RSK-1, hazard: HAZ-1, causes: [EL-1], external-controls: [RC-1, RC-2] }
  - { id: RSK-2, hazard: HAZ-1, causes: [SOUP-1], external-controls: [RC-1, RC-2] }
  - { id: RSK-3, hazard: HAZ-1, external-controls: [RC-2] }
  - { id: RSK-4, hazard: HAZ-1, causes: [EL-1], external-controls: [RC-4] }
controls: [{ id: RC-1, external: yes }, { id: RC-2 }, { id: RC-4 }]
requirements:
  - { id: SRS-1, level: software, satisfies: [RC-1], allocated-to: [EL-1] }
  - { id: SRS-2, level: software, satisfies: [RC-2], allocated-to: [EL-2] }
  - { id: SRS-4, level: software, satisfies: [RC-4], allocated-to: [EL-2, EL-3] }`,
      [
        'link-not-allowed@RSK-1#external-controls,RC-1',
        'link-not-allowed@RSK-2#external-controls,RC-1',
        'link-not-allowed@RSK-3#external-controls,RC-2',
        'link-not-allowed@RSK-4#external-controls,RC-4',
      ],
    ],
    [
      'only an external control is credited by 4.3',
      'risks: [{ id: RSK-1, hazard: HAZ-1, external-controls: [RC-1, RC-2] }]\nhazards: [{ id: HAZ-1 }]\ncontrols: [{ id: RC-1, external: yes }, { id: RC-2 }]',
      ['link-not-allowed@RSK-1#external-controls,RC-2'],
    ],
    [
      'a vulnerability names a component',
      'vulnerabilities: [{ id: VUL-1, component: SOUP-1, advisories: [CVE-2026-1] }]\nsoup: [{ id: SOUP-1 }]',
      [],
    ],
    ['or a package URL', 'vulnerabilities: [{ id: VUL-1, purl: "pkg:npm/a@1.0.0", advisories: [CVE-2026-1] }]', []],
    [
      'or it is refused',
      'vulnerabilities: [{ id: VUL-1, advisories: [CVE-2026-1] }]',
      ['link-not-allowed@VUL-1#component'],
    ],
    ['a decision has a scope', 'decisions: [{ id: DEC-1, type: deviation, scope: [a-rule] }]', []],
    [
      'or accepts something',
      'decisions: [{ id: DEC-1, type: risk-acceptance, accepts: [TH-1] }]\nthreats: [{ id: TH-1, targets: [EL-1] }]\nitems: [{ id: EL-1 }]',
      [],
    ],
    ['or decides about nothing', 'decisions: [{ id: DEC-1, type: deviation }]', ['link-not-allowed@DEC-1#scope']],
  ])('%s', (_, text, keys) => {
    const result = traced(text, { isForeign: (target, id) => target === '@reference' || id === 'a-rule' });
    expect(faultKeys(result)).toEqual(keys);
  });
});
