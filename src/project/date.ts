/** The day that an assessment is for: always an argument, never the clock of a room further in. */
import { isDate } from '../shapes/index.js';
import { MedwardError } from './errors.js';

/**
 * @param written what stands after `--date`, or `undefined`
 * @param now only looked at if nothing is written
 * @returns a day such as `2026-11-23`, UTC
 * @throws MedwardError `bad-date`
 */
export function readDate(written: string | undefined, now: () => Date): string {
  if (written === undefined) return now().toISOString().slice(0, 10);
  if (!isDate(written)) throw new MedwardError('bad-date', written);
  return written;
}
