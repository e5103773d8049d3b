import { describe, expect, it } from 'vitest';
import { compilePack } from './compile-pack.js';
import { shippedPacks } from './shipped.js';

function problems(starter: string): readonly string[] {
  const text = `pack: ours\nedition: '1'\nformat: 1\ntitle: Ours\nweight: practice\nsources: { S: us }\n${starter}`;
  const { problems: found } = compilePack([{ path: 'ours/starters.yaml', text }], shippedPacks());
  return found.map(({ message }) => message);
}

const product = (sections: string): string => `work-products:
  - id: our-plan
    title: Our plan
    group: planning
    place: plans-and-release
    form: document
    purpose: Says it.
    sections: [scope, roles]
    asks: [{ side: safety-class, level: required, clauses: ['iso13485:4.2.4'] }]
    scope: device
    criteria: [{ id: OUR-1, ask: document, sections: [scope, roles], classes: [A, B, C], clauses: ['iso13485:4.2.4'] }]
    sources: [S]
    confidence: low
starters:
  - { id: our-plan, sections: [${sections}], sources: [S], confidence: low }
`;

describe('starter texts of a pack', () => {
  it('may be a team’s own, for a work product of its own', () => {
    expect(problems(product("{ id: scope, text: 'For [fill: what].' }"))).toEqual([]);
  });

  it.each([
    [
      'without a place to fill',
      '{ id: scope, text: All is well. }',
      'The starter text of `scope` has no place to fill.',
    ],
    [
      'without one where only a part is asked',
      "{ id: scope, text: 'For [fill: what].', partial: All is well. }",
      'The starter text of `scope` has no place to fill.',
    ],
    ['of no section', "{ id: scop, text: '[fill: x]' }", '`our-plan` has no section `scop`.'],
    [
      'twice',
      "{ id: roles, text: '[fill: x]' }, { id: roles, text: '[fill: x]' }",
      'The section `roles` stands twice.',
    ],
    [
      'under a condition on nothing',
      "{ id: scope, text: '[fill: x]', also: [{ when: expossed, text: More. }] }",
      'No fact is called `expossed`; did you mean `exposed`?',
    ],
  ])('%s', (_, section, message) => {
    expect(problems(product(section))).toEqual([message]);
  });

  it('of no work product', () => {
    const starter =
      "starters: [{ id: treat-model, sections: [{ id: a, text: '[fill: x]' }], sources: [S], confidence: low }]\n";
    expect(problems(starter)).toEqual(['There is no work product `treat-model`; did you mean `threat-model`?']);
  });

  it('of ours again: they are changed by an override', () => {
    const starter =
      "starters: [{ id: build-record, sections: [{ id: toolchain, text: '[fill: x]' }], sources: [S], confidence: low }]\n";
    expect(problems(starter)).toEqual(['`build-record` is an entry of the pack `base` already.']);
    const override = `override:
  - section: starters
    id: build-record
    sections: [{ id: toolchain, text: 'Our template, [fill: version].' }]
    reason: Our template says it.
    by: brandt
    date: '2026-11-24'
`;
    expect(problems(override)).toEqual([]);
  });
});
