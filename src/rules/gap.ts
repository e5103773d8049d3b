/** A gap: one thing missing or contradictory, with its place, its reason and what to do. Its key survives unrelated edits. */
import { placeOf, type Place, type Spot } from '../shapes/index.js';
import type { Because, Fault, Found, Rule, Severity } from './define.js';

export interface Gap {
  /** `rule@subject` or `rule@subject#detail` (contract.md). */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly because: Because;
  readonly record: string | undefined;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly place: Place;
  readonly basis: readonly string[];
  readonly obligations: readonly string[];
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  /** No decision can take it away. */
  readonly integrity: boolean;
}

// @implements SRS-604
export function gapOf(rule: Rule, found: Found, projectSpot: Spot, isLoaded: (clause: string) => boolean): Gap {
  const record = found.at;
  const spot =
    found.spot ?? (record && ((found.field && record.fieldSpots.get(found.field)) || record.spot)) ?? projectSpot;
  return {
    key: gapKey(rule.id, found.subject ?? record?.id ?? 'project', found.details ?? []),
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    because: found.because ?? rule.because,
    record: record?.id,
    message: found.what,
    why: found.why ?? rule.why,
    fix: found.do,
    place: placeOf(spot),
    basis: loadedAmong(found.basis ?? rule.basis, isLoaded),
    obligations: found.obligations ?? rule.serves,
    related: (found.see ?? []).map((see) => ({ place: placeOf(see.spot), message: see.note })),
    integrity: rule.integrity ?? false,
  };
}

function loadedAmong(clauses: readonly string[], isLoaded: (clause: string) => boolean): readonly string[] {
  // Mostly those of the rule as they are: then its gaps share one list.
  if (clauses.every((clause, index) => isLoaded(clause) && clauses.indexOf(clause) === index)) return clauses;
  return [...new Set(clauses)].filter(isLoaded);
}

/** @returns a fault of reading, linking or stating facts as something that its rule found */
export function foundFault(fault: Fault): Found {
  return {
    subject: fault.subject,
    details: fault.details,
    spot: fault.spot,
    what: fault.message,
    do: fault.todo,
    ...(fault.severity && { severity: fault.severity }),
    see: fault.related.map((related) => ({ spot: related.spot, note: related.message })),
  };
}

// @implements SRS-605
/** Built of meaning alone: never of a place, an index, a severity or wording. */
function gapKey(rule: string, subject: string, details: readonly string[]): string {
  const key = `${rule}@${subject.startsWith('file:') ? encodePath(subject) : subject}`;
  return details.length === 0 ? key : `${key}#${details.map(encode).join(',')}`;
}

function encodePath(subject: string): string {
  return `file:${subject.slice('file:'.length).split('/').map(encode).join('/')}`;
}

function encode(detail: string): string {
  if (/^[\w.-]*$/.test(detail)) return detail;
  return [...new TextEncoder().encode(detail)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9._-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
