/** Finds every condition of an entry and has it checked, with file, line and column of the wrong word. */
import type { ConditionResult } from './conditions.js';
import { spotAt, type Entry, type Path, type SectionEntries } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import type { PackWorld } from './pack-world.js';
import type { Choices, Fact } from './pack.js';

interface Placed {
  readonly path: Path;
  readonly text: string;
  readonly result: ConditionResult;
}

export function checkConditions(entry: Entry, world: PackWorld): readonly PackProblem[] {
  if (!entry.value || !world.factsAreSound) return [];
  return [...conditionsOf(entry)].flatMap(({ path, text, result }) => {
    const fault = world.conditions.check(text, result);
    return fault ? [{ spot: spotAt(entry, path, fault.offset), message: fault.message, todo: fault.todo }] : [];
  });
}

function* conditionsOf(entry: Entry): Generator<Placed> {
  switch (entry.section) {
    case 'facts':
      return yield* ofFact(entry.value as Fact);
    case 'clauses': {
      const clause = entry.value as SectionEntries['clauses'];
      yield* one(['asks', 'when'], clause.asks.when);
      return yield* one(['lift', 'when'], clause.lift?.when);
    }
    case 'work-products': {
      const product = entry.value as SectionEntries['work-products'];
      yield* each(['asks'], product.asks);
      return yield* each(['criteria'], product.criteria);
    }
    case 'threats':
      return yield* one(['when'], (entry.value as SectionEntries['threats']).when);
    case 'attachments':
      return yield* one(['when'], (entry.value as SectionEntries['attachments']).when);
    case 'starters': {
      const { sections } = entry.value as SectionEntries['starters'];
      for (const [index, { also }] of sections.entries()) yield* each(['sections', index, 'also'], also ?? []);
      return;
    }
    case 'overhead':
      return yield* ofOverhead(entry.value as SectionEntries['overhead']);
    case 'effort':
      return yield* ofEffort(entry.value as SectionEntries['effort']);
    default:
  }
}

function* ofFact(fact: Fact): Generator<Placed> {
  yield* one(['is'], fact.is, fact.type === 'bool' ? 'bool' : 'string');
  yield* ofChoices(['default'], fact.default);
}

function* ofOverhead(overhead: SectionEntries['overhead']): Generator<Placed> {
  yield* each(['rules'], overhead.rules);
  for (const [index, rule] of overhead.rules.entries()) {
    if (typeof rule.level !== 'string') yield* ofChoices(['rules', index, 'level'], rule.level);
  }
  yield* each(['adjust'], overhead.adjust);
  yield* each(['findings'], overhead.findings);
}

function* ofEffort(effort: SectionEntries['effort']): Generator<Placed> {
  for (const [name, text] of Object.entries(effort.expected)) yield* one(['expected', name], text, 'double');
  yield* each(['references'], effort.references);
  yield* each(['rows'], effort.rows);
  for (const [index, row] of effort.rows.entries()) {
    if (Array.isArray(row.hours)) yield* ofChoices(['rows', index, 'hours'], row.hours as Choices<number>);
  }
}

function* each(path: Path, items: readonly { readonly when?: string }[]): Generator<Placed> {
  for (const [index, item] of items.entries()) yield* one([...path, index, 'when'], item.when);
}

function* ofChoices(path: Path, choices: Choices<unknown> | undefined): Generator<Placed> {
  for (const [index, choice] of (choices ?? []).entries()) yield* one([...path, index, 'if'], choice.if);
}

function* one(path: Path, text: string | undefined, result: ConditionResult = 'bool'): Generator<Placed> {
  if (text !== undefined) yield { path, text, result };
}
