/** How many things of each sort the project holds: the numbers that the effort model multiplies. */
import type { Counts } from '../packs/index.js';
import { isSecurityControl, type Trace } from '../trace/index.js';

/** @returns counts by the names of the effort model; empty for a profile without records */
export function countsOf(trace: Trace): Counts {
  const items = trace.all('item').filter((item) => trace.computed(item, 'own') === true);
  const reachable = trace
    .all('interface')
    .filter((record) => record.fields.enabled !== 'no' && record.fields.reach !== 'none');
  return new Map([
    ['requirement', trace.all('requirement').filter((requirement) => requirement.fields.level === 'software').length],
    ['item', items.filter((item) => (item.fields.granularity ?? 'item') === 'item').length],
    ['unit', items.filter((item) => item.fields.granularity === 'unit').length],
    ['soup', trace.all('soup').length],
    ['risk', trace.all('risk').length],
    ['interface', reachable.filter((record) => record.fields['power-only'] !== true).length],
    ['threat', trace.all('threat').length],
    ['control', trace.all('control').filter(isSecurityControl).length],
  ]);
}
