/**
 * NUnit XML: version 3 (docs.nunit.org, Test Result XML Format: `test-run`) and version 2 (`test-results`).
 * Known dialects: NUnit 2.2 to 2.5 (with and without `result`), NUnit 3, Unity's test runner, JsUnit's `IEUnit Tests`; a
 * `test-suite` without anything around it.
 */
import { clip, LIMITS } from '../limits.js';
import type { Outcome, Property, ReportSink } from '../report.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'nunit',
  title: 'NUnit XML',
  ending: 'xml',
  detects: ({ root }) => root !== undefined && ['test-run', 'test-results', 'test-suite'].includes(root.name),
  read(report, sink) {
    sink.has('tests');
    sink.complete(readXml(report, new NunitReader(sink), sink));
  },
});

interface Case {
  readonly element: Element;
  readonly properties: Property[];
  readonly tags: string[];
  hasFailure: boolean;
}

class NunitReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #suites: string[] = [];
  #case: Case | undefined;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  open(element: Element): void {
    const { attributes } = element;
    switch (element.name) {
      case 'test-run':
      case 'test-results':
        this.#sink.ranAt(startOf(attributes));
        this.#tool(attributes.get('engine-version'));
        return;
      case 'environment':
        this.#tool(attributes.get('framework-version') ?? attributes.get('nunit-version'));
        return;
      case 'test-suite':
        this.#suites.push(clip(attributes.get('name') ?? ''));
        return;
      case 'test-case':
        this.#case = { element, properties: [], tags: [], hasFailure: false };
        return;
      default:
        if (this.#case) insideCase(element, this.#case);
    }
  }

  #tool(version: string | undefined): void {
    if (version !== undefined) this.#sink.tool({ name: 'NUnit', version });
  }

  close(name: string): void {
    if (name === 'test-suite') this.#suites.pop();
    if (name !== 'test-case' || !this.#case) return;
    const { element, properties, tags } = this.#case;
    this.#sink.test({
      name: clip(element.attributes.get('fullname') ?? element.attributes.get('name') ?? ''),
      suites: [...this.#suites],
      outcome: outcomeOf(this.#case),
      flaky: false,
      file: null,
      properties,
      tags,
      line: element.line,
    });
    this.#case = undefined;
  }
}

function insideCase({ name, attributes }: Element, inside: Case): void {
  if (name === 'failure') inside.hasFailure = true;
  if (name === 'category' && inside.tags.length < LIMITS.properties)
    inside.tags.push(clip(attributes.get('name') ?? ''));
  if (name !== 'property' || inside.properties.length >= LIMITS.properties) return;
  const property = { name: clip(attributes.get('name') ?? ''), value: clip(attributes.get('value') ?? '') };
  if (property.name === 'Category') inside.tags.push(property.value);
  else inside.properties.push(property);
}

function startOf(attributes: ReadonlyMap<string, string>): string {
  const date = attributes.get('date');
  return attributes.get('start-time') ?? (date === undefined ? '' : `${date}T${attributes.get('time') ?? '00:00:00'}`);
}

/** `Inconclusive` and `Warning` are no passes of NUnit's; here they count as skipped, since they prove nothing. */
function outcomeOf({ element: { attributes }, hasFailure }: Case): Outcome {
  const executed = attributes.get('executed')?.toLowerCase();
  const result = attributes.get('result')?.toLowerCase().replace(/\W.*$/s, '');
  const label = `${attributes.get('label') ?? ''} ${attributes.get('result') ?? ''}`.toLowerCase();
  // NUnit 2 counts these as `not-run`, whatever the reason.
  if (executed === 'false') return 'skipped';
  switch (result) {
    case 'passed':
    case 'success':
      return 'passed';
    case 'failed':
      return /error|invalid|cancelled/.test(label) ? 'errored' : 'failed';
    case 'failure':
      return 'failed';
    case 'error':
    case 'cancelled':
    case 'notrunnable':
      return 'errored';
    case undefined:
      if (hasFailure || attributes.get('success')?.toLowerCase() === 'false') return 'failed';
      return executed === 'true' ? 'passed' : 'skipped';
    default:
      return 'skipped';
  }
}
