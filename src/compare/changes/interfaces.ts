/** Interfaces: new, gone, opened or closed, and from how far they can be reached. */
import type { RecordOf } from '../../records/index.js';
import { attackSurface, type InterfaceState, type SurfacePoint } from '../../threats/index.js';
import { modelChange, type ModelChange } from '../model-change.js';
import { named } from '../shown-value.js';
import { pairsOf, type Sides } from '../sides.js';

type Interface = RecordOf<'interface'>;

export function interfaceChanges(sides: Sides): readonly ModelChange[] {
  const olds = pointsOf(sides.before.trace);
  const news = pointsOf(sides.after.trace);
  return pairsOf('interface', sides).flatMap(({ id, before, after }) => {
    if (before && !after) return [modelChange('interface-removed', id, `The interface ${named(before)} is gone.`)];
    const is = news.get(id);
    const was = before && olds.get(before.id);
    if (!after || !is) return [];
    if (!was) return [modelChange('interface-new', id, newInterface(after, is))];
    return [...stateChange(after, was, is), ...powerChange(after, was, is), ...reachChange(after, was, is)];
  });
}

function pointsOf(trace: Sides['before']['trace']): ReadonlyMap<string, SurfacePoint> {
  return new Map(attackSurface(trace).points.map((point) => [point.interface.id, point]));
}

const STATE_WORDS: Readonly<Record<InterfaceState, string>> = {
  open: 'open',
  'service-only': 'for service only',
  closed: 'closed',
  unknown: 'of unknown state',
};

/** Where nobody wrote a state the interface counts as a way in. */
const OPENNESS: Readonly<Record<InterfaceState, number>> = { closed: 0, 'service-only': 1, open: 2, unknown: 2 };

function newInterface(record: Interface, { state, reach }: SurfacePoint): string {
  const from = reach === 'unknown' ? 'its reach is not known' : `its reach is ${reach}`;
  return `${named(record)} is a new interface, ${STATE_WORDS[state]}; ${from}.`;
}

function stateChange(record: Interface, was: SurfacePoint, is: SurfacePoint): readonly ModelChange[] {
  if (was.state === is.state) return [];
  const isClosing = OPENNESS[is.state] < OPENNESS[was.state];
  const words = `${named(record)} was ${STATE_WORDS[was.state]} and is ${STATE_WORDS[is.state]} now.`;
  return [modelChange(isClosing ? 'interface-closed' : 'interface-opened', record.id, words)];
}

function powerChange(record: Interface, was: SurfacePoint, is: SurfacePoint): readonly ModelChange[] {
  if (!was.powerOnly || is.powerOnly) return [];
  const words = `${named(record)} carried power only and may carry data now.`;
  return [modelChange('interface-opened', record.id, words)];
}

const REACHES = ['none', 'physical', 'local', 'adjacent', 'network', 'internet', 'unknown'];

/** A reach that nobody states any more excludes nobody. */
function reachChange(record: Interface, was: SurfacePoint, is: SurfacePoint): readonly ModelChange[] {
  if (was.reach === is.reach) return [];
  const isWider = REACHES.indexOf(is.reach) > REACHES.indexOf(was.reach);
  const sort = isWider ? 'reach-wider' : was.reach === 'unknown' ? 'reach-changed' : 'reach-narrower';
  const word = (reach: SurfacePoint['reach']): string => (reach === 'unknown' ? 'not known' : reach);
  const words = `The reach of ${named(record)} was ${word(was.reach)} and is ${word(is.reach)} now.`;
  return [modelChange(sort, record.id, words)];
}
