/** What the examples of severity-below-hazard-without-reason do not show; those run with the examples of all rules. */
import { expect, it } from 'vitest';
import { gapsOf } from './example-project.test-support.js';
import rule from './severity-below-hazard-without-reason.js';

function threat(before: string, hazards = ['S2', 'S4'], more = ''): string {
  return `
items: [{ id: EL-1, title: Dose service, role: process, parent: SW-1 }]
hazards:
${hazards.map((severity, index) => `  - { id: HAZ-${index + 1}, title: Harm, severity: ${severity} }`).join('\n')}
threats:
  - id: TH-1
    targets: [EL-1]
    hazards: [${hazards.map((_, index) => `HAZ-${index + 1}`).join(', ')}]
    before: { ${before} }
    ${more}`;
}

it('compares with the worst of several hazards', () => {
  expect(gapsOf(rule, threat('severity: S3')).map((gap) => gap.message)).toEqual([
    'TH-1 is rated S3, and its hazard HAZ-2 is S4.',
  ]);
});

it.each([
  ['as severe as the worst', 'severity: S4'],
  ['more severe than the worst', 'severity: S5'],
  ['with the reason beside the rating', 'severity: S2, reason: A valve stops it'],
  ['not rated yet', 'vector: AV:N/AC:L/PR:N/UI:N'],
  ['rated by a word that is not on the scale', 'severity: bad'],
])('is content with a threat %s', (_, before) => {
  expect(gapsOf(rule, threat(before))).toEqual([]);
});

it('leaves a hazard out whose severity is not on the scale', () => {
  expect(gapsOf(rule, threat('severity: S2', ['S2', 'severe']))).toEqual([]);
});
