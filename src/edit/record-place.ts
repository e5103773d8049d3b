/** Finds where a record stands in its file: as an item of a YAML list, as a whole file, or as a section of Markdown. */
import type { Node } from 'yaml';
import { cutMarkdown, type AnyRecord } from '../records/index.js';
import { yamlLibrary } from '../shapes/index.js';
import { mapWithIdAt, setInMap, yamlRoot, nested, type MapAt, type Splice } from './yaml-map.js';
import type { FieldChange } from './value.js';
import { fieldLines } from './yaml-text.js';

/** @param text of the file that the record was read from, as it is now */
export function spliceFor(record: AnyRecord, text: string, change: FieldChange): Splice | undefined {
  const { offset, source } = record.spot;
  if (isYaml(source.path))
    return inMap(
      mapAt(text, 0, (root) => mapWithIdAt(root, offset)),
      change,
    );
  const cut = cutMarkdown(text);
  const isWholeFile = cut.front !== undefined && offset < cut.front.end;
  if (isWholeFile) return inMap(cut.front && mapAt(cut.front.text, cut.front.at, asMap), change);
  const heading = cut.headings.find((one) => one.textAt === offset);
  if (!heading) return undefined;
  if (heading.yaml) return inMap(mapAt(heading.yaml.text, heading.yaml.at, asMap), change);
  const [name, ...rest] = change.path;
  const fields = fieldLines({ [name]: nested(rest, change.value) }, 0);
  return { from: heading.end, to: heading.end, text: `\`\`\`yaml\n${fields}\`\`\`\n` };
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function asMap(root: Node): MapAt['map'] | undefined {
  return yamlLibrary().isMap(root) ? root : undefined;
}

function mapAt(text: string, base: number, find: (root: Node) => MapAt['map'] | undefined): MapAt | undefined {
  const root = yamlRoot(text);
  const map = root && find(root);
  return map && { map, text, base };
}

function inMap(at: MapAt | undefined, { path, value }: FieldChange): Splice | undefined {
  return at && setInMap(at, path, value);
}
