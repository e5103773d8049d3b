/**
 * JUnit XML. There is no specification: the shape is that of Ant's JUnit task, and each tool adds its own.
 * Known dialects: Ant, Maven Surefire (re-runs, flaky), Gradle, TestNG, pytest, Jest, PHPUnit (suites in suites), Bazel
 * (log beside the case), GoogleTest (status `notrun`), CTest, Catch2, ScalaTest, node:test.
 */
import { clip, LIMITS } from '../limits.js';
import type { Outcome, Property, ReportSink } from '../report.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'junit',
  title: 'JUnit XML',
  ending: 'xml',
  // A `test-suite` with a hyphen is NUnit's.
  detects: ({ root }) => root?.name === 'testsuites' || root?.name === 'testsuite',
  read(report, sink) {
    sink.has('tests');
    const reader = new JunitReader(sink);
    const isWhole = readXml(report, reader, sink);
    sink.complete(isWhole && !reader.hasLessThanSaid());
  },
});

interface Case {
  readonly element: Element;
  outcome: Outcome;
  /** Surefire: an earlier run of this case failed. */
  ranAgain: boolean;
  readonly properties: Property[];
}

interface Suite {
  readonly name: string;
  readonly element: Element;
  cases: number;
}

/** The worst that a case holds counts: pytest writes a failure and a teardown error into one. */
const RANK: Readonly<Record<Outcome, number>> = { passed: 0, skipped: 1, failed: 2, errored: 3 };

const OUTCOMES: Readonly<Record<string, Outcome>> = { failure: 'failed', error: 'errored', skipped: 'skipped' };

/** Words by which GoogleTest, CTest and others say that a case did not run. */
const NOT_RUN = new Set(['notrun', 'disabled', 'skipped', 'ignored', 'suppressed', 'pending']);

class JunitReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #suites: Suite[] = [];
  #case: Case | undefined;
  #property: { readonly name: string; value: string } | undefined;
  #lessThanSaid = false;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  hasLessThanSaid(): boolean {
    return this.#lessThanSaid;
  }

  open(element: Element): void {
    switch (element.name) {
      case 'testsuites':
      case 'testsuite':
        this.#openSuite(element);
        return;
      case 'testcase':
        this.#case = { element, outcome: startOf(element), ranAgain: false, properties: [] };
        return;
      case 'property':
        this.#property = {
          name: element.attributes.get('name') ?? '',
          value: element.attributes.get('value') ?? '',
        };
        return;
      default:
        if (this.#case) this.#insideCase(element.name, this.#case);
    }
  }

  #openSuite(element: Element): void {
    const { attributes } = element;
    this.#suites.push({ name: attributes.get('name') ?? '', element, cases: 0 });
    const timestamp = attributes.get('timestamp');
    if (timestamp !== undefined) this.#sink.ranAt(timestamp);
  }

  #insideCase(name: string, inside: Case): void {
    if (name === 'flakyFailure' || name === 'flakyError') inside.ranAgain = true;
    const outcome = Object.hasOwn(OUTCOMES, name) ? OUTCOMES[name] : undefined;
    if (outcome !== undefined && RANK[outcome] > RANK[inside.outcome]) inside.outcome = outcome;
  }

  text(piece: string): void {
    // Some tools write the value of a property between its tags.
    if (this.#property && this.#property.value.length < LIMITS.textLength) this.#property.value += piece;
  }

  close(name: string): void {
    if (name === 'property') this.#closeProperty();
    else if (name === 'testcase' && this.#case) this.#closeCase(this.#case);
    else if (name === 'testsuite' || name === 'testsuites') this.#closeSuite();
  }

  #closeProperty(): void {
    const property = this.#property;
    this.#property = undefined;
    if (!property) return;
    const value = clip(property.value.trim());
    const properties = this.#case?.properties;
    if (properties && properties.length < LIMITS.properties) properties.push({ name: clip(property.name), value });
  }

  #closeCase({ element, outcome, ranAgain, properties }: Case): void {
    this.#case = undefined;
    const { attributes, line } = element;
    const suites = this.#suites.map((suite) => suite.name);
    const className = attributes.get('classname') ?? attributes.get('class') ?? '';
    this.#sink.test({
      name: clip(attributes.get('name') ?? ''),
      suites: [...suites, className === suites.at(-1) ? '' : className]
        .filter((one) => one !== '')
        .map((one) => clip(one)),
      outcome,
      flaky: ranAgain && outcome === 'passed',
      file: attributes.get('file') ?? null,
      properties,
      tags: [],
      line,
    });
    for (const suite of this.#suites) suite.cases++;
  }

  /** A suite that says it has more cases than it holds was cut, or its results were lost. */
  #closeSuite(): void {
    const suite = this.#suites.pop();
    const said = Number(suite?.element.attributes.get('tests') ?? Number.NaN);
    if (!suite || this.#lessThanSaid || !(said > suite.cases)) return;
    this.#lessThanSaid = true;
    const name = suite.name === '' ? suite.element.name : clip(suite.name, 100);
    this.#sink.problem(`${name} says that it has ${said} tests and holds ${suite.cases}.`, suite.element.line);
  }
}

function startOf({ attributes }: Element): Outcome {
  const says = [attributes.get('status'), attributes.get('result')].map((word) => word?.toLowerCase() ?? '');
  return says.some((word) => NOT_RUN.has(word)) ? 'skipped' : 'passed';
}
