/** The device as a whole: facts, what cybersecurity adds, packs and methods. */
import type { Assessment } from '../../assess/index.js';
import type { Method } from '../../packs/index.js';
import { compareText } from '../../shapes/index.js';
import { modelChange, type ChangeSort, type ModelChange } from '../model-change.js';
import { shownValue } from '../shown-value.js';
import type { Sides } from '../sides.js';

export function factChanges({ before, after }: Sides): readonly ModelChange[] {
  const ids = [...new Set([...before.profile.keys(), ...after.profile.keys()])].toSorted(compareText);
  return ids.flatMap((id) => {
    // The class is told by itself.
    if (id === 'safety-class') return [];
    const [was, is] = [factOf(id, before), factOf(id, after)];
    if (was === is) return [];
    const sort = is === NOT_KNOWN ? 'fact-unknown' : 'fact';
    return [modelChange(sort, 'project', `The fact ${id} was ${was} and is ${is} now.`)];
  });
}

const NOT_KNOWN = 'not known';

function factOf(id: string, { profile }: Assessment): string {
  const value = profile.get(id)?.value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.toSorted(compareText).join(', ');
  return shownValue(typeof value === 'number' ? String(value) : value) ?? NOT_KNOWN;
}

const LEVELS = ['none', 'limited', 'important', 'very-high'];

export function overheadChanges({ before, after }: Sides): readonly ModelChange[] {
  const [was, is] = [before.overhead.level, after.overhead.level];
  if (was === is) return [];
  const word = (level: string): string => (level === 'unknown' ? NOT_KNOWN : level.replace('-', ' '));
  const sort = sortOfOverhead(was, is);
  return [modelChange(sort, 'project', `What cybersecurity adds was ${word(was)} and is ${word(is)} now.`)];
}

function sortOfOverhead(was: string, is: string): ChangeSort {
  if (is === 'unknown') return 'overhead-unknown';
  if (was === 'unknown') return 'overhead-known';
  return LEVELS.indexOf(is) > LEVELS.indexOf(was) ? 'overhead-up' : 'overhead-down';
}

export function packChanges({ before, after }: Sides): readonly ModelChange[] {
  const [olds, news] = [before, after].map(
    ({ packs }) => new Map(packs.packs.map((pack) => [`${pack.pack}@${pack.edition}`, pack.digest])),
  );
  const names = [...new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])])].toSorted(compareText);
  return names.flatMap((name) => {
    const [was, is] = [olds?.get(name), news?.get(name)];
    if (was === is) return [];
    const what =
      was === undefined ? 'is chosen now' : is === undefined ? 'is not chosen any more' : 'says something else';
    return [modelChange('pack', 'project', `The pack ${name} ${what}.`)];
  });
}

export function methodChanges({ before, after }: Sides): readonly ModelChange[] {
  return [
    ...compared('method-changed', 'Threats were', before.methods.security, after.methods.security),
    ...compared('safety-method-changed', 'Safety risks were', before.methods.risk, after.methods.risk),
  ];
}

function compared(
  sort: 'method-changed' | 'safety-method-changed',
  about: string,
  was: Method | undefined,
  is: Method | undefined,
): readonly ModelChange[] {
  if (nameOf(was) === nameOf(is)) return [];
  return [modelChange(sort, 'project', `${about} rated by ${nameOf(was)} and are rated by ${nameOf(is)} now.`)];
}

function nameOf(method: Method | undefined): string {
  return method ? `${method.id}@${method.version}` : 'no method';
}
