/** A work product as a chapter, from the pack alone: its sections, the records that its criteria ask for, and their proof. */
import type { CriterionAnswer, ObligationAnswer } from '../../assess/index.js';
import type { Criterion, WorkProduct } from '../../packs/index.js';
import type { Block } from '../document.js';
import { noneOf } from '../tags/none-of.js';
import type { TagContext } from '../tags/define.js';
import { obligationsFor, sameAnswers } from './because.js';
import { proseOf, sectionTitle } from './prose.js';
import { recordTable } from './record-tables.js';

export function productChapter(product: WorkProduct, context: TagContext): readonly Block[] {
  const obligations = obligationsFor(product.id, context);
  const inner = { ...context, level: deeper(context.level) };
  return [
    {
      is: 'heading',
      level: context.level,
      id: `product-${product.id}`,
      content: [{ is: 'text', text: product.title }],
    },
    { is: 'paragraph', content: [{ is: 'text', text: product.purpose }] },
    ...whoAsks(product, obligations, context),
    ...product.sections.flatMap((section) => sectionBlocks(product, section, inner)),
    ...tablesOf(obligations, inner),
  ];
}

function deeper(level: TagContext['level']): TagContext['level'] {
  return Math.min(4, level + 1) as TagContext['level'];
}

function whoAsks(
  product: WorkProduct,
  obligations: readonly ObligationAnswer[],
  { assessment: { packs } }: TagContext,
): readonly Block[] {
  if (obligations.length === 0) {
    return [{ is: 'paragraph', content: [{ is: 'text', text: 'Nobody asks it of this device.', emphasis: true }] }];
  }
  const sentences = sameAnswers(obligations, packs).map(({ scopes, because }) =>
    scopes[0] === 'device' ? because : `${scopes.join(', ')}: ${because}`,
  );
  const isPartial = obligations.every(
    ({ byClass, bySecurity }) => byClass.level !== 'required' && bySecurity.level !== 'required',
  );
  const depth = isPartial && product.partial !== undefined ? [` ${product.partial}`] : [];
  return [{ is: 'paragraph', content: [{ is: 'text', text: [...new Set(sentences), ...depth].join(' ') }] }];
}

function sectionBlocks(product: WorkProduct, section: string, context: TagContext): readonly Block[] {
  const prose = proseOf(`${product.id}#${section}`, { ...context, level: deeper(context.level) });
  if (prose.length === 0) return [];
  return [
    {
      is: 'heading',
      level: context.level,
      id: `${product.id}-${section}`,
      content: [{ is: 'text', text: sectionTitle(product.id, section, context.assessment.packs) }],
    },
    ...prose,
  ];
}

/** One table per set of records that a criterion asks, with the fields that the criteria want filled. */
function tablesOf(obligations: readonly ObligationAnswer[], context: TagContext): readonly Block[] {
  const asked = obligations.flatMap(({ criteria }) => criteria);
  const sets = new Map<string, CriterionAnswer[]>();
  for (const answer of asked) {
    for (const selector of answer.criterion.of ?? []) {
      if (!TABLED.has(answer.criterion.ask)) continue;
      sets.set(selector, [...(sets.get(selector) ?? []), answer]);
    }
  }
  return [...sets].flatMap(([selector, answers]) => tableOf(selector, answers, context));
}

const TABLED: ReadonlySet<Criterion['ask']> = new Set(['each', 'records', 'evidence']);

function tableOf(selector: string, answers: readonly CriterionAnswer[], context: TagContext): readonly Block[] {
  const { trace, packs } = context.assessment;
  const found = packs.packs.flatMap((pack) => pack.selectors).find(({ id }) => id === selector);
  if (!found) return [];
  const isPartial = answers.every(({ partial }) => partial);
  const where = { ...found.where, ...(isPartial ? found.partial : {}) };
  const all = trace.allNamed(found.kind);
  const records = all.filter((record) => trace.matches(record, where) === true);
  const what = found.title.charAt(0).toLowerCase() + found.title.slice(1);
  if (records.length === 0) return noneOf({ records, of: 0, what }, found.title, context);
  const columns = columnsOf(answers);
  return [
    recordTable({ records, of: all.length, what, columns, title: found.title, landscape: columns.length > 7 }, context),
  ];
}

const MOST_COLUMNS = 9;

function columnsOf(answers: readonly CriterionAnswer[]): readonly string[] {
  const wanted = answers.flatMap(({ criterion }) =>
    (criterion.has ?? []).flatMap((need) => (typeof need === 'string' ? [need] : need)),
  );
  const proof = answers.some(({ criterion }) => criterion.ask === 'evidence') ? ['verification'] : [];
  const filled = [...new Set(wanted)].filter((name) => name !== 'title');
  return ['id', 'title', ...filled.slice(0, MOST_COLUMNS - 3), ...proof];
}
