import { describe, expect, test } from 'vitest';
import type { Criterion } from '../packs/index.js';
import type { Proofs } from './1-proofs.js';
import { ask, assessSmall, type AskOptions } from './small-project.test-support.js';

type Case = [
  what: string,
  records: string,
  criterion: Partial<Criterion>,
  answer: 'yes' | 'no' | 'unknown',
  options?: AskOptions,
];

function expectAnswers(cases: readonly Case[]): void {
  test.each(cases)('%s', (_, records, criterion, answer, options = {}) => {
    expect(ask(assessSmall({ records }), criterion, options).answer).toBe(answer);
  });
}

const APPROVED = 'status: approved';
const LOST = (plural: string): string => `${plural}:\n  - { id: X-9, title: "broken }\n`;
/** Gives the record an approval of its present content, or of another. */
const approval = (id: string, more = `bound-to: { ${id}: hash-of-${id} }`): string =>
  `approvals: [{ id: AP-1, approves: [${id}], by: brandt, role: release, meaning: approver, date: 2026-01-02, ${more} }]\n`;
const OLD = `'${'0'.repeat(64)}'`;

describe('document: every named section is covered by text that counts', () => {
  const criterion: Partial<Criterion> = { ask: 'document', sections: ['life-cycle', 'traceability'] };
  const P = 'software-development-plan';
  const doc = (fields: string): string =>
    `documents:\n  - { id: DOC-1, covers: ['${P}#life-cycle', '${P}#traceability'], ${fields} }\n`;
  const reference =
    'reference: { identifier: D-1, version: "2", place: QMS, confirmed-by: brandt, confirmed-on: 2026-01-01 }';

  expectAnswers([
    ['all sections, approved', doc(`text: Words., ${APPROVED}`), criterion, 'yes'],
    ['approved by a person, for this content', `${doc('text: Words.')}${approval('DOC-1')}`, criterion, 'yes'],
    ['a reference that somebody confirmed', doc(`${reference}, ${APPROVED}`), criterion, 'yes'],
    ['nothing', '', criterion, 'no'],
    ['one section of two', doc(`text: Words., ${APPROVED}`).replace(`, '${P}#traceability'`, ''), criterion, 'no'],
    [
      'the whole product named without sections',
      doc(`text: Words., ${APPROVED}`).replace(/covers: .*?\]/, `covers: [${P}]`),
      criterion,
      'no',
    ],
    ['a draft', doc('text: Words.'), criterion, 'no'],
    ['an obsolete one', doc('text: Words., status: obsolete'), criterion, 'no'],
    ['a state that nobody can read', doc('text: Words., status: [approved]'), criterion, 'no'],
    [
      'an approval of another content',
      `${doc('text: Words.')}${approval('DOC-1', `bound-to: { DOC-1: ${OLD} }`)}`,
      criterion,
      'no',
    ],
    [
      'an approval of another content beside a typed state',
      `${doc(`text: Words., ${APPROVED}`)}${approval('DOC-1', `bound-to: { DOC-1: ${OLD} }`)}`,
      criterion,
      'no',
    ],
    ['starter text', doc(`text: Words., starter: yes, ${APPROVED}`), criterion, 'no'],
    ['nobody can read whether it is starter text', doc(`text: Words., starter: perhaps, ${APPROVED}`), criterion, 'no'],
    ['no text', doc(APPROVED), criterion, 'no'],
    [
      'two of one id',
      doc(`text: Words., ${APPROVED}`) + doc('text: Others.').replace('documents:\n', ''),
      criterion,
      'no',
    ],
    [
      'for another software system',
      `${doc(`text: Words., about: [SW-2], ${APPROVED}`)}items: [{ id: SW-2, granularity: system }]\n`,
      criterion,
      'no',
    ],
    ['for this software system', doc(`text: Words., about: [SW-1], ${APPROVED}`), criterion, 'yes'],
    ['for a system that is not there', doc(`text: Words., about: [SW-9], ${APPROVED}`), criterion, 'no'],
    ['for what nobody can read', doc(`text: Words., about: { a: b }, ${APPROVED}`), criterion, 'no'],
    [
      'all there, one more lost',
      `${doc(`text: Words., ${APPROVED}`)}  - { id: DOC-2, title: "broken }\n`,
      criterion,
      'unknown',
    ],
    ['no sections asked', doc(`text: Words., ${APPROVED}`), { ask: 'document', sections: [] }, 'no'],
  ]);
});

describe('records: at least so many that count', () => {
  const criterion: Partial<Criterion> = { ask: 'records', of: ['views'] };
  const views = (...fields: string[]): string =>
    `views:\n${fields.map((one, at) => `  - { id: VW-${at + 1}, ${one} }\n`).join('')}`;

  expectAnswers([
    ['one', views(APPROVED), criterion, 'yes'],
    ['none', '', criterion, 'no'],
    ['a draft', views('title: A view'), criterion, 'no'],
    ['an obsolete one', views('status: obsolete'), criterion, 'no'],
    ['two of one id', `${views(APPROVED)}  - { id: VW-1, title: Other, ${APPROVED} }\n`, criterion, 'no'],
    ['one of two', views(APPROVED), { ...criterion, min: 2 }, 'no'],
    ['two of two', views(APPROVED, APPROVED), { ...criterion, min: 2 }, 'yes'],
    ['one that may not be of the purpose', views(APPROVED), { ask: 'records', of: ['global-views'] }, 'no'],
    ['one that is', views(`purpose: global, ${APPROVED}`), { ask: 'records', of: ['global-views'] }, 'yes'],
    ['none, and one is lost', LOST('views'), criterion, 'unknown'],
    ['enough, and one is lost', `${views(APPROVED)}  - { id: VW-9, title: "broken }\n`, criterion, 'yes'],
  ]);
});

describe('each: every member has what is asked', () => {
  const criterion: Partial<Criterion> = { ask: 'each', of: ['needs'], has: ['text', ['satisfied-by', 'rationale']] };
  const need = (fields: string): string => `needs:\n  - { id: UN-1, ${fields} }\n`;
  const GOOD = `text: Words., rationale: Reason., ${APPROVED}`;
  const units: Partial<Criterion> = { ask: 'each', of: ['units'], has: ['acceptance'] };
  const unit = (id: string, fields = ''): string =>
    `  - { id: ${id}, granularity: unit, acceptance: It works., ${APPROVED}${fields} }\n`;

  expectAnswers([
    ['all of it', need(GOOD), criterion, 'yes'],
    [
      'the other name of a need',
      `${need(`text: Words., ${APPROVED}`)}requirements: [{ id: SYS-1, level: system, satisfies: [UN-1] }]\n`,
      criterion,
      'yes',
    ],
    ['a field is missing', need(`rationale: Reason., ${APPROVED}`), criterion, 'no'],
    ['a field that nobody can read', need(`text: { a: b }, rationale: Reason., ${APPROVED}`), criterion, 'no'],
    ['a link that names nothing', need(`text: Words., satisfied-by: [SYS-9], ${APPROVED}`), criterion, 'no'],
    [
      'a link to an obsolete record',
      `${need(`text: Words., ${APPROVED}`)}requirements: [{ id: SYS-1, level: system, status: obsolete, satisfies: [UN-1] }]\n`,
      criterion,
      'no',
    ],
    ['a draft', need('text: Words., rationale: Reason.'), criterion, 'no'],
    ['a void approval', `${need(GOOD)}${approval('UN-1', `bound-to: { UN-1: ${OLD} }`)}`, criterion, 'no'],
    ['two of one id', `${need(GOOD)}  - { id: UN-1, ${GOOD} }\n`, criterion, 'no'],
    ['one good, one not', `${need(GOOD)}  - { id: UN-2, ${APPROVED} }\n`, criterion, 'no'],
    ['good, and one is lost', `${need(GOOD)}  - { id: UN-9, title: "broken }\n`, criterion, 'unknown'],
    ['good, and something of unknown kind is lost', `${need(GOOD)}nedes: [{ id: UN-2 }]\n`, criterion, 'unknown'],
    ['an empty set', '', criterion, 'no'],
    ['an empty set of which one is lost', LOST('needs'), criterion, 'unknown'],
    ['an empty set that is fine', '', { ...criterion, empty: 'fine' }, 'yes'],
    ['fewer than asked', need(GOOD), { ...criterion, min: 2 }, 'no'],
    [
      'only members that may be none',
      `items:\n${unit('EL-1').replace('granularity: unit', 'granularity: [unit]')}`,
      units,
      'unknown',
    ],
    [
      'one sure, one that may be',
      `items:\n${unit('EL-1')}${unit('EL-2').replace('granularity: unit', 'granularity: [unit]')}`,
      units,
      'yes',
    ],
    [
      'partial: the security-relevant members alone',
      `items:\n${unit('EL-1', ', security-relevant: yes')}${unit('EL-2').replace('acceptance: It works., ', '')}`,
      units,
      'yes',
      { partial: true },
    ],
    [
      'the whole set, not partial',
      `items:\n${unit('EL-1', ', security-relevant: yes')}${unit('EL-2').replace('acceptance: It works., ', '')}`,
      units,
      'no',
    ],
    ['partial: units there and none is security-relevant', `items:\n${unit('EL-1')}`, units, 'no', { partial: true }],
    [
      'partial: what nobody can read is asked',
      `items:\n${unit('EL-1', ', security-relevant: perhaps')}`,
      { ...units, has: ['code'] },
      'no',
      { partial: true },
    ],
    // A lost control may be a security control that one of the units realises.
    [
      'partial: a lost record may make more of them relevant',
      `items:\n${unit('EL-1', ', security-relevant: yes')}${LOST('controls')}`,
      units,
      'unknown',
      { partial: true },
    ],
    [
      'of another software system',
      `items:\n  - { id: SW-2, granularity: system }\n${unit('EL-1', ', parent: SW-2').replace('acceptance: It works., ', '')}${unit('EL-2', ', parent: SW-1')}`,
      units,
      'yes',
    ],
    [
      'of no software system: asked of all',
      `items:\n  - { id: SW-2, granularity: system }\n${unit('EL-1').replace('acceptance: It works., ', '')}`,
      units,
      'no',
    ],
  ]);
});

describe('none: statement – a named person says on a day that there are none', () => {
  const criterion: Partial<Criterion> = { ask: 'each', of: ['soup'], has: ['version'], none: 'statement' };
  const says = (fields: string): string => `statements: [{ id: ST-1, ${fields} }]\n`;
  const GOOD = `type: none, of: soup, by: okafor, date: 2026-01-01, ${APPROVED}`;

  expectAnswers([
    ['said', says(GOOD), criterion, 'yes'],
    [
      'said by the name of the selector',
      says(GOOD.replace('of: soup', 'of: components')),
      { ...criterion, of: ['components'] },
      'yes',
    ],
    ['not said', '', criterion, 'no'],
    ['by nobody', says(GOOD.replace('by: okafor, ', '')), criterion, 'no'],
    ['on no day', says(GOOD.replace('date: 2026-01-01, ', '')), criterion, 'no'],
    ['of something else', says(GOOD.replace('of: soup', 'of: needs')), criterion, 'no'],
    ['of another type', says(GOOD.replace('type: none', 'type: complete')), criterion, 'no'],
    ['a draft of it', says(GOOD.replace(`, ${APPROVED}`, '')), criterion, 'no'],
    ['approved once, changed since', `${says(GOOD)}${approval('ST-1', `bound-to: { ST-1: ${OLD} }`)}`, criterion, 'no'],
    ['obsolete', says(GOOD.replace('approved', 'obsolete')), criterion, 'no'],
    [
      'for another software system',
      `${says(`${GOOD}, about: [SW-2]`)}items: [{ id: SW-2, granularity: system }]\n`,
      criterion,
      'no',
    ],
    ['for a system that is not there', says(`${GOOD}, about: [SW-9]`), criterion, 'no'],
    ['said, and one is lost', `${says(GOOD)}${LOST('soup')}`, criterion, 'unknown'],
    [
      'said beside some that are there: they are asked',
      `${says(GOOD)}soup: [{ id: SOUP-1, marks: soup, ${APPROVED} }]\n`,
      criterion,
      'no',
    ],
    [
      'partial: nobody can say that there are none of what stands there',
      `${says(GOOD)}soup: [{ id: SOUP-1, marks: soup, version: "1", used-in: [EL-1], ${APPROVED} }]\nitems: [{ id: EL-1, parent: SW-1 }]\n`,
      criterion,
      'no',
      { partial: true },
    ],
    ['for records as well', says(GOOD), { ask: 'records', of: ['soup'], none: 'statement' }, 'yes'],
  ]);
});

describe('rule: no open gap of the rules', () => {
  const criterion: Partial<Criterion> = { ask: 'rule', rules: ['need-without-requirement'] };
  const NEED = 'needs: [{ id: UN-1 }]\n';
  const decided = `decisions: [{ id: DEC-1, type: deviation, reason: So., by: brandt, date: 2026-01-01, scope: [need-without-requirement], about: [UN-1], bound-to: { UN-1: hash-of-UN-1 } }]\n`;

  expectAnswers([
    ['no gap', '', criterion, 'yes'],
    ['a gap', NEED, criterion, 'no'],
    ['a gap that a decision took out', `${NEED}${decided}`, criterion, 'yes'],
    ['a gap of another rule', NEED, { ask: 'rule', rules: ['soup-without-item'] }, 'yes'],
    ['a rule that is not written', '', { ask: 'rule', rules: ['no-such-rule'] }, 'unknown'],
    [
      'a gap beside a rule that is not written',
      NEED,
      { ask: 'rule', rules: ['no-such-rule', 'need-without-requirement'] },
      'no',
    ],
    ['any record is lost: the rule did not see it', LOST('threats'), criterion, 'unknown'],
    [
      'a link that nobody can read: the rule did not see it',
      'threats: [{ id: TH-1, targets: { a: b } }]\n',
      criterion,
      'unknown',
    ],
  ]);
});

describe('evidence: a passed, current result for every member', () => {
  const criterion: Partial<Criterion> = { ask: 'evidence', of: ['software-requirements'], types: ['system-test'] };
  const SRS = 'requirements:\n  - { id: SRS-1, level: software }\n';
  const TEST = `${SRS}tests: [{ id: TC-1, level: system, verifies: [SRS-1] }]\n`;
  const run = (result: string, id = 1, date = `2026-01-0${id}`): string =>
    `  - { id: RUN-${id}, date: ${date}, results: [{ test: [TC-1], result: ${result} }] }\n`;
  const current: Proofs = { of: () => 'current' };

  expectAnswers([
    ['a passed result that nothing ties to a content', `${TEST}runs:\n${run('passed')}`, criterion, 'unknown'],
    ['a failed one', `${TEST}runs:\n${run('failed')}`, criterion, 'no'],
    ['a skipped one', `${TEST}runs:\n${run('skipped')}`, criterion, 'no'],
    ['a blocked one', `${TEST}runs:\n${run('blocked')}`, criterion, 'no'],
    ['one that nobody can read', `${TEST}runs:\n${run('fine')}`, criterion, 'no'],
    ['none', TEST, criterion, 'no'],
    ['passed first, failed later', `${TEST}runs:\n${run('passed', 1)}${run('failed', 2)}`, criterion, 'no'],
    ['failed first, passed later', `${TEST}runs:\n${run('failed', 1)}${run('passed', 2)}`, criterion, 'unknown'],
    [
      'passed and failed on one day',
      `${TEST}runs:\n${run('passed', 1)}${run('failed', 2, '2026-01-01')}`,
      criterion,
      'no',
    ],
    [
      'a test of another level',
      `${TEST.replace('level: system', 'level: unit')}runs:\n${run('passed')}`,
      criterion,
      'no',
    ],
    [
      'a test of no level is no proof',
      `${TEST.replace('level: system, ', '')}runs:\n${run('passed')}`,
      criterion,
      'no',
    ],
    ['but its failure counts', `${TEST.replace('level: system, ', '')}runs:\n${run('failed')}`, criterion, 'no'],
    ['no test', SRS, criterion, 'no'],
    ['an empty set', '', criterion, 'no'],
    ['an empty set that is fine', '', { ...criterion, empty: 'fine' }, 'yes'],
    ['current', TEST, criterion, 'yes', { proofs: current }],
    [
      'current, and a member is lost',
      TEST.replace('tests:', '  - { id: SRS-9, title: "broken }\ntests:'),
      criterion,
      'unknown',
      { proofs: current },
    ],
    [
      'current, of members that may be none',
      TEST.replace('level: software', 'level: [software]'),
      criterion,
      'unknown',
      { proofs: current },
    ],
    [
      'current, of a test whose level nobody wrote',
      TEST.replace('level: system, ', ''),
      criterion,
      'no',
      { proofs: current },
    ],
    [
      'a report of a machine that no record stands for',
      TEST,
      { ...criterion, types: ['credential-scan'] },
      'no',
      { proofs: current },
    ],
  ]);

  test('a failed result is worse than none, and says so', () => {
    const answered = ask(assessSmall({ records: `${TEST}runs:\n${run('failed')}` }), criterion);
    expect(answered).toMatchObject({ failed: ['SRS-1'], failedProof: true });
  });
});

describe('review: accepted, of the present content of every member', () => {
  const criterion: Partial<Criterion> = {
    ask: 'review',
    type: 'requirements',
    of: ['software-requirements'],
    looked: ['testable'],
  };
  const SRS = 'requirements:\n  - { id: SRS-1, level: software }\n';
  const GOOD =
    'type: requirements, reviewed: [SRS-1], by: [okafor], date: 2026-01-01, looked: [testable, consistent], outcome: accepted, bound-to: { SRS-1: hash-of-SRS-1 }';
  const review = (fields: string): string => `${SRS}reviews: [{ id: RV-1, ${fields} }]\n`;

  expectAnswers([
    ['accepted', review(GOOD), criterion, 'yes'],
    [
      'accepted with findings',
      review(GOOD.replace('outcome: accepted', 'outcome: accepted-with-findings')),
      criterion,
      'yes',
    ],
    ['rejected', review(GOOD.replace('outcome: accepted', 'outcome: rejected')), criterion, 'no'],
    ['without an outcome', review(GOOD.replace('outcome: accepted, ', '')), criterion, 'no'],
    ['an outcome that nobody can read', review(GOOD.replace('outcome: accepted', 'outcome: ok')), criterion, 'no'],
    ['of another type', review(GOOD.replace('type: requirements', 'type: design')), criterion, 'no'],
    ['by nobody', review(GOOD.replace('by: [okafor], ', '')), criterion, 'no'],
    ['on no day', review(GOOD.replace('date: 2026-01-01, ', '')), criterion, 'no'],
    ['of an older content', review(GOOD.replace('hash-of-SRS-1', OLD)), criterion, 'no'],
    ['bound to nothing', review(GOOD.replace(/, bound-to: .*/, '')), criterion, 'no'],
    ['it did not look at what is asked', review(GOOD.replace('testable, ', '')), criterion, 'no'],
    ['obsolete', review(`${GOOD}, status: obsolete`), criterion, 'no'],
    [
      'of one member of two',
      review(GOOD).replace('reviews:', '  - { id: SRS-2, level: software }\nreviews:'),
      criterion,
      'no',
    ],
    ['no member', 'needs: [{ id: UN-1 }]\n', criterion, 'no'],
    [
      'a member is lost',
      review(GOOD).replace('reviews:', '  - { id: SRS-9, title: "broken }\nreviews:'),
      criterion,
      'unknown',
    ],
    ['the only member may be none', review(GOOD).replace('level: software', 'level: [software]'), criterion, 'unknown'],
    ['of code, whose present content only evidence tells', review(GOOD), { ...criterion, currency: 'unit' }, 'unknown'],
  ]);
});

describe('statement: a dated judgement bound to what it is about', () => {
  const criterion: Partial<Criterion> = {
    id: 'SSC-4',
    ask: 'statement',
    type: 'complete',
    of: ['hazards'],
    question: 'all was considered',
  };
  const HAZ = 'hazards:\n  - { id: HAZ-1 }\n';
  const GOOD = `type: complete, answers: [SSC-4], by: solheim, date: 2026-01-01, text: All was considered., bound-to: { HAZ-1: hash-of-HAZ-1 }, ${APPROVED}`;
  const states = (fields: string): string => `${HAZ}statements: [{ id: ST-1, ${fields} }]\n`;

  expectAnswers([
    ['said', states(GOOD), criterion, 'yes'],
    ['not said', HAZ, criterion, 'no'],
    ['it answers another question', states(GOOD.replace('SSC-4', 'STR-5')), criterion, 'no'],
    ['of another type', states(GOOD.replace('type: complete', 'type: adequate')), criterion, 'no'],
    ['by nobody', states(GOOD.replace('by: solheim, ', '')), criterion, 'no'],
    ['on no day', states(GOOD.replace('date: 2026-01-01, ', '')), criterion, 'no'],
    ['without words', states(GOOD.replace('text: All was considered., ', '')), criterion, 'no'],
    ['bound to nothing', states(GOOD.replace(/bound-to: \{[^}]*\}, /, '')), criterion, 'no'],
    ['bound to an older content', states(GOOD.replace('hash-of-HAZ-1', OLD)), criterion, 'no'],
    ['bound to one of two', states(GOOD).replace('statements:', '  - { id: HAZ-2 }\nstatements:'), criterion, 'no'],
    ['bound to what is gone', states(GOOD.replace('bound-to: {', `bound-to: { HAZ-9: ${OLD},`)), criterion, 'no'],
    ['a draft', states(GOOD.replace(`, ${APPROVED}`, '')), criterion, 'no'],
    [
      'for another software system',
      `${states(`${GOOD}, about: [SW-2]`)}items: [{ id: SW-2, granularity: system }]\n`,
      criterion,
      'no',
    ],
    [
      'said, and a hazard is lost',
      states(GOOD).replace('statements:', '  - { id: HAZ-9, title: "broken }\nstatements:'),
      criterion,
      'unknown',
    ],
  ]);
});

describe('approval: of the present content of the product', () => {
  const criterion: Partial<Criterion> = { ask: 'approval', roles: ['release'] };
  const among: AskOptions = { among: [{ ask: 'each', of: ['needs'] }] };
  const NEED = 'needs:\n  - { id: UN-1 }\n';
  const more = (fields: string): string =>
    approval('UN-1').replace('role: release, meaning: approver, date: 2026-01-02', fields);

  expectAnswers([
    ['given', `${NEED}${approval('UN-1')}`, criterion, 'yes', among],
    ['at a release', `${NEED}${more('role: release, meaning: release, date: 2026-01-02')}`, criterion, 'yes', among],
    ['a typed state is no approval', `needs: [{ id: UN-1, ${APPROVED} }]\n`, criterion, 'no', among],
    [
      'by another role',
      `${NEED}${more('role: developer, meaning: approver, date: 2026-01-02')}`,
      criterion,
      'no',
      among,
    ],
    [
      'in any role, if none is asked',
      `${NEED}${more('role: developer, meaning: approver, date: 2026-01-02')}`,
      { ask: 'approval' },
      'yes',
      among,
    ],
    ['as author', `${NEED}${more('role: release, meaning: author, date: 2026-01-02')}`, criterion, 'no', among],
    ['as reviewer', `${NEED}${more('role: release, meaning: reviewer, date: 2026-01-02')}`, criterion, 'no', among],
    ['on no day', `${NEED}${more('role: release, meaning: approver')}`, criterion, 'no', among],
    ['in no role', `${NEED}${more('meaning: approver, date: 2026-01-02')}`, criterion, 'no', among],
    ['of an older content', `${NEED}${approval('UN-1', `bound-to: { UN-1: ${OLD} }`)}`, criterion, 'no', among],
    ['of one of two that count', `${NEED}  - { id: UN-2, ${APPROVED} }\n${approval('UN-1')}`, criterion, 'no', among],
    ['of one, and the other is a draft', `${NEED}  - { id: UN-2 }\n${approval('UN-1')}`, criterion, 'no', among],
    ['a member is lost', `${NEED}  - { id: UN-9, title: "broken }\n${approval('UN-1')}`, criterion, 'unknown', among],
    ['of nothing', '', criterion, 'no', among],
  ]);
});

describe('what an auditor can redo by hand', () => {
  const { answer, counted, failed, says } = ask(
    assessSmall({
      records:
        'needs: [{ id: UN-1, status: approved, text: Words. }, { id: UN-2, text: Words. }, { id: UN-3, status: approved }]\n',
    }),
    { ask: 'each', of: ['needs'], has: ['text'] },
  );

  test('what was counted and which failed', () => {
    expect({ answer, counted, failed }).toEqual({ answer: 'no', counted: 3, failed: ['UN-2', 'UN-3'] });
  });

  test('and why, in words', () => {
    expect(says).toBe('2 of 3 user needs and intended uses lack approval (UN-2); text (UN-3)');
  });
});
