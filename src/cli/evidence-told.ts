/** `--ran-at` and `--ran-to-end`: what whoever adds a report tells of its run, held against the clock and the commit. */
import { momentOf, type ToldOfRun } from '../evidence/index.js';
import { isDate, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';

export interface ToldLimits {
  readonly now: Date;
  /** The day on which it is added. */
  readonly today: string;
  /** When the commit was made that was tested, in the zone of whoever made it; `undefined` where nobody knows. */
  readonly committed: string | undefined;
}

/** @throws OptionError for what is no time, one that is still to come, and one from before the commit */
export function toldOption(call: Pick<Call, 'value' | 'flag'>, limits: ToldLimits): ToldOfRun {
  const written = call.value('ran-at');
  return { ranAt: written === undefined ? null : timeTold(written, limits), toEnd: call.flag('ran-to-end') };
}

function timeTold(written: string, { now, today, committed }: ToldLimits): string {
  const told = readTime(written);
  if (told === undefined) throw refused(written, 'is neither a day nor a moment with its time zone', WRITE);
  if (isToCome(told, now) || told.slice(0, DAY) > nextDay(today)) throw refused(written, 'is still to come', LOOK);
  if (committed !== undefined && isBefore(told, committed)) {
    throw refused(written, `is before the commit was made (${committed})`, NAME);
  }
  return told;
}

const WRITE = 'Write it as `2026-11-24T10:00:00Z`, which `date -u +%FT%TZ` prints, or as `2026-11-24`.';
const LOOK = 'Write when the tool ran; compare the clock of the machine.';
const NAME = 'Name the commit that ran with `--commit`, or run the tool again.';

function refused(written: string, why: string, todo: string): OptionError {
  return new OptionError(`\`--ran-at ${shown(written)}\` ${why}.`, todo);
}

const DAY = '2026-11-24'.length;

function readTime(written: string): string | undefined {
  const form = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/.exec(written);
  const told = form && isDate(form[1] ?? '') ? momentOf(written) : null;
  const isWhole = told !== null && told.length > DAY === (form?.[2] !== undefined);
  return isWhole ? told : undefined;
}

/** A day has begun in the zone that is furthest ahead, fourteen hours. */
function isToCome(told: string, now: Date): boolean {
  if (told.length > DAY) return Date.parse(told) > now.getTime();
  return told > new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, DAY);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, DAY);
}

/** A day is that of whoever tells it, who may be where the commit was made. */
function isBefore(told: string, committed: string): boolean {
  const time = Date.parse(committed);
  if (told.length > DAY) return Date.parse(told) < time;
  const days = [committed.slice(0, DAY), new Date(time).toISOString().slice(0, DAY)];
  return days.every((day) => told < day);
}
