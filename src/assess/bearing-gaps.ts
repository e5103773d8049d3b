/** Which open gaps bear on a work product: those of its failing criteria, and those of the rules that its criteria name. */
import type { Gap } from '../rules/index.js';
import type { CriterionAnswer } from './7-criteria.js';
import type { Obligation } from './6-obligations.js';

/** The rule of gaps that criteria tell. */
export const INCOMPLETE = 'work-product-incomplete';

interface Placed {
  readonly gap: Gap;
  /** Among all gaps. */
  readonly index: number;
}

/** By rule and by work product: a product is asked for few of many gaps, and there may be a thousand times as many products. */
export interface OpenGaps {
  readonly byRule: ReadonlyMap<string, readonly Placed[]>;
  /** By the beginnings of their keys that name a work product, and a work product of one software system. */
  readonly ofProduct: ReadonlyMap<string, readonly Placed[]>;
}

/** @param gaps all of them, decided ones too, in their order */
export function indexOpenGaps(gaps: readonly (Gap & { readonly decision: string | undefined })[]): OpenGaps {
  const byRule = new Map<string, Placed[]>();
  const ofProduct = new Map<string, Placed[]>();
  gaps.forEach((gap, index) => {
    if (gap.decision !== undefined) return;
    const placed = { gap, index };
    add(byRule, gap.rule, placed);
    if (gap.rule === INCOMPLETE) for (const start of startsOf(gap.key)) add(ofProduct, start, placed);
  });
  return { byRule, ofProduct };
}

function add(index: Map<string, Placed[]>, key: string, placed: Placed): void {
  const same = index.get(key);
  if (same) same.push(placed);
  else index.set(key, [placed]);
}

/** `…@work-product:ID#`, and `…@work-product:ID#SYSTEM,` where the key names a system. */
function startsOf(key: string): readonly string[] {
  const details = key.indexOf('#') + 1;
  const comma = key.indexOf(',', details);
  return [key.slice(0, details), ...(comma < 0 ? [] : [key.slice(0, comma + 1)])];
}

/** @returns keys of the gaps, in their order */
export function bearingGaps(
  open: OpenGaps,
  { product, scope }: Obligation,
  answers: readonly CriterionAnswer[],
): readonly string[] {
  const start = `${INCOMPLETE}@work-product:${product.id}#`;
  const own = open.ofProduct.get(scope === 'device' ? start : `${start}${scope},`) ?? [];
  const failing = [...failedByRule(answers)].flatMap(([rule, failed]) =>
    (open.byRule.get(rule) ?? []).filter(({ gap }) => failed.has(gap.record ?? gap.key)),
  );
  return [...failing, ...own].toSorted((a, b) => a.index - b.index).map(({ gap }) => gap.key);
}

function failedByRule(answers: readonly CriterionAnswer[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byRule = new Map<string, Set<string>>();
  for (const { criterion, failed } of answers) {
    for (const rule of criterion.rules ?? []) {
      const ids = byRule.get(rule) ?? new Set<string>();
      for (const id of failed) ids.add(id);
      byRule.set(rule, ids);
    }
  }
  return byRule;
}
