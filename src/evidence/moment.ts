/** Reads when something ran, as reports of many tools write it. */

/**
 * @returns `2026-11-23T10:00:00.000Z`, or `2026-11-23` where only the day is told; a time without a zone is taken as UTC;
 * `null` for what is no moment
 */
export function momentOf(written: string | null): string | null {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?/.exec(written ?? '') ??
    [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  if (time === undefined) return day;
  const moment = Date.parse(`${day}T${time.slice(0, 12)}${zone ?? 'Z'}`);
  return Number.isNaN(moment) ? day : new Date(moment).toISOString();
}
