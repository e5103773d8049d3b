/** What protects flows and secrets: stated no more, stated otherwise, or stated now. Whether it is weaker, no word can tell. */
import type { AnyRecord } from '../../records/index.js';
import { modelChange, type ModelChange } from '../model-change.js';
import { named, shownBoth } from '../shown-value.js';
import { pairsOf, type Pair, type Sides } from '../sides.js';

const OF_FLOWS = ['authentication', 'authorisation', 'protection', 'keys', 'session', 'validation'] as const;
const OF_ASSETS = ['algorithm'] as const;

export function protectionChanges(sides: Sides): readonly ModelChange[] {
  return [
    ...pairsOf('flow', sides).flatMap((pair) => OF_FLOWS.flatMap((name) => protection(pair, name))),
    ...pairsOf('asset', sides).flatMap((pair) => [
      ...OF_ASSETS.flatMap((name) => protection(pair, name)),
      ...nowShared(pair),
    ]),
  ];
}

function protection({ id, before, after }: Pair<'flow'> | Pair<'asset'>, name: string): readonly ModelChange[] {
  if (!before || !after) return [];
  const [was, is] = shownBoth(fieldOf(before, name), fieldOf(after, name));
  if (before.unusable.has(name)) return [];
  if (after.unusable.has(name)) {
    return [modelChange('protection-removed', id, `What ${named(after)} states as ${name} cannot be read any more.`)];
  }
  if (was === is) return [];
  if (was === undefined) return [modelChange('protection-added', id, `${named(after)} states ${name} now: “${is}”.`)];
  if (is === undefined) {
    return [modelChange('protection-removed', id, `${named(after)} states no ${name} any more; it was “${was}”.`)];
  }
  const words = `${named(after)} stated ${name} as “${was}” and states “${is}” now; whether it is weaker, a person has to say.`;
  return [modelChange('protection-changed', id, words)];
}

function nowShared({ id, before, after }: Pair<'asset'>): readonly ModelChange[] {
  if (!before || after?.fields.shared !== true || before.fields.shared === true) return [];
  return [modelChange('secret-shared', id, `${named(after)} serves several devices now.`)];
}

function fieldOf({ fields }: AnyRecord, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields as Readonly<Record<string, unknown>>)[name] : undefined;
}
