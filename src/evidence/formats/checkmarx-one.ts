/** Checkmarx One scan results as JSON (docs.checkmarx.com, results API and JSON report), of the engines sast, sca, kics. */
import { at, countOf, listAt, objectOf, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { Finding, ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'checkmarx-one',
  title: 'Checkmarx One results',
  ending: 'json',
  detects: ({ json, text }) =>
    json?.isList === false &&
    json.keys.has('results') &&
    (/"similarityId"\s*:/.test(text) || (json.keys.has('scanID') && json.keys.has('totalCount'))),
  read(report, sink) {
    sink.has('findings');
    sink.tool({ name: 'Checkmarx One', version: null });
    let said: number | undefined;
    let count = 0;
    const isWhole = readJson(
      report,
      ['$.results.*', '$.totalCount'],
      ({ path: [area], value, line }) => {
        if (area === 'totalCount') return void (said = countOf(value));
        count++;
        tellResult(value, line, sink);
      },
      sink,
    );
    const isLess = said !== undefined && said > count;
    if (isLess) sink.problem(`The report says ${said} results, ${count} stand in it.`);
    if (!isWhole || isLess) sink.complete(false);
  },
});

function tellResult(result: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(result)) return sink.problem('A result is expected to be an object here.', line);
  const type = textAt(result, 'type') ?? '';
  const cwe = at(result, 'vulnerabilityDetails', 'cweId');
  const weaknesses = weaknessesIn(/^\d+$/.test(String(cwe)) ? `CWE-${String(cwe)}` : String(cwe));
  // What sca reports are weaknesses of components, which it did not look for in the code.
  if (type === 'sast') for (const weakness of weaknesses) sink.weakness(weakness);
  const name = textAt(result, 'data', 'queryName');
  const [node] = listAt(result, 'data', 'nodes');
  const file = textAt(node, 'fileName') ?? textAt(result, 'data', 'filename') ?? componentOf(result);
  const mark = textAt(result, 'similarityId');
  sink.finding({
    rule: clip(name ?? textAt(result, 'id') ?? '', 300),
    level: levelOfWord(textAt(result, 'severity') ?? '', line, sink),
    state: stateOf(result),
    message: clip(textAt(result, 'description') ?? name ?? ''),
    file: file === undefined ? null : clip(file),
    fileLine: countOf(at(node, 'line')) ?? countOf(at(result, 'data', 'line')) ?? null,
    weaknesses,
    fingerprint: mark === undefined ? null : clip(`checkmarx:${type}:${mark}`, 300),
    line,
  });
}

function componentOf(result: unknown): string | undefined {
  return textAt(result, 'data', 'packageIdentifier');
}

/** Only what somebody judged counts as accepted: a proposal is none. */
function stateOf(result: unknown): Finding['state'] {
  if (textAt(result, 'status') === 'FIXED') return 'absent';
  return textAt(result, 'state') === 'NOT_EXPLOITABLE' ? 'suppressed' : 'open';
}
