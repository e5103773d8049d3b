/** Work products that are asked otherwise, stand otherwise, or rest on records that changed; and the documents that cover them. */
import type { ObligationAnswer } from '../../assess/index.js';
import { compareText } from '../../shapes/index.js';
import { someOf, type Consequence } from '../consequence.js';
import { named } from '../shown-value.js';
import type { Sides } from '../sides.js';
import type { Touch } from '../touched.js';

export function workProductConsequences(touches: ReadonlyMap<string, Touch>, sides: Sides): readonly Consequence[] {
  const keyOf = ({ product, scope }: ObligationAnswer): string => `${product.id}@${sides.renames.now(scope)}`;
  const olds = new Map(sides.before.obligations.map((one) => [keyOf(one), one]));
  const news = new Map(sides.after.obligations.map((one) => [keyOf(one), one]));
  const keys = [...new Set([...olds.keys(), ...news.keys()])].toSorted(compareText);
  return keys.flatMap((key) => {
    const [was, is] = [olds.get(key), news.get(key)];
    const found = productConsequence(was, is, touches);
    return found && is ? [found, ...documentsOf(is, found.because, sides)] : (found ?? []);
  });
}

function productConsequence(
  was: ObligationAnswer | undefined,
  is: ObligationAnswer | undefined,
  touches: ReadonlyMap<string, Touch>,
): Consequence | undefined {
  const one = is ?? was;
  if (!one) return undefined;
  const because = membersTouched([was, is], touches);
  const said = [demandWords(was, is), statusWords(was, is), memberWords(because)].filter((words) => words !== '');
  if (said.length === 0) return undefined;
  const of = one.scope === 'device' ? '' : ` of ${one.scope}`;
  const id = `work-product:${one.product.id}${one.scope === 'device' ? '' : `@${one.scope}`}`;
  return { sort: 'work-product', id, what: `${one.product.title}${of} ${someOf(said)}.`, because };
}

function demandWords(was: ObligationAnswer | undefined, is: ObligationAnswer | undefined): string {
  if (!was) return 'is asked now';
  if (!is) return 'is not asked any more';
  const level = ({ byClass, bySecurity }: ObligationAnswer): string => `${byClass.level} ${bySecurity.level}`;
  return level(was) === level(is) ? '' : 'is asked to another depth';
}

function statusWords(was: ObligationAnswer | undefined, is: ObligationAnswer | undefined): string {
  if (!was || !is || was.status === is.status) return '';
  return `was ${was.status.replaceAll('-', ' ')} and is ${is.status.replaceAll('-', ' ')} now`;
}

function memberWords(because: readonly string[]): string {
  return because.length === 0 ? '' : `rests on what changed: ${someOf(because)}`;
}

function membersTouched(
  answers: readonly (ObligationAnswer | undefined)[],
  touches: ReadonlyMap<string, Touch>,
): readonly string[] {
  const ids = new Set<string>();
  if (touches.size === 0) return [];
  for (const answer of answers) {
    for (const { members } of answer?.criteria ?? []) for (const { id } of members) if (touches.has(id)) ids.add(id);
  }
  return [...ids].toSorted(compareText);
}

function documentsOf(
  { product }: ObligationAnswer,
  because: readonly string[],
  { after: { trace } }: Sides,
): readonly Consequence[] {
  if (because.length === 0) return [];
  const covering = trace
    .all('document')
    .filter((document) => trace.foreign(document, 'covers').some((section) => section.split('#')[0] === product.id));
  return covering.map((document) => ({
    sort: 'document' as const,
    id: document.id,
    what: `${named(document)} covers ${product.title}, which rests on what changed: ${someOf(because)}.`,
    because,
  }));
}
