/** The list of all records and documents; a script hides what lacks a word, and without it the list is whole. */
import { clean } from '../build/clean.js';
import type { Document } from '../document.js';
import type { AnyRecord } from '../../records/index.js';
import { escapeHtml } from '../render/escape.js';
import { breaking, classes, scrolled } from '../render/html-table.js';

/** Characters of a text that are searched; longer ones would make the page heavy. */
const SEARCHED = 2_000;

export function searchBody(
  records: readonly AnyRecord[],
  documents: readonly Document[],
  addressOf: (id: string) => string,
): string {
  const rows = [
    ...documents.map(({ id, title }) => row(id, title, 'document', '', `documents/${id}.html`)),
    ...records.map(({ id, kind, fields }) => row(id, fields.title ?? '', kind, fields.text ?? '', addressOf(id))),
  ];
  const table = `<table><thead><tr><th scope="col">Id</th><th scope="col">Title</th><th scope="col">Kind</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  return `<h1>All records</h1>
<form role="search" aria-label="Search of this list" action="search.html"><label for="words">Words that id, title, kind or text hold</label><br>
<input id="words" name="words" type="search" autocomplete="off"></form>
<p class="hint" id="how" hidden><kbd>/</kbd> to the field, <kbd>↓</kbd> <kbd>↑</kbd> through what is found, <kbd>Enter</kbd> opens it.</p>
<p id="found" role="status">${rows.length} records and documents</p>
${scrolled(table, 'Records and documents', 3)}`;
}

function row(id: string, title: string, kind: string, text: string, address: string): string {
  const words = clean(`${id} ${title} ${kind} ${text.slice(0, SEARCHED)}`)
    .toLowerCase()
    .replaceAll(/\s+/g, ' ');
  const [name, shown] = [clean(id), clean(title)];
  return `<tr data-words="${escapeHtml(words)}"><th scope="row"${classes(breaking(name))}><a href="${escapeHtml(address)}">${escapeHtml(name)}</a></th><td${classes(breaking(shown))}>${escapeHtml(shown)}</td><td>${escapeHtml(kind)}</td></tr>`;
}
