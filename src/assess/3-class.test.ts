import { describe, expect, test } from 'vitest';
import { systemsOf } from './3-class.js';
import { assessSmall, DATE, type Small } from './small-project.test-support.js';

const ITEMS = `items:
  - { id: EL-1, parent: SW-1 }
  - { id: EL-2, parent: SW-2 }
  - { id: EL-3 }
  - { id: EL-4, role: external, scope: other-product }
`;
const SOUP = 'soup: [{ id: SOUP-1, used-in: [EL-1] }, { id: SOUP-2 }]\n';
const CONTROL = 'controls: [{ id: RC-1, external: yes, independence: Of its own. }]\n';
const COMPLETE = `statements: [{ id: ST-1, type: complete, by: solheim, date: ${DATE}, bound-to: { HAZ-1: hash-of-HAZ-1, RSK-1: hash-of-RSK-1 } }]\n`;

interface Sequence {
  readonly severity?: string;
  readonly causes?: string;
  readonly externalOnly?: string;
  readonly before?: string;
  readonly more?: string;
}

/** One hazard, one risk: software fails with certainty (P1 5), and P2 says whether external controls stop the harm. */
function risk({ severity = 'S2', causes = '[EL-1]', externalOnly, before, more = '' }: Sequence): string {
  const fields = [
    `id: RSK-1, hazard: HAZ-1, causes: ${causes}`,
    ...(before === undefined ? [] : [`before: ${before}`]),
    ...(externalOnly === undefined ? [] : [`external-only: ${externalOnly}`]),
  ];
  return `${ITEMS}${SOUP}${CONTROL}hazards: [{ id: HAZ-1, severity: ${severity} }]\nrisks: [{ ${fields.join(', ')} }]\n${more}`;
}

const ACCEPTED = '{ p1: 5, p2: 1 }';
const REFUSED = '{ p1: 5, p2: 5 }';

function classOf(small: Small): string {
  const { classes } = assessSmall(small);
  return `${classes.device} ${classes.basis}`;
}

// @verifies TC-401
describe('IEC 62304 4.3, with a statement that the list of hazardous situations is complete', () => {
  test.each<[string, string, Sequence, string]>([
    ['4.3 a): software contributes to no hazardous situation', 'A', { causes: '[]' }, 'A analysis'],
    [
      '4.3 a): the cause is the product of somebody else',
      'A',
      { causes: '[EL-4]', externalOnly: REFUSED, severity: 'S5' },
      'A analysis',
    ],
    [
      'a cause that names nothing may lie in any system',
      'A',
      { causes: '[EL-99]', externalOnly: REFUSED, severity: 'S5' },
      'C analysis',
    ],
    ['4.3 a): acceptable with external controls only', 'A', { externalOnly: ACCEPTED }, 'A analysis'],
    ['4.3 b): not acceptable, injury is not serious', 'A', { externalOnly: REFUSED }, 'B analysis'],
    ['4.3 c): not acceptable, serious injury', 'A', { externalOnly: REFUSED, severity: 'S3' }, 'C analysis'],
    ['4.3 c): not acceptable, death', 'A', { externalOnly: REFUSED, severity: 'S5' }, 'C analysis'],
    ['not acceptable, no harm to health', 'A', { externalOnly: REFUSED, severity: 'S1' }, 'A analysis'],
    [
      'acceptable only with a reason is not acceptable here',
      'A',
      { externalOnly: ACCEPTED, severity: 'S4' },
      'C analysis',
    ],
    ['not rated with external controls only counts as not acceptable', 'A', { before: ACCEPTED }, 'B analysis'],
    ['a step off the scale rates nothing', 'A', { externalOnly: '{ p1: 9, p2: 1 }' }, 'B analysis'],
    [
      'a severity that the method does not know is the worst',
      'A',
      { externalOnly: REFUSED, severity: 'S9' },
      'C analysis',
    ],
    [
      'a severity of its own counts, not that of the hazard',
      'A',
      { externalOnly: '{ p1: 5, p2: 5, severity: S2 }', severity: 'S5' },
      'B analysis',
    ],
    ['declared above computed: the declared counts', 'C', { externalOnly: ACCEPTED }, 'C declared'],
    ['declared below computed: the computed counts', 'A', { externalOnly: REFUSED, severity: 'S3' }, 'C analysis'],
    ['declared as computed', 'B', { externalOnly: REFUSED }, 'B analysis'],
    ['nothing declared', '', { externalOnly: REFUSED }, 'B analysis'],
    [
      'SOUP as the cause belongs to the system of the item that uses it',
      'A',
      { causes: '[SOUP-1]', externalOnly: REFUSED },
      'B analysis',
    ],
    ['SOUP that nobody placed may be in any system', 'A', { causes: '[SOUP-2]', externalOnly: REFUSED }, 'B analysis'],
    ['an item that nobody placed may be in any system', 'A', { causes: '[EL-3]', externalOnly: REFUSED }, 'B analysis'],
  ])('%s', (_, declared, sequence, expected) => {
    const software = [`id: SW-1, name: Small${declared === '' ? '' : `, class: ${declared}`}`];
    const records = risk({ ...sequence, more: COMPLETE }).replace('EL-2, parent: SW-2', 'EL-2');
    expect(classOf({ software, records })).toBe(expected);
  });
});

// @verifies TC-402
describe('C by default: below C a person says that the list is complete, bound to that list', () => {
  const without = (records: string): string => records.replace('EL-2, parent: SW-2', 'EL-2');
  const second = 'hazards: [{ id: HAZ-1, severity: S2 }, { id: HAZ-2, severity: S1 }]';

  test.each([
    ['no statement', risk({ externalOnly: ACCEPTED }), 'C default'],
    ['a statement that binds to all', risk({ externalOnly: ACCEPTED, more: COMPLETE }), 'A analysis'],
    [
      'the hash of an older text',
      risk({ externalOnly: ACCEPTED, more: COMPLETE.replace('hash-of-RSK-1', `'${'0'.repeat(64)}'`) }),
      'C default',
    ],
    [
      'a hazard that came later',
      risk({ externalOnly: ACCEPTED, more: COMPLETE }).replace(/hazards: .*/, second),
      'C default',
    ],
    [
      'a risk that was there then and is gone',
      risk({
        externalOnly: ACCEPTED,
        more: COMPLETE.replace('bound-to: {', `bound-to: { RSK-9: '${'0'.repeat(64)}',`),
      }),
      'C default',
    ],
    ['nobody says it', risk({ externalOnly: ACCEPTED, more: COMPLETE.replace(' by: solheim,', '') }), 'C default'],
    ['on no day', risk({ externalOnly: ACCEPTED, more: COMPLETE.replace(` date: ${DATE},`, '') }), 'C default'],
    [
      'of another type',
      risk({ externalOnly: ACCEPTED, more: COMPLETE.replace('type: complete', 'type: adequate') }),
      'C default',
    ],
    [
      'bound to nothing',
      risk({ externalOnly: ACCEPTED, more: COMPLETE.replace(/, bound-to: \{[^}]*\}/, '') }),
      'C default',
    ],
    [
      'the statement is obsolete',
      risk({ externalOnly: ACCEPTED, more: COMPLETE.replace('ST-1,', 'ST-1, status: obsolete,') }),
      'C default',
    ],
    ['the list is empty and nobody says so', ITEMS, 'C default'],
    [
      'a person says that there are no hazards',
      `${ITEMS}statements: [{ id: ST-1, type: none, of: hazards, by: solheim, date: ${DATE} }]\n`,
      'A analysis',
    ],
    [
      'there are none, says nobody',
      `${ITEMS}statements: [{ id: ST-1, type: none, of: hazards, date: ${DATE} }]\n`,
      'C default',
    ],
  ])('%s', (_, records, expected) => {
    expect(classOf({ records: without(records) })).toBe(expected);
  });

  test('a risk that cannot be read is no shorter list', () => {
    const records = `${without(risk({ externalOnly: ACCEPTED }))}${COMPLETE}threats:\n  - { id: TH-1, title: "broken }\n`;
    expect(classOf({ records: records.replace('threats:', 'risks:') })).toBe('C default');
  });

  test('class C needs nobody to say that the list is complete', () => {
    expect(classOf({ records: without(risk({ externalOnly: REFUSED, severity: 'S4' })) })).toBe('C analysis');
  });

  test('a project that names no software system is C by default', () => {
    expect(classOf({ software: [] })).toBe('C default');
  });

  test('the path says so in words', () => {
    expect(assessSmall({ records: without(risk({ externalOnly: ACCEPTED })) }).classes.path).toEqual([
      'SW-1: C, because every risk with a software cause is acceptable with external controls only (RSK-1); it would be B without external controls; C by default: no statement, bound to the present hazards and risks, says that the list is complete; declared A; the more demanding counts (IEC 62304 4.3).',
    ]);
  });

  // @verifies TC-405
  test('the path names the risks that decide', () => {
    const records = without(risk({ externalOnly: REFUSED, severity: 'S4' }));
    expect(assessSmall({ records, software: ['id: SW-1, name: Small'] }).classes.path).toEqual([
      'SW-1: C, because RSK-1, not acceptable with external controls only (RSK-1 P5 × S4: N) (IEC 62304 4.3).',
    ]);
  });
});

// @verifies TC-403
describe('several software systems', () => {
  const software = ['id: SW-1, name: One, class: A', 'id: SW-2, name: Two, class: B'];
  const { classes } = assessSmall({
    software,
    records: risk({ externalOnly: REFUSED, severity: 'S3', more: COMPLETE }),
  });

  test('each has its own class, and the device the highest', () => {
    expect(classes.systems.map((one) => [one.id, one.class, one.basis])).toEqual([
      ['SW-1', 'C', 'analysis'],
      ['SW-2', 'B', 'declared'],
    ]);
    expect(classes.device).toBe('C');
  });

  test('SOUP that nobody placed counts for all of them', () => {
    const assessed = assessSmall({
      software,
      records: risk({ causes: '[SOUP-2]', externalOnly: REFUSED, severity: 'S3', more: COMPLETE }),
    });
    expect(assessed.classes.systems.map((one) => one.class)).toEqual(['C', 'C']);
  });

  test('asked about another class, every system has it', () => {
    const assessed = assessSmall({ software, whatIf: new Map([['safety-class', 'B']]), records: risk({}) });
    expect(assessed.classes.systems.map((one) => one.class)).toEqual(['B', 'B']);
  });
});

// @verifies TC-404
describe('class of an item and of what hangs on it', () => {
  const records = `items:
  - { id: EL-1, parent: SW-1 }
  - { id: EL-2, parent: SW-1, class: A }
  - { id: EL-3, parent: SW-1, class: A, segregation: A process of its own without rights. }
  - { id: EL-5, class: B }
requirements:
  - { id: SRS-1, level: software, allocated-to: [EL-3] }
  - { id: SRS-2, level: software, allocated-to: [EL-3, EL-1] }
  - { id: SRS-3, level: software }
`;
  const { classes, trace } = assessSmall({ software: ['id: SW-1, name: Small, class: C'], records });

  test.each([
    ['that of its whole', 'EL-1', 'C'],
    ['a lower one without segregation counts for nothing', 'EL-2', 'C'],
    ['a lower one with segregation and its reason', 'EL-3', 'A'],
    ['its own, outside every system', 'EL-5', 'B'],
    ['a requirement on a segregated item', 'SRS-1', 'A'],
    ['a requirement on two items has the higher', 'SRS-2', 'C'],
    ['a requirement on none has that of the device', 'SRS-3', 'C'],
  ])('%s', (_, id, expected) => {
    expect(classes.of(trace.find(id)!)).toBe(expected);
  });
});

describe('the software systems that a record belongs to', () => {
  const { trace } = assessSmall({
    software: ['id: SW-1, name: One, class: A', 'id: SW-2, name: Two, class: A'],
    records: `items:
  - { id: EL-1, parent: SW-1 }
  - { id: EL-2, parent: SW-2 }
  - { id: EL-9, role: external, scope: other-product }
interfaces: [{ id: IF-2, item: EL-2 }, { id: IF-9, item: EL-9 }]
flows: [{ id: DF-12, from: EL-1, to: EL-2 }]
soup: [{ id: SOUP-2, used-in: [EL-2] }]
requirements:
  - { id: SRS-1, level: software, allocated-to: [EL-1] }
  - { id: SRS-2, level: software, allocated-to: [SOUP-2] }
controls: [{ id: SC-1, realised-by: [SRS-1] }]
risks: [{ id: RSK-2, causes: [SOUP-2] }]
tests:
  - { id: TC-1, verifies: [SC-1] }
  - { id: TC-2, verifies: [IF-2] }
  - { id: TC-9, verifies: [IF-9] }
vulnerabilities: [{ id: VUL-2, component: SOUP-2 }]
anomalies: [{ id: PR-1, affects: [SC-1] }]
findings: [{ id: FND-2, in: [IF-2] }]
changes:
  - { id: CR-1, affects: [TC-1] }
  - { id: CR-2, affects: [SOUP-2, CR-3] }
  - { id: CR-3, affects: [CR-2] }
  - { id: CR-9 }
`,
  });

  test.each([
    ['a flow: those at both ends', 'DF-12', ['SW-1', 'SW-2']],
    ['a requirement on a component: where it is used', 'SRS-2', ['SW-2']],
    ['a control: that of its requirement', 'SC-1', ['SW-1']],
    ['a risk that a component causes', 'RSK-2', ['SW-2']],
    ['a test of a control', 'TC-1', ['SW-1']],
    ['a test of an interface', 'TC-2', ['SW-2']],
    ['a test of an interface of somebody else', 'TC-9', []],
    ['a vulnerability of a component', 'VUL-2', ['SW-2']],
    ['a problem of a control', 'PR-1', ['SW-1']],
    ['a finding at an interface', 'FND-2', ['SW-2']],
    ['a change of a test', 'CR-1', ['SW-1']],
    ['a change that goes in a circle', 'CR-3', ['SW-2']],
    ['a change that says nothing of what it affects: all of them', 'CR-9', []],
  ])('%s', (_, id, systems) => {
    expect(systemsOf(trace.find(id)!, trace)).toEqual(systems);
  });
});
