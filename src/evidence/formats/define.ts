/** What a format of reports is: how to tell it, and how to read it. To add one, add a file here. */
import type { JsonHead } from '../json-head.js';
import type { ReportBytes } from '../report-bytes.js';
import type { ReportSink } from '../report.js';
import type { Element } from '../xml-events.js';

/** The beginning of a report, by which its format is told. */
export interface Head {
  /** File name without folders. */
  readonly name: string;
  readonly text: string;
  /** The first element, if it is XML. */
  readonly root: Element | undefined;
  /** The keys at the root, if it is JSON. */
  readonly json: JsonHead | undefined;
}

export interface ReadOptions {
  readonly head: Head;
  /** For findings in CSV: which column says what. */
  readonly columns?: ReadonlyMap<string, string>;
}

export interface Format {
  /** As `medward evidence add` prints it. */
  readonly name: string;
  readonly title: string;
  /** File ending under which the original is stored. */
  readonly ending: string;
  /** At most one format may say yes to a report. */
  detects(head: Head): boolean;
  /** Says what the report says; what is wrong in it is a problem, never thrown. */
  read(report: ReportBytes, sink: ReportSink, options: ReadOptions): void;
}

export function defineFormat(format: Format): Format {
  return format;
}
