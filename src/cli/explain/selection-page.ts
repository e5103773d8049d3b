/** Which records a selector takes, or which tests, reviews and reports count as a proof of a type. */
import type { Criterion, EvidenceType, PackSet, Selector } from '../../packs/index.js';
import { whereWords, type Page } from './page.js';

export function selectorPage(selector: Selector, packs: PackSet): Page {
  const { kind, where, partial } = selector;
  return {
    is: 'selector',
    id: selector.id,
    title: selector.title,
    says: [`The records of kind ${kind} that criteria are asked of; obsolete ones never count.`],
    rows: [
      ['of', where ? `${kind} with ${whereWords(where)}` : `every ${kind}`],
      ['in part', partial ? `those with ${whereWords(partial)}` : 'the whole set'],
      ['criteria', criteriaWith((criterion) => criterion.of?.includes(selector.id), packs)],
    ],
  };
}

const PROVES = {
  test: 'A test proves by its passed results, as long as what they were made of has not changed.',
  review: 'A review proves by being bound to the content that was seen.',
  report: 'The report of a machine, which no record stands for; `medward evidence add` reads it.',
} as const;

export function evidenceTypePage(type: EvidenceType, packs: PackSet): Page {
  return {
    is: 'evidence type',
    id: type.id,
    title: type.title,
    says: [PROVES[type.kind]],
    rows: [
      ['of', type.where ? `${type.kind} with ${whereWords(type.where)}` : type.kind],
      ['criteria', criteriaWith((criterion) => criterion.types?.includes(type.id), packs)],
    ],
  };
}

function criteriaWith(fits: (criterion: Criterion) => boolean | undefined, packs: PackSet): string {
  const found = packs.workProducts.flatMap((product) => product.criteria.filter((criterion) => fits(criterion)));
  return found.map((criterion) => criterion.id).join(', ');
}
