/**
 * SPDX 2.2 and 2.3 (spdx.github.io/spdx-spec) as JSON and as tag and value, and SPDX 3.0 as JSON-LD: tool, time, and
 * packages. RDF/XML, YAML and spreadsheets are not read.
 */
import { listAt, objectOf, textAt, textOf } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportBytes } from '../report-bytes.js';
import type { ReportSink } from '../report.js';
import { textLines } from '../text-lines.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'spdx',
  title: 'SPDX',
  ending: 'spdx',
  detects: ({ text, json }) =>
    /^SPDXVersion:/m.test(text.slice(0, 4_000)) ||
    (json?.isList === false &&
      (json.keys.has('spdxVersion') || json.keys.has('@graph') || json.keys.get('SPDXID') === 'SPDXRef-DOCUMENT')),
  read(report, sink, { head }) {
    sink.has('components');
    sink.complete(head.json ? readJsonDocument(report, sink) : readTags(report, sink));
  },
});

function readJsonDocument(report: ReportBytes, sink: ReportSink): boolean {
  return readJson(
    report,
    ['$.packages.*', '$.creationInfo', '$.@graph.*'],
    ({ path: [area], value }) => {
      if (area === 'packages') tellPackage(value, sink);
      else if (area === 'creationInfo') tellCreation(value, sink);
      else tellElement(value, sink);
    },
    sink,
  );
}

function tellPackage(value: unknown, sink: ReportSink): void {
  const purl = listAt(value, 'externalRefs').find((reference) => textAt(reference, 'referenceType') === 'purl');
  sink.component({
    name: clip(textAt(value, 'name') ?? ''),
    version: textAt(value, 'versionInfo') ?? null,
    purl: textAt(purl, 'referenceLocator') ?? null,
  });
}

function tellCreation(value: unknown, sink: ReportSink): void {
  const created = textAt(value, 'created');
  if (created !== undefined) sink.ranAt(created);
  for (const creator of listAt(value, 'creators')) tellCreator(textOf(creator) ?? '', sink);
}

/** As `Tool: syft-1.4.0`: name and version are parted by the last hyphen before a digit. */
function tellCreator(creator: string, sink: ReportSink): void {
  const tool = /^Tool:\s*(.+)$/.exec(creator)?.[1]?.trim();
  if (tool === undefined) return;
  const [, name, version] = /^(.+?)-(v?\d\S*)$/.exec(tool) ?? [];
  sink.tool({ name: name ?? tool, version: version ?? null });
}

/** SPDX 3: everything is an element of one graph. */
function tellElement(value: unknown, sink: ReportSink): void {
  if (!objectOf(value)) return;
  const type = textAt(value, 'type') ?? textAt(value, '@type');
  const name = textAt(value, 'name') ?? '';
  if (type === 'CreationInfo') tellCreation(value, sink);
  else if (type === 'Tool') tellCreator(`Tool: ${name}`, sink);
  else if (type === 'software_Package') {
    const version = textAt(value, 'software_packageVersion') ?? null;
    sink.component({ name: clip(name), version, purl: textAt(value, 'software_packageUrl') ?? null });
  }
}

function readTags(report: ReportBytes, sink: ReportSink): true {
  let fields: { name: string; version: string | null; purl: string | null } | undefined;
  const tell = (): void => {
    if (fields) sink.component(fields);
    fields = undefined;
  };
  for (const { text } of textLines(report, sink)) {
    const [, tag, value] = /^([A-Za-z]+): *(.*)$/.exec(text) ?? [];
    if (tag === 'PackageName') {
      tell();
      fields = { name: clip(value ?? ''), version: null, purl: null };
    } else if (tag === 'PackageVersion' && fields) fields.version = clip(value ?? '', 200);
    else if (tag === 'ExternalRef' && fields) fields.purl ??= /\bpurl (\S+)$/.exec(value ?? '')?.[1] ?? null;
    else if (tag === 'Created') sink.ranAt(value ?? '');
    else if (tag === 'Creator') tellCreator(value ?? '', sink);
  }
  tell();
  return true;
}
