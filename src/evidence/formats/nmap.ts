/**
 * Nmap XML (nmap.org/book/nmap-dtd.html, output version 1.05): each open port is a finding without level; what the scripts
 * `vulners` and those of the library `vulns` say of it are findings of their own.
 */
import { LeafText } from '../leaf-text.js';
import { clip } from '../limits.js';
import type { ReportSink } from '../report.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';
import { ScriptTables } from './nmap-scripts.js';

export default defineFormat({
  name: 'nmap',
  title: 'Nmap XML',
  ending: 'nmap',
  detects: ({ root }) => root?.name === 'nmaprun',
  read(report, sink) {
    sink.has('findings');
    const reader = new NmapReader(sink);
    const isWhole = readXml(report, reader, sink);
    sink.complete(isWhole && reader.hasFinished());
    if (isWhole && !reader.hasFinished()) sink.problem('The report does not say that the scan came to its end.');
  },
});

interface Port {
  readonly name: string;
  readonly line: number;
  isOpen: boolean;
  service: string;
}

class NmapReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #text = new LeafText();
  #address = '';
  #port: Port | undefined;
  #script: ScriptTables | undefined;
  #hasFinished = false;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  hasFinished(): boolean {
    return this.#hasFinished;
  }

  open(element: Element): void {
    this.#text.begin();
    const { name, attributes, line } = element;
    if (this.#script) this.#script.open(element);
    else if (name === 'nmaprun') this.#openRun(attributes);
    else if (name === 'host') this.#address = '';
    else if (name === 'address' && attributes.get('addrtype') !== 'mac') this.#address ||= attributes.get('addr') ?? '';
    else if (name === 'finished') this.#hasFinished = attributes.get('exit') !== 'error';
    else if (name === 'port') {
      const number = `${attributes.get('portid') ?? '?'}/${attributes.get('protocol') ?? '?'}`;
      this.#port = { name: number, line, isOpen: false, service: '' };
    } else if (name === 'state' && this.#port) this.#port.isOpen = attributes.get('state') === 'open';
    else if (name === 'service' && this.#port) this.#port.service = serviceOf(attributes);
    else if (name === 'script') this.#script = new ScriptTables(attributes.get('id') ?? '', this.#place(), this.#sink);
  }

  #openRun(attributes: ReadonlyMap<string, string>): void {
    this.#sink.tool({ name: 'Nmap', version: attributes.get('version') ?? null });
    const start = Number(attributes.get('start'));
    if (start > 0 && start < 1e11) this.#sink.ranAt(new Date(start * 1000).toISOString());
  }

  #place(): string {
    return this.#port ? `${this.#address} ${this.#port.name}` : this.#address;
  }

  text(piece: string): void {
    this.#text.add(piece);
  }

  close(name: string): void {
    const text = this.#text.take();
    if (name === 'script') this.#script = undefined;
    else if (this.#script) this.#script.close(name, text);
    else if (name === 'port') this.#closePort();
  }

  #closePort(): void {
    const port = this.#port;
    if (port?.isOpen) {
      this.#sink.finding({
        rule: 'open-port',
        level: 'none',
        state: 'open',
        message: clip(`Port ${port.name} is open${port.service === '' ? '' : `: ${port.service}`}`),
        file: clip(this.#place()),
        fileLine: null,
        weaknesses: [],
        fingerprint: null,
        line: port.line,
      });
    }
    this.#port = undefined;
  }
}

function serviceOf(attributes: ReadonlyMap<string, string>): string {
  return ['name', 'product', 'version'].flatMap((name) => attributes.get(name) ?? []).join(' ');
}
