/** What a clause asks, of whom, and by which work products it is answered; or what a clause without a pack is called. */
import type { Clause, NamedClause, Pack, PackSet } from '../../packs/index.js';
import { clauses, type Page, type Row } from './page.js';

export function clausePage(clause: Clause, pack: Pack, packs: PackSet): Page {
  return {
    is: 'clause',
    id: `${pack.pack}:${clause.id}`,
    title: clause.title,
    says: [clause.summary, ...(clause.items ?? []).map((item) => `– ${item}`)],
    rows: [
      ['asks class', askedOf(clause)],
      ['work products', clause.workProducts.join(', ')],
      ['criteria', criteriaNaming(`${pack.pack}:${clause.id}`, packs).join(', ')],
      ['stands in', clause.section ?? ''],
      ['weight', clause.weight ?? pack.weight],
      ['not decidable', clause.notDecidable ?? ''],
      ['compare', clauses(clause.compare ?? [], packs)],
      ['lifted', liftWords(clause, packs)],
    ],
  };
}

/** Its text is told by whoever sells the standard; here is only who leans on it. */
export function namedClausePage(clause: NamedClause, packs: PackSet): Page {
  return {
    is: 'named clause',
    id: clause.id,
    title: clause.title,
    says: ['A clause of a standard for which there is no pack: known by its title, asked through the criteria below.'],
    rows: namedRows(clause, packs),
  };
}

function namedRows(clause: NamedClause, packs: PackSet): readonly Row[] {
  const touching = packs.workProducts.filter(
    (product) => product.see?.includes(clause.id) || product.asks.some((ask) => ask.clauses.includes(clause.id)),
  );
  return [
    ['weight', clause.weight],
    ['criteria', criteriaNaming(clause.id, packs).join(', ')],
    ['work products', touching.map((product) => product.id).join(', ')],
  ];
}

function askedOf({ asks }: Clause): string {
  return asks.class?.join(', ') ?? (asks.when === undefined ? 'every class' : `when ${asks.when}`);
}

function criteriaNaming(id: string, packs: PackSet): readonly string[] {
  return packs.workProducts.flatMap((product) =>
    product.criteria.filter((criterion) => criterion.clauses.includes(id)).map((criterion) => criterion.id),
  );
}

function liftWords({ lift }: Clause, packs: PackSet): string {
  return lift ? `${lift.strength}: ${lift.scope}, when ${lift.when}, by ${clauses(lift.by, packs)}` : '';
}
