/** Nessus and Tenable scans in the Nessus v2 file format (`.nessus`, Tenable's document of that name). */
import { LeafText } from '../leaf-text.js';
import { clip, LIMITS } from '../limits.js';
import type { Level, ReportSink } from '../report.js';
import { weaknessesIn } from '../weaknesses.js';
import { isoFromEnglish } from '../english-date.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'nessus',
  title: 'Nessus v2',
  ending: 'nessus',
  detects: ({ root }) => root?.name === 'NessusClientData_v2',
  read(report, sink) {
    sink.has('findings');
    sink.tool({ name: 'Nessus', version: null });
    const reader = new NessusReader(sink);
    const isWhole = readXml(report, reader, sink);
    if (!isWhole || reader.unfinished() > 0) sink.complete(false);
    if (isWhole && reader.unfinished() > 0) sink.problem(`The scan of ${reader.unfinished()} hosts has no end.`);
  },
});

/** Severities of the format, from information to critical. */
const LEVELS: Readonly<Record<string, Level>> = { 0: 'none', 1: 'note', 2: 'warning', 3: 'error', 4: 'error' };

interface Item {
  readonly attributes: ReadonlyMap<string, string>;
  readonly weaknesses: Set<string>;
  readonly line: number;
}

class NessusReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #text = new LeafText();
  #host: { readonly name: string; hasEnded: boolean } | undefined;
  #tag = '';
  #item: Item | undefined;
  #unfinished = 0;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  /** Hosts that the scan began and did not end. */
  unfinished(): number {
    return this.#unfinished;
  }

  open({ name, attributes, line }: Element): void {
    this.#text.begin();
    if (name === 'ReportHost') this.#host = { name: attributes.get('name') ?? '', hasEnded: false };
    else if (name === 'ReportItem') this.#item = { attributes, weaknesses: new Set(), line };
    else if (name === 'tag') this.#tag = attributes.get('name') ?? '';
  }

  text(piece: string): void {
    this.#text.add(piece);
  }

  close(name: string): void {
    const text = this.#text.take();
    if (name === 'tag' && this.#host) this.#closeTag(text, this.#host);
    else if (name === 'cwe' && this.#item && this.#item.weaknesses.size < LIMITS.properties) {
      for (const weakness of weaknessesIn(cweOf(text))) this.#item.weaknesses.add(weakness);
    } else if (name === 'ReportItem') this.#closeItem();
    else if (name === 'ReportHost') {
      if (this.#host?.hasEnded === false) this.#unfinished++;
      this.#host = undefined;
    }
  }

  #closeTag(text: string, host: { hasEnded: boolean }): void {
    if (this.#tag === 'HOST_START') this.#sink.ranAt(isoFromEnglish(text));
    if (this.#tag === 'HOST_END') host.hasEnded = true;
  }

  #closeItem(): void {
    const item = this.#item;
    this.#item = undefined;
    if (!item) return;
    const attribute = (name: string): string => item.attributes.get(name) ?? '';
    const severity = attribute('severity');
    if (!Object.hasOwn(LEVELS, severity)) {
      this.#sink.problem(
        `The severity \`${clip(severity, 20)}\` is not known; the finding counts as a warning.`,
        item.line,
      );
    }
    this.#sink.finding({
      rule: clip(attribute('pluginID'), 100),
      level: (Object.hasOwn(LEVELS, severity) ? LEVELS[severity] : undefined) ?? 'warning',
      state: 'open',
      message: clip(attribute('pluginName')),
      file: clip(`${this.#host?.name ?? ''} ${attribute('port')}/${attribute('protocol')}`),
      fileLine: null,
      weaknesses: [...item.weaknesses],
      fingerprint: null,
      line: item.line,
    });
  }
}

function cweOf(written: string): string {
  return /^\d+$/.test(written) ? `CWE-${written}` : written;
}
