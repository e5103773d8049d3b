/** A document as one HTML file that needs nothing beside itself: no script, no outer address, printable, both themes. */
import type { Block, Cell, Document, Heading, Inline, Note, Table } from '../document.js';
import { escapeHtml } from './escape.js';
import { APPROVAL_STATES, frontMatter, REVISION_HEADS } from './front-matter.js';
import type { Theme } from '../theme.js';
import { logoImage, themeStyle } from './html-theme.js';
import { numberingOf, type Numbering } from './numbering.js';
import { STYLE } from './html-style.js';

export interface HtmlOptions {
  /** How the company's documents look. */
  readonly theme?: Theme | undefined;
  /** Address of the page of a record that does not stand in this document; without it the id is plain text. */
  readonly recordAddress?: (id: string) => string | undefined;
  /** The document is a page of a site: ids lead to pages of records, also where the record stands in the document. */
  readonly site?: { readonly bar: string; readonly style: string };
}

export function renderHtml(document: Document, options: HtmlOptions = {}): string {
  const writer = new HtmlWriter(document, options);
  const title = escapeHtml(`${document.title}, ${document.device}`);
  return `<!doctype html>
<html lang="${escapeHtml(options.theme?.language ?? 'en-GB')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${STYLE}${themeStyle(options.theme)}${options.site?.style ?? ''}</style>
</head>
<body${document.status === 'draft' ? ' class="draft"' : ''}>
<a class="skip" href="#content">To the text</a>
${options.site?.bar ?? ''}
<main id="content">
${writer.front()}
${writer.contents()}
${writer.blocks(document.blocks)}
${writer.footnotes()}
${writer.footer()}
</main>
</body>
</html>
`;
}

class HtmlWriter {
  readonly #document: Document;
  readonly #options: HtmlOptions;
  readonly #numbers: Numbering;
  readonly #ids: ReadonlySet<string>;
  readonly #notes: string[] = [];

  constructor(document: Document, options: HtmlOptions) {
    this.#document = document;
    this.#options = options;
    this.#numbers = numberingOf(document);
    this.#ids = new Set(document.blocks.flatMap((block) => (block.is === 'heading' ? [block.id] : [])));
  }

  front(): string {
    const { title, status, stamp } = this.#document;
    const rows = frontMatter(this.#document).map(
      ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
    );
    const header = this.#options.theme?.header;
    return `<header>
${logoImage(this.#options.theme, this.#document.manufacturer)}<p class="kind">${header === undefined ? '' : `${escapeHtml(header)} · `}${status === 'draft' ? 'Draft' : 'Released'}${stamp === undefined ? '' : ` · ${escapeHtml(stamp)}`}</p>
<h1>${escapeHtml(title)}</h1>
<dl>${rows.join('')}</dl>
${this.#approvals()}${this.#revisions()}
</header>`;
  }

  #approvals(): string {
    const rows = this.#document.approvals.map(
      ({ meaning, name, role, date, state }) =>
        `<tr><td>${escapeHtml(meaning)}</td><td>${escapeHtml(name)}</td><td>${escapeHtml(role)}</td><td>${date ?? ''}</td><td>${APPROVAL_STATES[state]}</td></tr>`,
    );
    return `<table class="approvals"><caption>Approvals</caption><thead><tr><th scope="col">Meaning</th><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Date</th><th scope="col">State</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  }

  #revisions(): string {
    const { revisions } = this.#document;
    if (revisions.length === 0) return '';
    const heads = REVISION_HEADS.map((head) => `<th scope="col">${head}</th>`).join('');
    const rows = revisions.map(
      ({ version, date, by, what }) =>
        `<tr>${[version, date, by, what].map((words) => `<td>${escapeHtml(words)}</td>`).join('')}</tr>`,
    );
    return `<table class="revisions"><caption>Revisions</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  }

  contents(): string {
    const headings = this.#document.blocks.filter(
      (block): block is Heading => block.is === 'heading' && block.level <= 2 && !block.unnumbered,
    );
    const lines = headings.map(
      (heading) =>
        `<li class="l${heading.level}"><a href="#${idOf(heading.id)}"><span class="n">${this.#numbers.heading(heading)}</span> ${this.#inlines(heading.content)}</a></li>`,
    );
    const head = escapeHtml(this.#options.theme?.words.contents ?? 'Contents');
    return lines.length === 0 ? '' : `<nav aria-label="${head}"><h2>${head}</h2><ol>${lines.join('')}</ol></nav>`;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  footer(): string {
    const words = this.#options.theme?.footer;
    return words === undefined ? '' : `<footer><p>${escapeHtml(words)}</p></footer>`;
  }

  footnotes(): string {
    if (this.#notes.length === 0) return '';
    return `<section aria-label="Footnotes"><ol class="footnotes">${this.#notes.map((note, at) => `<li id="note-${at + 1}">${note}</li>`).join('')}</ol></section>`;
  }

  #block(block: Block): string {
    switch (block.is) {
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return `<p${block.changed ? ' class="changed"' : ''}>${this.#inlines(block.content)}</p>`;
      case 'list': {
        const items = block.items.map((item) => `<li>${this.blocks(item)}</li>`).join('');
        return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
      }
      case 'table':
        return this.#table(block);
      case 'figure':
        return `<figure id="${idOf(block.id)}">${block.svg}<figcaption><b>${this.#numbers.label(block.id) ?? ''}</b> ${this.#inlines(block.caption)}</figcaption></figure>`;
      case 'note':
        return this.#note(block);
      case 'code':
        return `<pre>${escapeHtml(block.text)}</pre>`;
      case 'page-break':
        return '<hr class="page">';
    }
  }

  #heading(heading: Heading): string {
    const tag = `h${heading.level + 1}`;
    const number = this.#numbers.heading(heading);
    return `<${tag} id="${idOf(heading.id)}">${number === '' ? '' : `<span class="n">${number}</span> `}${this.#inlines(heading.content)}</${tag}>`;
  }

  #table(table: Table): string {
    const { caption, columns, rows, count } = table;
    const label = this.#numbers.label(table.id);
    const counted = count
      ? ` <span class="count">${count.shown.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')} ${escapeHtml(count.what)}</span>`
      : '';
    const head =
      caption.length > 0
        ? `<caption>${label === undefined ? '' : `<b>${label}</b> `}${this.#inlines(caption)}${counted}</caption>`
        : '';
    const widths = columns.map(({ width }) => `<col style="width:${(width * 100).toFixed(2)}%">`).join('');
    const titles = columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
    const body = rows.map(
      (row) =>
        `<tr${row.isGroup ? ' class="group"' : row.changed ? ' class="changed"' : ''}>${row.cells.map((cell, at) => this.#cell(cell, columns[at]?.align)).join('')}</tr>`,
    );
    return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label ?? 'Table')}"><table id="${idOf(table.id)}">${head}<colgroup>${widths}</colgroup><thead><tr>${titles}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
  }

  #cell({ content, columns, rows }: Cell, align: 'left' | 'right' | 'centre' | undefined): string {
    const span = `${columns === undefined ? '' : ` colspan="${columns}"`}${rows === undefined ? '' : ` rowspan="${rows}"`}`;
    const side = align === undefined || align === 'left' ? '' : ` class="${align}"`;
    return `<td${span}${side}>${content.map((inlines) => this.#inlines(inlines)).join('<br>')}</td>`;
  }

  #note({ kind, title, blocks, gap }: Note): string {
    const key = gap === undefined ? '' : ` <code>${escapeHtml(gap)}</code>`;
    return `<aside class="note ${kind}"><p><b>${escapeHtml(title)}</b>${key}</p>${this.blocks(blocks)}</aside>`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.is) {
      case 'text': {
        const words = escapeHtml(inline.text);
        const coded = inline.code ? `<code>${words}</code>` : words;
        const strong = inline.strong ? `<strong>${coded}</strong>` : coded;
        return inline.emphasis ? `<em>${strong}</em>` : strong;
      }
      case 'link':
        return this.#link(inline.to, inline.document, this.#inlines(inline.content));
      case 'address':
        return `<a href="${escapeHtml(inline.url)}" rel="noreferrer noopener">${this.#inlines(inline.content)}</a>`;
      case 'reference':
        return `<a href="#${idOf(inline.to)}">${escapeHtml(this.#numbers.label(inline.to) ?? inline.to)}</a>`;
      case 'footnote':
        this.#notes.push(this.#inlines(inline.content));
        return `<sup><a href="#note-${this.#notes.length}">${this.#notes.length}</a></sup>`;
      case 'break':
        return '<br>';
    }
  }

  #link(to: string, document: string | undefined, words: string): string {
    if (document !== undefined) return `<a href="${escapeHtml(document)}.html#${idOf(to)}">${words}</a>`;
    const address = this.#options.recordAddress?.(to);
    if (this.#ids.has(to) && !(this.#options.site && address !== undefined))
      return `<a href="#${idOf(to)}">${words}</a>`;
    return address === undefined ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
  }
}

/** Parts of a page that is no document. */
export function blocksHtml(document: Document, options: HtmlOptions): string {
  return new HtmlWriter(document, options).blocks(document.blocks);
}

/** Ids of records may hold dots; anything else is no id of ours and is taken out. */
function idOf(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]/g, '-');
}
