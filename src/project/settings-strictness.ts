/** Reads `strictness:` of the settings: one choice per line, each with the spot of its name. */
import type { YamlMap } from '../shapes/index.js';

export interface StrictnessChoice {
  readonly of: 'default' | 'pack' | 'rule';
  /** As written; empty for the default. */
  readonly name: string;
  readonly strictness: 'observe' | 'warn' | 'enforce';
  /** Offset of the name. */
  readonly at: number;
}

type Value = StrictnessChoice['strictness'];

/** What was checked of it; entries with a fault are not there. */
export interface CheckedStrictness {
  readonly default?: Value | undefined;
  readonly packs?: Readonly<Record<string, Value>> | undefined;
  readonly rules?: Readonly<Record<string, Value>> | undefined;
}

export function readStrictness(tree: YamlMap, checked: CheckedStrictness): readonly StrictnessChoice[] {
  return tree.entries.flatMap(({ key, keyAt, value }): readonly StrictnessChoice[] => {
    if (key === 'packs') return named('pack', value, checked.packs);
    if (key === 'rules') return named('rule', value, checked.rules);
    if (key !== 'default' || checked.default === undefined) return [];
    return [{ of: 'default', name: '', strictness: checked.default, at: keyAt }];
  });
}

function named(
  of: 'pack' | 'rule',
  value: YamlMap['entries'][number]['value'],
  checked: Readonly<Record<string, Value>> | undefined,
): readonly StrictnessChoice[] {
  if (value.is !== 'map' || !checked) return [];
  return value.entries.flatMap(({ key, keyAt }) => {
    const strictness = Object.hasOwn(checked, key) ? checked[key] : undefined;
    return strictness === undefined ? [] : [{ of, name: key, strictness, at: keyAt }];
  });
}
