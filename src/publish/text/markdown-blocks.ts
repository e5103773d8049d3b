/**
 * The text of a record as parts of a document. Raw HTML, images and addresses other than https stay words: nothing that
 * a record says is interpreted or fetched.
 */
import type { Nodes, PhrasingContent, RootContent, Table as MarkdownTable } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block, Heading, Inline, List, Table } from '../document.js';
import { linkIds, type IdLinks } from './link-ids.js';

export interface TextOptions {
  /** Level of a heading of the first level in the text. */
  readonly headingLevel: Heading['level'];
  /** Goes before the ids of headings and tables, so that they stay unique. */
  readonly idPrefix: string;
  readonly links: IdLinks;
}

/** Characters of one text that are looked at as Markdown; the rest is kept as words. */
const MAX_MARKDOWN = 200_000;

export function blocksOf(markdown: string, options: TextOptions): readonly Block[] {
  const text = withoutControls(markdown);
  if (text.length > MAX_MARKDOWN) return [{ is: 'code', text }];
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return new Reader(options).blocks(tree.children);
}

/** Line ends and tabs stay; what would steer a terminal, a printer or the direction of writing does not. */
export function withoutControls(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(STEERING, '\ufffd');
}

// oxlint-disable-next-line no-control-regex -- control characters are what must go
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

class Reader {
  readonly #options: TextOptions;
  #tables = 0;
  #headings = 0;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  blocks(nodes: readonly RootContent[]): readonly Block[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: RootContent): readonly Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ is: 'paragraph', content: this.#inlines(node.children) }];
      case 'heading':
        return [this.#heading(node.depth, node.children)];
      case 'list':
        return [this.#list(node.ordered ?? false, node.children)];
      case 'blockquote':
        return this.blocks(node.children);
      case 'code':
        return [{ is: 'code', text: node.value }];
      case 'table':
        return [this.#table(node)];
      case 'html':
        return [{ is: 'paragraph', content: [{ is: 'text', text: node.value }] }];
      case 'thematicBreak':
      case 'definition':
      case 'footnoteDefinition':
      case 'yaml':
        return [];
      default:
        return [{ is: 'paragraph', content: this.#inlines([node as PhrasingContent]) }];
    }
  }

  #heading(depth: number, children: readonly PhrasingContent[]): Heading {
    const level = Math.min(4, this.#options.headingLevel + depth - 1) as Heading['level'];
    this.#headings++;
    return {
      is: 'heading',
      level,
      id: `${this.#options.idPrefix}-h${this.#headings}`,
      content: this.#inlines(children),
    };
  }

  #list(
    ordered: boolean,
    items: readonly { readonly children: readonly RootContent[]; readonly checked?: boolean | null | undefined }[],
  ): List {
    return {
      is: 'list',
      ordered,
      items: items.map(({ children, checked }) => {
        const blocks = this.blocks(children);
        return checked === undefined || checked === null ? blocks : withBox(checked, blocks);
      }),
    };
  }

  #table(node: MarkdownTable): Table {
    this.#tables++;
    const [head, ...rows] = node.children;
    const titles = head?.children.map((cell) => plainText(cell.children)) ?? [];
    return {
      is: 'table',
      id: `${this.#options.idPrefix}-t${this.#tables}`,
      caption: [],
      columns: titles.map((title, at) => ({ title, width: 1 / titles.length, ...alignOf(node.align?.[at]) })),
      rows: rows.map((row) => ({
        cells: titles.map((_, at) => ({ content: [this.#inlines(row.children[at]?.children ?? [])] })),
      })),
    };
  }

  #inlines(nodes: readonly PhrasingContent[], style: Style = {}): readonly Inline[] {
    return nodes.flatMap((node) => this.#inline(node, style));
  }

  #inline(node: PhrasingContent, style: Style): readonly Inline[] {
    switch (node.type) {
      case 'text':
        return linkIds(node.value, style, this.#options.links);
      case 'emphasis':
        return this.#inlines(node.children, { ...style, emphasis: true });
      case 'strong':
        return this.#inlines(node.children, { ...style, strong: true });
      case 'delete':
        return this.#inlines(node.children, style);
      case 'inlineCode':
        return [{ is: 'text', text: node.value, code: true }];
      case 'break':
        return [{ is: 'break' }];
      case 'link':
        return isWebAddress(node.url)
          ? [{ is: 'address', url: node.url, content: this.#inlines(node.children, style) }]
          : this.#inlines(node.children, style);
      case 'image':
        return [{ is: 'text', text: `[picture: ${node.alt || node.url}]`, ...style }];
      case 'html':
        return [{ is: 'text', text: node.value, ...style }];
      case 'footnoteReference':
        return [{ is: 'text', text: `[${node.label ?? node.identifier}]`, ...style }];
      case 'linkReference':
        return this.#inlines(node.children, style);
      case 'imageReference':
        return [{ is: 'text', text: `[picture: ${node.alt ?? ''}]`, ...style }];
      default:
        return [];
    }
  }
}

export interface Style {
  readonly strong?: true;
  readonly emphasis?: true;
}

/** Only what a browser opens without asking a program of the reader's. */
export function isWebAddress(url: string): boolean {
  return /^https:\/\/[^\s"'<>\\^`{|}]{1,2000}$/i.test(url);
}

function withBox(checked: boolean, blocks: readonly Block[]): readonly Block[] {
  const box: Inline = { is: 'text', text: checked ? '☑ ' : '☐ ' };
  const [first, ...others] = blocks;
  return first?.is === 'paragraph'
    ? [{ ...first, content: [box, ...first.content] }, ...others]
    : [{ is: 'paragraph', content: [box] }, ...blocks];
}

function alignOf(align: string | null | undefined): { align?: 'left' | 'right' | 'centre' } {
  if (align === 'right' || align === 'left') return { align };
  return align === 'center' ? { align: 'centre' } : {};
}

function plainText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : ''))
    .join('');
}
