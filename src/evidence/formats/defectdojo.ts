/** Findings in DefectDojo's generic JSON (docs.defectdojo.com, Generic Findings Import), which many scripts write. */
import { at, countOf, listAt, objectOf, textAt, textOf } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { Finding, ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'defectdojo',
  title: 'DefectDojo generic findings',
  ending: 'json',
  detects: ({ json, text }) =>
    json?.isList === false &&
    json.keys.has('findings') &&
    !json.keys.has('meta') &&
    /"title"\s*:/.test(text) &&
    /"severity"\s*:/.test(text),
  read(report, sink) {
    sink.has('findings');
    const isWhole = readJson(
      report,
      ['$.name', '$.type', '$.findings.*'],
      ({ path: [area], value, line }) => {
        if (area === 'findings') tellFinding(value, line, sink);
        else if (typeof value === 'string') sink.tool({ name: value, version: null });
      },
      sink,
    );
    if (!isWhole) sink.complete(false);
  },
});

function tellFinding(finding: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(finding)) return sink.problem('A finding is expected to be an object here.', line);
  const rule = textAt(finding, 'vuln_id_from_tool') ?? textAt(finding, 'cve');
  const file = textAt(finding, 'file_path') ?? endpointOf(finding);
  const mark = textAt(finding, 'unique_id_from_tool');
  sink.finding({
    rule: rule === undefined ? null : clip(rule, 300),
    level: levelOfWord(textAt(finding, 'severity') ?? '', line, sink),
    state: stateOf(finding),
    message: clip(textAt(finding, 'title') ?? ''),
    file: file === undefined ? null : clip(file),
    fileLine: countOf(at(finding, 'line')) ?? null,
    weaknesses: weaknessesIn(`CWE-${String(at(finding, 'cwe'))}`),
    fingerprint: mark === undefined ? null : clip(`defectdojo:${mark}`, 300),
    line,
  });
}

/** An address as text, or with its parts apart. */
function endpointOf(finding: unknown): string | undefined {
  const [first] = listAt(finding, 'endpoints');
  return textOf(first) ?? textAt(first, 'host');
}

/** `active: false` alone does not say why, and takes nothing off the list. */
function stateOf(finding: unknown): Finding['state'] {
  const says = (field: string): boolean => at(finding, field) === true;
  if (says('is_mitigated')) return 'absent';
  return ['false_p', 'risk_accepted', 'out_of_scope'].some(says) ? 'suppressed' : 'open';
}
