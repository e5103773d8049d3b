/** Reads YAML into a small tree that keeps every scalar as it was written and knows where each word stands. */
import type { Node, YAMLParseError } from 'yaml';
import { yamlLibrary } from './yaml-library.js';
import { MAX_LETTERS, MAX_NODES, whyTooMuch } from './yaml-limits.js';
import { wordsOf } from './yaml-words.js';

export interface YamlScalar {
  readonly is: 'scalar';
  /** The text without quotes; never turned into a number or a boolean, so that `1.10` and `no` survive. */
  readonly text: string;
  readonly plain: boolean;
  readonly at: number;
}
export interface YamlList {
  readonly is: 'list';
  readonly items: readonly YamlTree[];
  readonly at: number;
}
export interface YamlEntry {
  readonly key: string;
  readonly keyAt: number;
  readonly value: YamlTree;
}
export interface YamlMap {
  readonly is: 'map';
  readonly entries: readonly YamlEntry[];
  readonly at: number;
}
export type YamlTree = YamlScalar | YamlList | YamlMap;

export interface YamlProblem {
  readonly at: number;
  readonly message: string;
}
export interface YamlRead {
  readonly tree: YamlTree | undefined;
  readonly problems: readonly YamlProblem[];
  /** It holds more than is read: cut into parts it would hold no less. */
  readonly isTooLarge?: true;
}

/** Deep enough for any record, shallow enough that no walk over the tree can exhaust the stack. */
export const MAX_DEPTH = 40;
/** Places told of one text: whoever has that many looks at the first ones. */
const MAX_PROBLEMS = 100;

// @implements SRS-902
/**
 * By the library, which knows all of YAML and has words for every mistake.
 * @param base offset of `text` in its file, added to every place
 */
export function parseYaml(text: string, base = 0): YamlRead {
  const tooMuch = whyTooMuch(text);
  if (tooMuch) {
    const problems = [{ at: base + tooMuch.at, message: tooMuch.message }];
    return { tree: undefined, problems, ...(tooMuch.isTooLarge && { isTooLarge: true }) };
  }
  const document = yamlLibrary().parseDocument(text, {
    merge: false,
    uniqueKeys: false,
    // Less, and a second document would be dropped without a word.
    logLevel: 'error',
    prettyErrors: false,
  });
  const problems = new Problems();
  for (const error of causesAmong(document.errors)) problems.add(base + error.pos[0], wordsOf(error, text));
  if (problems.all.length > 0 || !document.contents) return { tree: undefined, problems: problems.all };
  const converter = new Converter(base, problems);
  const tree = converter.convert(document.contents, 0)?.tree;
  const { all, isTooDeep, isTooLarge } = problems;
  if (isTooLarge) return { tree: undefined, problems: all, isTooLarge };
  return { tree: isTooDeep ? undefined : tree, problems: all };
}

/** Each place once with each message, and not without end. */
class Problems {
  readonly all: YamlProblem[] = [];
  readonly #known = new Set<string>();
  isTooDeep = false;
  isTooLarge = false;

  add(at: number, message: string): void {
    const key = `${at} ${message}`;
    if (this.#known.size > MAX_PROBLEMS || this.#known.has(key)) return;
    this.#known.add(key);
    const more = `More is wrong from here on; of one text the first ${MAX_PROBLEMS} places are told.`;
    this.all.push({ at, message: this.#known.size > MAX_PROBLEMS ? more : message });
  }

  tooDeep(at: number): undefined {
    if (!this.isTooDeep) this.add(at, `Too deeply nested: more than ${MAX_DEPTH} levels.`);
    this.isTooDeep = true;
    return undefined;
  }

  tooLarge(at: number, message: string): undefined {
    if (!this.isTooLarge) this.add(at, message);
    this.isTooLarge = true;
    return undefined;
  }
}

export function isEmptyScalar(tree: YamlTree): boolean {
  // By what is seen: an unquoted no-break space or byte-order mark is a text to YAML and nothing to a reader.
  return tree.is === 'scalar' && (tree.text.trim() === '' || (tree.plain && /^(~|null|Null|NULL)$/.test(tree.text)));
}

interface Sized {
  readonly tree: YamlTree;
  /** Nodes below it with every alias followed. */
  readonly nodes: number;
  /** Characters of their scalars. */
  readonly letters: number;
}

class Converter {
  readonly #anchors = new Map<string, Sized | 'open'>();
  readonly #library = yamlLibrary();
  readonly #base: number;
  readonly #problems: Problems;

  constructor(base: number, problems: Problems) {
    this.#base = base;
    this.#problems = problems;
  }

  convert(node: Node | null, depth: number): Sized | undefined {
    if (!node) return undefined;
    const { isAlias, isMap, isScalar, isSeq } = this.#library;
    const at = this.#base + (node.range?.[0] ?? 0);
    if (depth > MAX_DEPTH) return this.#problems.tooDeep(at);
    if (isAlias(node)) return this.#alias(node.source, at);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const sized = this.#collection(node, at, depth);
    if (sized && sized.nodes > MAX_NODES)
      return this.#problems.tooLarge(at, `Too many values: more than ${MAX_NODES} once aliases are followed.`);
    if (sized && sized.letters > MAX_LETTERS)
      return this.#problems.tooLarge(
        at,
        `Too much text: more than ${MAX_LETTERS} characters once aliases are followed.`,
      );
    if (anchor !== undefined && sized) this.#anchors.set(anchor, sized);
    return sized;
  }

  #collection(node: Node, at: number, depth: number): Sized | undefined {
    const { isMap, isScalar, isSeq } = this.#library;
    if (isScalar(node)) {
      const plain = node.type === 'PLAIN' || node.type === undefined;
      const text = node.source ?? '';
      return { tree: { is: 'scalar', text, plain, at }, nodes: 1, letters: text.length };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#orEmpty(item as Node | null, at, depth + 1));
      return { tree: { is: 'list', items: items.map((item) => item.tree), at }, ...total(items) };
    }
    if (isMap(node)) return this.#map(node.items as { key: Node; value: Node | null }[], at, depth);
    return undefined;
  }

  #map(pairs: readonly { key: Node; value: Node | null }[], at: number, depth: number): Sized {
    const entries = new Map<string, YamlEntry>();
    const merged: (readonly YamlEntry[])[] = [];
    const parts: Sized[] = [];
    for (const pair of pairs) {
      const keyAt = this.#base + (pair.key?.range?.[0] ?? 0);
      if (!this.#library.isScalar(pair.key)) {
        this.#problems.add(keyAt, 'A key is a single word here, not a list or a mapping.');
        continue;
      }
      const key = pair.key.source ?? '';
      const value = this.#orEmpty(pair.value, keyAt, depth + 1);
      parts.push(value);
      if (key === '<<' && pair.key.type === 'PLAIN') merged.push(this.#mergedEntries(value.tree, keyAt));
      else if (entries.has(key)) this.#problems.add(keyAt, `The key \`${short(key)}\` stands twice.`);
      else entries.set(key, { key, keyAt, value: value.tree });
    }
    for (const entry of merged.flat()) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return { tree: { is: 'map', entries: [...entries.values()], at }, ...total(parts) };
  }

  #mergedEntries(tree: YamlTree, at: number): readonly YamlEntry[] {
    if (tree.is === 'map') return tree.entries;
    if (tree.is === 'list') return tree.items.flatMap((item) => this.#mergedEntries(item, at));
    this.#problems.add(at, 'A merge key `<<` takes an alias of a mapping.');
    return [];
  }

  #alias(name: string, at: number): Sized | undefined {
    const target = this.#anchors.get(name);
    if (target !== undefined && target !== 'open') return target;
    const why = target === 'open' ? 'stands inside what it names' : 'names no anchor above it';
    this.#problems.add(at, `The alias \`*${short(name)}\` ${why}.`);
    return undefined;
  }

  #orEmpty(node: Node | null, at: number, depth: number): Sized {
    return this.convert(node, depth) ?? { tree: { is: 'scalar', text: '', plain: true, at }, nodes: 1, letters: 0 };
  }
}

function total(parts: readonly Sized[]): Pick<Sized, 'nodes' | 'letters'> {
  return {
    nodes: parts.reduce((sum, part) => sum + part.nodes, 1),
    letters: parts.reduce((sum, part) => sum + part.letters, 0),
  };
}

function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}...` : name;
}

/**
 * Once the parser has lost its way, each word after it is told as unexpected, and one place in several words: a list item
 * at the wrong indentation gave fifty lines.
 */
function causesAmong(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  return errors.filter(({ code, pos }, index) => {
    const before = errors[index - 1];
    return before?.pos[0] !== pos[0] && (code !== 'UNEXPECTED_TOKEN' || before?.code !== code);
  });
}
