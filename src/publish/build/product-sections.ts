/** The sections of a work product; those that one text answers, or that nobody wrote, are named together. */
import type { WorkProduct } from '../../packs/index.js';
import type { Block, Inline, Note } from '../document.js';
import type { TagContext } from '../tags/define.js';
import { obligationsFor } from './because.js';
import { answeredAbove, proseOf, sectionTitle } from './prose.js';

export function productSections(product: WorkProduct, context: TagContext): readonly Block[] {
  const parts = product.sections.map((section) => partOf(product, section, context));
  return runsOf(parts).flatMap((run) => runBlocks(run, product, context));
}

interface Part {
  readonly section: string;
  readonly title: string;
  /** Links to the texts above that answer it. */
  readonly above: readonly Inline[] | undefined;
  readonly prose: readonly Block[];
}

function partOf(product: WorkProduct, section: string, context: TagContext): Part {
  const name = `${product.id}#${section}`;
  const above = answeredAbove(name, context);
  const level = Math.min(4, context.level + 1) as TagContext['level'];
  const said = above ? [] : proseOf(name, { ...context, level });
  const prose = isUnwritten(said) && !isAsked(product.id, section, context) ? [] : said;
  return { section, title: sectionTitle(product.id, section, context.assessment.packs), above, prose };
}

/** A section that no criterion asks for is answered by the tables of its chapter, and is no gap while nobody wrote it. */
function isAsked(product: string, section: string, context: TagContext): boolean {
  const criteria = obligationsFor(product, context).flatMap((obligation) => obligation.criteria);
  return criteria.some(({ criterion }) => criterion.ask === 'document' && criterion.sections?.includes(section));
}

/** Neighbours that the same text answers, or that all wait for words, stand together. */
function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  let last: string | undefined;
  for (const part of parts) {
    const sort = part.above ? JSON.stringify(part.above) : isUnwritten(part.prose) ? 'unwritten' : undefined;
    if (sort !== undefined && sort === last) runs.at(-1)?.push(part);
    else runs.push([part]);
    last = sort;
  }
  return runs;
}

function isUnwritten([only, ...more]: readonly Block[]): boolean {
  return more.length === 0 && only?.is === 'note' && only.kind === 'gap' && only.gap === undefined;
}

/** So many notes one below the other are no longer read. */
const MANY = 3;

function runBlocks(run: readonly Part[], product: WorkProduct, context: TagContext): readonly Block[] {
  const [first] = run;
  if (first?.above) return [answered(run, first.above)];
  if (run.length >= MANY) return [unwritten(run, product)];
  return run.flatMap((part) => sectionBlocks(part, product, context));
}

function sectionBlocks({ section, title, prose }: Part, product: WorkProduct, context: TagContext): readonly Block[] {
  if (prose.length === 0) return [];
  const content = [{ is: 'text', text: title } as const];
  return [{ is: 'heading', level: context.level, id: `${product.id}-${section}`, content }, ...prose];
}

function answered(run: readonly Part[], above: readonly Inline[]): Block {
  const names = run.map(({ title }) => title).join('; ');
  return {
    is: 'paragraph',
    content: [{ is: 'text', text: `${names}: answered above in ` }, ...above, { is: 'text', text: '.' }],
  };
}

function unwritten(run: readonly Part[], product: WorkProduct): Note {
  const item = ({ title, section }: Part): readonly Block[] => [
    {
      is: 'paragraph',
      content: [
        { is: 'text', text: `${title} ` },
        { is: 'text', text: `${product.id}#${section}`, code: true },
      ],
    },
  ];
  const words = 'Nobody has written these yet. Write document records that cover them:';
  return {
    is: 'note',
    kind: 'gap',
    title: `Gap: ${run.length} sections`,
    count: run.length,
    blocks: [
      { is: 'paragraph', content: [{ is: 'text', text: words }] },
      { is: 'list', ordered: false, items: run.map(item) },
    ],
  };
}
