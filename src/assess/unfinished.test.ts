import { describe, expect, it } from 'vitest';
import { shippedPacks, starterText, withoutMarks } from '../packs/index.js';
import type { RecordOf } from '../records/index.js';
import { assessSmall, obligation } from './small-project.test-support.js';
import { unfinishedOf } from './unfinished.js';

const packs = shippedPacks();
const sections = packs
  .flatMap((pack) => pack.starters)
  .flatMap(({ id, sections: all }) => all.map((section) => [`${id}#${section.id}`, section] as const));

/** As far as the judgement looks at it. */
function document(text: string | undefined, ...covers: readonly string[]): RecordOf<'document'> {
  return {
    kind: 'document',
    id: 'DOC-1',
    fields: { text },
    links: covers.map((id) => ({ field: 'covers', id })),
  } as unknown as RecordOf<'document'>;
}

// @verifies TC-526
describe('starter text counts only when a person made it specific', () => {
  const left = (section: string, text: string): readonly string[] =>
    unfinishedOf(document(text, section), packs).map(({ is }) => is);
  const everything = { partial: false, holds: () => true };

  const variants = sections.flatMap(([name, section]) =>
    [false, true].map((partial) => ({ name, text: starterText(section, { ...everything, partial }) })),
  );

  it('not as it was begun, in no section', () => {
    expect(variants.filter(({ name, text }) => !left(name, text).includes('mark'))).toEqual([]);
  });

  it('not with its marks taken away and nothing in their place', () => {
    const emptied = variants.map(({ name, text }) => ({ name, text: withoutMarks(text) }));
    const worded = emptied.filter(({ text }) => /\p{L}/u.test(text));
    expect(worded.length).toBeGreaterThan(400);
    expect(worded.filter(({ name, text }) => !left(name, text).includes('starter'))).toEqual([]);
  });

  it('as soon as every place is filled', () => {
    const filled = variants.map(({ name, text }) => ({
      name,
      text: text.replaceAll(/\[fill:[^\]]*\]/g, 'Hansen, as QP-07 says'),
    }));
    expect(filled.filter(({ name, text }) => left(name, text).length > 0)).toEqual([]);
  });

  const ROLES = 'problem-resolution-procedure#criticality';
  it.each([
    ['own words', 'Hansen judges each report within two days.', []],
    ['one mark of two', '[fill: role] judges it. The steps are S1 to S3.', ['mark']],
    ['in another case and with other signs', 'THE STEPS ARE -- !', ['starter']],
    ['inside other words', 'Hansen looks at it. The steps are. Then it goes on.', ['starter']],
    ['of another section', 'A state is identified by its commit.', []],
    ['nothing but our words, of the sentences without a mark', 'Doubt is a failure.', []],
  ])('%s', (_, text, expected) => {
    expect(left(ROLES, text)).toEqual(expected);
  });

  it('says nothing of a document without a text, nor of the words of a section that it does not cover', () => {
    expect(unfinishedOf(document(undefined, ROLES), packs)).toEqual([]);
    expect(unfinishedOf(document('The steps are.'), packs)).toEqual([]);
  });

  it('takes a text of our sentences alone for starter text, also without one that had a mark', () => {
    expect(left('system-test-specification#pass-criteria', 'Doubt is a failure.')).toEqual(['starter']);
    expect(left('system-test-specification#pass-criteria', 'Doubt is a failure. Ours is a retest.')).toEqual([]);
  });
});

it('is told of a record of any kind', () => {
  const { gaps } = assessSmall({ records: "risks:\n  - { id: RSK-1, title: R, text: 'It follows [fill: what].' }\n" });
  expect(gaps.find(({ rule }) => rule === 'text-left-to-fill')).toMatchObject({
    record: 'RSK-1',
    obligations: [],
    message: 'RSK-1 has a place to fill: "what".',
  });
});

describe('a section with places to fill', () => {
  const covers = ['feedback-intake', 'problem-criteria'];
  const documents = (text: string): string =>
    `documents:\n${covers
      .map(
        (part, at) =>
          `  - { id: DOC-${at + 1}, covers: ['software-maintenance-plan#${part}'], status: approved, text: '${text}' }\n`,
      )
      .join('')}`;
  const assessed = (text: string) => assessSmall({ records: documents(text) });

  it('counts as not written, is told at its place and once', () => {
    const assessment = assessed('From [fill: day] on.');
    const product = obligation(assessment, 'software-maintenance-plan');
    const [criterion] = product?.criteria ?? [];
    expect(criterion).toMatchObject({ answer: 'no', members: [] });
    expect(criterion?.says).toBe(`2 of 2 sections are not finished (${covers.join(', ')})`);
    const gaps = assessment.gaps.filter((gap) => gap.obligations.includes('software-maintenance-plan'));
    expect(gaps.filter(({ rule }) => rule === 'text-left-to-fill')).toHaveLength(2);
    expect(product?.gaps.filter((key) => key.startsWith('text-left-to-fill'))).toHaveLength(2);
    expect(gaps.filter(({ message }) => message.includes('not finished'))).toEqual([]);
    expect(gaps.find(({ rule }) => rule === 'text-left-to-fill')?.place).toMatchObject({
      file: 'records/small.yaml',
      line: 2,
    });
  });

  it('counts when it is filled', () => {
    const assessment = assessed('From the first of May on.');
    expect(obligation(assessment, 'software-maintenance-plan')?.criteria[0]).toMatchObject({ answer: 'yes' });
    expect(assessment.gaps.some(({ rule }) => rule === 'text-left-to-fill')).toBe(false);
  });

  it('is begun by a command that the gap of a missing one names', () => {
    const gap = assessSmall({}).gaps.find(({ key }) => key.includes('software-maintenance-plan'));
    expect(gap?.fix).toContain('`medward draft software-maintenance-plan`');
  });
});
