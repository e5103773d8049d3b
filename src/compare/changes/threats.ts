/** Threats: new, gone, without anybody's decision, and what their risk was and is. */
import { whyNotProven, type Assessment } from '../../assess/index.js';
import type { RecordOf } from '../../records/index.js';
import { rankOfLevel, rateThreat, residualOf, type Rating, type Residual } from '../../threats/index.js';
import { modelChange, type ModelChange } from '../model-change.js';
import { named } from '../shown-value.js';
import { pairsOf, type Pair, type Sides } from '../sides.js';

type Threat = RecordOf<'threat'>;

export function threatChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('threat', sides).flatMap((pair) => {
    const { id, before, after } = pair;
    if (before && !after) return [modelChange('threat-removed', id, `The threat ${named(before)} is gone.`)];
    if (!after) return [];
    const fresh = before ? [] : [modelChange('threat-new', id, newThreat(after, sides.after))];
    return [...fresh, ...undecided(pair, sides), ...(before ? risks(before, after, sides) : [])];
  });
}

function newThreat(threat: Threat, { methods }: Assessment): string {
  const rating = rateThreat(threat, 'before', methods);
  const rated = rating === 'unknown' ? 'its rating is not known' : `rated ${rating.rating} before control`;
  return `${named(threat)} is a new threat; ${rated}.`;
}

/** Avoided is an answer; mitigated asks for a control or the reason why there is none; accepted and transferred ask for a decision. */
function isDecided(threat: Threat, { trace }: Assessment): boolean {
  const { treatment = 'mitigate' } = threat.fields;
  if (treatment === 'avoid' || trace.isLinked(threat, 'accepted-by')) return true;
  return (
    treatment === 'mitigate' && (trace.isLinked(threat, 'controls') || threat.fields['control-reason'] !== undefined)
  );
}

function undecided({ id, before, after }: Pair<'threat'>, sides: Sides): readonly ModelChange[] {
  if (!after || isDecided(after, sides.after) || (before && !isDecided(before, sides.before))) return [];
  const words = `${named(after)} has neither a control nor a decision that accepts it${before ? ' any more' : ''}.`;
  return [modelChange('threat-undecided', id, words)];
}

function risks(before: Threat, after: Threat, sides: Sides): readonly ModelChange[] {
  const [was, is] = [residual(before, sides.before), residual(after, sides.after)];
  const claimed = [before, after].map((threat, at) =>
    rateThreat(threat, 'after', (at === 0 ? sides.before : sides.after).methods),
  );
  const [claimWas = 'unknown', claimIs = 'unknown'] = claimed;
  const isClaim = was.counts === 'before' && is.counts === 'before';
  return [
    ...compared(
      `The risk of ${named(after)} before control`,
      rateThreat(before, 'before', sides.before.methods),
      rateThreat(after, 'before', sides.after.methods),
    ),
    ...(isClaim
      ? compared(`The risk of ${named(after)} that is claimed after control`, claimWas, claimIs)
      : compared(`What is left of the risk of ${named(after)}`, was.rating, is.rating, whyLess(after, was, is, sides))),
  ];

  function compared(
    about: string,
    old: Rating | 'unknown',
    present: Rating | 'unknown',
    why = '',
  ): readonly ModelChange[] {
    const sort = sortOfRisk(old, present, sides.after.methods.security);
    if (sort === undefined) return [];
    return [modelChange(sort, after.id, `${about} was ${levelOf(old)} and is ${levelOf(present)} now${why}.`)];
  }
}

function residual(threat: Threat, { trace, methods, proofs }: Assessment): Residual {
  const [before, after] = [rateThreat(threat, 'before', methods), rateThreat(threat, 'after', methods)];
  return residualOf(methods.security, before, after, whyNotProven(threat, trace, proofs).length === 0);
}

/** What was proven and is not any more counts as before control. */
function whyLess(threat: Threat, was: Residual, is: Residual, { after }: Sides): string {
  if (was.counts === 'before' || is.counts === 'after') return '';
  const [first] = whyNotProven(threat, after.trace, after.proofs);
  return first === undefined ? '' : `, because ${first}`;
}

export function levelOf(rating: Rating | 'unknown'): string {
  return rating === 'unknown' ? 'not known' : rating.rating;
}

/** By the place on the scale of today's method; a level that it does not have is told as one that a person has to look at. */
export function sortOfRisk(
  old: Rating | 'unknown',
  present: Rating | 'unknown',
  method: Assessment['methods']['security'],
): 'risk-up' | 'risk-down' | 'risk-unknown' | 'risk-known' | undefined {
  if (levelOf(old) === levelOf(present)) return undefined;
  if (present === 'unknown') return 'risk-unknown';
  if (old === 'unknown' || rankOfLevel(method, old.rating) < 0) return 'risk-known';
  return rankOfLevel(method, present.rating) > rankOfLevel(method, old.rating) ? 'risk-up' : 'risk-down';
}
