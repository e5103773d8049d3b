/** Runs `medward trace`: finds the kinds that were named, and prints the matrix in the wanted format. */
import { traceOutput, type TraceOutput } from '../contract/index.js';
import { findKind, findKindByPlural, kindNames, type KindName } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { matrixAsCsv, matrixAsHtml } from './matrix-formats.js';
import { OptionError } from './option-error.js';
import { printJson } from './print-json.js';
import { printMatrix } from './print-matrix.js';
import { openSession } from './session.js';

export function traceRecordsCommand(call: Call): number {
  const [from, to, ...more] = call.words;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new OptionError('Expected are two kinds of record.', 'Write for example `medward trace requirement test`.');
  }
  const format = call.value('format') ?? 'table';
  if (!['table', 'csv', 'html'].includes(format)) {
    throw new OptionError(`There is no format \`${shown(format)}\`.`, 'Formats: table, csv, html.');
  }
  const kinds = [kindCalled(from), kindCalled(to)] as const;
  const session = openSession(call);
  const output = withoutFilled(
    traceOutput(session.assessment, kinds[0], kinds[1], session.subject),
    call.flag('holes'),
  );
  if (call.flag('json')) printJson(output, call.terminal);
  else if (format === 'csv') call.terminal.out(matrixAsCsv(output));
  else if (format === 'html') call.terminal.out(matrixAsHtml(output));
  else printMatrix(output, call.terminal);
  return 0;
}

function kindCalled(word: string): KindName {
  const kind = findKind(word) ?? findKindByPlural(word);
  if (kind) return kind.kind as KindName;
  throw new OptionError(
    `\`${shown(word)}\` is no kind of record${didYouMean(word, kindNames()) || '.'}`,
    `Kinds: ${kindNames().join(', ')}.`,
  );
}

function withoutFilled(output: TraceOutput, onlyHoles: boolean): TraceOutput {
  return onlyHoles ? { ...output, rows: output.rows.filter((row) => row.to.length === 0) } : output;
}
