/**
 * CycloneDX 1.2 to 1.6 in JSON and XML (cyclonedx.org/specification): tool, time and components, also those inside
 * components; the component that the file is about (`metadata.component`) is none of its own.
 */
import { at, listAt, objectOf, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportBytes } from '../report-bytes.js';
import type { ReportSink } from '../report.js';
import { readXml } from '../xml-events.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'cyclonedx',
  title: 'CycloneDX',
  ending: 'cdx',
  detects: ({ root, json }) =>
    root?.name === 'bom' ||
    (json?.isList === false && (json.keys.get('bomFormat') === 'CycloneDX' || isBomByKeys(json.keys))),
  read(report, sink, { head }) {
    sink.has('components');
    sink.complete(head.root ? readXmlBom(report, sink) : readJsonBom(report, sink));
  },
});

/** `bomFormat` may stand far behind the components. */
function isBomByKeys(keys: ReadonlyMap<string, unknown>): boolean {
  return keys.has('components') && (keys.has('metadata') || keys.has('specVersion') || keys.has('serialNumber'));
}

function readJsonBom(report: ReportBytes, sink: ReportSink): boolean {
  return readJson(
    report,
    ['$.components.*', '$.metadata'],
    ({ path: [area], value, line }) => {
      if (area === 'metadata') tellMetadata(value, sink);
      else tellComponent(value, line, sink);
    },
    sink,
  );
}

/** `tools` is a list up to 1.4 and an object with components and services since 1.5. */
function tellMetadata(metadata: unknown, sink: ReportSink): void {
  const time = textAt(metadata, 'timestamp');
  if (time !== undefined) sink.ranAt(time);
  const tools = [...listAt(metadata, 'tools'), ...listAt(metadata, 'tools', 'components')];
  const name = textAt(tools[0], 'name');
  if (name !== undefined) sink.tool({ name, version: textAt(tools[0], 'version') ?? null });
}

function tellComponent(component: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(component)) return sink.problem('A component is expected to be an object here.', line);
  const group = textAt(component, 'group');
  const name = textAt(component, 'name') ?? '';
  sink.component({
    name: clip(group === undefined || group === '' ? name : `${group}/${name}`),
    version: textAt(component, 'version') ?? null,
    purl: textAt(component, 'purl') ?? null,
  });
  if (Array.isArray(at(component, 'components'))) {
    for (const inner of listAt(component, 'components')) tellComponent(inner, line, sink);
  }
}

interface XmlComponent {
  readonly depth: number;
  readonly fields: Map<string, string>;
}

function readXmlBom(report: ReportBytes, sink: ReportSink): boolean {
  const path: string[] = [];
  const open: XmlComponent[] = [];
  let tool: XmlComponent | undefined;
  let text = '';
  return readXml(
    report,
    {
      open({ name }, depth) {
        path[depth] = name;
        path.length = depth + 1;
        text = '';
        const isTool = path[1] === 'metadata' && path[2] === 'tools';
        if (isTool && (name === 'tool' || name === 'component')) tool ??= { depth, fields: new Map() };
        if (name === 'component' && path[1] === 'components' && path[depth - 1] === 'components') {
          open.push({ depth, fields: new Map() });
        }
      },
      text(piece) {
        if (text.length < 2_000) text += piece;
      },
      close(name, depth) {
        if (path[1] === 'metadata' && name === 'timestamp' && depth === 2) sink.ranAt(text);
        const inside = open.at(-1) ?? tool;
        if (inside?.depth === depth - 1) inside.fields.set(name, text.trim());
        if (inside?.depth === depth && name === 'component' && inside === open.at(-1)) tellXml(open.pop(), sink);
        if (tool?.depth === depth) tellTool(tool, sink);
        text = '';
      },
    },
    sink,
  );
}

function tellXml(component: XmlComponent | undefined, sink: ReportSink): void {
  const { fields } = component ?? { fields: new Map<string, string>() };
  const group = fields.get('group') ?? '';
  const name = fields.get('name') ?? '';
  sink.component({
    name: clip(group === '' ? name : `${group}/${name}`),
    version: fields.get('version') ?? null,
    purl: fields.get('purl') ?? null,
  });
}

function tellTool({ fields }: XmlComponent, sink: ReportSink): void {
  const name = fields.get('name');
  if (name !== undefined) sink.tool({ name, version: fields.get('version') ?? null });
}
