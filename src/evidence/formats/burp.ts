/**
 * Issues of Burp Suite as XML (portswigger.net, Reporting scan results; the document type stands in each report, as of
 * 1.6 to 2025). Requests and responses in it are passed over.
 */
import { isoFromEnglish } from '../english-date.js';
import { fingerprintOf } from '../fingerprint.js';
import { LeafText } from '../leaf-text.js';
import { clip, LIMITS } from '../limits.js';
import type { ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'burp',
  title: 'Burp Suite issues',
  ending: 'burp',
  detects: ({ root }) => root?.name === 'issues' && root.attributes.has('burpVersion'),
  read(report, sink) {
    sink.has('findings');
    if (!readXml(report, new BurpReader(sink), sink)) sink.complete(false);
  },
});

class BurpReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #text = new LeafText();
  #issue: { readonly fields: Map<string, string>; readonly line: number } | undefined;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  open({ name, attributes, line }: Element): void {
    this.#text.begin();
    if (name === 'issues') {
      this.#sink.tool({ name: 'Burp Suite', version: attributes.get('burpVersion') ?? null });
      this.#sink.ranAt(isoFromEnglish(attributes.get('exportTime') ?? ''));
    } else if (name === 'issue') this.#issue = { fields: new Map(), line };
  }

  text(piece: string): void {
    this.#text.add(piece);
  }

  /** @param depth 1 for an issue, 2 for what it says */
  close(name: string, depth: number): void {
    const text = this.#text.take();
    if (this.#issue && depth === 2 && this.#issue.fields.size < LIMITS.properties) this.#issue.fields.set(name, text);
    if (name !== 'issue' || !this.#issue) return;
    tellIssue(this.#issue.fields, this.#issue.line, this.#sink);
    this.#issue = undefined;
  }
}

function tellIssue(fields: ReadonlyMap<string, string>, line: number, sink: ReportSink): void {
  const field = (name: string): string => fields.get(name) ?? '';
  const severity = field('severity').toLowerCase();
  const isFalsePositive = severity === 'false positive';
  sink.finding({
    rule: field('type') === '' ? null : clip(field('type'), 100),
    level: isFalsePositive ? 'none' : levelOfWord(severity, line, sink),
    state: isFalsePositive ? 'suppressed' : 'open',
    message: clip(field('name')),
    file: clip(`${field('host')}${field('path')}`),
    fileLine: null,
    weaknesses: [...new Set(weaknessesIn(field('vulnerabilityClassifications')))],
    fingerprint: fingerprintOf('burp/1', [field('type'), field('host'), field('location')]),
    line,
  });
}
