import { describe } from 'vitest';
import type { Criterion } from '../../packs/index.js';
import { APPROVED, approval, expectAnswers, OLD } from './answer-cases.test-support.js';

// @verifies TC-506
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
