/** How much of a report is read at most: hostile or broken reports must not exhaust time or memory. */

export const LIMITS = {
  /** Bytes of one report, 4 GiB. */
  reportBytes: 4 * 1024 * 1024 * 1024,
  /** Bytes read at once. */
  chunkBytes: 64 * 1024,
  /** Bytes at the beginning by which the format is found. */
  headBytes: 64 * 1024,
  /** Elements or values inside one another. */
  depth: 256,
  /** Attributes of one element. */
  attributes: 512,
  /** UTF-16 units of one attribute, and bytes of one JSON string, 8 MiB; longer text between tags comes in pieces. */
  valueLength: 8 * 1024 * 1024,
  /** Words and signs of one part of a JSON report that is looked at as a whole, such as one result. */
  partTokens: 2_000_000,
  /** UTF-16 units of one line of a report in lines, 1 Mi. */
  lineLength: 1024 * 1024,
  /** Results that are kept one by one unless the caller says how many; those beyond are counted and mapped. */
  kept: 100_000,
  /** Findings that wait for the rules behind them. */
  waiting: 50_000,
  /** Open findings that a statement holds one by one: a statement with all of them stays readable as a file of the project. */
  statedFindings: 5_000,
  /** Files that a statement names as looked at. */
  statedFiles: 20_000,
  /** Files with coverage, and records that results map to. */
  named: 200_000,
  /** Bytes of one statement, signature or key that is read back, 64 MiB. */
  storedBytes: 64 * 1024 * 1024,
  /** Files of reviewed changes that are kept. */
  reviewedFiles: 10_000,
  /** Problems told of one report. */
  problems: 100,
  /** UTF-16 units kept of a name, a path or a message. */
  textLength: 1_000,
  /** Properties and tags kept of one test. */
  properties: 100,
} as const;

/** As much of a text as is kept, never half a character. */
export function clip(text: string, length: number = LIMITS.textLength): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 2);
  const isHalf = last >= 0xd8_00 && last <= 0xdb_ff;
  return `${text.slice(0, length - (isHalf ? 2 : 1))}…`;
}
