/** Which open gaps bear on a work product: those that tell what its criteria lack, and those of the rules that they name. */
import type { Gap } from '../rules/index.js';
import type { CriterionAnswer } from './7-criteria.js';

interface Placed {
  readonly gap: Gap;
  /** Among all gaps. */
  readonly index: number;
}

/** By rule and by key: a product is asked for few of many gaps, and there may be a thousand times as many products. */
export interface OpenGaps {
  readonly byRule: ReadonlyMap<string, readonly Placed[]>;
  readonly byKey: ReadonlyMap<string, Placed>;
}

/**
 * @param gaps all of them, decided ones too, in their order
 * @param keys of those that may be asked for by their key
 */
export function indexOpenGaps(
  gaps: readonly (Gap & { readonly decision: string | undefined })[],
  keys: ReadonlySet<string>,
): OpenGaps {
  const byRule = new Map<string, Placed[]>();
  const byKey = new Map<string, Placed>();
  gaps.forEach((gap, index) => {
    if (gap.decision !== undefined) return;
    const placed = { gap, index };
    const same = byRule.get(gap.rule);
    if (same) same.push(placed);
    else byRule.set(gap.rule, [placed]);
    if (keys.has(gap.key)) byKey.set(gap.key, placed);
  });
  return { byRule, byKey };
}

/**
 * @param telling keys of the gaps that tell what the product lacks
 * @returns keys of the gaps, in their order
 */
export function bearingGaps(
  open: OpenGaps,
  telling: readonly string[],
  answers: readonly CriterionAnswer[],
): readonly string[] {
  const told = telling.flatMap((key) => open.byKey.get(key) ?? []);
  const failing = [...failedByRule(answers)].flatMap(([rule, failed]) =>
    (open.byRule.get(rule) ?? []).filter(({ gap }) => failed.has(gap.record ?? gap.key)),
  );
  const inOrder = [...failing, ...told].toSorted((a, b) => a.index - b.index);
  return [...new Set(inOrder.map(({ gap }) => gap.key))];
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
