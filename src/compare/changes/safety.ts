/** Safety: classes and the levels of safety risks. */
import type { RecordOf } from '../../records/index.js';
import { rateRisk } from '../../threats/index.js';
import { modelChange, type ModelChange } from '../model-change.js';
import { named } from '../shown-value.js';
import { pairsOf, type Sides } from '../sides.js';
import { levelOf, sortOfRisk } from './threats.js';

/** Of the device, and of each software system where there are several. */
export function classChanges({ before, after, renames }: Sides): readonly ModelChange[] {
  const olds = new Map(before.classes.systems.map((system) => [renames.now(system.id), system.class]));
  const systems = after.classes.systems.length > 1 ? after.classes.systems : [];
  return [
    ...compared('the device', 'project', before.classes.device, after.classes.device),
    ...systems.flatMap((system) => compared(system.id, system.id, olds.get(system.id), system.class)),
  ];
}

function compared(about: string, id: string, was: string | undefined, is: string): readonly ModelChange[] {
  if (was === undefined || was === is) return [];
  const words = `The safety class of ${about} was ${was} and is ${is} now.`;
  return [modelChange(is > was ? 'class-up' : 'class-down', id, words)];
}

export function safetyRiskChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('risk', sides).flatMap(({ before, after }) =>
    before && after ? riskChange(before, after, sides) : [],
  );
}

function riskChange(was: RecordOf<'risk'>, is: RecordOf<'risk'>, { before, after }: Sides): readonly ModelChange[] {
  return (['before', 'after'] as const).flatMap((moment) => {
    const old = rateRisk(was, moment, before.trace, before.methods);
    const present = rateRisk(is, moment, after.trace, after.methods);
    const sort = sortOfRisk(old, present, after.methods.risk);
    if (sort === undefined) return [];
    const words = `The safety risk ${named(is)} ${moment} control was ${levelOf(old)} and is ${levelOf(present)} now.`;
    return [modelChange(`safety-${sort}`, is.id, words)];
  });
}
