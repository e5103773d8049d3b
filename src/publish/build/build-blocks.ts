/** Puts tags in their place: the body of a template becomes parts of a document. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Block, Heading, Inline } from '../document.js';
import { all as allTags } from '../tags/all.js';
import type { Attributes, Tag, TagContext } from '../tags/define.js';
import type { Template, TemplateProblem } from '../template.js';
import { isWebAddress } from '../text/markdown-blocks.js';
import { linkIds } from '../text/link-ids.js';
import { headingId } from './heading-id.js';

export interface Built {
  readonly blocks: readonly Block[];
  readonly problems: readonly TemplateProblem[];
}

export function buildBlocks(template: Template, context: Omit<TagContext, 'level' | 'complain'>): Built {
  const builder = new Builder(template, context);
  const blocks = builder.blocks(template.body.children);
  return { blocks, problems: builder.problems };
}

interface Directive {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null | undefined;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

const all: readonly Tag[] = allTags;

class Builder {
  readonly problems: TemplateProblem[] = [];
  readonly #template: Template;
  readonly #context: Omit<TagContext, 'level' | 'complain'>;
  readonly #ids = new Set<string>();
  #level: Heading['level'] = 1;

  constructor(template: Template, context: Omit<TagContext, 'level' | 'complain'>) {
    this.#template = template;
    this.#context = context;
  }

  blocks(nodes: readonly RootContent[]): readonly Block[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: RootContent): readonly Block[] {
    switch (node.type) {
      case 'heading':
        return [this.#heading(node.depth, node.children)];
      case 'paragraph':
        return [{ is: 'paragraph', content: this.#inlines(node.children) }];
      case 'list': {
        const items = node.children.map((item) => this.blocks(item.children));
        return [{ is: 'list', ordered: node.ordered ?? false, items }];
      }
      case 'blockquote':
        return this.blocks(node.children);
      case 'code':
        return [{ is: 'code', text: node.value }];
      case 'thematicBreak':
        return [{ is: 'page-break' }];
      case 'leafDirective':
        return this.#tag(node, 'block', (tag, attributes, context) =>
          tag.form === 'block' ? tag.build(attributes, context) : [],
        );
      case 'containerDirective':
        return this.#tag(node, 'container', (tag, attributes, context) =>
          tag.form === 'container' ? tag.build(attributes, context, () => this.blocks(node.children)) : [],
        );
      case 'html':
        this.#complain(node, 'HTML is not taken in a template. Write Markdown.');
        return [];
      default:
        this.#complain(node, `A ${node.type} is not taken in a template.`);
        return [];
    }
  }

  #heading(depth: number, children: readonly PhrasingContent[]): Heading {
    const level = Math.min(depth, 4) as Heading['level'];
    this.#level = Math.min(level + 1, 4) as Heading['level'];
    const content = this.#inlines(children);
    return { is: 'heading', level, id: headingId(content, this.#ids), content };
  }

  #inlines(nodes: readonly PhrasingContent[]): readonly Inline[] {
    return nodes.flatMap((node) => this.#inline(node));
  }

  #inline(node: PhrasingContent): readonly Inline[] {
    switch (node.type) {
      case 'text':
        return linkIds(node.value, {}, this.#context.links);
      case 'strong':
        return this.#inlines(node.children).map((inline) =>
          inline.is === 'text' ? { ...inline, strong: true } : inline,
        );
      case 'emphasis':
        return this.#inlines(node.children).map((inline) =>
          inline.is === 'text' ? { ...inline, emphasis: true } : inline,
        );
      case 'inlineCode':
        return [{ is: 'text', text: node.value, code: true }];
      case 'break':
        return [{ is: 'break' }];
      case 'link':
        return isWebAddress(node.url)
          ? [{ is: 'address', url: node.url, content: this.#inlines(node.children) }]
          : this.#inlines(node.children);
      case 'textDirective':
        return this.#tag(node, 'inline', (tag, attributes, context) =>
          tag.form === 'inline' ? tag.build(attributes, context) : [],
        );
      default:
        this.#complain(node, `A ${node.type} is not taken in a template.`);
        return [];
    }
  }

  #tag<T>(
    node: Directive,
    form: Tag['form'],
    build: (tag: Tag, attributes: Attributes, context: TagContext) => readonly T[],
  ): readonly T[] {
    const tag = all.find((one) => one.name === node.name);
    const attributes = tag && this.#attributes(node, tag);
    if (!tag)
      this.#complain(node, `There is no tag \`${node.name}\`. Known: ${all.map(({ name }) => name).join(', ')}.`);
    else if (tag.form !== form) this.#complain(node, `The tag \`${tag.name}\` is written ${FORMS[tag.form]}.`);
    else if (attributes) {
      const context = {
        ...this.#context,
        level: this.#level,
        complain: (message: string): void => this.#complain(node, message),
      };
      return build(tag, attributes, context);
    }
    return [];
  }

  #attributes(node: Directive, tag: Tag): Attributes | undefined {
    const given = new Map(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']));
    const before = this.problems.length;
    for (const [name, value] of given) {
      const known = Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined;
      if (!known)
        this.#complain(
          node,
          `The tag \`${tag.name}\` takes no \`${name}\`. It takes: ${Object.keys(tag.attributes).join(', ') || 'nothing'}.`,
        );
      else if (known.values && !known.values.includes(value)) {
        this.#complain(node, `\`${name}\` of \`${tag.name}\` is one of ${known.values.join(', ')}.`);
      }
    }
    for (const [name, { needed }] of Object.entries(tag.attributes)) {
      if (needed && !given.has(name)) this.#complain(node, `The tag \`${tag.name}\` needs \`${name}\`.`);
    }
    return this.problems.length === before ? Object.fromEntries(given) : undefined;
  }

  #complain(node: Pick<Directive, 'position'>, message: string): void {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    this.problems.push({ file: this.#template.path, line: line + this.#template.linesAbove, column, message });
  }
}

const FORMS: Readonly<Record<Tag['form'], string>> = {
  block: 'on a line of its own, as `::name{…}`',
  container: 'around other lines, as `:::name{…}` to `:::`',
  inline: 'inside a sentence, as `:name{…}`',
};
