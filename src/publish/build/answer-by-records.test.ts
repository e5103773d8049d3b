import { describe, expect, it } from 'vitest';
import { assessProject, openProject } from '../../compile/index.js';
import { shippedPacks, type AnsweredByRecords } from '../../packs/index.js';
import { memoryTree, SETTINGS_FILE } from '../../project/index.js';
import type { Assessment } from '../../assess/index.js';
import { answerByRecords } from './answer-by-records.js';

const SETTINGS = (profile: string): string => `medward: 1
device: { name: Small, version: 1.0.0, markets: [eu, us] }
profile: { ${profile} }
software: [{ id: SW-1, name: Small, class: B, class-reason: Because. }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021, fda-premarket@2026]
records: [records]
`;

function assessed(records: string, profile = 'exposure: [public-network]'): Assessment {
  const files = new Map([[SETTINGS_FILE, SETTINGS(profile)]]);
  if (records !== '') files.set('records/small.yaml', records);
  return assessProject(openProject(memoryTree(files), { packs: shippedPacks() }), '2026-11-24');
}

const APPROVED = 'status: approved';
const CONTROL = `id: SC-1, title: Signed in, domain: security, category: authorization`;

// @verifies TC-530
describe('what records say to a question', () => {
  const cases: readonly (readonly [string, AnsweredByRecords, string, string, string])[] = [
    ['a fact that is stated', { facts: ['personal-data'] }, '', 'recorded', 'Personal data: no'],
    ['a fact that has only a default', { facts: ['users'] }, '', 'unknown', 'nobody stated it'],
    ['a fact that follows from facts that are stated', { facts: ['exposed'] }, '', 'recorded', 'yes'],
    ['a fact that follows from one that nobody stated', { facts: ['cyber-device'] }, '', 'unknown', 'nobody stated it'],
    ['no control of the category', { controls: ['authorization'] }, '', 'unknown', 'no control is recorded'],
    [
      'a control that is a draft',
      { controls: ['authorization'] },
      `controls: [{ ${CONTROL} }]`,
      'unknown',
      'no control is recorded',
    ],
    [
      'a control that no test shows',
      { controls: ['authorization'] },
      `controls: [{ ${CONTROL}, ${APPROVED} }]`,
      'unproven',
      'authorization: SC-1 (0 of 1 verified)',
    ],
    [
      'a control of one of two categories',
      { controls: ['authorization', 'cryptography'] },
      `controls: [{ ${CONTROL}, ${APPROVED} }]`,
      'partly',
      'cryptography: no control is recorded',
    ],
    [
      'controls that are only near',
      { nearby: ['authorization'] },
      `controls: [{ ${CONTROL}, ${APPROVED} }]`,
      'unknown',
      '',
    ],
    [
      'components of which one says it',
      { soup: ['end-of-support'] },
      `soup: [{ id: SOUP-1, title: A, end-of-support: 2030-01-01, ${APPROVED} }, { id: SOUP-2, title: B, ${APPROVED} }]`,
      'partly',
      '1 of 2 components of others say it, not SOUP-2',
    ],
    ['no components', { soup: ['end-of-support'] }, '', 'unknown', 'no components of others are recorded'],
    [
      'interfaces, one without its state',
      { interfaces: true },
      `interfaces: [{ id: IF-1, enabled: no, ${APPROVED} }, { id: IF-2, ${APPROVED} }]`,
      'partly',
      '2 interfaces: 0 in use, 0 for service only, 1 closed, not said of IF-2',
    ],
    ['no interfaces', { interfaces: true }, '', 'unknown', 'No interface is recorded'],
    ['a work product that is missing', { workProducts: ['sbom'] }, '', 'unknown', 'Software bill of materials:'],
    [
      'a section that is written',
      { sections: ['security-user-documentation#decommissioning'] },
      `documents: [{ id: DOC-1, covers: ['security-user-documentation#decommissioning'], text: Delete it., ${APPROVED} }]`,
      'recorded',
      'written in DOC-1',
    ],
    [
      'a section with a place to fill',
      { sections: ['security-user-documentation#decommissioning'] },
      `documents: [{ id: DOC-1, covers: ['security-user-documentation#decommissioning'], text: '[fill: how]', ${APPROVED} }]`,
      'unknown',
      'nobody has written it',
    ],
  ];

  it.each(cases)('%s', (_, by, records, state, words) => {
    const answer = answerByRecords(by, assessed(records, 'exposure: [public-network], personal-data: no'));
    expect(answer.state).toBe(state);
    expect(answer.says.join('; ')).toContain(words);
  });
});

describe('the forms that ship', () => {
  const packs = shippedPacks();
  const questions = [
    ...packs.flatMap((pack) => pack.disclosures.flatMap(({ topics }) => topics)),
    ...packs.flatMap((pack) => pack.attachments),
  ];

  it('know nothing of a device of which nothing is recorded', () => {
    const empty = assessed('', 'purpose: other');
    expect(questions.length).toBeGreaterThan(50);
    expect(questions.filter((by) => answerByRecords(by, empty).state !== 'unknown')).toEqual([]);
  });

  it('never call anything verified that no test shows', () => {
    const records = `controls:\n${packs
      .flatMap((pack) => pack.controls)
      .map(({ category }, at) => `  - { id: SC-${at + 1}, domain: security, category: ${category}, ${APPROVED} }\n`)
      .join('')}`;
    const assessment = assessed(records);
    expect(questions.filter((by) => answerByRecords(by, assessment).state === 'verified')).toEqual([]);
  });
});
