/** Common Test Report Format (ctrf.io, JSON Schema 0.0.x), as its reporters for Jest, Playwright, pytest, Go … write it. */
import { at, countOf, listAt, objectOf, textAt, textOf } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip, LIMITS } from '../limits.js';
import type { Outcome, Property, ReportSink } from '../report.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'ctrf',
  title: 'Common Test Report Format',
  ending: 'json',
  detects: ({ json, text }) =>
    json?.isList === false &&
    (json.keys.get('reportFormat') === 'CTRF' ||
      (json.keys.has('results') && /"tool"\s*:/.test(text) && /"tests"\s*:/.test(text))),
  read(report, sink) {
    sink.has('tests');
    let said: unknown;
    let count = 0;
    const isWhole = readJson(
      report,
      ['$.results.tool', '$.results.summary', '$.results.tests.*', '$.timestamp'],
      ({ path, value, line }) => {
        const part = path[1] ?? path[0];
        if (part === 'tool') tellTool(value, sink);
        else if (part === 'summary') {
          said = at(value, 'tests');
          tellStart(at(value, 'start'), sink);
        } else if (part === 'tests') {
          count++;
          tellTest(value, line, sink);
        } else if (typeof value === 'string') sink.ranAt(value);
      },
      sink,
    );
    const isAll = countOf(said) === undefined || said === count;
    if (!isAll) sink.problem(`The summary says ${String(said)} tests, ${count} stand in the report.`);
    sink.complete(isWhole && isAll);
  },
});

function tellTool(tool: unknown, sink: ReportSink): void {
  const name = textAt(tool, 'name');
  if (name !== undefined) sink.tool({ name, version: textAt(tool, 'version') ?? null });
}

/** Milliseconds since 1970; early reporters wrote seconds. */
function tellStart(start: unknown, sink: ReportSink): void {
  if (typeof start !== 'number' || start <= 0) return;
  const date = new Date(start < 1e11 ? start * 1000 : start);
  if (!Number.isNaN(date.getTime())) sink.ranAt(date.toISOString());
}

const OUTCOMES = new Map<unknown, Outcome>([
  ['passed', 'passed'],
  ['failed', 'failed'],
]);

function tellTest(test: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(test)) return sink.problem('A test is expected to be an object here.', line);
  const outcome = OUTCOMES.get(at(test, 'status')) ?? 'skipped';
  const suite = at(test, 'suite');
  const suites = typeof suite === 'string' ? [suite] : listAt(test, 'suite').flatMap((name) => textOf(name) ?? []);
  sink.test({
    name: clip(textAt(test, 'name') ?? ''),
    suites: suites.slice(0, LIMITS.properties).map((name) => clip(name)),
    outcome,
    flaky: outcome === 'passed' && at(test, 'flaky') === true,
    file: textAt(test, 'filePath') ?? null,
    properties: [...propertiesOf(at(test, 'labels')), ...propertiesOf(at(test, 'extra'))],
    tags: listAt(test, 'tags')
      .slice(0, LIMITS.properties)
      .flatMap((tag) => textOf(tag) ?? [])
      .map((tag) => clip(tag)),
    line,
  });
}

function propertiesOf(value: unknown): readonly Property[] {
  return Object.entries(objectOf(value) ?? {})
    .slice(0, LIMITS.properties)
    .flatMap(([name, word]) =>
      typeof word === 'string' || typeof word === 'number' ? [{ name: clip(name), value: clip(String(word)) }] : [],
    );
}
