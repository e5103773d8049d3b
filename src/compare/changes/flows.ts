/** Data flows: new, gone, led elsewhere, across other boundaries, with other assets. */
import type { RecordOf } from '../../records/index.js';
import { modelChange, type ModelChange } from '../model-change.js';
import { named } from '../shown-value.js';
import { formerNames, pairsOf, presentNames, without, type Pair, type Sides } from '../sides.js';

type Flow = RecordOf<'flow'>;
type Both = Pair<'flow'> & { readonly before: Flow; readonly after: Flow };

export function flowChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('flow', sides).flatMap((pair) => {
    const { id, before, after } = pair;
    if (before && !after) return [modelChange('flow-removed', id, `The flow ${named(before)} is gone.`)];
    if (!after) return [];
    if (!before) return [newFlow(after, sides), ...newAssets(pair, sides)];
    const both = { ...pair, before, after };
    return [
      ...crossings(both, sides),
      ...ends(both, sides),
      ...interfaces(both, sides),
      ...newAssets(pair, sides),
      ...lostAssets(both, sides),
    ];
  });
}

type Crossed = ReadonlySet<string> | 'unknown';

function crossedBefore({ before }: Both, { before: { trace }, renames }: Sides): Crossed {
  const crossed = trace.computed(before, 'crosses');
  return Array.isArray(crossed) ? new Set(crossed.map((id) => renames.now(String(id)))) : 'unknown';
}

function crossedNow(flow: Flow, { after: { trace } }: Sides): Crossed {
  const crossed = trace.computed(flow, 'crosses');
  return Array.isArray(crossed) ? new Set(crossed.map(String)) : 'unknown';
}

function newFlow(flow: Flow, sides: Sides): ModelChange {
  const crossed = crossedNow(flow, sides);
  const [from, to] = (['from', 'to'] as const).map((end) => endOf(presentNames(flow, end, sides)));
  const words = `${named(flow)} is a new flow from ${from} to ${to}.`;
  if (crossed === 'unknown') {
    const open = `${words} Whether it crosses a boundary is not known.${unanswered(flow, sides)}`;
    return modelChange('flow-new-crossing', flow.id, open);
  }
  if (crossed.size === 0) return modelChange('flow-new', flow.id, words);
  const across = `${words} It crosses ${[...crossed].join(', ')}.${unanswered(flow, sides)}`;
  return modelChange('flow-new-crossing', flow.id, across);
}

function unanswered(flow: Flow, { after: { trace } }: Sides): string {
  return trace.linked(flow, 'threats').length === 0 ? ' No threat considers it.' : '';
}

/** A flow that may cross what it did not cross counts like one that does. */
function crossings(both: Both, sides: Sides): readonly ModelChange[] {
  const { id, after } = both;
  const [was, is] = [crossedBefore(both, sides), crossedNow(after, sides)];
  if (is === 'unknown') {
    const words = `Whether ${named(after)} crosses a boundary is not known any more.${unanswered(after, sides)}`;
    return was === 'unknown' ? [] : [modelChange('crossing-new', id, words)];
  }
  const entered = without(is, was === 'unknown' ? new Set() : was);
  const left = was === 'unknown' ? [] : without(was, is);
  return [
    ...(entered.length === 0
      ? []
      : [
          modelChange(
            'crossing-new',
            id,
            `${named(after)} crosses ${entered.join(', ')} now.${unanswered(after, sides)}`,
          ),
        ]),
    ...(left.length === 0
      ? []
      : [modelChange('crossing-gone', id, `${named(after)} does not cross ${left.join(', ')} any more.`)]),
  ];
}

function ends({ id, before, after }: Both, sides: Sides): readonly ModelChange[] {
  const way = (names: typeof presentNames, flow: Flow): string =>
    `from ${endOf(names(flow, 'from', sides))} to ${endOf(names(flow, 'to', sides))}`;
  const [was, is] = [way(formerNames, before), way(presentNames, after)];
  const turned = after.fields.direction === 'two-way' && before.fields.direction !== 'two-way';
  return [
    ...(was === is ? [] : [modelChange('flow-ends', id, `${named(after)} went ${was} and goes ${is} now.`)]),
    ...(turned ? [modelChange('flow-ends', id, `${named(after)} goes both ways now.`)] : []),
  ];
}

function endOf(ids: ReadonlySet<string>): string {
  return ids.size === 0 ? 'an unknown end' : [...ids].join(', ');
}

function interfaces({ id, before, after }: Both, sides: Sides): readonly ModelChange[] {
  const [was, is] = [formerNames(before, 'via', sides), presentNames(after, 'via', sides)];
  const fresh = without(is, was);
  if (fresh.length > 0) return [modelChange('flow-via', id, `${named(after)} goes over ${fresh.join(', ')} now.`)];
  const left = without(was, is);
  if (left.length === 0) return [];
  return [modelChange('flow-via', id, `${named(after)} does not go over ${left.join(', ')} any more.`)];
}

/** Of a new flow too: what it carries decides how much it matters. */
function newAssets({ id, before, after }: Pair<'flow'>, sides: Sides): readonly ModelChange[] {
  if (!after) return [];
  const fresh = without(presentNames(after, 'assets', sides), formerNames(before, 'assets', sides));
  if (fresh.length === 0) return [];
  return [modelChange('asset-on-flow', id, `${named(after)} carries ${fresh.join(', ')}${before ? ' now' : ''}.`)];
}

function lostAssets({ id, before, after }: Both, sides: Sides): readonly ModelChange[] {
  const left = without(formerNames(before, 'assets', sides), presentNames(after, 'assets', sides));
  if (left.length === 0) return [];
  return [modelChange('asset-off-flow', id, `${named(after)} does not carry ${left.join(', ')} any more.`)];
}
