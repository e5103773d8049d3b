/**
 * Findings as a table: the list that comes with a penetration test or a scan, exported as CSV. Columns are told by their
 * heading in the words below, or by a mapping (`severity=Risk,title=Name`). Known dialect: Nessus.
 */
import { csvRows, separatorOf } from '../csv-rows.js';
import { clip } from '../limits.js';
import type { Finding, ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';
import { defineFormat, type ReadOptions } from './define.js';

const HEADINGS = {
  rule: ['rule', 'rule id', 'plugin id', 'vulnerability id', 'check id', 'id', 'finding id'],
  severity: ['severity', 'risk', 'risk level', 'level', 'criticality', 'risk factor'],
  title: ['title', 'name', 'finding', 'summary', 'vulnerability', 'message', 'plugin name', 'description'],
  file: ['file', 'file path', 'path', 'location', 'target', 'asset', 'host', 'url', 'component'],
  line: ['line', 'line number'],
  weakness: ['cwe', 'cwes', 'cwe id', 'cweid', 'weakness'],
  status: ['status', 'state', 'disposition'],
  tool: ['tool', 'scanner'],
} as const;
type Column = keyof typeof HEADINGS;

/** Names of columns that a mapping may give. */
export const FINDING_COLUMNS = Object.keys(HEADINGS) as readonly Column[];

export default defineFormat({
  name: 'findings-csv',
  title: 'Findings as CSV',
  ending: 'csv',
  detects: ({ text, name, root, json }) => {
    if (root || json || !/\.(?:csv|tsv)$/i.test(name)) return false;
    const [first = ''] = text.replace(/^\uFEFF/, '').split('\n', 1);
    const columns = columnsOf(
      first.split(separatorOf(first)).map((cell) => cell.replaceAll(/["\r]/g, '')),
      undefined,
    );
    return columns.has('severity') && columns.has('title');
  },
  read(report, sink, options) {
    sink.has('findings');
    let columns: ReadonlyMap<Column, number> | undefined;
    for (const { cells, line } of csvRows(report, sink)) {
      if (columns) {
        if (cells.some((cell) => cell.trim() !== '')) tellRow(cells, line, columns, sink);
        continue;
      }
      columns = columnsOf(cells, options.columns);
      if (cells.some((cell) => /^\uFEFF?plugin id$/i.test(cell.trim()))) sink.tool({ name: 'Nessus', version: null });
      const missing = (['severity', 'title'] as const).filter((column) => !columns?.has(column));
      if (missing.length === 0) continue;
      sink.problem(`No column says the ${missing.join(' or the ')} of a finding; name it with --columns.`, line);
      sink.complete(false);
      return;
    }
  },
});

function columnsOf(headings: readonly string[], wantedColumns: ReadOptions['columns']): ReadonlyMap<Column, number> {
  const plain = headings.map((heading) =>
    heading
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[_-]+/g, ' '),
  );
  const found = new Map<Column, number>();
  for (const column of FINDING_COLUMNS) {
    const wanted = wantedColumns?.get(column)?.trim().toLowerCase().replaceAll(/[_-]+/g, ' ');
    const names: readonly string[] = wanted === undefined ? HEADINGS[column] : [wanted];
    const at = names.map((name) => plain.indexOf(name)).find((position) => position !== -1);
    if (at !== undefined) found.set(column, at);
  }
  return found;
}

const ACCEPTED = /^(?:accepted|risk accepted|false positive|not applicable|suppressed|won'?t fix)$/;
const GONE = /^(?:fixed|resolved|closed|mitigated|remediated)$/;

function tellRow(cells: readonly string[], line: number, columns: ReadonlyMap<Column, number>, sink: ReportSink): void {
  const cell = (column: Column): string => cells[columns.get(column) ?? -1]?.trim() ?? '';
  if (columns.has('tool') && cell('tool') !== '') sink.tool({ name: cell('tool'), version: null });
  const weaknesses = weaknessesIn(/^\d+$/.test(cell('weakness')) ? `CWE-${cell('weakness')}` : cell('weakness'));
  sink.finding({
    rule: cell('rule') === '' ? null : clip(cell('rule')),
    level: levelOfWord(cell('severity'), line, sink),
    state: stateOf(cell('status')),
    message: clip(cell('title')),
    file: cell('file') === '' ? null : clip(cell('file')),
    fileLine: /^\d{1,9}$/.test(cell('line')) ? Number(cell('line')) : null,
    weaknesses,
    fingerprint: null,
    line,
  });
}

function stateOf(status: string): Finding['state'] {
  const word = status.toLowerCase().replaceAll(/[_-]+/g, ' ');
  if (ACCEPTED.test(word)) return 'suppressed';
  return GONE.test(word) ? 'absent' : 'open';
}
