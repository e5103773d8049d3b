/** Writes drafts as YAML lists of records, one file per kind; the same drafts give the same bytes. */
import { findKind, kindNames } from '../records/index.js';
import { yamlLibrary } from '../shapes/index.js';
import type { RecordDraft } from './imported.js';
import { LIMITS } from './limits.js';

export interface RecordFile {
  /** Name in the folder of the import, such as `items.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** @param source said at the top of each file: what the records were imported from */
export function recordFiles(drafts: readonly RecordDraft[], source: string): readonly RecordFile[] {
  return kindNames().flatMap((kind) => {
    const own = drafts.filter((draft) => draft.kind === kind);
    const plural = findKind(kind)?.plural ?? kind;
    return filesOf(plural, own.map(recordText), source);
  });
}

/** A file longer than is read would be lost to the next run, so that very many records go into several. */
function filesOf(plural: string, records: readonly string[], source: string): readonly RecordFile[] {
  const parts: string[][] = [];
  let length = Infinity;
  for (const record of records) {
    length += record.length;
    if (length > LIMITS.recordFileLength) {
      parts.push([]);
      length = record.length;
    }
    parts.at(-1)?.push(record);
  }
  const head = `# Imported from ${oneLine(source)}. Nobody has looked at these records yet.\n\n${plural}:\n`;
  return parts.map((part, at) => ({
    name: `${plural}${at === 0 ? '' : `-${at + 1}`}.yaml`,
    text: `${head}${part.join('')}`,
  }));
}

/** Longer lists, and texts of several lines, stand one item a line. */
const LIST_LENGTH = 80;

function recordText(draft: RecordDraft): string {
  const yaml = yamlLibrary();
  // `compat`: words such as `yes` and `on` are quoted, so that other readers of YAML take them for texts too.
  const document = new yaml.Document([new Map([['id', draft.id], ...draft.fields])], {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  yaml.visit(document, {
    Seq(key, list) {
      const words = list.items.map((item) => (yaml.isScalar(item) ? String(item.value) : '\n'));
      if (key !== null && words.join(', ').length < LIST_LENGTH && !words.some((word) => word.includes('\n')))
        list.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 120, flowCollectionPadding: false });
  // By line feeds alone: to a pattern, other characters of a text would begin a line too.
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}

// oxlint-disable-next-line no-control-regex -- a line break would end the comment
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

function oneLine(text: string): string {
  return text.replaceAll(BREAKS, '\uFFFD');
}
