/** A report in lines (TAP, LCOV, CSV, `git log`), one line after the other. */
import { LIMITS } from './limits.js';
import type { ReportBytes } from './report-bytes.js';
import type { ReportSink } from './report.js';
import { textChunks } from './text-chunks.js';

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** A line that is too long is cut, and told once. */
export function* textLines(report: ReportBytes, sink: Pick<ReportSink, 'problem'>): Generator<Line> {
  let number = 1;
  let rest = '';
  let isTold = false;
  const cut = (text: string): string => {
    if (text.length <= LIMITS.lineLength) return text;
    if (!isTold) sink.problem(`The line has more than ${LIMITS.lineLength} characters; its end was not read.`, number);
    isTold = true;
    return text.slice(0, LIMITS.lineLength);
  };
  for (const chunk of textChunks(report, sink)) {
    const parts = (rest + chunk).split('\n');
    rest = cut(parts.pop() ?? '');
    for (const part of parts) {
      yield { text: cut(part.endsWith('\r') ? part.slice(0, -1) : part), number };
      number++;
    }
  }
  if (rest !== '') yield { text: rest, number };
}
