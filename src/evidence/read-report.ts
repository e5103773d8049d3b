/** Reads a report of any known format: finds the format by the beginning, then lets its reader speak. */
import { createHash, type Hash } from 'node:crypto';
import { ReportCollector, type Collected } from './collect-report.js';
import { all } from './formats/all.js';
import type { Format, Head } from './formats/define.js';
import { jsonHead } from './json-head.js';
import { LIMITS } from './limits.js';
import type { ResultMapping } from './mapping/result-mapping.js';
import { NO_RECORDS, RecordIdFinder, type RecordIds } from './record-ids.js';
import { headOf, type ReportBytes } from './report-bytes.js';
import { encodingOf } from './text-chunks.js';
import { rootOf } from './xml-events.js';

export interface Report extends Collected {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `unknown`: no reader knows it; the problems say so. */
  readonly format: string;
  readonly ending: string;
}

export interface ReportOptions {
  /** For findings in CSV: which column says what. */
  readonly columns?: ReadonlyMap<string, string>;
  readonly records?: RecordIds;
  /** What results verify beyond the records that they name themselves. */
  readonly mapping?: ResultMapping;
  /** A format by name, where the beginning of the file does not show it. */
  readonly format?: string;
  /** How many results, findings and components are kept one by one; counts and mapping are always whole. */
  readonly keep?: number;
  /** A day; a report from later is told as a problem. */
  readonly today?: string;
  /** The commit that is said to have been tested; a report that names another one is told as a problem. */
  readonly commit?: string;
}

export function formatNames(): readonly string[] {
  return all.map((format) => format.name);
}

// @implements SRS-801
/** Never throws at what a report holds. */
export function readReport(report: ReportBytes, options: ReportOptions = {}): Report {
  const ids = new RecordIdFinder(options.records ?? NO_RECORDS, options.mapping);
  const collector = new ReportCollector(ids, options.keep);
  const hash = createHash('sha256');
  const hashed = hashedOnce(report, hash);
  const head = headFor(report);
  const format = findFormat(head, report.size, options.format);
  if (report.size > LIMITS.reportBytes) collector.problem(`The report has more than ${LIMITS.reportBytes} bytes.`);
  else if (!format) collector.problem(unknownFormat(report, options.format));
  else format.read(hashed, collector, options.columns ? { head, columns: options.columns } : { head });
  hashed.finish();
  const collected = collector.collected();
  return {
    name: report.name,
    bytes: report.size,
    sha256: hash.digest('hex'),
    format: format?.name ?? 'unknown',
    ending: format?.ending ?? 'bin',
    ...collected,
    problems: [
      ...collected.problems,
      ...emptyReport(collected),
      ...fromTheFuture(collected.ranAt, options.today),
      ...ofOtherCommit(collected.commit, options.commit),
    ],
  };
}

function findFormat(head: Head, size: number, wanted: string | undefined): Format | undefined {
  if (wanted !== undefined) return all.find((format) => format.name === wanted);
  return size === 0 ? undefined : all.find((format) => format.detects(head));
}

function headFor(report: ReportBytes): Head {
  const bytes = headOf(report, LIMITS.headBytes);
  const text = new TextDecoder(safeEncoding(bytes)).decode(bytes);
  const start = text.trimStart().slice(0, 1);
  return {
    name: report.name,
    text,
    root: start === '<' ? rootOf(text.trimStart()) : undefined,
    json: start === '{' || start === '[' ? jsonHead(text) : undefined,
  };
}

function safeEncoding(head: Uint8Array): string {
  const encoding = encodingOf(head);
  try {
    return new TextDecoder(encoding).encoding;
  } catch (cause) {
    if (cause instanceof RangeError) return 'utf-8';
    throw cause;
  }
}

function unknownFormat(report: ReportBytes, wanted: string | undefined): string {
  if (report.size === 0) return 'The report is empty.';
  if (wanted !== undefined) return `There is no format ${wanted}. Known: ${formatNames().join(', ')}.`;
  return 'The beginning of the file is none of the formats that are read; name one with --format if it is.';
}

/** An empty run proves nothing, and should not look like one that went well. */
function emptyReport({ tests, problems }: Collected): Collected['problems'] {
  const isEmpty = tests !== null && tests.passed + tests.failed + tests.errored + tests.skipped === 0;
  return isEmpty && problems.length === 0 ? [{ message: 'The report holds no results of tests.', line: null }] : [];
}

function fromTheFuture(ranAt: string | null, today: string | undefined): Collected['problems'] {
  const day = dayOf(ranAt);
  if (day === null || today === undefined || day <= nextDay(today)) return [];
  return [{ message: `The report says that it ran on ${day}, which is after ${today}.`, line: null }];
}

function ofOtherCommit(written: string | null, said: string | undefined): Collected['problems'] {
  if (written === null || said === undefined || written === said) return [];
  const todo = `Add it with \`--commit ${written}\`, or bring the report of a run on ${said}.`;
  return [{ message: `The report says that it ran on commit ${written}, not on ${said}. ${todo}`, line: null }];
}

/** The report's clock may be a time zone ahead. */
function nextDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + 86_400_000).toISOString().slice(0, 10);
}

/** The day of a time as reports write it; `null` where it has no day in the order of ISO 8601. */
function dayOf(written: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(written ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : null;
}

/** What is hashed is what is read: the first pass over the chunks, and what a reader left unread. */
function hashedOnce(report: ReportBytes, hash: Hash): ReportBytes & { finish(): void } {
  let rest: Iterator<Uint8Array> | undefined;
  function* chunks(): Generator<Uint8Array> {
    if (rest) throw new Error('A reader goes through a report once.');
    rest = report.chunks()[Symbol.iterator]();
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      hash.update(next.value);
      yield next.value;
    }
  }
  return {
    name: report.name,
    size: report.size,
    chunks,
    finish() {
      rest ??= report.chunks()[Symbol.iterator]();
      for (let next = rest.next(); next.done !== true; next = rest.next()) hash.update(next.value);
    },
  };
}
