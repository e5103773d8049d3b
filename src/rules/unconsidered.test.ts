/** Text of a library considers nothing, whoever is asked: the rules on flows, elements, interfaces and secrets, and the picture. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../assess/index.js';
import { pictureForPurpose } from '../draw/index.js';
import crossingWithoutThreat from './crossing-without-threat.js';
import { assessFiles, filesOf } from './example-project.test-support.js';

const MODEL = `
boundaries:
  - { id: TB-1, title: Hospital network, type: network }
items:
  - { id: EL-1, title: Order service, role: process, granularity: item, parent: SW-1, boundary: TB-1 }
  - { id: EL-2, title: Browser, role: external, scope: other-product }
interfaces:
  - { id: IF-1, title: Service port, item: EL-1, medium: USB, enabled: service-only, reach: physical }
flows:
  - { id: DF-1, title: Orders, from: EL-2, to: EL-1 }
assets:
  - { id: AS-1, title: Service key, type: key, shared: yes }
threats:
  - { id: TH-1, title: Something is forged, `;

const RULES = [
  'crossing-without-threat',
  'element-without-threat',
  'interface-without-threat',
  'shared-secret-without-threat',
];

function assessed(rest: string): Assessment {
  return assessFiles(filesOf(crossingWithoutThreat, `${MODEL}${rest} }\n`));
}

function told({ gaps }: Assessment): readonly string[] {
  return gaps
    .filter(({ rule }) => RULES.includes(rule))
    .map(({ record }) => record ?? '')
    .toSorted();
}

function drawn({ trace, classes }: Assessment): string | undefined {
  const picture = pictureForPurpose('global', { trace, classes });
  return picture.lines.find(({ id }) => id === 'DF-1')?.standing;
}

const NAMES_ALL = 'targets: [DF-1, EL-1, IF-1], assets: [AS-1]';

// @verifies TC-315
describe('a part of the model', () => {
  test.each([
    ['that a threat considers', NAMES_ALL, [], 'crossing'],
    ['that no threat considers', 'targets: [EL-2]', ['AS-1', 'DF-1', 'EL-1', 'IF-1'], 'unanswered'],
    ['that text of a library names', `${NAMES_ALL}, generic: yes`, ['AS-1', 'DF-1', 'EL-1', 'IF-1'], 'unanswered'],
    [
      'of which nobody can tell whether it is text of a library',
      `${NAMES_ALL}, generic: perhaps`,
      ['AS-1', 'DF-1', 'EL-1', 'IF-1'],
      'unanswered',
    ],
    ['that somebody says is no text of a library', `${NAMES_ALL}, generic: no`, [], 'crossing'],
    [
      'that an obsolete threat considered',
      `${NAMES_ALL}, status: obsolete`,
      ['AS-1', 'DF-1', 'EL-1', 'IF-1'],
      'unanswered',
    ],
  ])('%s: the rules and the picture say the same', (_, rest, records, standing) => {
    const assessment = assessed(rest);
    expect([told(assessment), drawn(assessment)]).toEqual([records, standing]);
  });

  test('is told with the threat that has to be made specific', () => {
    const { gaps } = assessed(`${NAMES_ALL}, generic: yes`);
    const gap = gaps.find(({ key }) => key === 'crossing-without-threat@DF-1');
    expect(gap?.message).toBe('Only TH-1, which is still the text of a library, considers DF-1, which crosses TB-1.');
    expect(gap?.fix).toContain('take out `generic:`');
  });
});
