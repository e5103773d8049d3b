/** Holds the names behind `--rule` to the rules there are: a mistyped one would show no gap, and look like good news. */
import { allRules } from '../rules/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { OptionError } from './option-error.js';

/** @throws OptionError at the first name that no rule has */
export function knownRules(names: readonly string[]): readonly string[] {
  const known = new Set(allRules.map((rule) => rule.id));
  const wrong = names.find((name) => !known.has(name));
  if (wrong === undefined) return names;
  throw new OptionError(
    `There is no rule \`${shown(wrong)}\`${didYouMean(wrong, known) || '.'}`,
    'The name of its rule stands beside each gap; `medward explain RULE` tells what it looks for.',
  );
}
