/** Makes of a document what its pages are laid out from. */
import type { Block, Document, Figure, Heading } from '../document.js';
import { cleanSvg } from '../figures/clean-svg.js';
import { APPROVAL_STATES, draftNote, frontMatter, REVISION_HEADS } from '../render/front-matter.js';
import { everyBlock, numberingOf, type Numbering } from '../render/numbering.js';
import type { Theme } from '../theme.js';
import { anchorsOf, type Anchors } from './anchors.js';
import { Drawable } from './drawable.js';
import type { Fonts } from './fonts.js';
import { Measure } from './measure.js';
import { PartSetter } from './set-parts.js';
import type { WordSetter } from './set-words.js';
import type { Sheet } from './sheet.js';
import { sectionsOf } from './turn-pages.js';

export interface SheetOptions {
  readonly theme: Theme;
  /** Name and version of the tool, printed below. */
  readonly tool: string;
  readonly fonts: Fonts;
}

export interface SheetWithFiles {
  readonly sheet: Sheet;
  /** Name that the sheet uses → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What could not be drawn as it is written. */
  readonly problems: readonly string[];
}

/** Fewer tables and figures are found without a list. */
const MOST_UNLISTED = 3;

export function sheetOf(document: Document, { theme, tool, fonts }: SheetOptions): SheetWithFiles {
  const drawable = new Drawable(fonts);
  const { table, figure } = theme.words;
  const numbers = numberingOf(document, { headings: theme.numbering, table, figure });
  const anchors = anchorsOf(document);
  const measure = new Measure(fonts);
  const files = new FigureFiles(drawable);
  const parts = new PartSetter({ fonts, drawable, anchors, numbers }, measure, (figure) => files.add(figure));
  const { words } = parts;
  const sections = sectionsOf(document.blocks, measure).map(({ page, blocks }) => ({
    page,
    parts: parts.section(blocks, page),
  }));
  const sheet: Sheet = {
    ...identity(document, theme, words),
    fonts: fonts.families,
    slanted: fonts.slanted,
    mono: fonts.mono,
    ...furniture(document, theme, tool, words),
    ...front(document, theme, words),
    logo: theme.logo ? files.addLogo(theme.logo, words.plain(document.manufacturer ?? 'Logo')) : null,
    ...listsOf(document, numbers, anchors, words),
    words: { contents: words.plain(theme.words.contents), lists: words.plain(theme.words['tables-and-figures']) },
    sections,
  };
  return { sheet, files: files.files, problems: [...drawable.problems, ...files.problems] };
}

function identity({ title, device, version, manufacturer, date }: Document, theme: Theme, words: WordSetter) {
  const [year = 2000, month = 1, day = 1] = date.split('-').map(Number);
  return {
    title: words.plain(title),
    subtitle: words.plain([device, version].filter((part) => part !== undefined).join(' ')),
    author: words.plain(manufacturer ?? device),
    language: theme.language,
    date: [year, month, day] as const,
    accent: theme.accent,
  };
}

function furniture(document: Document, theme: Theme, tool: string, words: WordSetter) {
  const { title, number, version, device, commit, dirty, date, stamp, status } = document;
  const isDraft = status === 'draft';
  const named = [number, version === undefined ? undefined : `${theme.words.version} ${version}`];
  const right = [...named, isDraft ? undefined : `${theme.words.released} ${date}`].filter(
    (part) => part !== undefined,
  );
  const built = commit === undefined ? 'no commit' : `commit ${commit.slice(0, 7)}${dirty ? ' and changes' : ''}`;
  const left = [[device, version].filter((part) => part !== undefined).join(' '), built, date, tool];
  const middle = [stamp, theme.footer].filter((part) => part !== undefined);
  return {
    watermark: isDraft ? words.plain(theme.words.draft).toUpperCase() : null,
    header: {
      left: words.plain(title),
      middle: words.plain(theme.header ?? ''),
      state: isDraft ? words.plain(theme.words.draft) : null,
      right: words.plain([...(isDraft && right.length > 0 ? [''] : []), right.join(', ')].join(' · ')),
    },
    footer: {
      left: words.plain(left.join(' · ')),
      middle: words.plain(middle.join(' · ')),
      page: words.plain(theme.words.page),
    },
  };
}

function front(document: Document, theme: Theme, words: WordSetter) {
  const { approvals, revisions } = document;
  const note = draftNote(document);
  return {
    facts: frontMatter(document).map(([name, value]) => [words.plain(name), words.plain(value)] as const),
    note: note
      ? { kind: note.isBlocking ? ('blocks' as const) : ('gap' as const), head: note.head, words: note.words }
      : null,
    approvals: {
      title: words.plain(theme.words.approvals),
      heads: ['Meaning', 'Name', 'Role', 'Date', 'State'],
      rows: approvals.map(({ meaning, name, role, date, state }) => [
        state,
        ...[meaning, name, role, date ?? '', APPROVAL_STATES[state]].map((one) => words.plain(one)),
      ]),
    },
    revisions: {
      title: words.plain(theme.words.revisions),
      heads: REVISION_HEADS,
      rows: revisions.map(({ version, date, by, what }) => [version, date, by, what].map((one) => words.plain(one))),
    },
  };
}

function listsOf(
  document: Document,
  numbers: Numbering,
  anchors: Anchors,
  words: WordSetter,
): Pick<Sheet, 'contents' | 'lists'> {
  const isOutlined = (block: Block): block is Heading =>
    block.is === 'heading' && block.level <= 2 && !block.unnumbered;
  const contents = document.blocks
    .filter(isOutlined)
    .map((one) => [one.level, numbers.heading(one), words.plainWords(one.content), anchors.labelOf(one)] as const);
  const labelled = [...everyBlock(document.blocks)].flatMap((block) => {
    if (block.is !== 'table' && block.is !== 'figure') return [];
    const name = numbers.label(block.id);
    return name === undefined || anchors.labelOf(block) === ''
      ? []
      : [[name, words.plainWords(block.caption), anchors.labelOf(block)] as const];
  });
  return { contents, lists: labelled.length > MOST_UNLISTED ? labelled : [] };
}

/** Pictures of a document by the name that its pages use; the same picture once. */
class FigureFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly problems: string[] = [];
  readonly #drawable: Drawable;
  readonly #names = new Map<string, string>();

  constructor(drawable: Drawable) {
    this.#drawable = drawable;
  }

  add({ id, svg }: Figure): string {
    const known = this.#names.get(svg);
    if (known !== undefined) return known;
    const clean = cleanSvg(svg, { fonts: "Inter, 'DejaVu Sans'", words: (text) => this.#drawable.text(text) });
    if (typeof clean === 'string') this.problems.push(`The figure ${id} is not shown. ${clean}`);
    const shown = typeof clean === 'string' ? EMPTY : clean.svg;
    const name = `/figures/${this.files.size + 1}.svg`;
    this.#names.set(svg, name);
    this.files.set(name, new TextEncoder().encode(shown));
    return name;
  }

  addLogo({ kind, bytes, heightMm }: NonNullable<Theme['logo']>, alt: string): Sheet['logo'] {
    const file = `/figures/logo.${kind}`;
    this.files.set(file, bytes);
    return { file, height: heightMm, alt };
  }
}

const EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="20"/>';
