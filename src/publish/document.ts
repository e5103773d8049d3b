/** What a document is between templates and formats: every renderer takes this, so that no two formats can differ in content. */

export interface Document {
  /** Id of the template, such as `security-risk-assessment`; part of the file name. */
  readonly id: string;
  readonly title: string;
  /** Number that the company gives it, if any. */
  readonly number: string | undefined;
  /** Version of the device that it speaks of. */
  readonly version: string | undefined;
  readonly device: string;
  readonly manufacturer: string | undefined;
  /** Hash of the commit in full, `undefined` without Git; `dirty`: files differed from it. */
  readonly commit: string | undefined;
  readonly dirty: boolean;
  /** A day as `2026-11-23`; nothing in a document comes from a clock. */
  readonly date: string;
  /** A draft shows its gaps and a watermark; a release has neither. */
  readonly status: 'draft' | 'release';
  /** Printed on every page, such as that the device is fictional. */
  readonly stamp: string | undefined;
  /** Where the company says it otherwise than `Table 3` under numbered headings. */
  readonly numbering?: NumberingWords;
  readonly approvals: readonly Approval[];
  readonly revisions: readonly Revision[];
  readonly blocks: readonly Block[];
}

export interface NumberingWords {
  /** Headings have numbers. */
  readonly headings: boolean;
  readonly table: string;
  readonly figure: string;
}

export interface Approval {
  readonly role: string;
  readonly name: string;
  readonly meaning: string;
  readonly date: string | undefined;
  /** Bound to the present content, to content that changed since, or still to come. */
  readonly state: 'given' | 'void' | 'open';
}

export interface Revision {
  readonly version: string;
  readonly date: string;
  readonly by: string;
  readonly what: string;
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Figure
  | Note
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'page-break' };

export interface Heading {
  readonly is: 'heading';
  /** 1 is a chapter; levels are never skipped. */
  readonly level: 1 | 2 | 3 | 4;
  /** Unique in the document; `[a-z0-9-]+`, or the id of a record. */
  readonly id: string;
  readonly content: readonly Inline[];
  /** It stands without a number, such as a list of tables. */
  readonly unnumbered?: boolean;
}

export interface Paragraph {
  readonly is: 'paragraph';
  readonly content: readonly Inline[];
  /** The paragraph changed since the base that the document is compared with. */
  readonly changed?: boolean;
}

export interface List {
  readonly is: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Block[])[];
}

export interface Table {
  readonly is: 'table';
  readonly id: string;
  readonly caption: readonly Inline[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How many of how many are shown; every table of records says it. */
  readonly count?: { readonly shown: number; readonly of: number; readonly what: string };
  /** Wide ones stand on a page of their own, turned. */
  readonly landscape?: boolean;
}

export interface Column {
  readonly title: string;
  /** Part of the width of the table; all parts of a table add up to 1. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'centre';
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A line across the table that heads what follows. */
  readonly isGroup?: boolean;
  readonly changed?: boolean;
}

export interface Cell {
  /** Each entry is a paragraph. */
  readonly content: readonly (readonly Inline[])[];
  /** Columns and rows that it covers; the covered cells are left out of the rows. */
  readonly columns?: number;
  readonly rows?: number;
  /** Value for spreadsheets, where it is more than its words: a number, or a day as `2026-11-23`. */
  readonly value?: number | string;
}

export interface Figure {
  readonly is: 'figure';
  readonly id: string;
  readonly caption: readonly Inline[];
  /** Our own picture, without scripts, outer addresses and foreign elements. */
  readonly svg: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly landscape?: boolean;
}

/** Something about the document that a reader must not miss. */
export interface Note {
  readonly is: 'note';
  /** `gap`: something is missing here; `write`: starter text that a person has to make specific. */
  readonly kind: 'gap' | 'write' | 'hint';
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Key of the gap. */
  readonly gap?: string;
  /** How many gaps it tells of, where these are several. */
  readonly count?: number;
  /** The gap keeps the document from being released. */
  readonly isBlocking?: boolean;
}

export type Inline =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly strong?: boolean;
      readonly emphasis?: boolean;
      readonly code?: boolean;
    }
  /** To a record or heading of this document by its id, or to `id` in another document of the set. */
  | { readonly is: 'link'; readonly to: string; readonly document?: string; readonly content: readonly Inline[] }
  /** Only `https:`; shown, never fetched. */
  | { readonly is: 'address'; readonly url: string; readonly content: readonly Inline[] }
  /** Becomes `Table 3` or `Figure 2`. */
  | { readonly is: 'reference'; readonly to: string }
  | { readonly is: 'footnote'; readonly content: readonly Inline[] }
  | { readonly is: 'break' };
