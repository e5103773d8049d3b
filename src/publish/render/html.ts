/** A document as one HTML file that needs nothing beside itself: no script, no outer address, printable, both themes. */
import { wordsOf } from '../build/heading-id.js';
import type { Block, Cell, Document, Heading, Inline, Note, Table } from '../document.js';
import { anchorsOf, type Anchors } from '../pdf/anchors.js';
import { escapeHtml } from './escape.js';
import { APPROVAL_STATES, draftNote, frontMatter, REVISION_HEADS } from './front-matter.js';
import type { Theme } from '../theme.js';
import { pictureHtml } from './html-picture.js';
import { breaking, classes, isId, scrolled } from './html-table.js';
import { logoImage, themeStyle } from './html-theme.js';
import { numberingOf, type Numbering } from './numbering.js';
import { STYLE } from './html-style.js';

export interface HtmlOptions {
  /** How the company's documents look. */
  readonly theme?: Theme | undefined;
  /** Address of the page of a record that does not stand in this document; without it the id is plain text. */
  readonly recordAddress?: (id: string) => string | undefined;
  /** The document is a page of a site: ids lead to pages of records, also where the record stands in the document. */
  readonly site?: { readonly bar: string; readonly style: string; readonly end: PageEnd };
}

/** What stands below a page, with its scripts, and what allows these and no other. */
export interface PageEnd {
  readonly policy: string;
  readonly elements: string;
}

export function renderHtml(document: Document, options: HtmlOptions = {}): string {
  const writer = new HtmlWriter(document, options);
  const title = escapeHtml(`${document.title}, ${document.device}`);
  return `<!doctype html>
<html lang="${escapeHtml(options.theme?.language ?? 'en-GB')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';${options.site?.end.policy ?? ''} style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${STYLE}${themeStyle(options.theme)}${options.site?.style ?? ''}</style>
</head>
<body${document.status === 'draft' ? ' class="draft"' : ''}>
<a class="skip" href="#content">To the text</a>
${options.site?.bar ?? ''}
<main id="content" tabindex="-1">
${writer.front()}
${writer.contents()}
${writer.blocks(document.blocks)}
${writer.footnotes()}
${writer.footer()}
</main>
${options.site?.end.elements ?? ''}
</body>
</html>
`;
}

class HtmlWriter {
  readonly #document: Document;
  readonly #options: HtmlOptions;
  readonly #numbers: Numbering;
  readonly #ids: ReadonlySet<string>;
  readonly #anchors: Anchors;
  readonly #notes: string[] = [];
  #unnamed = 0;
  /** Of the row that is written. */
  #here: string | undefined;

  constructor(document: Document, options: HtmlOptions) {
    this.#document = document;
    this.#options = options;
    this.#numbers = numberingOf(document);
    this.#anchors = anchorsOf(document);
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
${this.#draftNote()}<dl>${rows.join('')}</dl>
${this.#approvals()}${this.#revisions()}
</header>`;
  }

  #draftNote(): string {
    const note = draftNote(this.#document);
    if (!note) return '';
    const kind = note.isBlocking ? 'note gap blocks' : 'note gap';
    return `<p class="${kind}"><strong>${escapeHtml(note.head)}</strong> ${escapeHtml(note.words)}</p>\n`;
  }

  #approvals(): string {
    const rows = this.#document.approvals.map(
      ({ meaning, name, role, date, state }) =>
        `<tr>${[meaning, name, role, date ?? '', APPROVAL_STATES[state]].map((words) => plainCell(words)).join('')}</tr>`,
    );
    const table = `<table class="approvals"><caption>Approvals</caption><thead><tr><th scope="col">Meaning</th><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Date</th><th scope="col">State</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    return scrolled(table, 'Approvals', 5);
  }

  #revisions(): string {
    const { revisions } = this.#document;
    if (revisions.length === 0) return '';
    const heads = REVISION_HEADS.map((head) => `<th scope="col">${head}</th>`).join('');
    const rows = revisions.map(
      ({ version, date, by, what }) =>
        `<tr>${[version, date, by, what].map((words) => plainCell(words)).join('')}</tr>`,
    );
    const table = `<table class="revisions"><caption>Revisions</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    return scrolled(table, 'Revisions', 4);
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
        return `<figure id="${idOf(block.id)}">${pictureHtml(block, this.#numbers.label(block.id) ?? 'Figure')}<figcaption><b>${this.#numbers.label(block.id) ?? ''}</b> ${this.#inlines(block.caption)}</figcaption></figure>`;
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

  /** A browser knows better how wide words are than a template does: it makes the columns fit. */
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
    const titles = columns.map((column) => headHtml(column)).join('');
    const body = rows.map((row) => this.#row(row, table));
    const name = label ?? `Table ${++this.#unnamed}, without a number`;
    const html = `<table id="${idOf(table.id)}">${head}<thead><tr>${titles}</tr></thead><tbody>${body.join('')}</tbody></table>`;
    return scrolled(html, name, columns.length);
  }

  /** A record without a heading is found at its row, which does not lead to itself. */
  #row(row: Table['rows'][number], table: Table): string {
    this.#here = this.#anchors.anchorOf(row);
    const id = this.#here === undefined ? '' : ` id="${idOf(this.#here)}"`;
    const cells = acrossAll(row, table).map((cell, at) =>
      this.#cell(cell, table.columns[at]?.align, at === 0 && namesRow(row, table)),
    );
    this.#here = undefined;
    return `<tr${classes(row.isGroup ? 'group' : row.changed ? 'changed' : '')}${id}>${cells.join('')}</tr>`;
  }

  /** The first cell names its row, for those who hear the table. */
  #cell({ content, columns, rows }: Cell, align: Align, isHead: boolean): string {
    const span = `${columns === undefined ? '' : ` colspan="${columns}"`}${rows === undefined ? '' : ` rowspan="${rows}"`}`;
    const words = content.map((inlines) => wordsOf(inlines)).join(' ');
    const named = classes(sideOf(align), breaking(words));
    const inner = content.map((inlines) => this.#inlines(inlines)).join('<br>');
    return isHead ? `<th scope="row"${span}${named}>${inner}</th>` : `<td${span}${named}>${inner}</td>`;
  }

  #note({ kind, title, blocks, gap, isBlocking }: Note): string {
    const key = gap === undefined ? '' : ` <code>${escapeHtml(gap)}</code>`;
    const named = `note ${kind}${isBlocking ? ' blocks' : ''}`;
    return `<div role="note" class="${named}"><p><b>${escapeHtml(title)}</b>${key}</p>${this.blocks(blocks)}</div>`;
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
        return this.#link(inline.to, inline.document, inline.content);
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

  #link(to: string, document: string | undefined, content: readonly Inline[]): string {
    const inner = this.#inlines(content);
    const address = this.#addressOf(to, document);
    const named = isId(wordsOf(content)) ? ' class="id"' : '';
    if (address === undefined) return named === '' ? inner : `<span${named}>${inner}</span>`;
    return `<a${named} href="${escapeHtml(address)}">${inner}</a>`;
  }

  #addressOf(to: string, document: string | undefined): string | undefined {
    if (document !== undefined) return `${document}.html#${idOf(to)}`;
    const address = this.#options.recordAddress?.(to);
    if (address !== undefined && (this.#options.site || !this.#ids.has(to))) return address;
    const target = this.#ids.has(to) ? to : this.#anchors.targetOf(to);
    return target === undefined || target === this.#here ? undefined : `#${idOf(target)}`;
  }
}

type Align = Table['columns'][number]['align'];

function plainCell(words: string): string {
  return `<td${classes(breaking(words))}>${escapeHtml(words)}</td>`;
}

/** An empty head names nothing, and is no head. */
function headHtml({ title, align }: Table['columns'][number]): string {
  if (title === '') return '<td></td>';
  return `<th scope="col"${classes(sideOf(align), breaking(title))}>${escapeHtml(title)}</th>`;
}

function sideOf(align: Align): string {
  return align === undefined || align === 'left' ? '' : align;
}

/** A line that heads what follows goes across the table. */
function acrossAll({ isGroup, cells }: Table['rows'][number], { columns }: Table): readonly Cell[] {
  const [only, ...more] = cells;
  return isGroup && only && more.length === 0 ? [{ ...only, columns: columns.length }] : cells;
}

function namesRow({ isGroup, cells }: Table['rows'][number], { columns }: Table): boolean {
  return !isGroup && columns.length > 1 && cells.length === columns.length && (cells[0]?.content.length ?? 0) > 0;
}

/** Parts of a page that is no document. */
export function blocksHtml(document: Document, options: HtmlOptions): string {
  return new HtmlWriter(document, options).blocks(document.blocks);
}

/** Ids of records may hold dots; anything else is no id of ours and is taken out. */
function idOf(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]/g, '-');
}
