/** Finds the fields of a record in the text of a YAML mapping and changes one of them, letter by letter. */
import type { Node, Pair, YAMLMap } from 'yaml';
import { yamlLibrary } from '../shapes/index.js';
import type { Value } from './value.js';
import { behindKey, inline, key } from './yaml-text.js';

/** One replacement within a text. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A mapping in a text, and where the text begins in its file. */
export interface MapAt {
  readonly map: YAMLMap;
  /** The whole YAML text that it stands in. */
  readonly text: string;
  readonly base: number;
}

/** @returns the root of the text, `undefined` where it cannot be read as a whole */
export function yamlRoot(text: string): Node | undefined {
  const document = yamlLibrary().parseDocument(text, {
    merge: false,
    uniqueKeys: false,
    logLevel: 'error',
    prettyErrors: false,
  });
  return document.errors.length === 0 ? (document.contents ?? undefined) : undefined;
}

/** @returns the mapping whose `id` has its value at the offset */
export function mapWithIdAt(root: Node, offset: number): YAMLMap | undefined {
  let found: YAMLMap | undefined;
  yamlLibrary().visit(root, {
    Map(_, map) {
      const id = map.items.find((pair) => nameOf(pair) === 'id')?.value as Node | null | undefined;
      if (id?.range?.[0] !== offset) return undefined;
      found = map;
      return yamlLibrary().visit.BREAK;
    },
  });
  return found;
}

/** @returns what to replace, in offsets of the file; `undefined` where the field has a form that is not changed */
export function setInMap(at: MapAt, path: readonly string[], value: Value): Splice | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const pair = at.map.items.find((one) => nameOf(one) === name);
  const inner = pair?.value as Node | null | undefined;
  if (!pair) return insert(at, name, nested(rest, value));
  if (rest.length === 0) return replace(at, pair, value);
  return yamlLibrary().isMap(inner) ? setInMap({ ...at, map: inner }, rest, value) : undefined;
}

export function nested(path: readonly string[], value: Value): Value {
  return path.reduceRight<Value>((inner, name) => ({ [name]: inner }), value);
}

function nameOf(pair: Pair): string | undefined {
  return yamlLibrary().isScalar(pair.key) ? pair.key.source : undefined;
}

/** In braces the new field follows the last one; in lines it gets a line of its own, indented as the first. */
function insert(at: MapAt, name: string, value: Value): Splice | undefined {
  const { map, text, base } = at;
  const last = map.items.at(-1);
  const end = last ? endOfPair(last, text) : (map.range?.[0] ?? 0) + 1;
  if (end === undefined) return undefined;
  if (map.flow === true) {
    const written = `${key(name)}: ${inline(value)}`;
    const spread = intoLines(at, name, value, written.length);
    return spread ?? { from: base + end, to: base + end, text: last ? `, ${written}` : ` ${written} ` };
  }
  const indent = last && indentOf(map.items[0] ?? last, text);
  if (indent === undefined) return undefined;
  const newline = text.indexOf('\n', end);
  const line = `${' '.repeat(indent)}${key(name)}:${behindKey(value, indent)}`;
  const where = base + (newline === -1 ? text.length : newline + 1);
  return { from: where, to: where, text: newline === -1 ? `\n${line}` : `${line}\n` };
}

/** Longer than this nobody reads a line. */
const MAX_LINE = 150;

/** Braces that would grow too long become lines, each value in the letters in which it was written. */
function intoLines({ map, text, base }: MapAt, name: string, value: Value, more: number): Splice | undefined {
  const [start, end] = rangeOf(map) ?? [0, 0];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = /^( *)(- )?[\w-]+: $/.exec(text.slice(lineStart, start));
  const inside = text.slice(start, end);
  if (!before || end - lineStart + more <= MAX_LINE || /[\n#]/.test(inside)) return undefined;
  const indent = (before[1] ?? '').length + (before[2] ?? '').length + 2;
  const own = map.items.map((pair) => {
    const [from = 0] = rangeOf(pair.key) ?? [];
    return `\n${' '.repeat(indent)}${text.slice(from, endOfPair(pair, text))}`;
  });
  const added = `\n${' '.repeat(indent)}${key(name)}:${behindKey(value, indent)}`;
  // Together with the blank behind the colon, which would stay at the end of its line.
  return { from: base + start - 1, to: base + end, text: [...own, added].join('') };
}

function replace(at: MapAt, pair: Pair, value: Value): Splice | undefined {
  const { text, base } = at;
  const end = endOfPair(pair, text);
  const indent = indentOf(pair, text);
  const colon = text.indexOf(':', rangeOf(pair.key)?.[1]);
  if (end === undefined || indent === undefined || colon === -1 || colon >= end) return undefined;
  const written = at.map.flow === true ? ` ${inline(value)}` : behindKey(value, indent);
  return { from: base + colon + 1, to: base + end, text: written };
}

function indentOf(pair: Pair, text: string): number | undefined {
  const start = rangeOf(pair.key)?.[0];
  return start === undefined ? undefined : start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** Behind the last letter of its value, so that comments and blank lines that follow stay. */
function endOfPair(pair: Pair, text: string): number | undefined {
  return nodeEnd(pair.value as Node | null, text);
}

/** @returns the offset behind its last letter */
export function nodeEnd(node: Node | null | undefined, text: string): number | undefined {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  const last = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined;
  if (last !== undefined && isMap(node) && node.flow !== true) return endOfPair(last as Pair, text);
  if (last !== undefined && isSeq(node) && node.flow !== true) return nodeEnd(last as Node | null, text);
  const range = rangeOf(node);
  if (!range || !isScalar(node) || !node.type?.startsWith('BLOCK')) return range?.[1];
  let end = range[1];
  while (end > range[0] && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

function rangeOf(node: unknown): readonly [start: number, end: number] | undefined {
  const range = yamlLibrary().isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
