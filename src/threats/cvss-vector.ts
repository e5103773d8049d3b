/** Reads CVSS vectors strictly: what is missing, twice or not of the version is not known, and never taken for "none". */

export type CvssVersion = '3' | '4.0';

/** Base metrics in the order of the specification, with their values from worst to least. */
const BASE: Readonly<Record<CvssVersion, Readonly<Record<string, string>>>> = {
  '3': { AV: 'NALP', AC: 'LH', PR: 'NLH', UI: 'NR', S: 'CU', C: 'HLN', I: 'HLN', A: 'HLN' },
  '4.0': {
    AV: 'NALP',
    AC: 'LH',
    AT: 'NP',
    PR: 'NLH',
    UI: 'NPA',
    VC: 'HLN',
    VI: 'HLN',
    VA: 'HLN',
    SC: 'HLN',
    SI: 'HLN',
    SA: 'HLN',
  },
};

/** Other metrics of the version: they may stand beside the base ones and do not change the base score. */
const OTHER: Readonly<Record<CvssVersion, ReadonlySet<string>>> = {
  '3': new Set('E RL RC CR IR AR MAV MAC MPR MUI MS MC MI MA'.split(' ')),
  '4.0': new Set('E CR IR AR MAV MAC MAT MPR MUI MVC MVI MVA MSC MSI MSA S AU R V RE U'.split(' ')),
};
const PREFIXES: Readonly<Record<CvssVersion, readonly string[]>> = { '3': ['3.0', '3.1'], '4.0': ['4.0'] };

/** @returns the worst of several values of a metric of version 3; `undefined` where there is none or one is not known */
export function worstValue(metric: string, values: readonly string[]): string | undefined {
  const scale = Object.hasOwn(BASE['3'], metric) ? BASE['3'][metric] : undefined;
  if (scale === undefined || values.some((value) => value.length !== 1 || !scale.includes(value))) return undefined;
  return scale.split('').find((value) => values.includes(value));
}

/**
 * @param vector such as `CVSS:3.1/AV:N/AC:L/…`, metrics in any order; of version 3 the prefix may be left out
 * @returns all base metrics with their values, or `'unknown'`
 */
export function readBaseVector(vector: string, version: CvssVersion): ReadonlyMap<string, string> | 'unknown' {
  const metrics = new Map<string, string>();
  for (const part of vector.split('/')) {
    const colon = part.indexOf(':');
    const [name, value] = [part.slice(0, colon), part.slice(colon + 1)];
    if (colon < 1 || value === '' || metrics.has(name)) return 'unknown';
    metrics.set(name, value);
  }
  const prefix = metrics.get('CVSS') ?? (version === '3' ? '3.1' : '');
  if (!PREFIXES[version].includes(prefix)) return 'unknown';
  const base = Object.entries(BASE[version]).map(([name, values]) => {
    const value = metrics.get(name) ?? '';
    return value.length === 1 && values.includes(value) ? ([name, value] as const) : undefined;
  });
  const isKnown = (name: string): boolean =>
    name === 'CVSS' || Object.hasOwn(BASE[version], name) || OTHER[version].has(name);
  if (base.includes(undefined) || ![...metrics.keys()].every(isKnown)) return 'unknown';
  return new Map(base.flatMap((one) => (one ? [one] : [])));
}
