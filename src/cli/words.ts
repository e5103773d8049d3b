/** The words of the output, the same on every page: levels, sides, statuses, clauses. */
import type { PackSet } from '../packs/index.js';

export const LEVELS: Readonly<Record<string, string>> = {
  none: 'none',
  limited: 'limited',
  important: 'important',
  'very-high': 'very high',
  unknown: 'unknown',
};

export const STATUS_SIGNS: Readonly<Record<string, string>> = {
  met: '●',
  unproven: '◕',
  incomplete: '◐',
  missing: '○',
  'not-due': '·',
  'not-applicable': '–',
  unknown: '?',
};

/** Marks of a pen: how far a record is verified by results. */
export const PROOF_SIGNS: Readonly<Record<string, string>> = {
  verified: '✓',
  failed: '✕',
  'not-run': '□',
  stale: '◷',
  unknown: '?',
};

export const PROOF_WORDS: Readonly<Record<string, string>> = {
  verified: 'verified',
  failed: 'failed',
  'not-run': 'no result',
  stale: 'out of date',
  unknown: 'not known',
};

export const DEPTHS: Readonly<Record<string, string>> = {
  required: 'full',
  partial: 'part',
  conditional: 'if',
  none: '–',
};

/** `iec62304:5.5.4` → `IEC 62304 5.5.4`: what the pack is called, without its edition, then the clause. */
export function clauseName(clause: string, packs: PackSet): string {
  const at = clause.indexOf(':');
  const name = clause.slice(0, at);
  const title = packs.packs.find((one) => one.pack === name)?.title.split(/[:,]/)[0];
  return `${title ?? name.replace(/^(iec|iso)-?(?=\d)/, (body) => `${body.toUpperCase()} `)} ${clause.slice(at + 1)}`;
}

export function number(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
}

export function hours(value: {
  readonly value: number | 'unknown';
  readonly low: number;
  readonly high: number;
}): string {
  const range = `${number(value.low)}–${number(value.high)}`;
  return value.value === 'unknown' ? `${range} h` : `${number(value.value)} h (${range})`;
}
