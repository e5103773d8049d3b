/** What the pages are laid out from: a document in which everything is decided but the places where lines and pages end. */

import type { PageKind } from './page-sizes.js';

/** A string is plain text; everything else says what it is. */
export type SheetWords = readonly (string | SheetInline)[];

export type SheetInline =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly strong?: true;
      readonly emphasis?: true;
      readonly code?: true;
      /** Upright and regular, whatever stands around it: the style has no such characters. */
      readonly plain?: true;
    }
  /** `whole`: never torn at the end of a line. */
  | { readonly is: 'link'; readonly to: string | null; readonly whole: boolean; readonly content: SheetWords }
  | { readonly is: 'address'; readonly url: string; readonly content: SheetWords }
  | { readonly is: 'anchor'; readonly id: string }
  | { readonly is: 'footnote'; readonly content: SheetWords }
  | { readonly is: 'break' };

export type SheetPart =
  | {
      readonly is: 'heading';
      readonly level: number;
      readonly number: string;
      readonly label: string;
      /** Stands in the contents. */
      readonly outlined: boolean;
      readonly content: SheetWords;
    }
  | { readonly is: 'paragraph'; readonly content: SheetWords; readonly changed: boolean }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly (readonly SheetPart[])[] }
  | SheetTable
  | SheetFigure
  | {
      readonly is: 'note';
      readonly look: 'blocks' | 'gap' | 'write' | 'hint';
      readonly title: string;
      readonly key: string | null;
      /** Too high to stay in one piece. */
      readonly breaks: boolean;
      readonly parts: readonly SheetPart[];
    }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'page-break' }
  /** A heading with the few lines under it, on one page. */
  | { readonly is: 'together'; readonly parts: readonly SheetPart[] };

export interface SheetTable {
  readonly is: 'table';
  readonly label: string;
  /** Such as `Table 3`; none for a table without a caption. */
  readonly name: string | null;
  readonly caption: SheetWords;
  readonly count: string | null;
  /** Points. */
  readonly widths: readonly number[];
  readonly gutter: number;
  readonly size: number;
  readonly align: readonly ('left' | 'right' | 'centre')[];
  readonly heads: readonly SheetWords[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly group: boolean;
  readonly changed: boolean;
  /** A string is a cell of plain text alone. */
  readonly cells: readonly (string | SheetCell)[];
}

export interface SheetCell {
  /** Paragraphs, or one of plain text. */
  readonly content: string | readonly SheetWords[];
  readonly columns?: number;
  readonly rows?: number;
  /** Too high to stay in one piece on a page. */
  readonly breaks?: true;
}

export interface SheetFigure {
  readonly is: 'figure';
  readonly label: string;
  readonly name: string;
  readonly caption: SheetWords;
  readonly count: null;
  readonly file: string;
  readonly alt: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

export interface SheetSection {
  readonly page: PageKind;
  readonly parts: readonly SheetPart[];
}

export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly language: string;
  readonly date: readonly [year: number, month: number, day: number];
  readonly accent: string;
  readonly fonts: readonly string[];
  readonly slanted: readonly string[];
  readonly mono: readonly string[];
  readonly watermark: string | null;
  readonly header: {
    readonly left: string;
    readonly middle: string;
    readonly state: string | null;
    readonly right: string;
  };
  readonly footer: { readonly left: string; readonly middle: string; readonly page: string };
  readonly logo: { readonly file: string; readonly height: number; readonly alt: string } | null;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly note: { readonly kind: 'blocks' | 'gap'; readonly head: string; readonly words: string } | null;
  readonly approvals: {
    readonly title: string;
    readonly heads: readonly string[];
    /** The state, then the cells. */
    readonly rows: readonly (readonly string[])[];
  };
  readonly revisions: {
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly words: { readonly contents: string; readonly lists: string };
  readonly contents: readonly (readonly [level: number, number: string, words: string, label: string])[];
  readonly lists: readonly (readonly [name: string, words: string, label: string])[];
  readonly sections: readonly SheetSection[];
}
