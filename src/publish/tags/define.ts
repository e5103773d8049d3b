/** What a tag of a template is: a name, the attributes that it takes, and what it puts in its place. */
import type { Assessment } from '../../assess/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Block, Heading, Inline } from '../document.js';
import type { IdLinks } from '../text/link-ids.js';

export interface Attribute {
  readonly about: string;
  readonly needed?: boolean;
  readonly values?: readonly string[];
}

export type Attributes = Readonly<Record<string, string>>;

export interface TagContext {
  readonly assessment: Assessment;
  /** Work products that the document carries. */
  readonly products: readonly string[];
  /** The software system that it is about; `undefined`: the device with all of its systems. */
  readonly system: RecordOf<'item'> | undefined;
  readonly device: Readonly<Record<string, string | undefined>>;
  readonly date: string;
  readonly commit: string | undefined;
  /** A draft shows gaps where they belong. */
  readonly isDraft: boolean;
  readonly links: IdLinks;
  /** Level of the next heading below the one that the tag stands under. */
  readonly level: Heading['level'];
  /** SVG of a view, made before: making it takes time that a template must not. */
  picture(view: string): Picture | undefined;
  /** Text of a record as parts of the document. */
  textOf(record: AnyRecord, level: Heading['level']): readonly Block[];
  /** A new id for a table or figure of this document. */
  newId(stem: string): string;
  /** Records of words that stand in the document already, with the heading that they began with. */
  readonly told: Map<string, string | undefined>;
  /** Something is wrong with what the template asks for. */
  complain(message: string): void;
}

export interface Picture {
  readonly svg: string;
  readonly alt: string;
  /** Wider than high: it wants a turned page. */
  readonly isWide: boolean;
  /** What the picture shows, in tables that stand under it. */
  readonly tables: readonly {
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly note: string | undefined;
  }[];
}

interface TagBase {
  readonly name: string;
  readonly about: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface BlockTag extends TagBase {
  readonly form: 'block';
  build(attributes: Attributes, context: TagContext): readonly Block[];
}

/** Stands around other parts of the template: `:::name` to `:::`. */
export interface ContainerTag extends TagBase {
  readonly form: 'container';
  /** @param inner built only if somebody asks */
  build(attributes: Attributes, context: TagContext, inner: () => readonly Block[]): readonly Block[];
}

/** Stands inside a sentence: `:name{…}`. */
export interface InlineTag extends TagBase {
  readonly form: 'inline';
  build(attributes: Attributes, context: TagContext): readonly Inline[];
}

export type Tag = BlockTag | ContainerTag | InlineTag;

export function defineTag<T extends Tag>(tag: T): T {
  return tag;
}
