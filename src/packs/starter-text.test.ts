import { describe, expect, it } from 'vitest';
import { shippedPacks } from './shipped.js';
import { marksIn } from './marks.js';
import { starterText } from './starter-text.js';
import type { StarterSection } from './pack.js';

const SECTION: StarterSection = {
  id: 'roles',
  text: 'Who does what:\n\n- Code: [fill: role].',
  partial: 'Only [fill: what matters].',
  also: [
    { when: 'safety_class != "A"', text: '- Architecture: [fill: role].' },
    { when: 'exposed', text: 'Security is part of it.' },
  ],
};

describe('starter text', () => {
  const says = (holds: (condition: string) => boolean | 'unknown', partial = false): string =>
    starterText(SECTION, { holds, partial });

  it.each([
    ['only what every device is asked', says(() => false), SECTION.text],
    [
      'more where a condition holds: a list goes on, other words begin anew',
      says(() => true),
      `${SECTION.text}\n- Architecture: [fill: role].\n\nSecurity is part of it.`,
    ],
    [
      'what may be asked stands too',
      says((condition) => (condition === 'exposed' ? 'unknown' : false)),
      `${SECTION.text}\n\nSecurity is part of it.`,
    ],
    ['what matters for security, where no more is asked', says(() => true, true), SECTION.partial],
  ])('%s', (_, text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('the starter texts that ship', () => {
  const packs = shippedPacks();
  const starters = packs.flatMap((pack) => pack.starters);
  const sections = starters.flatMap(({ id, sections: all }) => all.map((section) => ({ product: id, ...section })));
  const texts = sections.flatMap(({ text, partial, also = [] }) => [
    text,
    partial ?? text,
    ...also.map((one) => one.text),
  ]);

  it('are there for every section that a criterion asks a document for', () => {
    const asked = packs
      .flatMap((pack) => pack.workProducts)
      .flatMap(({ id, criteria }) => criteria.flatMap((one) => (one.sections ?? []).map((part) => `${id}#${part}`)));
    const there = new Set(sections.map(({ product, id }) => `${product}#${id}`));
    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter((section) => !there.has(section))).toEqual([]);
  });

  it('differ where only the security-relevant part is asked in full or in part', () => {
    const partial = packs
      .flatMap((pack) => pack.workProducts)
      .flatMap(({ id, criteria }) =>
        criteria
          .filter(({ ask, security }) => ask === 'document' && security === 'partial')
          .flatMap((one) => (one.sections ?? []).map((part) => `${id}#${part}`)),
      );
    const without = sections.filter(({ product, id, partial: own }) => partial.includes(`${product}#${id}`) && !own);
    // These ask for security-relevant units from the first word.
    expect(without.map(({ product }) => product)).toEqual(Array(7).fill('secure-implementation-criteria'));
  });

  it('are short, end as sentences do, and leave each section a place to fill', () => {
    expect(texts.filter((text) => text.length > 900)).toEqual([]);
    expect(texts.filter((text) => !/[.\]]$/.test(text))).toEqual([]);
    expect(sections.filter(({ text }) => marksIn(text).length === 0)).toEqual([]);
    expect(texts.filter((text) => marksIn(text).some(({ asks }) => asks === ''))).toEqual([]);
  });
});
