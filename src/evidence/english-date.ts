/** Reads times as Java, C and mail write them: `Sun, 20 Jun 2021 09:30:00`, `Sat Sep 13 22:35:04 CEST 2014`. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST = /^(?:[a-z]{3},? )?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})(?: (\d{2}:\d{2}:\d{2}))?/i;
const MONTH_FIRST = /^(?:[a-z]{3} )?([a-z]{3}) +(\d{1,2}) (\d{2}:\d{2}:\d{2})(?: [A-Z]{1,5})? (\d{4})/i;

/** @returns such as `2021-06-20T09:30:00`, the clock of the place where it was written; other words as they are */
export function isoFromEnglish(written: string): string {
  const [, day, month, year, time] = DAY_FIRST.exec(written) ?? [];
  if (day !== undefined) return isoOf(year, month, day, time) ?? written;
  const [, name, date, clock, fullYear] = MONTH_FIRST.exec(written) ?? [];
  return isoOf(fullYear, name, date, clock) ?? written;
}

function isoOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: string | undefined,
): string | undefined {
  const number = MONTHS.indexOf(month?.toLowerCase() ?? '') + 1;
  if (number === 0 || year === undefined || day === undefined) return undefined;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return time === undefined ? date : `${date}T${time}`;
}
