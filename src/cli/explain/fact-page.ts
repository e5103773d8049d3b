/** What a fact means, which values it has, and where it comes from if nobody declares it. */
import type { Choices, Fact, PackSet } from '../../packs/index.js';
import type { Page } from './page.js';

export function factPage(fact: Fact, packs: PackSet): Page {
  return {
    is: 'fact',
    id: fact.id,
    title: fact.title,
    says: [fact.about],
    rows: [
      ['values', fact.type === 'bool' ? 'yes, no' : (fact.values?.join(', ') ?? fact.type)],
      ['defined as', fact.is ?? (fact.stated === undefined ? '' : `whether ${fact.stated} was declared or derived`)],
      ['derived from', fact.derived ?? ''],
      ['else', defaultWords(fact)],
      ['decides', decides(fact, packs).join(', ')],
    ],
  };
}

function defaultWords(fact: Fact): string {
  if (fact.is !== undefined || fact.stated !== undefined) return '';
  return fact.default === undefined ? 'not known' : choiceWords(fact.default);
}

function choiceWords(choices: Choices<string | boolean>): string {
  const value = (then: string | boolean): string => (then === true ? 'yes' : then === false ? 'no' : then);
  return choices
    .map((choice) => (choice.if === undefined ? value(choice.then) : `${value(choice.then)} if ${choice.if}`))
    .join('; else ');
}

/** What reads the fact by its name, in the order of the packs. */
function decides(fact: Fact, packs: PackSet): readonly string[] {
  const reads = (condition: string | undefined): boolean =>
    condition !== undefined && packs.table.conditions.factsIn(condition).includes(fact.id);
  const { rules = [], adjust = [], findings = [] } = packs.overhead ?? {};
  return [
    ...packs.packs.flatMap((pack) => pack.facts.filter((one) => reads(one.is)).map((one) => one.id)),
    ...[...rules, ...adjust, ...findings].filter((one) => reads(one.when)).map((one) => one.id),
    ...packs.workProducts.filter((product) => product.asks.some((ask) => reads(ask.when))).map((product) => product.id),
  ];
}
