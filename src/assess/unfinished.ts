/** What of a text is still as a program began it: marked places, and starter words of which only the mark is gone. */
import { marksIn, withoutMarks, type Pack } from '../packs/index.js';
import type { AnyRecord } from '../records/index.js';
import type { UnfinishedWords } from '../rules/index.js';

/** Every criterion of every software system asks for the same documents. */
const known = new WeakMap<readonly Pack[], WeakMap<AnyRecord, readonly UnfinishedWords[]>>();

// @implements SRS-525
export function unfinishedOf(document: AnyRecord, packs: readonly Pack[]): readonly UnfinishedWords[] {
  if (!mayBeUnfinished(document)) return FINISHED;
  const byDocument = known.get(packs) ?? new WeakMap<AnyRecord, readonly UnfinishedWords[]>();
  known.set(packs, byDocument);
  const found = byDocument.get(document) ?? lookInto(document, packs);
  byDocument.set(document, found);
  return found;
}

const FINISHED: readonly UnfinishedWords[] = [];

/** Asked of every record: only a section of a plan has starter words, and every mark has its bracket. */
function mayBeUnfinished({ fields, links }: AnyRecord): boolean {
  return fields.text !== undefined && (fields.text.includes('[') || links.some(({ field }) => field === 'covers'));
}

function lookInto(document: AnyRecord, packs: readonly Pack[]): readonly UnfinishedWords[] {
  const { text } = document.fields;
  if (text === undefined) return [];
  const marks = marksIn(text).map(({ asks, offset, length }): UnfinishedWords => ({
    is: 'mark',
    words: asks === '' ? 'something' : short(asks),
    written: text.slice(offset, offset + length),
  }));
  return [...marks, ...leftovers(document, text, packs)];
}

/**
 * A mark that was taken away with nothing in its place leaves our sentence as it was; and a text that has no sentence
 * but ours says nothing of this device.
 */
function leftovers(document: AnyRecord, text: string, packs: readonly Pack[]): readonly UnfinishedWords[] {
  const starter = starterOf(document, packs);
  if (starter.known.size === 0) return [];
  const written = sentencesOf(text).filter(({ key }) => key !== '');
  const emptied = written.filter(({ key }) => starter.marked.has(key));
  const isOursAlone = written.length > 0 && written.every(({ key }) => starter.known.has(key));
  const found = emptied.length > 0 || !isOursAlone ? emptied : written.slice(0, 1);
  return found.map(({ words }) => ({ is: 'starter', words: short(words), written: words }));
}

interface StarterWords {
  /** Every sentence of the starter texts, without its marks. */
  readonly known: ReadonlySet<string>;
  /** Those of them that had a mark. */
  readonly marked: ReadonlySet<string>;
}

const NONE: StarterWords = { known: new Set(), marked: new Set() };
const indexes = new WeakMap<readonly Pack[], ReadonlyMap<string, StarterWords>>();

function starterOf(document: AnyRecord, packs: readonly Pack[]): StarterWords {
  const covered = document.links.filter(({ field }) => field === 'covers');
  if (covered.length === 0) return NONE;
  const index = indexes.get(packs) ?? indexOf(packs);
  indexes.set(packs, index);
  const sections = covered.map(({ id }) => index.get(id) ?? NONE);
  const [only = NONE, ...others] = sections;
  if (others.length === 0) return only;
  return {
    known: new Set(sections.flatMap(({ known }) => [...known])),
    marked: new Set(sections.flatMap(({ marked }) => [...marked])),
  };
}

/** By `product#section`, in all variants: the facts of a device change, and its documents stay. */
function indexOf(packs: readonly Pack[]): ReadonlyMap<string, StarterWords> {
  const starters = packs.flatMap((pack) => pack.starters);
  return new Map(
    starters.flatMap(({ id, sections }) =>
      sections.map((section) => {
        const texts = [section.text, section.partial ?? '', ...(section.also ?? []).map(({ text }) => text)];
        const sentences = texts.flatMap(sentencesOf);
        const known = new Set(sentences.map(({ key }) => key));
        const marked = sentences.filter(({ key, hadMark }) => hadMark && key.includes(' '));
        return [`${id}#${section.id}`, { known, marked: new Set(marked.map(({ key }) => key)) }] as const;
      }),
    ),
  );
}

interface Sentence {
  readonly words: string;
  /** Its words alone, without marks, signs and case: what is compared. */
  readonly key: string;
  readonly hadMark: boolean;
}

const NEW_BLOCK = /\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s)/;
/** Stands for a mark while sentences are cut: what a mark asks may have a full stop of its own. */
const HOLE = '\uFFFC';

function sentencesOf(text: string): readonly Sentence[] {
  const holed = marksIn(text).reduceRight(
    (rest, { offset, length }) => `${rest.slice(0, offset)}${HOLE}${rest.slice(offset + length)}`,
    text,
  );
  return holed
    .split(NEW_BLOCK)
    .flatMap((block) => block.replaceAll(/\s+/g, ' ').split(/(?<=[.!?:;])\s/))
    .filter((words) => words.trim() !== '')
    .map((words) => ({ words: words.trim(), key: keyOf(words), hadMark: words.includes(HOLE) }));
}

function keyOf(words: string): string {
  return withoutMarks(words)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function short(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words;
}
