/** What a work product is for, who asks it how strongly, and what it must fulfil. */
import type { Ask, PackSet, WorkProduct } from '../../packs/index.js';
import { criterionWords } from './criterion-page.js';
import { clauses, type Page, type Row } from './page.js';

export function workProductPage(product: WorkProduct, packs: PackSet): Page {
  return {
    is: 'work product',
    id: product.id,
    title: product.title,
    says: [product.purpose],
    rows: [
      ...product.asks.map((ask) => askRow(ask, packs)),
      ['in part', product.partial ?? ''],
      ['place', product.place],
      ['scope', product.scope === 'device' ? 'the device' : 'each software system'],
      ['due', product.due ?? 'from the start'],
      ['sections', product.sections.join(', ')],
      ['holds', product.holds.join(', ')],
      ...product.criteria.map((criterion): Row => {
        const why = criterion.why === undefined ? '' : ` – ${criterion.why}`;
        return [criterion.id, `${criterionWords(criterion)}${why}`];
      }),
    ],
  };
}

function askRow(ask: Ask, packs: PackSet): Row {
  const level = typeof ask.level === 'string' ? ask.level : `A ${ask.level.A}, B ${ask.level.B}, C ${ask.level.C}`;
  const when = ask.when === undefined ? '' : `, when ${ask.when}`;
  const by = ask.clauses.length > 0 ? clauses(ask.clauses, packs) : 'own reading; no clause names it';
  return [ask.side === 'safety-class' ? 'class asks' : 'security asks', `${level}${when}: ${by}`];
}
