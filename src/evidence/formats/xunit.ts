/**
 * xUnit.net XML, version 2 and 3 (xunit.net/docs/format-xml-v2: `assemblies`) and version 1 (`assembly` with `class`).
 * Known dialects: xUnit.net 1.9 to 2, Fixie.
 */
import { clip, LIMITS } from '../limits.js';
import type { Outcome, Property, ReportSink } from '../report.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'xunit',
  title: 'xUnit.net XML',
  ending: 'xml',
  detects: ({ root }) => root?.name === 'assemblies' || root?.name === 'assembly',
  read(report, sink) {
    sink.has('tests');
    const reader = new XunitReader(sink);
    const isWhole = readXml(report, reader, sink);
    sink.complete(isWhole && !reader.hasError());
  },
});

const OUTCOMES = new Map<string, Outcome>([
  ['pass', 'passed'],
  ['fail', 'failed'],
]);

class XunitReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #around: string[] = [];
  #test: { element: Element; properties: Property[] } | undefined;
  #hasError = false;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  hasError(): boolean {
    return this.#hasError;
  }

  open(element: Element): void {
    const { name, attributes } = element;
    if (name === 'assembly') this.#openAssembly(attributes);
    else if (name === 'collection' || name === 'class') this.#around.push(clip(attributes.get('name') ?? ''));
    else if (name === 'test') this.#test = { element, properties: [] };
    else if (name === 'trait' && this.#test && this.#test.properties.length < LIMITS.properties) {
      this.#test.properties.push({
        name: clip(attributes.get('name') ?? ''),
        value: clip(attributes.get('value') ?? ''),
      });
    } else if (name === 'error' && !this.#test) {
      this.#hasError = true;
      this.#sink.problem('An error stands outside of any test: the run is not whole.', element.line);
    }
  }

  #openAssembly(attributes: ReadonlyMap<string, string>): void {
    const [name, version] = /^(.*?)\s+v?(\d\S*)$/.exec(attributes.get('test-framework') ?? '')?.slice(1) ?? [];
    if (name !== undefined) this.#sink.tool({ name, version: version ?? null });
    const date = attributes.get('run-date');
    if (date !== undefined) this.#sink.ranAt(`${date}T${attributes.get('run-time') ?? '00:00:00'}`);
  }

  close(name: string): void {
    if (name === 'collection' || name === 'class') this.#around.pop();
    if (name !== 'test' || !this.#test) return;
    const { element, properties } = this.#test;
    this.#test = undefined;
    this.#sink.test({
      name: clip(element.attributes.get('name') ?? ''),
      suites: [...this.#around],
      outcome: OUTCOMES.get(element.attributes.get('result')?.toLowerCase() ?? '') ?? 'skipped',
      flaky: false,
      file: element.attributes.get('source-file') ?? null,
      properties: properties.filter(({ name }) => name !== 'Category'),
      tags: properties.filter(({ name }) => name === 'Category').map(({ value }) => value),
      line: element.line,
    });
  }
}
