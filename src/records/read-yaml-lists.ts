/** Reads a YAML file whose top keys are plural kinds, each a list of records. A broken part costs its own record only. */
import {
  didYouMean,
  readYaml,
  shown,
  type Source,
  type YamlEntry,
  type YamlMap,
  type YamlTree,
} from '../shapes/index.js';
import { findKindByPlural, kindPlurals } from './kinds.js';
import type { Kind } from './kinds/define.js';
import { idMissing, makeRecord } from './make-record.js';
import { FileReading } from './file-reading.js';

export function readYamlLists(source: Source): FileReading {
  const reading = new FileReading(source);
  const whole = readYaml(source.text);
  if (whole.problems.length === 0) readTop(whole.tree, reading);
  else if (whole.isTooLarge) for (const { at, message } of whole.problems) reading.problem(at, message, 'any');
  else readParts(source, reading);
  return reading;
}

function readTop(tree: YamlTree | undefined, reading: FileReading): void {
  if (!tree || (tree.is === 'scalar' && tree.text.trim() === '')) return;
  if (tree.is !== 'map') {
    reading.problem(
      tree.at,
      'A YAML file of records begins with plural kinds as keys, such as `requirements:`.',
      'any',
    );
    return;
  }
  for (const entry of tree.entries) readList(entry, reading);
}

function readList(entry: YamlEntry, reading: FileReading): void {
  const kind = findKindByPlural(entry.key);
  if (!kind) {
    reading.unknownKind(
      entry.key,
      entry.keyAt,
      `\`${shown(entry.key)}:\` is no kind of record${didYouMean(entry.key, kindPlurals()) || '.'}`,
      `Use one of ${kindPlurals().join(', ')}; keep other files outside the folders of \`records:\`.`,
    );
    return;
  }
  if (entry.value.is !== 'list') {
    reading.problem(entry.value.at, `\`${entry.key}:\` takes a list of records, each with an \`id\`.`, kind.kind);
    return;
  }
  for (const item of entry.value.items) readItem(kind, item, reading);
}

function readItem(kind: Kind, item: YamlTree, reading: FileReading): void {
  if (item.is !== 'map') {
    reading.problem(item.at, `A record in \`${kind.plural}:\` is a mapping with an \`id\`.`, kind.kind);
    return;
  }
  reading.add(kind, recordIn(kind, item, reading));
}

function recordIn(kind: Kind, item: YamlMap, reading: FileReading): ReturnType<typeof makeRecord> {
  const id = item.entries.find((entry) => entry.key === 'id');
  if (!id || id.value.is !== 'scalar' || id.value.text === '') {
    return { record: undefined, faults: [idMissing(kind, reading.source, id ? id.value.at : item.at)] };
  }
  const fields = item.entries.filter((entry) => entry.key !== 'id' && !namesItsKind(entry, kind));
  return makeRecord({ kind, id: id.value.text, source: reading.source, at: id.value.at, fields, defaults: [] });
}

function namesItsKind(entry: YamlEntry, kind: Kind): boolean {
  return entry.key === 'kind' && entry.value.is === 'scalar' && entry.value.text === kind.kind;
}

// @implements SRS-104
/**
 * The file does not parse as a whole: each item of each top list is read alone, so that the broken one is named and
 * the rest is still there. Anchors of other items are not known then.
 */
function readParts(source: Source, reading: FileReading): void {
  const { parts, restAt } = partsOf(source.text);
  if (restAt !== undefined)
    reading.problem(
      restAt,
      `The file cannot be read as a whole, and has more than ${MAX_PARTS} parts. Split it.`,
      'any',
    );
  for (const part of parts) {
    const kind = findKindByPlural(part.key);
    const read = readYaml(part.text, part.at);
    for (const problem of read.problems) reading.problem(problem.at, problem.message, kind?.kind ?? 'any');
    if (read.problems.length > 0) {
      // Several, where the items that follow are indented otherwise.
      for (const [, id = ''] of part.text.matchAll(ID_OF_ITEM)) reading.loseId(id);
      continue;
    }
    if (read.tree?.is === 'list' && kind) for (const item of read.tree.items) readItem(kind, item, reading);
    else readTop(read.tree, reading);
  }
}

const ID_OF_ITEM = /^[ \t]*-[ \t]+(?:\{[ \t]*)?id:[ \t]*["']?([A-Za-z][\w.-]*)/gm;

interface Part {
  /** The top key that the part stands under. */
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/** Each part is parsed alone, which has its price; more stand in no file that people keep. */
const MAX_PARTS = 50_000;

/** Cuts at top keys and at the items right under them, by indentation alone; past the limit the rest is not read. */
function partsOf(text: string): { readonly parts: readonly Part[]; readonly restAt: number | undefined } {
  const parts: Part[] = [];
  let key = '';
  let start = 0;
  let itemIndent: number | undefined;
  const cut = (at: number): void => {
    const body = text.slice(start, at);
    if (body.trim() !== '') parts.push({ key, text: body, at: start });
    start = at;
  };
  for (let at = 0; at < text.length && parts.length < MAX_PARTS;) {
    const end = text.indexOf('\n', at) + 1 || text.length;
    const line = text.slice(at, end);
    const top = /^([A-Za-z][\w-]*):\s*(#.*)?\r?\n?$/.exec(line);
    const indent = /^( *)- /.exec(line)?.[1]?.length;
    if (/^(?:---|\.\.\.)\s*$/.test(line)) {
      cut(at);
      key = '';
      start = end;
      itemIndent = undefined;
    } else if (top) {
      cut(at);
      key = top[1] ?? '';
      start = end;
      itemIndent = undefined;
    } else if (indent !== undefined && (itemIndent === undefined || indent === itemIndent)) {
      cut(at);
      itemIndent = indent;
    } else if (/^[A-Za-z"']/.test(line) || (key !== '' && /^[^\s#-]/.test(line))) {
      cut(at);
      key = '';
    }
    at = end;
  }
  if (parts.length < MAX_PARTS) cut(text.length);
  return { parts, restAt: parts.length < MAX_PARTS ? undefined : start };
}
