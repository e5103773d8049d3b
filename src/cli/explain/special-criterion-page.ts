/** What a criterion of special tests is about, and by what it may be answered. */
import type { Pack, SpecialCriterion } from '../../packs/index.js';
import { whereWords, type Page, type Row } from './page.js';

export function specialCriterionPage(criterion: SpecialCriterion, pack: Pack): Page {
  return {
    is: 'criterion',
    id: `${pack.pack}@${pack.edition}:${criterion.id}`,
    title: criterion.title,
    says: criterion.summary === undefined ? [] : [criterion.summary],
    rows: [...answerRows(criterion), ['licence', pack.licence ?? '']],
  };
}

function answerRows(criterion: SpecialCriterion): readonly Row[] {
  const scope = Object.entries(criterion.appliesTo ?? {}).map(([kind, where]) => `${kind} with ${whereWords(where)}`);
  return [
    ['weaknesses', criterion.weaknesses.join(', ')],
    [
      'static analysis',
      criterion.weaknesses.length === 0
        ? 'cannot answer it'
        : `answers if its rules cover ${(criterion.core ?? criterion.weaknesses).join(', ')}`,
    ],
    ['level', criterion.level === undefined ? '' : `asked from level ${criterion.level}`],
    ['applies to', scope.join('; ') || 'units and items of class C or security-relevant'],
    ['answered by', criterion.answeredBy?.join(', ') ?? ''],
    ['follows', criterion.follows?.join(', ') ?? ''],
  ];
}
