/** Each sort of change with its sentence; what only looks different is no difference; what follows from a change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../assess/index.js';
import { assessed, differenceBy, edited, RECORDS, SETTINGS, type Edit } from './compared.test-support.js';
import { compareModels, CHANGE_SORTS, type Difference } from './index.js';

const said = ({ model }: Difference): readonly string[] =>
  model.map(({ sort, direction, what }) => `${direction} ${sort}: ${what}`);

const line = (id: string): string => RECORDS.split('\n').find((one) => one.includes(`{ id: ${id},`)) ?? '';
const gone = (id: string): Edit => [`${line(id)}\n`, ''];
const more = (id: string, added: string): Edit => [line(id), `${line(id)}\n  - ${added}`];
const field = (id: string, from: string, to: string): Edit => [line(id), line(id).replace(from, to)];
const TH1 = 'AV:A/AC:H/PR:L/UI:N';

describe('each sort of change is one sentence', () => {
  const CASES: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
    [
      'an element',
      [more('EL-3', '{ id: EL-9, title: Gateway, role: process }')],
      ['open element-new: EL-9 (Gateway) is a new element.'],
    ],
    [
      'an element that goes, with its flow',
      [gone('EL-3'), gone('DF-2'), ['targets: [EL-3]', 'targets: [EL-1]']],
      [
        'better flow-removed: The flow DF-2 (Log entry) is gone.',
        'better element-removed: The element EL-3 (Log) is gone.',
      ],
    ],
    [
      'an element that is obsolete',
      [
        field('EL-3', 'role: store', 'role: store, status: obsolete'),
        gone('DF-2'),
        ['targets: [EL-3]', 'targets: [EL-1]'],
      ],
      [
        'better flow-removed: The flow DF-2 (Log entry) is gone.',
        'better element-removed: The element EL-3 (Log) is gone.',
      ],
    ],
    [
      'an element in another boundary, whose flows cross',
      [field('EL-3', 'boundary: TB-1', 'boundary: TB-2')],
      [
        'worse crossing-new: DF-2 (Log entry) crosses TB-2 now. No threat considers it.',
        'open element-moved: EL-3 (Log) stood inside TB-1 and stands inside TB-2 now.',
      ],
    ],
    [
      'a boundary',
      [more('TB-2', '{ id: TB-3, title: Cloud }')],
      ['open boundary-new: TB-3 (Cloud) is a new trust boundary.'],
    ],
    ['a boundary that goes', [gone('TB-2')], ['open boundary-removed: The trust boundary TB-2 (Radio part) is gone.']],
    [
      'an interface',
      [more('IF-2', '{ id: IF-9, title: Wi-Fi, item: EL-1, enabled: yes, reach: internet }')],
      [
        'open interface-new: IF-9 (Wi-Fi) is a new interface, open; its reach is internet.',
        'open fact: The fact exposure was short-range-radio, usb-power-only and is public-network, short-range-radio, usb-power-only now.',
      ],
    ],
    [
      'an interface of which little is written',
      [more('IF-2', '{ id: IF-9, item: EL-1 }')],
      ['open interface-new: IF-9 is a new interface, of unknown state; its reach is not known.'],
    ],
    ['an interface that goes', [gone('IF-2')], ['better interface-removed: The interface IF-2 (Debug pads) is gone.']],
    [
      'an interface that is opened',
      [field('IF-2', 'enabled: no', 'enabled: service-only')],
      [
        'worse interface-opened: IF-2 (Debug pads) was closed and is for service only now.',
        'open fact: The fact exposure was short-range-radio, usb-power-only and is service-port, short-range-radio, usb-power-only now.',
        'open fact: The fact local-port was no and is yes now.',
      ],
    ],
    [
      'an interface of which nobody says any more that it is closed',
      [field('IF-2', ' enabled: no,', '')],
      ['worse interface-opened: IF-2 (Debug pads) was closed and is of unknown state now.'],
    ],
    [
      'an interface that is closed',
      [field('IF-1', 'enabled: yes', 'enabled: no')],
      ['better interface-closed: IF-1 (Radio) was open and is closed now.'],
    ],
    [
      'a port that carries more than power',
      [field('IF-3', ', power-only: yes', '')],
      [
        'worse interface-opened: IF-3 (Charging port) carried power only and may carry data now.',
        'open fact: The fact exposure was short-range-radio, usb-power-only and is short-range-radio, usb-data now.',
        'open fact: The fact local-port was no and is yes now.',
      ],
    ],
    [
      'a wider reach',
      [field('IF-1', 'reach: adjacent', 'reach: internet')],
      [
        'worse reach-wider: The reach of IF-1 (Radio) was adjacent and is internet now.',
        'open fact: The fact exposure was short-range-radio, usb-power-only and is public-network, short-range-radio, usb-power-only now.',
      ],
    ],
    [
      'a reach that nobody states any more',
      [field('IF-1', ', reach: adjacent', '')],
      ['worse reach-wider: The reach of IF-1 (Radio) was adjacent and is not known now.'],
    ],
    [
      'a narrower reach',
      [field('IF-1', 'reach: adjacent', 'reach: local')],
      ['better reach-narrower: The reach of IF-1 (Radio) was adjacent and is local now.'],
    ],
    [
      'a flow',
      [more('DF-2', '{ id: DF-9, title: Copy, from: EL-3, to: EL-2, assets: [AS-1] }')],
      [
        'worse flow-new-crossing: DF-9 (Copy) is a new flow from EL-3 to EL-2. It crosses TB-1. No threat considers it.',
        'open asset-on-flow: DF-9 (Copy) carries AS-1.',
      ],
    ],
    [
      'a flow within a boundary',
      [more('DF-2', '{ id: DF-9, title: Read, from: EL-3, to: EL-1 }')],
      ['open flow-new: DF-9 (Read) is a new flow from EL-3 to EL-1.'],
    ],
    [
      'a flow to nowhere',
      [more('DF-2', '{ id: DF-9, title: Lost, from: EL-3 }')],
      [
        'worse flow-new-crossing: DF-9 (Lost) is a new flow from EL-3 to an unknown end. Whether it crosses a boundary is not known. No threat considers it.',
      ],
    ],
    [
      'a flow that goes elsewhere',
      [field('DF-1', 'from: EL-2', 'from: EL-3')],
      [
        'open flow-ends: DF-1 (Command) went from EL-2 to EL-1 and goes from EL-3 to EL-1 now.',
        'better crossing-gone: DF-1 (Command) does not cross TB-1 any more.',
      ],
    ],
    [
      'a flow that goes back',
      [field('DF-1', 'one-way', 'two-way')],
      ['open flow-ends: DF-1 (Command) goes both ways now.'],
    ],
    [
      'a flow over an interface',
      [field('DF-2', 'to: EL-3,', 'to: EL-3, via: [IF-2],')],
      ['open flow-via: DF-2 (Log entry) goes over IF-2 now.'],
    ],
    [
      'an asset on a flow',
      [field('DF-1', 'assets: [AS-1]', 'assets: [AS-1, AS-2]')],
      ['open asset-on-flow: DF-1 (Command) carries AS-2 now.'],
    ],
    [
      'an asset off a flow',
      [field('DF-2', ', assets: [AS-1]', '')],
      ['better asset-off-flow: DF-2 (Log entry) does not carry AS-1 any more.'],
    ],
    [
      'protection that goes',
      [field('DF-1', ' authentication: mutual,', '')],
      ['worse protection-removed: DF-1 (Command) states no authentication any more; it was “mutual”.'],
    ],
    [
      'protection that is stated otherwise',
      [field('DF-1', 'AES-CCM', 'CRC')],
      [
        'open protection-changed: DF-1 (Command) stated protection as “AES-CCM” and states “CRC” now; whether it is weaker, a person has to say.',
      ],
    ],
    [
      'protection that comes',
      [field('DF-1', 'authentication: mutual', 'authentication: mutual, keys: one per device')],
      ['better protection-added: DF-1 (Command) states keys now: “one per device”.'],
    ],
    [
      'another algorithm',
      [field('AS-2', 'Ed25519', 'RSA-1024')],
      [
        'open protection-changed: AS-2 (Device key) stated algorithm as “Ed25519” and states “RSA-1024” now; whether it is weaker, a person has to say.',
      ],
    ],
    [
      'a shared secret',
      [field('AS-2', 'shared: no', 'shared: yes')],
      ['worse secret-shared: AS-2 (Device key) serves several devices now.'],
    ],
    [
      'an agent',
      [more('AG-1', '{ id: AG-2, title: Insider }')],
      ['open agent-new: AG-2 (Insider) is a new threat agent.'],
    ],
    ['an agent that goes', [gone('AG-1')], ['open agent-removed: The threat agent AG-1 (Passer-by) is gone.']],
    [
      'a control that goes',
      [gone('SC-1'), ['satisfies: [SC-1], ', ''], ['verifies: [SC-1, SRS-1]', 'verifies: [SRS-1]']],
      [
        'worse control-removed: The control SC-1 (Signed commands) is gone; it answered TH-1.',
        'worse threat-undecided: TH-1 (Forged command) has neither a control nor a decision that accepts it any more.',
      ],
    ],
    [
      'a control that answers less',
      [field('SC-1', 'mitigates: [TH-1]', 'mitigates: [TH-2]')],
      [
        'worse control-unlinked: SC-1 (Signed commands) does not answer TH-1 any more.',
        'worse threat-undecided: TH-1 (Forged command) has neither a control nor a decision that accepts it any more.',
      ],
    ],
    [
      'a control without its requirement',
      [['satisfies: [SC-1], ', '']],
      ['worse control-without-requirement: No requirement realises SC-1 (Signed commands) any more.'],
    ],
    [
      'a control without its test',
      [['verifies: [SC-1, SRS-1]', 'verifies: [SRS-1]']],
      ['worse control-without-test: No test verifies SC-1 (Signed commands) any more.'],
    ],
    [
      'a new control that nothing realises',
      [more('SC-1', '{ id: SC-9, title: Lock, domain: security, means: software, mitigates: [TH-1] }')],
      [
        'worse control-without-requirement: No requirement realises SC-9 (Lock), which is new.',
        'worse control-without-test: No test verifies SC-9 (Lock), which is new.',
        'better control-new: SC-9 (Lock) is a new control.',
      ],
    ],
    [
      'a safety control that goes',
      [gone('RC-1'), ['satisfies: [RC-1], ', '']],
      ['worse safety-control-removed: The control RC-1 (Dose limit) is gone; it answered RSK-1.'],
    ],
    [
      'a threat',
      [more('TH-2', `{ id: TH-9, title: Replay, targets: [DF-1], before: { vector: ${TH1}, severity: S3 } }`)],
      [
        'worse threat-undecided: TH-9 (Replay) has neither a control nor a decision that accepts it.',
        'open threat-new: TH-9 (Replay) is a new threat; rated M before control.',
      ],
    ],
    [
      'a threat that nobody accepts any more',
      [gone('DEC-1')],
      ['worse threat-undecided: TH-2 (Log flood) has neither a control nor a decision that accepts it any more.'],
    ],
    [
      'a threat that goes',
      [gone('TH-2'), gone('DEC-1')],
      ['open threat-removed: The threat TH-2 (Log flood) is gone.'],
    ],
    [
      'more risk',
      [[TH1, 'AV:N/AC:L/PR:N/UI:N']],
      ['worse risk-up: The risk of TH-1 (Forged command) before control was M and is H now.'],
    ],
    [
      'a risk that nobody knows any more',
      [[`vector: ${TH1}, `, '']],
      ['worse risk-unknown: The risk of TH-1 (Forged command) before control was M and is not known now.'],
    ],
    [
      'more claimed risk',
      [['AV:P/AC:H/PR:H/UI:R', 'AV:N/AC:L/PR:N/UI:N']],
      ['worse risk-up: What is left of the risk of TH-1 (Forged command) was M and is H now.'],
    ],
    [
      'more safety risk',
      [['p1: 3, p2: 3', 'p1: 5, p2: 5']],
      ['worse safety-risk-up: The safety risk RSK-1 (Wrong dose) before control was A and is N now.'],
    ],
    [
      'a record that cannot be read any more',
      [[line('DF-2'), `${line('DF-2')}\n${line('DF-2')}`]],
      ['worse record-unread: DF-2 cannot be read in one of the two states, so nobody can tell what changed.'],
    ],
  ];

  test.each(CASES)('%s', (_, edits, expected) => {
    expect(said(differenceBy(...edits))).toEqual(expected);
  });
});

describe('the device', () => {
  const before = assessed(RECORDS);
  test.each([
    ['fact', 'command-path: in', 'command-path: none', 'open fact: The fact command-path was in and is none now.'],
    [
      'a fact that nobody states',
      'purpose: other, ',
      '',
      'worse fact-unknown: The fact purpose was other and is not known now.',
    ],
    ['pack', ', iec81001-5-1@2021', '', 'open pack: The pack iec81001-5-1@2021 is not chosen any more.'],
    [
      'method',
      ', security: cvss31-exploitability',
      '',
      'open method-changed: Threats were rated by cvss31-exploitability@1 and are rated by no method now.',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(said(compareModels(before, assessed(RECORDS, edited(SETTINGS, [from, to]))))).toContain(expected);
  });

  const withClass = (device: 'A' | 'C'): Assessment => ({ ...before, classes: { ...before.classes, device } });
  const withLevel = (level: string): Assessment => ({ ...before, overhead: { ...before.overhead, level } });
  test.each([
    [withClass('A'), withClass('C'), 'worse class-up: The safety class of the device was A and is C now.'],
    [withClass('C'), withClass('A'), 'open class-down: The safety class of the device was C and is A now.'],
    [
      withLevel('none'),
      withLevel('very-high'),
      'worse overhead-up: What cybersecurity adds was none and is very high now.',
    ],
    [
      withLevel('important'),
      withLevel('limited'),
      'better overhead-down: What cybersecurity adds was important and is limited now.',
    ],
    [
      withLevel('none'),
      withLevel('unknown'),
      'worse overhead-unknown: What cybersecurity adds was none and is not known now.',
    ],
    [
      withLevel('unknown'),
      withLevel('none'),
      'open overhead-known: What cybersecurity adds was not known and is none now.',
    ],
  ])('class and overhead %#', (old, present, expected) => {
    expect(said(compareModels(old, present))).toEqual([expected]);
  });
});

test('changes stand worst first, in the order of their sorts', () => {
  const { model } = differenceBy(
    field('DF-1', ' authentication: mutual,', ''),
    field('IF-2', 'enabled: no', 'enabled: yes'),
    gone('TB-2'),
  );
  const ranks = model.map(({ sort }) => CHANGE_SORTS.indexOf(sort));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});

describe('a rename', () => {
  const renamed = (from: string, to: string, text = RECORDS): string =>
    text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
  const changesOf = (text: string) => {
    const { records, model } = compareModels(assessed(RECORDS), assessed(text));
    return {
      added: records.added.map(({ id }) => id),
      removed: records.removed.map(({ id }) => id),
      renamed: records.renamed.map(({ record, from }) => `${from} → ${record.id}`),
      changed: records.changed.map(({ record, fields }) => `${record.id} ${fields.map(({ name }) => name).join()}`),
      model,
    };
  };
  const NONE = { added: [], removed: [], changed: [], model: [] };

  test('is told by the same content under another id, also over links', () => {
    expect(changesOf(renamed('DF-1', 'DF-7'))).toEqual({ ...NONE, renamed: ['DF-1 → DF-7'] });
    expect(changesOf(renamed('TB-1', 'TB-9', renamed('EL-1', 'EL-8')))).toEqual({
      ...NONE,
      renamed: ['EL-1 → EL-8', 'TB-1 → TB-9'],
    });
  });

  test('is told by `replaces`, with what changed besides', () => {
    const text = renamed('DF-2', 'DF-8').replace('title: Log entry,', 'title: Entry, replaces: [DF-2],');
    expect(changesOf(text)).toEqual({ ...NONE, renamed: ['DF-2 → DF-8'], changed: ['DF-8 title'] });
  });

  test('is none where one takes the place of two, or two have the same content', () => {
    const joined = edited(RECORDS, gone('IF-2'), field('IF-3', 'id: IF-3,', 'id: IF-8, replaces: [IF-2, IF-3],'));
    expect(changesOf(joined)).toMatchObject({ added: ['IF-8'], removed: ['IF-2', 'IF-3'], renamed: [] });
    const doubled = edited(RECORDS, [
      line('TB-2'),
      line('TB-2').replace('TB-2', 'TB-7') + `\n` + line('TB-2').replace('TB-2', 'TB-8'),
    ]);
    expect(changesOf(doubled)).toMatchObject({ added: ['TB-7', 'TB-8'], removed: ['TB-2'], renamed: [] });
  });
});

describe('what can be read in one state alone', () => {
  const broken = `${RECORDS}needs: [\n`;
  test('is never told as gone for sure', () => {
    const without = edited(broken, gone('AG-1'));
    expect(compareModels(assessed(RECORDS), assessed(without)).records.openKinds).toEqual(['agent']);
  });

  test('a field that cannot be read is unknown, not empty', () => {
    const { records, model } = differenceBy(field('DF-1', 'direction: one-way', 'direction: sideways'));
    expect(records.changed.map(({ fields }) => fields)).toEqual([
      [{ name: 'direction', before: 'one-way', after: 'unknown' }],
    ]);
    expect(model).toEqual([]);
    expect(said(differenceBy(field('DF-1', 'authentication: mutual', 'authentication: [a, { b: c }]')))).toEqual([
      'worse protection-removed: What DF-1 (Command) states as authentication cannot be read any more.',
    ]);
  });
});

describe('edits without meaning', () => {
  const before = assessed(RECORDS);
  const lists = RECORDS.split(/^(?=[a-z]+:$)/m);
  const neutral = fc.record({
    order: fc.shuffledSubarray(lists, { minLength: lists.length, maxLength: lists.length }),
    turned: fc.boolean(),
    comment: fc.constantFrom('', '# a comment\n', '\n\n'),
    windows: fc.boolean(),
    files: fc.integer({ min: 1, max: 4 }),
  });

  test('give no difference', () => {
    fc.assert(
      fc.property(neutral, ({ order, turned, comment, windows }) => {
        const text = order.map((list) => (turned ? turnedRound(list) : list)).join(comment);
        const difference = compareModels(before, assessed(windows ? text.replaceAll('\n', '\r\n') : text));
        expect(difference.model).toEqual([]);
        expect(difference.consequences).toEqual([]);
        expect(difference.records).toEqual({
          added: [],
          removed: [],
          renamed: [],
          changed: [],
          unread: [],
          openKinds: [],
        });
      }),
      { numRuns: 12 },
    );
  });

  /** The last record first, and each mapping in one line over several. */
  function turnedRound(list: string): string {
    const [head = '', ...records] = list.split(/^(?= {2}- )/m);
    return [head, ...records.toReversed().map((record) => record.replaceAll(/, (?=[a-z-]+: )/g, ',   '))].join('');
  }
});

describe('what follows', () => {
  const followsFrom = (...edits: readonly Edit[]): readonly string[] =>
    differenceBy(...edits)
      .consequences.filter(({ sort }) => sort !== 'work-product')
      .map(({ sort, id, what, because }) => `${sort} ${id} (${because.join()}): ${what}`);

  test('from a flow: its threats, their controls, what realises and tests them', () => {
    expect(followsFrom(field('DF-1', 'AES-CCM', 'CRC'))).toEqual([
      'threat TH-1 (DF-1): TH-1 (Forged command) targets DF-1, which changed.',
      'control SC-1 (DF-1): SC-1 (Signed commands) answers TH-1 at DF-1, which changed.',
      'requirement SRS-1 (DF-1): SRS-1 (Check the signature) realises SC-1, which answers TH-1 at DF-1; DF-1 changed.',
      'test TC-1 (DF-1): TC-1 (Forged commands are refused) verifies SC-1, which answers TH-1 at DF-1; DF-1 changed.',
    ]);
  });

  test('from a control that is gone, with what its links became', () => {
    const found = followsFrom(gone('SC-1'));
    expect(found).toEqual(
      expect.arrayContaining([
        'threat TH-1 (SC-1): TH-1 (Forged command) was answered by SC-1, which is gone.',
        'requirement SRS-1 (SC-1): SRS-1 (Check the signature) realised SC-1, which is gone.',
        'test TC-1 (SC-1,SRS-1): TC-1 (Forged commands are refused) verified SC-1, which is gone; verifies SRS-1, which changed.',
      ]),
    );
    const { records } = differenceBy(gone('SC-1'));
    expect(records.changed.map(({ record, fields }) => [record.id, fields])).toEqual([
      ['SRS-1', [{ name: 'satisfies', before: 'SC-1', after: 'SC-1 (not there)' }]],
      ['TC-1', [{ name: 'verifies', before: 'SC-1, SRS-1', after: 'SRS-1, SC-1 (not there)' }]],
    ]);
  });

  test('from a typed status: nothing', () => {
    const { records, consequences } = differenceBy(
      field('SC-1', 'means: software', 'means: software, status: approved'),
    );
    expect(records.changed.map(({ record, fields }) => [record.id, fields])).toEqual([
      ['SC-1', [{ name: 'status', before: null, after: 'approved' }]],
    ]);
    expect(consequences.filter(({ sort }) => sort !== 'work-product')).toEqual([]);
  });

  test('from a new interface: threats of the library that nobody thought of', () => {
    const found = followsFrom(
      more('IF-2', '{ id: IF-9, title: Wi-Fi, item: EL-1, medium: Wi-Fi, enabled: yes, reach: adjacent }'),
    );
    expect(found.filter((one) => one.startsWith('candidate THR-WIFI'))).not.toEqual([]);
    expect(found.every((one) => one.includes('IF-9'))).toBe(true);
  });

  test('from approved content: approvals, reviews and decisions that do not stand any more, and those that do', () => {
    const hash = (id: string): string => {
      const { trace } = assessed(RECORDS);
      return trace.hash(trace.find(id)!);
    };
    const approvals = `approvals:
  - { id: AP-1, by: Ada, role: lead, meaning: approver, date: 2026-11-02, approves: [DF-1, DF-2], bound-to: { DF-1: ${hash('DF-1')}, DF-2: ${hash('DF-2')} } }
reviews:
  - { id: RV-1, type: architecture, by: [Ada, Bo], date: 2026-11-01, reviewed: [DF-2], outcome: accepted, bound-to: { DF-2: ${hash('DF-2')} } }
`;
    const before = assessed(RECORDS + approvals);
    const after = assessed(edited(RECORDS, field('DF-1', 'AES-CCM', 'CRC')) + approvals);
    const { consequences, bindings } = compareModels(before, after);
    expect(consequences.filter(({ sort }) => sort.endsWith('-void'))).toEqual([
      {
        sort: 'approval-void',
        id: 'AP-1',
        what: 'The approval AP-1 by Ada of 2026-11-02 does not stand for DF-1 any more: not the content that was seen.',
        because: ['DF-1'],
      },
    ]);
    expect(bindings.map(({ record, holds, void: left }) => [record.id, holds, left])).toEqual([
      ['AP-1', ['DF-2'], ['DF-1']],
      ['RV-1', ['DF-2'], []],
    ]);
    // What did not stand before is no consequence of this difference.
    expect(compareModels(after, after).consequences).toEqual([]);
  });

  test('from a change of what is asked: the work products', () => {
    const after = assessed(RECORDS, edited(SETTINGS, [', iec81001-5-1@2021', '']));
    const { consequences } = compareModels(assessed(RECORDS), after);
    expect(consequences.some(({ what }) => what.endsWith('is not asked any more.'))).toBe(true);
  });
});
