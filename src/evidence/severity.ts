/** Brings the severities of scanners and testers to the four levels that findings have here. */
import { clip } from './limits.js';
import type { Level, ReportSink } from './report.js';

/** Words of common scales; FIRST and the tools put `critical` and `high` above what is only a warning. */
const LEVELS = new Map<string, Level>([
  ['critical', 'error'],
  ['high', 'error'],
  ['serious', 'error'],
  ['error', 'error'],
  ['medium', 'warning'],
  ['moderate', 'warning'],
  ['warning', 'warning'],
  ['low', 'note'],
  ['minor', 'note'],
  ['note', 'note'],
  ['info', 'none'],
  ['informational', 'none'],
  ['information', 'none'],
  ['none', 'none'],
]);

/** Words that say that nobody rated it: as long as that is so, it counts as SARIF counts a result without a level. */
const UNRATED = new Set(['unknown', 'unassigned', 'undefined', 'unspecified']);

// @implements SRS-811
/** A severity that is not known is told, and its finding counts as a warning. */
export function levelOfWord(written: string, line: number | null, sink: Pick<ReportSink, 'problem'>): Level {
  const word = written.trim().toLowerCase();
  const level = LEVELS.get(word);
  if (level !== undefined) return level;
  if (!UNRATED.has(word)) {
    sink.problem(`The severity \`${clip(word, 40)}\` is not known; the finding counts as a warning.`, line);
  }
  return 'warning';
}

/** @param score of CVSS 3 or 4, from 0 to 10, by their scale of words (CVSS 3.1, section 5) */
export function levelOfScore(score: number): Level {
  if (!(score >= 0 && score <= 10)) return 'warning';
  if (score >= 7) return 'error';
  if (score >= 4) return 'warning';
  return score > 0 ? 'note' : 'none';
}
