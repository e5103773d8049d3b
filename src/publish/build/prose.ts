/** The words that people wrote for a section of a work product, or what stands there while nobody has. */
import { coveringDocuments, saysSomething, unfinishedOf, type AssessedGap } from '../../assess/index.js';
import { findStarter, type PackSet } from '../../packs/index.js';
import type { RecordOf } from '../../records/index.js';
import type { Block, Inline, Note } from '../document.js';
import type { TagContext } from '../tags/define.js';
import { markedWords } from '../text/marked-words.js';
import { personName } from './person-name.js';
import { withMarksShown } from './show-marks.js';

/** @param section as `product#section` */
export function proseOf(section: string, context: TagContext): readonly Block[] {
  const { assessment, system } = context;
  const covering = coveringDocuments(section, system?.id ?? 'device', assessment.trace);
  const said = covering.filter((document) => saysSomething(document, assessment.trace, assessment.packs.packs));
  if (said.length > 0) return said.flatMap((document) => once(document, context, written));
  const drafts = covering.flatMap((document) => once(document, context, starter));
  if (!context.isDraft) return [];
  return [...drafts, ...(drafts.length > 0 ? [] : [missing(section, context)])];
}

/**
 * @param section as `product#section`
 * @returns the texts that answer it, as links, where all of them stand in the document already
 */
export function answeredAbove(section: string, context: TagContext): readonly Inline[] | undefined {
  const { assessment, system, told, isDraft } = context;
  const covering = coveringDocuments(section, system?.id ?? 'device', assessment.trace);
  const said = covering.filter((document) => saysSomething(document, assessment.trace, assessment.packs.packs));
  const texts = said.length > 0 || !isDraft ? said : covering;
  if (texts.length === 0 || !texts.every(({ id }) => told.has(id))) return undefined;
  return texts.flatMap((text, at) => [...(at > 0 ? [{ is: 'text', text: ', ' } as const] : []), nameOf(text, context)]);
}

/** One text may answer several sections: it stands at the first, and the others lead there. */
function once(
  document: RecordOf<'document'>,
  context: TagContext,
  write: (document: RecordOf<'document'>, context: TagContext) => readonly Block[],
): readonly Block[] {
  const { told } = context;
  if (!told.has(document.id)) {
    const blocks = write(document, context);
    const heading = blocks.find((block) => block.is === 'heading');
    if (blocks.length > 0) told.set(document.id, heading?.id);
    return blocks;
  }
  const name = nameOf(document, context);
  return [{ is: 'paragraph', content: [{ is: 'text', text: 'Answered above: ' }, name, { is: 'text', text: '.' }] }];
}

function nameOf({ id, fields }: RecordOf<'document'>, { told }: TagContext): Inline {
  const elsewhere = fields.reference ? ' (kept elsewhere)' : '';
  const title: Inline = { is: 'text', text: `${fields.title ?? id}${elsewhere}` };
  const to = told.get(id);
  return to === undefined ? title : { is: 'link', to, content: [title] };
}

function written(document: RecordOf<'document'>, context: TagContext): readonly Block[] {
  const { reference } = document.fields;
  if (!reference) return context.textOf(document, context.level);
  const { identifier, version, place, 'confirmed-by': by, 'confirmed-on': on } = reference;
  const title = document.fields.title ?? document.id;
  const words = ` is kept elsewhere: ${identifier}, version ${version}, ${place}. ${personName(by, context.assessment)} confirmed on ${on} that it exists and fits; it is not checked here.`;
  const content: readonly Inline[] = [
    { is: 'text', text: title, strong: true },
    { is: 'text', text: words },
  ];
  return [{ is: 'paragraph', content }, ...context.textOf(document, context.level)];
}

function starter(document: RecordOf<'document'>, context: TagContext): readonly Block[] {
  const blocks = context.textOf(document, context.level);
  if (blocks.length === 0 || !context.isDraft) return [];
  return [{ is: 'note', kind: 'write', title: titleOf(document, context), blocks: withMarksShown(blocks) }];
}

function titleOf(document: RecordOf<'document'>, { assessment }: TagContext): string {
  const left = unfinishedOf(document, assessment.packs.packs);
  const marks = left.filter(({ is }) => is === 'mark').length;
  if (marks > 0) return `${document.id}: ${marks === 1 ? 'a place' : `${marks} places`} to fill`;
  return document.fields.starter || left.length > 0 ? 'Starter text: make it yours' : `${document.id} is a draft`;
}

function missing(section: string, { assessment, links }: TagContext): Note {
  const [product = '', part = ''] = section.split('#', 2);
  const gap = assessment.gaps.find((one) => one.decision === undefined && tellsOf(one, product, part));
  const words = gap ? gap.message : `Nobody has written "${sectionTitle(product, part, assessment.packs)}" yet.`;
  const todo = gap ? gap.fix : `Write a document record with \`covers: [${section}]\`.`;
  const isBlocking = gap?.severity === 'error';
  return {
    is: 'note',
    kind: 'gap',
    title: isBlocking ? 'Gap, blocks release' : 'Gap',
    isBlocking,
    blocks: [
      { is: 'paragraph', content: markedWords(words, links) },
      { is: 'paragraph', content: markedWords(todo, links, { emphasis: true }) },
    ],
    ...(gap && { gap: gap.key }),
  };
}

function tellsOf(gap: AssessedGap, product: string, part: string): boolean {
  return gap.key.startsWith(`work-product-incomplete@work-product:${product}`) && gap.key.includes(part);
}

/** As the starter text heads it, else the words of its id. */
export function sectionTitle(product: string, section: string, packs: PackSet): string {
  const starter = findStarter(packs, product).find(({ id }) => id === section);
  if (starter?.title !== undefined) return starter.title;
  const words = section.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
