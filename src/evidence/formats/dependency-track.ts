/** Dependency-Track findings in its Finding Packaging Format (docs.dependencytrack.org, File formats, FPF 1.0 to 1.3). */
import { fingerprintOf } from '../fingerprint.js';
import { at, listAt, objectOf, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'dependency-track',
  title: 'Dependency-Track findings',
  ending: 'json',
  detects: ({ json, text }) =>
    json?.isList === false &&
    json.keys.has('findings') &&
    (json.keys.has('meta') || json.keys.has('project')) &&
    /"Dependency-Track"/.test(text),
  read(report, sink) {
    sink.has('findings');
    const isWhole = readJson(
      report,
      ['$.meta', '$.findings.*'],
      ({ path: [area], value, line }) => {
        if (area === 'findings') return tellFinding(value, line, sink);
        sink.tool({ name: 'Dependency-Track', version: textAt(value, 'version') ?? null });
        sink.ranAt(textAt(value, 'timestamp') ?? '');
      },
      sink,
    );
    if (!isWhole) sink.complete(false);
  },
});

function tellFinding(finding: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(finding)) return sink.problem('A finding is expected to be an object here.', line);
  const rule = textAt(finding, 'vulnerability', 'vulnId') ?? null;
  const component = componentOf(finding);
  const title = textAt(finding, 'vulnerability', 'title') ?? textAt(finding, 'vulnerability', 'description') ?? '';
  sink.finding({
    rule: rule === null ? null : clip(rule, 300),
    level: levelOfWord(textAt(finding, 'vulnerability', 'severity') ?? '', line, sink),
    // Other states of the analysis, such as `NOT_AFFECTED`, do not take it off the list by themselves.
    state: at(finding, 'analysis', 'isSuppressed') === true ? 'suppressed' : 'open',
    message: clip(title),
    file: clip(component),
    fileLine: null,
    weaknesses: weaknessesOf(finding),
    fingerprint: fingerprintOf('component/1', [rule, component]),
    line,
  });
}

/** With its version: of two versions in one product, one may be accepted and the other not. */
function componentOf(finding: unknown): string {
  const name = ['group', 'name'].flatMap((part) => textAt(finding, 'component', part) ?? []).join('/');
  return textAt(finding, 'component', 'purl') ?? `${name}@${textAt(finding, 'component', 'version') ?? ''}`;
}

/** One number up to FPF 1.1, a list since. */
function weaknessesOf(finding: unknown): readonly string[] {
  const numbers = [
    at(finding, 'vulnerability', 'cweId'),
    ...listAt(finding, 'vulnerability', 'cwes').map((cwe) => at(cwe, 'cweId')),
  ];
  return [...new Set(numbers.flatMap((number) => weaknessesIn(`CWE-${String(number)}`)))];
}
