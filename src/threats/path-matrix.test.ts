import { describe, expect, test } from 'vitest';
import { shippedPacks } from '../packs/index.js';
import { fieldsOf, findKindByPrefix } from '../records/index.js';
import { modelOf } from './model.test-support.js';
import { PATH_DETAILS, PATH_DETAILS_BASIS } from './path-details.js';
import { pathMatrix, type DetailState } from './path-matrix.js';

/** A path of which everything is written that has a field. */
const FULL = `
items:
  - { id: EL-1, text: Sends., role: process, scope: device, soup: SOUP-1 }
  - { id: EL-2, text: Gets., role: external, scope: other-product, responsible: The clinic. }
interfaces:
  - { id: IF-1, item: EL-1, enabled: yes, reach: network, ports: '443', error-behaviour: Refuses. }
flows:
  - id: DF-1
    title: Orders
    from: EL-1
    to: EL-2
    via: IF-1
    assets: [AS-1, AS-2]
    protocol: HTTPS
    authentication: mTLS
    authorisation: May write.
    protection: TLS 1.3
    keys: Made at the factory.
    session: Ends after an hour.
    validation: Schema.
  - { id: DF-2, from: EL-2, to: EL-1, assets: AS-1 }
assets:
  - { id: AS-1, type: data }
  - { id: AS-2, type: credential, held-by: EL-1, algorithm: Ed25519 }
soup: [{ id: SOUP-1 }]
threats: [{ id: TH-1, targets: DF-1, controls: SC-1 }]
controls: [{ id: SC-1, domain: security }]
tests: [{ id: TC-1, verifies: [SC-1, DF-1] }]
reviews: [{ id: RV-1, type: security, reviewed: DF-1 }]
documents: [{ id: DOC-1, about: DF-1 }]
`;

function stateOf(key: string, model: string): DetailState {
  return answerOf(key, model).state;
}

function answerOf(key: string, model: string): ReturnType<typeof pathMatrix>[number]['details'][number] {
  const row = pathMatrix(modelOf(model)).find((one) => one.flow.id === 'DF-1');
  return row!.details.find((detail) => detail.key === key)!;
}

describe('the list of details', () => {
  const clause = shippedPacks()
    .find((pack) => pack.pack === 'fda-premarket')!
    .clauses.find((one) => `fda-premarket:${one.id}` === PATH_DETAILS_BASIS)!;

  test('has as many entries as the clause, in its order, each with a key and a question of its own', () => {
    expect(clause.items).toHaveLength(20);
    expect(PATH_DETAILS).toHaveLength(clause.items!.length);
    expect(new Set(PATH_DETAILS.map((detail) => detail.key)).size).toBe(20);
    expect(new Set(PATH_DETAILS.map((detail) => detail.question)).size).toBe(20);
  });

  test('a word of each line of the clause stands in the entry beside it', () => {
    const shared = [
      'asset',
      'interface',
      'data',
      'protocol',
      'dormant',
      'privileges',
      'roles',
      'integrity',
      'conditions',
      'authentication',
      'cryptographic',
      'expert',
      'authenticator',
      'credential',
      'identity',
      'sessions',
      'settings',
      'links',
      'claims',
      'component',
    ];
    shared.forEach((word, at) => expect(clause.items![at], PATH_DETAILS[at]!.key).toContain(word));
  });

  test('every place at which an answer belongs is a field of its kind', () => {
    const rows = pathMatrix(modelOf(FULL));
    const places = rows.flatMap((row) => row.details.flatMap((detail) => [...detail.answeredBy, ...detail.missing]));
    expect(places.length).toBeGreaterThan(60);
    for (const place of places) {
      const [id, field] = [place.slice(0, place.lastIndexOf('.')), place.slice(place.lastIndexOf('.') + 1)];
      expect(Object.keys(fieldsOf(findKindByPrefix(id, new Map())!)), place).toContain(field);
    }
  });
});

test('a path of which everything is written is complete', () => {
  const row = pathMatrix(modelOf(FULL)).find((one) => one.flow.id === 'DF-1')!;
  expect(row.details.filter((detail) => detail.state !== 'written').map((detail) => detail.key)).toEqual([]);
});

test('of a path of which nothing is written, nothing is known', () => {
  const row = pathMatrix(modelOf('flows: [{ id: DF-1 }]\n'))[0]!;
  expect(row.details.map((detail) => detail.state)).toEqual(Array.from({ length: 20 }, () => 'unknown'));
});

/** Taking out what is written never makes a detail look better; each line is the field that the detail rests on. */
test.each([
  ['assets', ', role: process, scope: device', 'partly'],
  ['paths', '    via: IF-1\n', 'unknown'],
  ['payload', '    assets: [AS-1, AS-2]\n', 'partly'],
  ['protocol', "ports: '443', ", 'partly'],
  ['functionality', 'text: Sends., ', 'partly'],
  ['access-control', '    authorisation: May write.\n', 'unknown'],
  ['roles', ', responsible: The clinic.', 'unknown'],
  ['hand-over', '    validation: Schema.\n', 'partly'],
  ['abnormal', ', error-behaviour: Refuses.', 'unknown'],
  ['authentication', '    authentication: mTLS\n', 'unknown'],
  ['cryptography', '    keys: Made at the factory.\n', 'partly'],
  ['credentials', ', algorithm: Ed25519', 'partly'],
  ['sessions', '    session: Ends after an hour.\n', 'unknown'],
  ['settings', 'documents: [{ id: DOC-1, about: DF-1 }]\n', 'unknown'],
  ['links', ', controls: SC-1', 'partly'],
  ['claims', ', DF-1] }]\nreviews', 'unknown'],
  ['components', ', soup: SOUP-1', 'unknown'],
] as const)('%s without `%s` is %s', (key, cut, state) => {
  expect(FULL).toContain(cut);
  const without = FULL.replace(cut, cut.endsWith('reviews') ? '] }]\nreviews' : '');
  expect(stateOf(key, without)).toBe(state);
});

test.each([
  [
    'an answer that nobody can read is none',
    'authentication',
    FULL.replace('authentication: mTLS', 'authentication: [a, b]'),
    'unknown',
  ],
  [
    'nobody outside takes part',
    'roles',
    FULL.replace('role: external, scope: other-product, responsible: The clinic.', 'role: store'),
    'not-here',
  ],
  [
    'an end of which nobody wrote what it is may be a person',
    'roles',
    FULL.replace('role: external, scope: other-product, responsible: The clinic.', 'title: x'),
    'unknown',
  ],
  ['no other flow carries it on', 'hand-over', FULL.replace('to: EL-1, assets: AS-1', 'to: EL-1'), 'not-here'],
  [
    'what is carried is not written, so it may go on',
    'hand-over',
    FULL.replace('    assets: [AS-1, AS-2]\n', '').replace('    validation: Schema.\n', ''),
    'partly',
  ],
  [
    'both ends are products of others',
    'components',
    FULL.replace('scope: device, soup: SOUP-1', 'scope: other-product'),
    'not-here',
  ],
] as const)('%s', (_, key, model, state) => {
  expect(stateOf(key, model)).toBe(state);
});

test('an answer names the fields that give it and those that lack', () => {
  const answer = answerOf('protocol', FULL.replace("ports: '443', ", ''));
  expect(answer).toMatchObject({ answeredBy: ['DF-1.protocol'], missing: ['DF-1.port'] });
});
