/**
 * Trivy JSON (trivy.dev, Reporting; schema version 2, and the form of `trivy k8s`): vulnerabilities of components, faults of
 * configuration, secrets and licences.
 */
import { at, objectOf, textAt, textOf } from '../json-access.js';
import { readJson, type JsonPart } from '../json-values.js';
import type { ReportSink } from '../report.js';
import { defineFormat } from './define.js';
import { findingOf, type TrivyTarget } from './trivy-finding.js';

export default defineFormat({
  name: 'trivy',
  title: 'Trivy JSON',
  ending: 'json',
  detects: ({ json }) =>
    json?.isList === false &&
    ((json.keys.has('SchemaVersion') && (json.keys.has('ArtifactName') || json.keys.has('Results'))) ||
      (json.keys.has('ClusterName') && CLUSTER_PARTS.some((part) => json.keys.has(part)))),
  read(report, sink) {
    sink.has('findings');
    const reader = new TrivyReader(sink);
    const isWhole = readJson(report, PATHS, (part) => reader.part(part), sink);
    sink.tool({ name: 'Trivy', version: reader.version() });
    if (!isWhole) sink.complete(false);
  },
});

/** Where the resources of a cluster stand, in versions from 0.28 on. */
const CLUSTER_PARTS = ['Vulnerabilities', 'Misconfigurations', 'Resources', 'Findings'];
const RESULT_PARTS = [
  'Target',
  'Class',
  'Type',
  'Vulnerabilities.*',
  'Misconfigurations.*',
  'Secrets.*',
  'Licenses.*',
  'ExperimentalModifiedFindings.*',
];

const PATHS = [
  '$.CreatedAt',
  '$.Trivy.Version',
  ...RESULT_PARTS.map((part) => `$.Results.*.${part}`),
  ...CLUSTER_PARTS.flatMap((area) => [
    ...['Namespace', 'Kind', 'Name'].map((part) => `$.${area}.*.${part}`),
    ...RESULT_PARTS.map((part) => `$.${area}.*.Results.*.${part}`),
  ]),
];

class TrivyReader {
  readonly #sink: ReportSink;
  #version: string | null = null;
  /** What stands above the finding that is read: it is written before it. */
  #resource: { readonly at: string; readonly names: Map<string, string> } = { at: '', names: new Map() };
  #result: { readonly at: string; readonly names: Map<string, string> } = { at: '', names: new Map() };

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  version(): string | null {
    return this.#version;
  }

  part({ path, value, line }: JsonPart): void {
    if (path[0] === 'CreatedAt') return this.#sink.ranAt(textOf(value) ?? '');
    if (path[0] === 'Trivy') return void (this.#version = textOf(value) ?? null);
    const results = path.lastIndexOf('Results');
    this.#enter(path, results);
    const [area, position] = path.slice(results === -1 ? 2 : results + 2);
    if (position === undefined) this.#name(String(area), value, results === -1);
    else this.#finding(String(area), value, line);
  }

  #enter(path: JsonPart['path'], results: number): void {
    const resource = results === 0 ? '' : path.slice(0, 2).join(' ');
    const result = results === -1 ? this.#result.at : path.slice(0, results + 2).join(' ');
    if (resource !== this.#resource.at) this.#resource = { at: resource, names: new Map() };
    if (result !== this.#result.at) this.#result = { at: result, names: new Map() };
  }

  #name(name: string, value: unknown, isOfResource: boolean): void {
    if (typeof value === 'string') (isOfResource ? this.#resource : this.#result).names.set(name, value);
  }

  #finding(area: string, value: unknown, line: number): void {
    if (!objectOf(value)) return this.#sink.problem('A finding is expected to be an object here.', line);
    if (area !== 'ExperimentalModifiedFindings') return this.#tell(area, value, 'open', line);
    // Found, and taken off the list by an ignore file or a VEX document.
    this.#tell(
      MODIFIED.get(textAt(value, 'Type') ?? '') ?? 'Vulnerabilities',
      at(value, 'Finding'),
      'suppressed',
      line,
    );
  }

  #tell(area: string, value: unknown, state: 'open' | 'suppressed', line: number): void {
    const finding = findingOf(area, value, this.#target(), line, this.#sink);
    if (finding) this.#sink.finding({ ...finding, state: finding.state === 'open' ? state : finding.state });
  }

  #target(): TrivyTarget {
    const name = (of: string): string => this.#result.names.get(of) ?? '';
    return {
      target: name('Target'),
      isOfSystem: name('Class') === 'os-pkgs',
      type: name('Type'),
      resource: ['Namespace', 'Kind', 'Name'].flatMap((of) => this.#resource.names.get(of) ?? []).join('/'),
    };
  }
}

const MODIFIED = new Map([
  ['vulnerability', 'Vulnerabilities'],
  ['misconfiguration', 'Misconfigurations'],
  ['secret', 'Secrets'],
  ['license', 'Licenses'],
]);
