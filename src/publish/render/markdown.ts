/** A document as Markdown (GitHub Flavored), for reading beside code: signs that would mean something are escaped. */
import type { Block, Cell, Document, Inline, Table } from '../document.js';
import { APPROVAL_STATES, draftNote, frontMatter, REVISION_HEADS } from './front-matter.js';
import { flatRows } from './flat-rows.js';
import { numberingOf, type Numbering } from './numbering.js';

export function renderMarkdown(document: Document): string {
  const writer = new MarkdownWriter(numberingOf(document));
  const front = frontMatter(document).map(([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`);
  const kind = document.status === 'draft' ? ['Draft', ''] : ['Released', ''];
  const stamp = document.stamp === undefined ? [] : [`> ${escapeMarkdown(document.stamp)}`, ''];
  const parts = [
    `# ${escapeMarkdown(document.title)}`,
    '',
    ...kind,
    ...stamp,
    ...draftWords(document),
    ...front,
    '',
    '**Approvals**',
    '',
    writer.approvals(document),
    '',
    ...revisionTable(document),
    ...writer.blocks(document.blocks),
    ...writer.footnotes(),
  ];
  return `${parts
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function revisionTable({ revisions }: Document): readonly string[] {
  if (revisions.length === 0) return [];
  const rows = revisions.map(({ version, date, by, what }) => [version, date, by, what].map(escapeCell));
  return ['**Revisions**', '', tableText([...REVISION_HEADS], rows), ''];
}

function draftWords(document: Document): readonly string[] {
  const note = draftNote(document);
  return note ? [`> **${escapeMarkdown(note.head)}** ${escapeMarkdown(note.words)}`, ''] : [];
}

class MarkdownWriter {
  readonly #numbers: Numbering;
  readonly #notes: string[] = [];

  constructor(numbers: Numbering) {
    this.#numbers = numbers;
  }

  approvals({ approvals }: Document): string {
    const rows = approvals.map(({ meaning, name, role, date, state }) => [
      meaning,
      name,
      role,
      date ?? '',
      APPROVAL_STATES[state],
    ]);
    return tableText(
      ['Meaning', 'Name', 'Role', 'Date', 'State'],
      rows.map((row) => row.map(escapeCell)),
    );
  }

  blocks(blocks: readonly Block[]): readonly string[] {
    return blocks.flatMap((block) => [this.#block(block), '']);
  }

  footnotes(): readonly string[] {
    return this.#notes.map((note, at) => `[^${at + 1}]: ${note}`);
  }

  #block(block: Block): string {
    switch (block.is) {
      case 'heading': {
        const number = this.#numbers.heading(block);
        return `${'#'.repeat(block.level + 1)} ${number === '' ? '' : `${number} `}${this.#inlines(block.content)}`;
      }
      case 'paragraph':
        return this.#inlines(block.content);
      case 'list':
        return block.items
          .map((item, at) => indented(this.blocks(item).join('\n').trimEnd(), block.ordered ? `${at + 1}. ` : '- '))
          .join('\n');
      case 'table':
        return this.#table(block);
      case 'figure':
        return `**${this.#numbers.label(block.id) ?? ''}** ${this.#inlines(block.caption)}\n\n*${escapeMarkdown(block.alt)}*`;
      case 'note': {
        const key = block.gap === undefined ? '' : ` ${codeSpan(block.gap)}`;
        const lines = [`**${escapeMarkdown(block.title)}**${key}`, '', ...this.blocks(block.blocks)]
          .join('\n')
          .trimEnd();
        return lines
          .split('\n')
          .map((line) => `> ${line}`.trimEnd())
          .join('\n');
      }
      case 'code':
        return fenced(block.text);
      case 'page-break':
        return '---';
    }
  }

  #table(table: Table): string {
    const { caption, columns, count } = table;
    const label = this.#numbers.label(table.id);
    const counted = count
      ? ` (${count.shown.toLocaleString('en-GB')} of ${count.of.toLocaleString('en-GB')} ${escapeMarkdown(count.what)})`
      : '';
    const head = caption.length > 0 ? `**${label ?? ''}** ${this.#inlines(caption)}${counted}\n\n` : '';
    return (
      head +
      tableText(
        columns.map(({ title }) => escapeCell(title)),
        flatRows(table).map((row) => row.map((cell) => this.#cell(cell))),
      )
    );
  }

  #cell({ content }: Cell): string {
    return content
      .map((inlines) =>
        this.#inlines(inlines)
          .replaceAll('|', String.raw`\|`)
          .replaceAll('\n', ' '),
      )
      .join('<br>');
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.is) {
      case 'text': {
        if (inline.code) return codeSpan(inline.text);
        const words = escapeMarkdown(inline.text);
        const strong =
          inline.strong && words.trim() !== '' ? `**${words.trim()}**${words.endsWith(' ') ? ' ' : ''}` : words;
        return inline.emphasis && words.trim() !== '' ? `*${strong.trim()}*` : strong;
      }
      case 'link':
        return this.#inlines(inline.content);
      case 'address':
        return `[${this.#inlines(inline.content)}](${inline.url.replaceAll(/[()\s]/g, encodeURIComponent)})`;
      case 'reference':
        return this.#numbers.label(inline.to) ?? inline.to;
      case 'footnote':
        this.#notes.push(this.#inlines(inline.content));
        return `[^${this.#notes.length}]`;
      case 'break':
        return '  \n';
    }
  }
}

function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~$]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+]|\d+[.)])(\s)/gm, String.raw`$1\$2$3`)
    .replaceAll(/\s*\n\s*/g, ' ');
}

function escapeCell(text: string): string {
  return escapeMarkdown(text).replaceAll('\n', ' ');
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('\n', ' ')}${pad}${fence}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function indented(text: string, mark: string): string {
  const pad = ' '.repeat(mark.length);
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? mark + line : line === '' ? '' : pad + line))
    .join('\n');
}
