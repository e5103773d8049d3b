import { describe, expect, test } from 'vitest';
import { assessSmall, gapKeys, type Small } from './small-project.test-support.js';

const fact = (id: string, small: Small): unknown => assessSmall(small).profile.get(id)?.value ?? 'unknown';

const ITEM = 'items: [{ id: EL-1, parent: SW-1 }, { id: EL-2, scope: other-product }]\n';
const port = (fields: string, item = 'EL-1'): string => `${ITEM}interfaces: [{ id: IF-1, item: ${item}, ${fields} }]\n`;

// @verifies TC-309
describe('exposure by interface: from where it can be reached decides; for what is touched by hand, the medium', () => {
  test.each([
    ['reach internet', 'medium: HTTPS, enabled: yes, reach: internet', ['public-network']],
    ['reach network', 'medium: HL7, enabled: yes, reach: network', ['controlled-network']],
    ['reach adjacent', 'medium: BLE, enabled: yes, reach: adjacent', ['short-range-radio']],
    ['a radio touched by hand', 'medium: NFC, enabled: yes, reach: physical', ['short-range-radio']],
    ['a Wi-Fi chip on the board', 'medium: Wi-Fi, enabled: yes, reach: local', ['short-range-radio']],
    ['USB', 'medium: USB, enabled: yes, reach: physical', ['usb-data']],
    ['a USB stick', 'medium: USB stick, enabled: yes, reach: physical', ['removable-media']],
    ['a card', 'medium: SD card, enabled: yes, reach: physical', ['removable-media']],
    ['optical media', 'medium: optical media, enabled: yes, reach: local', ['removable-media']],
    ['Ethernet at the device', 'medium: Ethernet, enabled: yes, reach: physical', ['controlled-network']],
    ['a serial line', 'medium: RS-232, enabled: yes, reach: physical', ['service-port']],
    ['a debug port for service only', 'medium: JTAG, enabled: service-only, reach: physical', ['service-port']],
    ['an unnamed port for service only', 'medium: pins, enabled: service-only, reach: physical', ['service-port']],
    ['USB for service only', 'medium: USB, enabled: service-only, reach: physical', ['usb-data']],
    ['a charging port', 'medium: USB, enabled: yes, reach: physical, power-only: yes', ['usb-power-only']],
    [
      'power beside a network is a network',
      'medium: Ethernet, enabled: yes, reach: network, power-only: yes',
      ['controlled-network'],
    ],
    [
      'a screen exposes nothing, and the records do not say that all is told',
      'medium: UI, enabled: yes, reach: local',
      'unknown',
    ],
    ['a disabled interface', 'medium: Wi-Fi, enabled: no, reach: adjacent', 'unknown'],
    ['reach none', 'medium: API, enabled: yes, reach: none', 'unknown'],
    ['no reach', 'medium: BLE, enabled: yes', 'unknown'],
    ['no medium where it decides', 'enabled: yes, reach: physical', 'unknown'],
    ['no word whether it is enabled, where that decides', 'medium: USB, reach: physical', 'unknown'],
    ['a reach that nobody can read', 'medium: HTTPS, enabled: yes, reach: far', 'unknown'],
    ['a network counts whatever else is missing', 'reach: internet', ['public-network']],
  ])('%s', (_, fields, expected) => {
    expect(fact('exposure', { records: port(fields) })).toEqual(expected);
  });

  test('a medium that nobody knows, touched by hand, leaves the exposure open', () => {
    const declared = { exposure: '[none]' };
    const exposedBy = (medium: string): unknown =>
      fact('exposure', { profile: declared, records: port(`medium: ${medium}, enabled: yes, reach: physical`) });
    expect(exposedBy('Thunderbolt')).toBe('unknown');
    expect(exposedBy('UI')).toEqual(['none']);
  });

  test('an interface of somebody else does not expose the device', () => {
    expect(fact('exposure', { records: port('medium: HTTPS, enabled: yes, reach: internet', 'EL-2') })).toBe('unknown');
  });
});

describe('exposure: declared and derived joined', () => {
  const NONE = 'statements: [{ id: ST-1, type: none, of: interfaces, by: P1, date: 2026-01-01 }]\n';
  const USB = port('medium: USB, enabled: yes, reach: physical');
  const NET = port('medium: HTTPS, enabled: yes, reach: internet');
  const DARK = port('medium: BLE, enabled: yes');
  const LOST = `${ITEM}interfaces:\n  - { id: IF-1, item: EL-1, medium: USB, enabled: yes, reach: physical }\n  - { id: IF-2, item: EL-1, medium: "HTTPS }\n`;

  test.each<[string, string | undefined, string, unknown, boolean]>([
    ['nobody says anything', undefined, '', 'unknown', false],
    ['declared alone', '[usb-data]', '', ['usb-data'], false],
    ['declared none', '[none]', '', ['none'], false],
    ['derived alone', undefined, NET, ['public-network'], false],
    ['both the same', '[usb-data]', USB, ['usb-data'], false],
    ['none beside a derived exposure: it counts', '[none]', USB, ['usb-data'], true],
    ['derived is more: both count', '[usb-data]', NET, ['public-network', 'usb-data'], true],
    [
      'declared is more: it may come from elsewhere',
      '[public-network, usb-data]',
      USB,
      ['public-network', 'usb-data'],
      false,
    ],
    ['a person states that there are none', undefined, NONE, ['none'], false],
    ['declared beside that statement', '[usb-data]', NONE, ['usb-data'], false],
    ['a statement beside an interface: it counts', undefined, `${USB}${NONE}`, ['usb-data'], false],
    ['a statement without a person states nothing', undefined, NONE.replace(' by: P1,', ''), 'unknown', false],
    ['a statement without a day states nothing', undefined, NONE.replace(', date: 2026-01-01', ''), 'unknown', false],
    ['a statement about something else', undefined, NONE.replace('of: interfaces', 'of: soup'), 'unknown', false],
    ['an interface that does not tell enough', undefined, DARK, 'unknown', false],
    ['it leaves a local port open', '[usb-data]', DARK, 'unknown', false],
    ['and none', '[none]', DARK, 'unknown', false],
    ['nothing can outdo a network', '[public-network]', DARK, ['public-network'], false],
    ['an interface is lost: a local port may not be all', undefined, LOST, 'unknown', false],
    [
      'an interface is lost beside a declared network',
      '[controlled-network]',
      LOST,
      ['controlled-network', 'usb-data'],
      true,
    ],
    ['a word that is none of its values', '[public-netwrk]', '', 'unknown', false],
    ['a word that is none of its values beside a derived port', '[public-netwrk]', USB, 'unknown', false],
    ['none beside another value says two things at once', '[none, usb-data]', '', 'unknown', false],
    ['the same value twice', '[usb-data, usb-data]', '', 'unknown', false],
    ['an empty list is no answer', '[]', '', 'unknown', false],
  ])('%s', (_, declared, records, value, isContradicted) => {
    const small = { records, ...(declared === undefined ? {} : { profile: { exposure: declared } }) };
    expect(fact('exposure', small)).toEqual(value);
    expect(gapKeys(assessSmall(small), 'fact-contradicted')).toEqual(
      isContradicted ? ['fact-contradicted@project#exposure'] : [],
    );
  });
});

// @verifies TC-308
describe('the more cautious of declared and derived', () => {
  const hazard = (mark: string): string =>
    `hazards: [{ id: HAZ-1${mark === '' ? '' : `, essential-performance: ${mark}`} }]\n`;
  const many = (mark: string): string => `items: [{ id: EL-1${mark === '' ? '' : `, multi-patient: ${mark}`} }]\n`;
  const control = (defeatable: string): string =>
    `controls: [{ id: RC-1, external: yes, security-effect: { defeatable: ${defeatable}, why: So. } }]\n`;
  const threat = (severity: string): string =>
    `items: [{ id: EL-1, parent: SW-1 }]\nhazards: [{ id: HAZ-1, severity: ${severity} }, { id: HAZ-2, severity: S1 }]\nthreats: [{ id: TH-1, targets: [EL-1], hazards: [HAZ-1, HAZ-2] }]\n`;

  test.each<[string, string, string | undefined, string, unknown]>([
    ['yes beats no', 'essential-performance', 'no', hazard('yes'), true],
    ['yes beats no the other way round', 'essential-performance', 'yes', hazard('no'), true],
    ['both no', 'essential-performance', 'no', hazard('no'), false],
    ['derived alone', 'essential-performance', undefined, hazard('yes'), true],
    ['each hazard denies it', 'essential-performance', undefined, hazard('no'), false],
    ['a hazard that says nothing', 'essential-performance', undefined, hazard(''), 'unknown'],
    ['a hazard that nobody can read, declared no', 'essential-performance', 'no', hazard('[maybe]'), 'unknown'],
    ['a hazard that nobody can read, declared yes', 'essential-performance', 'yes', hazard('[maybe]'), true],
    ['no hazards', 'essential-performance', undefined, '', 'unknown'],
    ['a declaration that nobody can read', 'essential-performance', 'perhaps', hazard('no'), 'unknown'],
    ['many patients: the default is no', 'multi-patient', undefined, many(''), false],
    ['an item says so', 'multi-patient', 'no', many('yes'), true],
    ['an item that nobody can read', 'multi-patient', undefined, many('perhaps'), 'unknown'],
    // A barrier takes work away: here no is the cautious answer.
    ['a barrier that one side denies is none', 'independent-barrier', 'yes', control('yes'), false],
    ['a barrier that nobody declared and records show', 'independent-barrier', undefined, control('no'), true],
    ['a barrier on both sides', 'independent-barrier', 'yes', control('no'), true],
    ['declared none, shown by records', 'independent-barrier', 'no', control('no'), false],
    ['no word about a barrier is none', 'independent-barrier', undefined, '', false],
    [
      'a word that nobody can read is no barrier that anybody may count on',
      'independent-barrier',
      'perhaps',
      control('no'),
      'unknown',
    ],
    ['the worse harm: derived', 'exploit-harm', 'data', threat('S3'), 'serious'],
    ['the worse harm: declared', 'exploit-harm', 'serious', threat('S2'), 'serious'],
    ['the worst hazard that a threat reaches', 'exploit-harm', undefined, threat('S2'), 'non-serious'],
    // The default of class A would be `data`, less than HAZ-1 may be.
    ['one severity that nobody knows', 'exploit-harm', undefined, threat('S9'), 'unknown'],
    ['it leaves a lesser declaration open', 'exploit-harm', 'non-serious', threat('S9'), 'unknown'],
    ['it cannot outdo serious', 'exploit-harm', 'serious', threat('S9'), 'serious'],
    ['without threats the default of the class, which is C by default', 'exploit-harm', undefined, '', 'serious'],
    ['commands come in unless somebody says otherwise', 'command-path', undefined, '', 'in'],
    ['a command path that nobody can read is not the default', 'command-path', 'closed-loop', '', 'unknown'],
    ['power only is not shown unless somebody says so', 'power-only-shown', undefined, '', false],
    ['a number', 'support-period', '5', '', 5],
    ['a number in words', 'support-period', 'five', '', 'unknown'],
    ['the form of the software system', 'form', undefined, '', 'unknown'],
  ])('%s', (_, id, declared, records, value) => {
    expect(fact(id, { records, ...(declared === undefined ? {} : { profile: { [id]: declared } }) })).toEqual(value);
  });

  test('embedded decides for a device with both forms', () => {
    const software = ['id: SW-1, name: A, class: A, form: standalone', 'id: SW-2, name: B, class: A, form: embedded'];
    expect(fact('form', { software })).toBe('embedded');
  });

  test('what is derived names its records, what is declared its line', () => {
    const small = {
      profile: { exposure: '[usb-data]' },
      records: port('medium: HTTPS, enabled: yes, reach: internet'),
    };
    expect(assessSmall(small).profile.get('exposure')).toMatchObject({
      source: 'declared',
      declared: ['usb-data'],
      derived: ['public-network'],
      from: ['medward.yaml:4', 'IF-1'],
    });
  });
});

test('a fact that the profile does not have is told with its nearest name, and decides nothing', () => {
  const { gaps } = assessSmall({ profile: { exposre: '[public-network]' } });
  const [gap] = gaps.filter((one) => one.rule === 'unknown-field');
  expect(gap).toMatchObject({ key: 'unknown-field@project#profile.exposre' });
  expect(gap!.message).toContain('did you mean `exposure`?');
});

test.each(['connected', 'exposed', 'exploit-harm-stated'])('%s follows from others and cannot be declared', (id) => {
  expect(gapKeys(assessSmall({ profile: { [id]: 'no' } }), 'unknown-field')).toEqual([
    `unknown-field@project#profile.${id}`,
  ]);
});

describe('a fact that is not known says why, and never that nobody stated what somebody did', () => {
  const LOST = 'hazzards: [{ id: HZ-1 }]\n';
  const why = (small: Small): unknown =>
    assessSmall({ ...small, packs: 'iec62304@2015, iec81001-5-1@2021' }).gaps.find(
      ({ key }) => key === 'fact-unknown@project#essential-performance',
    );

  test('nobody stated it', () => {
    expect(why({})).toMatchObject({ message: expect.stringMatching(/^Nobody stated/) as string });
  });

  test('stated, and records that nobody can read may ask for more', () => {
    const told = why({ profile: { 'essential-performance': "'no'" }, records: LOST });
    expect(told).toMatchObject({
      message: expect.stringMatching(
        /^The profile states `essential-performance`, but records that cannot be/,
      ) as string,
      place: { line: 4 },
    });
  });

  test('stated, and all records can be read: no gap', () => {
    expect(why({ profile: { 'essential-performance': "'no'" } })).toBeUndefined();
  });

  test('stated in words that are none of its values', () => {
    const told = why({ profile: { 'essential-performance': 'seldom' } });
    expect(told).toMatchObject({
      message: expect.stringMatching(/^What the profile says of `essential-performance` cannot be read/) as string,
      fix: 'Write yes or no.',
    });
  });
});
