/** Rows of CSV (RFC 4180; comma, semicolon or tab), one after the other; quoted cells may hold line breaks. */
import { LIMITS } from './limits.js';
import type { ReportBytes } from './report-bytes.js';
import type { ReportSink } from './report.js';
import { textChunks } from './text-chunks.js';

export interface Row {
  readonly cells: readonly string[];
  /** Line where the row begins, from 1. */
  readonly line: number;
}

const MAX_CELLS = 1_000;

export function* csvRows(report: ReportBytes, sink: Pick<ReportSink, 'problem'>): Generator<Row> {
  let separator: string | undefined;
  let state = newRow(1);
  let line = 1;
  for (const chunk of textChunks(report, sink)) {
    separator ??= separatorOf(chunk);
    for (const character of chunk) {
      if (character === '\n') line++;
      if (!state.isQuoted && character === '\n') {
        yield rowOf(state);
        state = newRow(line);
      } else take(state, character, separator);
    }
  }
  if (state.isQuoted) sink.problem('A quoted cell is never closed.', state.line);
  if (state.cells.length > 0 || state.cell !== '') yield rowOf(state);
}

interface State {
  readonly line: number;
  readonly cells: string[];
  cell: string;
  isQuoted: boolean;
  wasQuoted: boolean;
}

function newRow(line: number): State {
  return { line, cells: [], cell: '', isQuoted: false, wasQuoted: false };
}

function take(state: State, character: string, separator: string): void {
  if (character === '"') {
    // Two quotes inside a quoted cell stand for one.
    if (state.isQuoted) [state.isQuoted, state.wasQuoted] = [false, true];
    else {
      if (state.wasQuoted) add(state, '"');
      [state.isQuoted, state.wasQuoted] = [state.wasQuoted || state.cell === '', false];
      if (!state.isQuoted) add(state, '"');
    }
    return;
  }
  state.wasQuoted = state.wasQuoted && character === '\r';
  if (state.isQuoted || character !== separator) return add(state, character);
  if (state.cells.length < MAX_CELLS) state.cells.push(state.cell);
  state.cell = '';
}

function add(state: State, character: string): void {
  if (state.cell.length < LIMITS.lineLength) state.cell += character;
}

function rowOf(state: State): Row {
  return { cells: [...state.cells, state.cell.replace(/\r$/, '')], line: state.line };
}

/** The one that stands most often in the first line. */
export function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const count = (separator: string): number => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
