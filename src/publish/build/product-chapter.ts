/** A work product as a chapter, from the pack alone: its sections, the records that its criteria ask for, and their proof. */
import type { CriterionAnswer, ObligationAnswer } from '../../assess/index.js';
import type { Criterion, WorkProduct } from '../../packs/index.js';
import type { Block } from '../document.js';
import { isInScope } from '../tags/choose-records.js';
import { noneOf } from '../tags/none-of.js';
import type { TagContext } from '../tags/define.js';
import { obligationsFor, sameAnswers } from './because.js';
import { productSections } from './product-sections.js';
import { recordTable } from './record-tables.js';
import { ASKED } from './said-before.js';
import { systemProofs } from './system-proofs.js';

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
    ...(context.told.has(`purpose of ${product.id}`) ? [] : purpose(product, obligations, context)),
    ...depth(product, obligations),
    ...(isDue(obligations) ? [] : [notDue(obligations)]),
    ...productSections(product, { ...inner, isDraft: inner.isDraft && isDue(obligations) }),
    ...(isDue(obligations) ? tablesOf(obligations, inner) : []),
  ];
}

function deeper(level: TagContext['level']): TagContext['level'] {
  return Math.min(4, level + 1) as TagContext['level'];
}

function purpose(
  product: WorkProduct,
  obligations: readonly ObligationAnswer[],
  { assessment: { packs } }: TagContext,
): readonly Block[] {
  const sentences = sameAnswers(obligations, packs).map(({ scopes, because }) =>
    scopes[0] === 'device' ? because : `${scopes.join(', ')}: ${because}`,
  );
  return [product.purpose, [...new Set(sentences)].join(' ')].flatMap((words) => (words === '' ? [] : [said(words)]));
}

function depth(product: WorkProduct, obligations: readonly ObligationAnswer[]): readonly Block[] {
  const isPartial = obligations.every(
    ({ byClass, bySecurity }) => byClass.level !== 'required' && bySecurity.level !== 'required',
  );
  return obligations.length > 0 && isPartial && product.partial !== undefined ? [said(product.partial)] : [];
}

function isDue(obligations: readonly ObligationAnswer[]): boolean {
  return obligations.some(({ status }) => status !== 'not-due' && status !== 'not-applicable');
}

/** Nothing is missing of what nobody asks for now. */
function notDue(obligations: readonly ObligationAnswer[]): Block {
  const decisions = [...new Set(obligations.flatMap((one) => (one.status === 'not-applicable' ? one.decisions : [])))];
  if (obligations.length === 0) return said('No standard or guidance that was chosen asks it of this device.', true);
  if (decisions.length > 0) return said(`Decided as not applicable (${decisions.join(', ')}).`, true);
  return said('Not due: nothing in the records calls for it yet.', true);
}

function said(text: string, emphasis = false): Block {
  return { is: 'paragraph', content: [{ is: 'text', text, ...(emphasis ? { emphasis } : {}) }] };
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
  const all = trace.allNamed(found.kind).filter((record) => trace.matches(record, found.where) === true);
  const records = all.filter((record) => trace.matches(record, where) === true && isInScope(record, context));
  const what = found.title.charAt(0).toLowerCase() + found.title.slice(1);
  if (records.length === 0) {
    return noneOf({ records, of: all.length, what, kind: found.kind, selector }, found.title, context);
  }
  const isWhole = found.kind === 'item' && found.where?.['granularity'] === 'system';
  const columns = columnsOf(answers).filter((name) => !isWhole || name !== 'verification');
  const { title } = found;
  const landscape = columns.length > 7;
  const table = recordTable({ records, of: all.length, what, columns, title, landscape, stem: ASKED }, context);
  if (!isWhole) return [table];
  // With an id and a title alone the proofs say all of it.
  return [...(columns.length > 2 ? [table] : []), ...systemProofs(records, answers, title, context)];
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
