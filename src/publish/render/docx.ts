/**
 * A document as Word: real styles, contents and page fields, captions, repeated heads, comments for the gaps of a draft.
 * Page numbers of the contents are filled when Word updates the fields of the file.
 */
import { Document as WordDocument, Packer, type FileChild, type ISectionOptions } from 'docx';
import { unzipSync } from 'fflate';
import type { Document } from '../document.js';
import type { PageKind } from '../pdf/page-sizes.js';
import { mergeInto } from '../word-template/merge.js';
import type { PlaceholderWords } from '../word-template/placeholders.js';
import type { WordTemplate } from '../word-template/read-word-template.js';
import { BlockWriter } from './docx-blocks.js';
import { contextOf, widthOf, type PictureMaker, type WordContext } from './docx-context.js';
import { firstPages, partMark, partsOfTemplate } from './docx-front.js';
import { sectionOf } from './docx-pages.js';
import { FONT, LISTS, STYLES } from './docx-styles.js';
import { PLAIN_LOOK, themedStyles, type WordLook } from './docx-theme.js';
import { packed, withoutTimes } from './zip-without-times.js';

/**
 * @param look a company's template, whose pages and styles are taken, or its theme for those of ours
 * @returns the bytes of the file, the same for the same document
 */
export async function wordOf(
  document: Document,
  pictureOf: PictureMaker,
  { template, ...given }: Partial<WordLook> & { readonly template?: WordTemplate | undefined } = {},
): Promise<Uint8Array> {
  const look = template ? PLAIN_LOOK : { ...PLAIN_LOOK, ...given };
  const context = contextOf(document, pictureOf, look, template);
  const writer = new BlockWriter(context);
  // Footnotes and comments are known when the text is written.
  const sections = sectionsOf(context, writer);
  const file = new WordDocument({
    title: document.title,
    creator: document.manufacturer ?? document.device,
    description: `${document.title}, ${document.device}`,
    styles: themedStyles(STYLES, FONT, look),
    numbering: { config: LISTS },
    footnotes: writer.footnotes(),
    comments: { children: [...writer.comments()] },
    features: { updateFields: true },
    sections: [...sections],
  });
  const bytes = withoutTimes(await Packer.toBuffer(file), document.date);
  if (!template) return bytes;
  return packed(mergeInto(template, unzipSync(bytes), placeholderWords(document)), document.date);
}

function placeholderWords(document: Document): PlaceholderWords {
  const { title, number, version, status, device, manufacturer, date, commit, stamp } = document;
  return {
    title,
    number: number ?? '',
    version: version ?? '',
    status: status === 'draft' ? 'Draft' : 'Released',
    device,
    manufacturer: manufacturer ?? '',
    date,
    commit: commit?.slice(0, 12) ?? '',
    stamp: stamp ?? '',
  };
}

interface Run {
  readonly page: PageKind;
  readonly children: FileChild[];
}

/** Turned pages are sections of their own. */
function sectionsOf(context: WordContext, writer: BlockWriter): readonly ISectionOptions[] {
  return runsOf(context, writer).map(({ page, children }, at) =>
    sectionOf(context.document, {
      page,
      width: widthOf(page, context),
      children,
      isFirst: at === 0,
      theme: context.look.theme,
    }),
  );
}

function runsOf(context: WordContext, writer: BlockWriter): readonly Run[] {
  const { template, layout } = context;
  const front = template ? partsOfTemplate(context) : firstPages(context);
  const runs: Run[] = [{ page: 'upright', children: front }];
  for (const { page: asked, blocks } of layout.sections) {
    // The pages of a company's template are of its own size.
    const page = template && asked === 'large' ? 'turned' : asked;
    addTo(runs, page, writer.blocks(blocks, page));
  }
  // What follows in the template stands upright.
  if (template) addTo(runs, 'upright', [partMark('end')]);
  return runs;
}

function addTo(runs: Run[], page: PageKind, children: FileChild[]): void {
  const last = runs.at(-1);
  if (last?.page === page) last.children.push(...children);
  else runs.push({ page, children });
}
