/** Elements, trust boundaries and threat agents: new, gone, or standing somewhere else. */
import { modelChange, type ModelChange } from '../model-change.js';
import { named } from '../shown-value.js';
import { formerNames, pairsOf, presentNames, type Sides } from '../sides.js';

export function elementChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('item', sides).flatMap(({ id, before, after }) => {
    if (after && !before) return [modelChange('element-new', id, `${named(after)} is a new element.`)];
    if (before && !after) return [modelChange('element-removed', id, `The element ${named(before)} is gone.`)];
    if (!before || !after) return [];
    return [...moved('boundary'), ...moved('parent')];

    function moved(link: keyof typeof STANDS): readonly ModelChange[] {
      const [was, is] = [formerNames(before, link, sides), presentNames(after, link, sides)].map(phraseOf(link));
      if (was === is || !after) return [];
      return [modelChange('element-moved', id, `${named(after)} stood ${was} and stands ${is} now.`)];
    }
  });
}

const STANDS = {
  boundary: { in: 'inside', none: 'in no boundary of its own' },
  parent: { in: 'as a part of', none: 'by itself' },
} as const;

function phraseOf(link: keyof typeof STANDS): (ids: ReadonlySet<string>) => string {
  const { in: inside, none } = STANDS[link];
  return (ids) => (ids.size === 0 ? none : `${inside} ${[...ids].join(', ')}`);
}

export function boundaryChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('boundary', sides).flatMap(({ id, before, after }) => {
    if (after && !before) return [modelChange('boundary-new', id, `${named(after)} is a new trust boundary.`)];
    if (before && !after) return [modelChange('boundary-removed', id, `The trust boundary ${named(before)} is gone.`)];
    return [];
  });
}

export function agentChanges(sides: Sides): readonly ModelChange[] {
  return pairsOf('agent', sides).flatMap(({ id, before, after }) => {
    if (after && !before) return [modelChange('agent-new', id, `${named(after)} is a new threat agent.`)];
    if (before && !after) return [modelChange('agent-removed', id, `The threat agent ${named(before)} is gone.`)];
    return [];
  });
}
