/**
 * Reports of ZAP (zaproxy.org, Report Generation add-on 0.45: traditional XML and traditional JSON, with and without
 * requests and responses), and the XML of ZAP 2.4 to 2.10 before it.
 */
import { isoFromEnglish } from '../english-date.js';
import { at, listAt, objectOf, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { LeafText } from '../leaf-text.js';
import { LIMITS } from '../limits.js';
import type { ReportBytes } from '../report-bytes.js';
import type { ReportSink } from '../report.js';
import { readXml, type Element, type XmlHandlers } from '../xml-events.js';
import { defineFormat } from './define.js';
import { MAX_INSTANCES, tellAlert, type ZapInstance } from './zap-alert.js';

export default defineFormat({
  name: 'zap',
  title: 'ZAP',
  ending: 'zap',
  detects: ({ root, json }) =>
    root?.name === 'OWASPZAPReport' || (json?.isList === false && json.keys.has('@version') && json.keys.has('site')),
  read(report, sink, { head }) {
    sink.has('findings');
    const isWhole = head.root ? readXml(report, new ZapReader(sink), sink) : readJsonReport(report, sink);
    // The report does not say whether the scan came to its end.
    if (!isWhole) sink.complete(false);
  },
});

class ZapReader implements XmlHandlers {
  readonly #sink: ReportSink;
  readonly #text = new LeafText();
  #site = '';
  #alert: { readonly fields: Map<string, string>; readonly line: number } | undefined;
  #instance: { readonly fields: Map<string, string>; readonly line: number } | undefined;
  #instances: ZapInstance[] = [];
  #more = 0;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  open({ name, attributes, line }: Element): void {
    this.#text.begin();
    if (name === 'OWASPZAPReport') {
      this.#sink.tool({ name: 'ZAP', version: attributes.get('version') ?? null });
      this.#sink.ranAt(attributes.get('created') ?? isoFromEnglish(attributes.get('generated') ?? ''));
    } else if (name === 'site') this.#site = attributes.get('name') ?? '';
    else if (name === 'alertitem') {
      this.#alert = { fields: new Map(), line };
      [this.#instances, this.#more] = [[], 0];
    } else if (name === 'instance') this.#instance = { fields: new Map(), line };
  }

  text(piece: string): void {
    this.#text.add(piece);
  }

  close(name: string): void {
    const text = this.#text.take();
    if (name === 'instance') this.#closeInstance();
    else if (name === 'alertitem') this.#closeAlert();
    else this.#keep(name, text);
  }

  #keep(name: string, text: string): void {
    const fields = (this.#instance ?? this.#alert)?.fields;
    if (fields && fields.size < LIMITS.properties) fields.set(name, text);
  }

  #closeInstance(): void {
    if (this.#instance && this.#instances.length < MAX_INSTANCES) this.#instances.push(this.#instance);
    else this.#more++;
    this.#instance = undefined;
  }

  #closeAlert(): void {
    const alert = this.#alert;
    this.#alert = undefined;
    if (!alert) return;
    tellAlert({ ...alert, instances: this.#instances, more: this.#more, site: this.#site }, this.#sink);
  }
}

/** `site` is a list, and a single object where older versions wrote one site. */
const PATHS = [
  '$.@version',
  '$.@generated',
  '$.created',
  '$.site.*.@name',
  '$.site.@name',
  '$.site.*.alerts.*',
  '$.site.alerts.*',
];

function readJsonReport(report: ReportBytes, sink: ReportSink): boolean {
  let site = '';
  let generated = '';
  const isWhole = readJson(
    report,
    PATHS,
    ({ path, value, line }) => {
      const key = path.at(-1);
      if (key === '@version') sink.tool({ name: 'ZAP', version: typeof value === 'string' ? value : null });
      else if (key === 'created' && typeof value === 'string') sink.ranAt(value);
      else if (key === '@generated' && typeof value === 'string') generated = value;
      else if (key === '@name' && typeof value === 'string') site = value;
      else if (path.includes('alerts')) tellJsonAlert(value, site, line, sink);
    },
    sink,
  );
  sink.ranAt(isoFromEnglish(generated));
  return isWhole;
}

function tellJsonAlert(alert: unknown, site: string, line: number, sink: ReportSink): void {
  if (!objectOf(alert)) return sink.problem('An alert is expected to be an object here.', line);
  const instances = listAt(alert, 'instances').map((instance) => ({ fields: textsOf(instance), line }));
  const kept = instances.slice(0, MAX_INSTANCES);
  tellAlert({ fields: textsOf(alert), instances: kept, more: instances.length - kept.length, site, line }, sink);
}

const NAMES = [
  'pluginid',
  'alertRef',
  'alert',
  'name',
  'riskcode',
  'confidence',
  'cweid',
  'count',
  'uri',
  'method',
  'param',
];

function textsOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    NAMES.flatMap((name) => {
      const written = at(value, name);
      const text = typeof written === 'number' ? String(written) : textAt(value, name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}
