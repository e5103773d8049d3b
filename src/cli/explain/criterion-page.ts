/** What a criterion of a work product asks, of which records, and for whom. */
import type { Criterion, PackSet, WorkProduct } from '../../packs/index.js';
import { clauses, type Page } from './page.js';

export function criterionPage(criterion: Criterion, of: WorkProduct, packs: PackSet): Page {
  return {
    is: 'criterion',
    id: criterion.id,
    title: `${of.title}: ${criterionWords(criterion)}`,
    says: [criterion.why ?? of.purpose],
    rows: [
      ['work product', of.id],
      ['asked for class', criterion.classes?.join(', ') ?? '–'],
      ['by security', criterion.security ?? '–'],
      ['when', criterion.when ?? ''],
      ['clauses', clauses(criterion.clauses, packs)],
      ['basis', basisWords(criterion)],
      ['only with', criterion.packs?.join(', ') ?? ''],
      ['without any', emptyWords(criterion)],
    ],
  };
}

export function criterionWords(criterion: Criterion): string {
  const of = criterion.of?.join(', ') ?? '';
  switch (criterion.ask) {
    case 'document':
      return `a document covers ${criterion.sections?.join(', ')}`;
    case 'records':
      return `at least ${criterion.min ?? 1} of ${of}`;
    case 'each':
      return `each of ${of} has ${needWords(criterion)}`;
    case 'rule':
      return `no open gap of ${criterion.rules?.join(', ')}${of === '' ? '' : ` at ${of}`}`;
    case 'evidence':
      return `each of ${of} has a passed ${criterion.types?.join(' or ') ?? 'result'}`;
    case 'review':
      return `an accepted ${criterion.type ?? ''} review of ${of}${lookedWords(criterion)}`;
    case 'statement':
      return `a person states: ${criterion.question ?? ''}`;
    case 'approval':
      return `an approval${criterion.roles?.length ? ` by ${criterion.roles.join(' or ')}` : ''} of its present content`;
  }
}

function needWords({ has }: Criterion): string {
  return (has ?? []).map((need) => [need].flat().join(' or ')).join(', ');
}

function lookedWords({ looked }: Criterion): string {
  return looked ? ` that looked at ${looked.join(', ')}` : '';
}

/** Habits and analogies decide only where the team's plan adopts them. */
function basisWords({ basis }: Criterion): string {
  return basis === 'practice' || basis === 'analogy' ? `${basis}: shown, and does not decide` : basis;
}

function emptyWords({ none, empty }: Criterion): string {
  if (none === 'statement') return 'a statement with person and date that there are none answers it';
  return empty === 'fine' ? 'it holds; another criterion asks that there are some' : '';
}
