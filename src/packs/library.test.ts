import { describe, expect, it } from 'vitest';
import { loadPacks } from './load-packs.js';
import { packProblemText } from './pack-problem.js';
import { shippedPacks } from './shipped.js';

const HEAD = "pack: ours\nedition: '1'\nformat: 1\ntitle: Ours\nweight: practice\nsources: { OWN: our own }\n";
const load = (text: string) => {
  const { set, problems } = loadPacks(['./packs/ours'], shippedPacks(), [
    { path: 'packs/ours/pack.yaml', text: HEAD + text },
  ]);
  return {
    ours: set.packs.find((pack) => pack.pack === 'ours'),
    set,
    problems: problems.map(packProblemText).join('\n'),
  };
};

const THREAT = `threats:
  - id: OUR-1
    title: Somebody swaps the sensor
    text: The pump doses by a value that nobody measured.
    stride: [S]
    at: [{ kind: interface, where: { link: [sensor] }, because: A sensor is plugged in here. }]
    controls: [CTL-AUTHN-04]
    sources: [OWN]
    confidence: low
`;

describe('threats and controls of a project’s own pack', () => {
  it('stand beside those of the library, with nothing where nothing is said', () => {
    const { ours, set, problems } = load(THREAT);
    expect(problems).toBe('');
    expect(ours?.threats[0]).toMatchObject({ id: 'OUR-1', weaknesses: [], references: [], controls: ['CTL-AUTHN-04'] });
    expect(set.packs.map((pack) => pack.pack)).toEqual(['base', 'stride', 'ours']);
  });

  it('may change one of the library, with a reason', () => {
    const { set, problems } = load(
      'override:\n  - { id: THR-SER-01, section: threats, title: A cable is cut open, reason: No serial ports., by: hansen, date: 2026-11-01 }\n',
    );
    expect(problems).toBe('');
    const changed = set.packs.flatMap((pack) => pack.threats).find((one) => one.id === 'THR-SER-01');
    expect(changed).toMatchObject({ title: 'A cable is cut open', overridden: { by: 'hansen' } });
  });

  it.each([
    [
      'a control that there is not',
      THREAT.replace('CTL-AUTHN-04', 'CTL-AUTHN-40'),
      'There is no control `CTL-AUTHN-40`',
    ],
    ['a fact that there is not', `${THREAT}    when: exposd\n`, 'No fact is called `exposd`; did you mean `exposed`?'],
    ['a letter that is none', THREAT.replace('[S]', '[X]'), 'takes one of S, T, R, I, D, E'],
    [
      'a kind that threats do not target',
      THREAT.replace('kind: interface', 'kind: hazard'),
      'takes one of item, interface, flow, soup',
    ],
    [
      'no source',
      THREAT.replace('    sources: [OWN]\n', ''),
      '`OUR-1` says what may happen or what helps without `sources`.',
    ],
    ['the id of one of the library', THREAT.replace('OUR-1', 'THR-SER-01'), 'is an entry of the pack `stride` already'],
    ['no place', THREAT.replace(/ {4}at: .*\n/, ''), '`at`'],
  ])('are refused with %s', (_, text, message) => {
    expect(load(text).problems).toContain(message);
  });
});

const METHOD = `methods:
  - id: ours
    title: Ours
    domain: security
    version: '1'
    severity: [{ id: S1, title: low, harm: none, means: None. }]
    vector: [AV, AC, PR, UI]
    questions:
      - { id: Q1, metric: AV, asks: From where?, answers: [{ say: far, value: N }, { say: near, next: Q2 }] }
      - { id: Q2, metric: AV, asks: How near?, answers: [{ say: touching, value: P }] }
      - { id: Q3, metric: AC, asks: How hard?, answers: [{ say: easy, value: L }] }
      - { id: Q4, metric: PR, asks: With rights?, answers: [{ say: none, value: N }] }
      - { id: Q5, metric: UI, asks: With help?, answers: [{ say: none, value: N }] }
    steps: [{ id: E1, from: 0.0 }]
    matrix: { E1: [L] }
    accept: [{ level: L, accept: 'yes', means: Acceptable. }]
    sources: [OWN]
    confidence: low
`;

describe('questions of a method', () => {
  it('lead to a value of each metric', () => expect(load(METHOD).problems).toBe(''));

  it.each([
    [
      'in a circle',
      METHOD.replace('say: touching, value: P', 'say: touching, next: Q1'),
      'leads to `Q1`, which does not stand below',
    ],
    ['nowhere', METHOD.replace('next: Q2', 'next: Q9'), 'leads to `Q9`'],
    ['to nothing', METHOD.replace('say: far, value: N', 'say: far'), 'needs either `value` or `next`'],
    [
      'to a metric that the vector has not',
      METHOD.replace('Q3, metric: AC', 'Q3, metric: XX'),
      '`XX` is no metric of the vector',
    ],
    ['to some metrics only', METHOD.replace(/ {6}- \{ id: Q5.*\n/, ''), 'No question of `ours` decides UI'],
    ['twice under one id', METHOD.replace('id: Q2', 'id: Q1'), 'The question `Q1` stands twice'],
  ])('are refused when they lead %s', (_, text, message) => {
    expect(load(text).problems).toContain(message);
  });
});
