/** The page of one record: what it says, its fields, its links both ways, its proof, its gaps, and where it stands. */
import { isProven, type AssessedGap } from '../../assess/index.js';
import { linkFields, type AnyRecord } from '../../records/index.js';
import { placeOf } from '../../shapes/index.js';
import type { Block, Cell, Inline, Row } from '../document.js';
import { cellOf, headOf } from '../build/record-tables.js';
import { wordsTable } from '../build/words-table.js';
import type { TagContext } from '../tags/define.js';

export interface RecordStanding {
  /** Documents in which the record stands. */
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly gaps: readonly AssessedGap[];
}

export function recordBlocks(record: AnyRecord, standing: RecordStanding, context: TagContext): readonly Block[] {
  return [
    ...context.textOf(record, 2),
    ...factsBlocks(record, context),
    ...linksBlocks(record, context),
    ...gapsBlocks(standing.gaps, context),
    ...documentsBlocks(standing),
  ];
}

const SHOWN_ELSEWHERE = new Set(['title', 'text']);

function factsBlocks(record: AnyRecord, context: TagContext): readonly Block[] {
  const { trace } = context.assessment;
  const links = new Set(trace.linkNames(record));
  const written = Object.keys(record.fields).filter((name) => !SHOWN_ELSEWHERE.has(name) && !links.has(name));
  const computed = trace.computedNames(record.kind).filter((name) => !written.includes(name));
  const names = [...written, 'class', 'verification', ...computed];
  const rows = names.flatMap((name) => rowOf(record, name, context));
  const { file, line } = placeOf(record.spot);
  const place: Row = { cells: [plainCell('Written in'), plainCell(`${file}:${line}`)] };
  return [
    heading('fields', 'Fields'),
    table('Fields', ['Field', 'Value'], [...rows, ...proofOf(record, context), place], context),
  ];
}

/** A rating after control that nothing proves must not look like one that holds. */
function proofOf(record: AnyRecord, { assessment }: TagContext): readonly Row[] {
  if (record.kind !== 'threat' || record.fields.after === undefined) return [];
  const proven = isProven(record, assessment.trace, assessment.proofs);
  return [{ cells: [plainCell('Rating after control'), plainCell(proven ? '✓ proven' : 'claimed, not proven')] }];
}

function rowOf(record: AnyRecord, name: string, context: TagContext): readonly Row[] {
  const cell = cellOf(record, name, context);
  const isEmpty = cell.content.every((inlines) => inlines.length === 0);
  return isEmpty ? [] : [{ cells: [plainCell(headOf(name)), cell] }];
}

function linksBlocks(record: AnyRecord, context: TagContext): readonly Block[] {
  const { trace } = context.assessment;
  const fields = linkFields(record.kind);
  const rows = trace.linkNames(record).flatMap((name) => {
    const names = trace.names(record, name);
    const side = fields.get(name)?.end === 'to' ? 'to here' : 'from here';
    const far: Cell = { content: names.map((id) => withTitle(id, context)) };
    return names.length === 0 ? [] : [{ cells: [plainCell(headOf(name)), plainCell(side), far] }];
  });
  const empty: Block = { is: 'paragraph', content: [{ is: 'text', text: 'Nothing is linked with it.' }] };
  const shown = rows.length > 0 ? table('Links', ['Link', 'Side', 'Records'], rows, context) : empty;
  return [heading('links', 'Links'), shown];
}

function withTitle(id: string, { assessment }: TagContext): readonly Inline[] {
  const title = assessment.trace.find(id)?.fields.title;
  const content: readonly Inline[] = [{ is: 'text', text: id }];
  return [
    { is: 'link', to: id, content },
    ...(title === undefined ? [] : [{ is: 'text', text: `  ${title}` } as const]),
  ];
}

function gapsBlocks(gaps: readonly AssessedGap[], context: TagContext): readonly Block[] {
  if (gaps.length === 0) {
    const words = 'No gap is known at this record.';
    return [heading('gaps', 'Gaps'), { is: 'paragraph', content: [{ is: 'text', text: words }] }];
  }
  const rows = gaps.map((gap) => [
    gap.decision === undefined ? gap.severity : `decided (${gap.decision})`,
    gap.message,
    gap.fix,
    gap.rule,
  ]);
  const columns = [
    ['Severity', 0.12],
    ['What', 0.38],
    ['What to do', 0.3],
    ['Rule', 0.2],
  ] as const;
  return [heading('gaps', 'Gaps'), { ...wordsTable({ title: 'Gaps', columns, rows }, context), caption: [] }];
}

function documentsBlocks({ documents }: RecordStanding): readonly Block[] {
  if (documents.length === 0) return [];
  return [
    heading('documents', 'Stands in'),
    {
      is: 'list',
      ordered: false,
      items: documents.map(({ id, title }) => [
        {
          is: 'paragraph',
          content: [
            { is: 'link', to: 'content', document: `../documents/${id}`, content: [{ is: 'text', text: title }] },
          ],
        },
      ]),
    },
  ];
}

function heading(id: string, words: string): Block {
  return { is: 'heading', level: 1, id, content: [{ is: 'text', text: words }], unnumbered: true };
}

function table(title: string, heads: readonly string[], rows: readonly Row[], context: TagContext): Block {
  const columns = heads.map(
    (head, at) => [head, at < heads.length - 1 ? 0.18 : 1 - 0.18 * (heads.length - 1)] as const,
  );
  return { ...wordsTable({ title, columns, rows: [] }, context), caption: [], rows };
}

function plainCell(words: string): Cell {
  return { content: [[{ is: 'text', text: words }]] };
}
