/**
 * One value of a foreign file with its path. It remembers whether a translator carried it into a record or gave it up,
 * so that what nobody looked at is a loss by itself.
 */
import { isEmptyScalar, type YamlTree } from '../shapes/index.js';
import type { LossReason } from './imported.js';
import type { Problems } from './problems.js';

type Children = ReadonlyMap<string, ForeignValue> | readonly ForeignValue[];

interface Origin {
  readonly parent: ForeignValue | undefined;
  /** Key or position in the parent; of a root the name of its file, where a model has several. */
  readonly key: string;
  readonly problems: Problems;
}

export class ForeignValue {
  readonly is: YamlTree['is'];
  readonly problems: Problems;
  readonly #tree: YamlTree | undefined;
  readonly #parent: ForeignValue | undefined;
  readonly #key: string;
  /** Made when somebody looks: of most drawings nobody does. */
  #children: Children | undefined;
  #why: LossReason | undefined;
  #isCarried = false;

  private constructor(is: YamlTree['is'], origin: Origin, tree: YamlTree | undefined, children?: Children) {
    this.is = is;
    this.problems = origin.problems;
    this.#parent = origin.parent;
    this.#key = origin.key;
    this.#tree = tree;
    this.#children = children;
  }

  static root(tree: YamlTree, problems: Problems, file = ''): ForeignValue {
    return new ForeignValue(tree.is, { parent: undefined, key: file, problems }, tree);
  }

  /** A mapping or list made of parts of several files; each child keeps its own path. */
  static joined(first: ForeignValue, children: Children): ForeignValue {
    const origin = { parent: first.#parent, key: first.#key, problems: first.problems };
    return new ForeignValue(Array.isArray(children) ? 'list' : 'map', origin, undefined, children);
  }

  /** JSON Pointer (RFC 6901), behind `file#` where a model has several files. */
  get path(): string {
    if (!this.#parent) return this.#key === '' ? '' : `${this.#key}#`;
    return `${this.#parent.path}/${this.#key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  /** As written; empty for a list or a mapping. */
  get text(): string {
    return this.#tree?.is === 'scalar' ? this.#tree.text : '';
  }

  /** A text in quotes, which is none of the words true, false and null. */
  get isQuoted(): boolean {
    return this.#tree?.is === 'scalar' && !this.#tree.plain;
  }

  /** It says nothing: null, an empty text, a list or mapping without anything in it. */
  get isEmpty(): boolean {
    if (this.#tree?.is === 'scalar') return isEmptyScalar(this.#tree);
    if (this.#tree && !this.#children)
      return this.#tree.is === 'list'
        ? this.#tree.items.length === 0
        : this.#tree.is === 'map' && this.#tree.entries.length === 0;
    return this.#kids instanceof Map ? this.#kids.size === 0 : this.items().length === 0;
  }

  get isCarried(): boolean {
    return this.#isCarried;
  }

  get why(): LossReason | undefined {
    return this.#why;
  }

  /** The content as it was read, where nobody looked at the parts. */
  get untouched(): YamlTree | undefined {
    return this.#children ? undefined : this.#tree;
  }

  /** @returns `undefined` where there is no such key, or nothing behind it */
  find(key: string): ForeignValue | undefined {
    const child = this.#kids instanceof Map ? this.#kids.get(key) : undefined;
    return child?.isEmpty ? undefined : child;
  }

  entries(): readonly (readonly [string, ForeignValue])[] {
    return this.#kids instanceof Map ? [...this.#kids] : [];
  }

  items(): readonly ForeignValue[] {
    return this.#kids instanceof Map ? [] : (this.#kids as readonly ForeignValue[]);
  }

  /** Its text now stands in a record, or the record is what it says. */
  carry(): string {
    this.#isCarried = true;
    return this.text;
  }

  /** Given up, a scalar even if it was carried before; of a list or mapping, what is not carried is lost for this reason. */
  lose(why: LossReason): void {
    this.#why ??= why;
    if (this.is === 'scalar') this.#isCarried = false;
  }

  get #kids(): Children {
    this.#children ??= this.#childrenOf(this.#tree);
    return this.#children;
  }

  #childrenOf(tree: YamlTree | undefined): Children {
    const child = (value: YamlTree, key: string): ForeignValue =>
      new ForeignValue(value.is, { parent: this, key, problems: this.problems }, value);
    if (tree?.is === 'list') return tree.items.map((item, at) => child(item, String(at)));
    if (tree?.is !== 'map') return [];
    return new Map(tree.entries.map((entry) => [entry.key, child(entry.value, entry.key)]));
  }
}
