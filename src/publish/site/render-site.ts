/** The whole file as pages for auditors: an overview, the documents, a page for each record, and a list to search; offline. */
import type { AssessedGap } from '../../assess/index.js';
import type { AnyRecord } from '../../records/index.js';
import { clean } from '../build/clean.js';
import { contextOf, type DocumentInput } from '../build/build-document.js';
import type { Block, Document } from '../document.js';
import { escapeHtml } from '../render/escape.js';
import { blocksHtml, renderHtml } from '../render/html.js';
import type { TagContext } from '../tags/define.js';
import { pageNames } from './addresses.js';
import { idsIn } from '../build/changes.js';
import { overviewBody } from './overview-page.js';
import { endOf, pageHtml, siteBar, SITE_STYLE, type SiteFrame } from './page.js';
import { recordBlocks } from './record-page.js';
import { searchBody } from './search-page.js';
import { SEARCH_SCRIPT } from './search-script.js';

export interface SiteFile {
  /** Inside the folder of the site, with `/`. */
  readonly path: string;
  readonly text: string;
}

export function renderSite(documents: readonly Document[], input: DocumentInput, tool: string): readonly SiteFile[] {
  return new SiteWriter(documents, input, tool).files();
}

class SiteWriter {
  readonly #documents: readonly Document[];
  readonly #input: DocumentInput;
  readonly #frame: SiteFrame;
  readonly #records: readonly AnyRecord[];
  readonly #pages: ReadonlyMap<string, string>;
  readonly #gaps: ReadonlyMap<string, readonly AssessedGap[]>;
  readonly #standing: ReadonlyMap<string, readonly Document[]>;

  constructor(documents: readonly Document[], input: DocumentInput, tool: string) {
    const { assessment, commit, dirty, date, device, status, stamp } = input;
    this.#documents = documents;
    this.#input = input;
    this.#records = assessment.trace.reading.records;
    this.#pages = pageNames(this.#records.map(({ id }) => id));
    this.#gaps = gapsByRecord(assessment.gaps);
    this.#standing = standingOf(documents);
    const state = commit === null ? 'no commit' : `commit ${commit.slice(0, 12)}${dirty ? ' with changes' : ''}`;
    const name = device.name ?? 'Device without a name';
    this.#frame = clean({
      device: name,
      status,
      stamp,
      foot: [name, state, date, tool, stamp].filter(Boolean).join(' · '),
    });
  }

  files(): readonly SiteFile[] {
    return [
      {
        path: 'index.html',
        text: this.#page('Overview', overviewBody(this.#documents, this.#input, this.#blocks(''))),
      },
      { path: 'search.html', text: this.#search() },
      ...this.#documents.map((document) => ({ path: `documents/${document.id}.html`, text: this.#document(document) })),
      ...this.#records.map((record) => ({ path: `records/${this.#pages.get(record.id)}`, text: this.#record(record) })),
    ];
  }

  #page(title: string, body: string): string {
    return pageHtml({ title, body, up: '' }, this.#frame);
  }

  #search(): string {
    const body = searchBody(this.#records, this.#documents, (id) => `records/${this.#pages.get(id)}`);
    return pageHtml({ title: 'All records', body, up: '', script: SEARCH_SCRIPT }, this.#frame);
  }

  #document(document: Document): string {
    return renderHtml(document, {
      recordAddress: this.#addressFrom('../'),
      site: { bar: siteBar('../', this.#frame), style: SITE_STYLE, end: endOf(this.#frame) },
    });
  }

  #record(record: AnyRecord): string {
    const { id, kind, fields } = record;
    const standing = { documents: this.#standing.get(id) ?? [], gaps: this.#gaps.get(id) ?? [] };
    const title = clean(`${id}  ${fields.title ?? ''}`.trimEnd());
    const obsolete = fields.status === 'obsolete' ? ', obsolete' : '';
    const body = `<h1>${escapeHtml(title)}</h1>
<p class="quiet">${escapeHtml(kind)}${obsolete}</p>
${this.#blocks('../')(recordBlocks(record, standing, this.#context()))}`;
    return pageHtml({ title, body, up: '../' }, this.#frame);
  }

  #context(): TagContext {
    return { ...contextOf([], undefined, this.#input), level: 2, complain: () => undefined };
  }

  #addressFrom(up: string): (id: string) => string | undefined {
    return (id) => {
      const page = this.#pages.get(id);
      return page === undefined ? undefined : `${up}records/${page}`;
    };
  }

  /** Parts as HTML for a page that is no document. */
  #blocks(up: string): (blocks: readonly Block[]) => string {
    const options = { recordAddress: this.#addressFrom(up) };
    return (blocks) => blocksHtml({ ...NO_DOCUMENT, date: this.#input.date, blocks: clean(blocks) }, options);
  }
}

const NO_DOCUMENT: Omit<Document, 'blocks' | 'date'> = {
  id: 'page',
  title: '',
  number: undefined,
  version: undefined,
  device: '',
  manufacturer: undefined,
  commit: undefined,
  dirty: false,
  status: 'draft',
  stamp: undefined,
  approvals: [],
  revisions: [],
};

function gapsByRecord(gaps: readonly AssessedGap[]): ReadonlyMap<string, readonly AssessedGap[]> {
  const found = new Map<string, AssessedGap[]>();
  for (const gap of gaps) if (gap.record !== undefined) found.set(gap.record, [...(found.get(gap.record) ?? []), gap]);
  return found;
}

function standingOf(documents: readonly Document[]): ReadonlyMap<string, readonly Document[]> {
  const found = new Map<string, Document[]>();
  for (const document of documents) {
    for (const id of idsIn(document.blocks)) {
      const known = found.get(id);
      if (known) known.push(document);
      else found.set(id, [document]);
    }
  }
  return found;
}
