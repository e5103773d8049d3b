/** What whoever adds a report tells of its run because the report does not say it: when it ran, and that it came to its end. */
import { momentOf } from './moment.js';

export interface ToldOfRun {
  /** A day, or a moment in UTC, in the form of `momentOf`. */
  readonly ranAt: string | null;
  /** Whether somebody told that the tool ran to its end; nobody tells that it did not. */
  readonly toEnd: boolean;
}

export const NOTHING_TOLD: ToldOfRun = { ranAt: null, toEnd: false };

interface Said {
  readonly ranAt: string | null;
  readonly complete: boolean | 'unknown';
}

/** @returns what the report itself leaves open; `undefined` if that is nothing */
export function toldBeside(report: Said, told: ToldOfRun): ToldOfRun | undefined {
  const ranAt = momentOf(report.ranAt) === null ? told.ranAt : null;
  const toEnd = report.complete === 'unknown' && told.toEnd;
  return ranAt === null && !toEnd ? undefined : { ranAt, toEnd };
}

/** Of two tellings of one run the one adds to the other. */
export function toldTogether(earlier: ToldOfRun, later: ToldOfRun): ToldOfRun {
  return { ranAt: later.ranAt ?? earlier.ranAt, toEnd: earlier.toEnd || later.toEnd };
}

type Run = Said & { readonly told?: ToldOfRun };

/** @returns when it ran, as the report says, else as somebody told; `null` where nobody did */
export function whenRan({ ranAt, told }: Omit<Run, 'complete'>): string | null {
  return momentOf(ranAt) ?? told?.ranAt ?? null;
}

/** @returns `false` also where nobody knows: a report that says that its run broke off stands above what anybody tells */
export function ranToEnd({ complete, told }: Omit<Run, 'ranAt'>): boolean {
  return complete === true || (complete === 'unknown' && told?.toEnd === true);
}

const A_DAY = 86_400_000;

// @implements SRS-814
/** @returns in a sentence why what is told cannot be true of this report; `undefined` if it can */
export function contradiction({ ranAt, complete }: Said, told: ToldOfRun): string | undefined {
  if (told.toEnd && complete === false)
    return 'The report says itself that its run is not whole, so nobody can tell that it ended.';
  const said = momentOf(ranAt);
  if (said === null || told.ranAt === null || areOneRun(said, told.ranAt)) return undefined;
  return `The report says that it ran at ${said}, which is not ${told.ranAt}.`;
}

/** A report writes when its run began, often without a time zone; a day is meant where the person was. */
function areOneRun(said: string, told: string): boolean {
  const slack = said.length > 10 && told.length > 10 ? A_DAY : 2 * A_DAY;
  return Math.abs(Date.parse(said) - Date.parse(told)) <= slack;
}
