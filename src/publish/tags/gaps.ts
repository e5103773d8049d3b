/** `::gaps{}`: what is open for the work products of the document; a release has none that block. */
import type { AssessedGap } from '../../assess/index.js';
import { obligationsFor } from '../build/because.js';
import { wordsTable } from '../build/words-table.js';
import type { Cell, Row } from '../document.js';
import { markedWords } from '../text/marked-words.js';
import { defineTag, type TagContext } from './define.js';

export default defineTag({
  name: 'gaps',
  about: 'Open gaps that bear on the work products of the document, or on all.',
  form: 'block',
  attributes: { of: { about: 'Which gaps.', values: ['document', 'device'] } },
  build({ of = 'document' }, context) {
    const { assessment, products } = context;
    const keys = new Set(products.flatMap((id) => obligationsFor(id, context)).flatMap(({ gaps }) => gaps));
    const open = assessment.gaps.filter((gap) => gap.decision === undefined && gap.severity !== 'hint');
    const shown = of === 'device' ? open : open.filter((gap) => keys.has(gap.key));
    if (shown.length === 0) return [{ is: 'paragraph', content: [{ is: 'text', text: NOTHING_REPORTED }] }];
    const columns = [
      ['Where', 0.16],
      ['What is missing', 0.44],
      ['What to do', 0.3],
      ['Severity', 0.1],
    ] as const;
    const count = { shown: shown.length, of: open.length, what: 'open gaps' };
    return [{ ...wordsTable({ title: 'Open gaps', columns, rows: [], count }, context), rows: rowsOf(shown, context) }];
  },
});

/** Sections that no criterion asks for are marked in the text and are no gap of a check. */
const NOTHING_REPORTED = 'No check reports a gap here beside what is marked above.';

/** Fewer of a sort are no list of their own. */
const LEAST_ALIKE = 3;

/** What to do for many alike is said once, above them. */
function rowsOf(gaps: readonly AssessedGap[], context: TagContext): readonly Row[] {
  const sorts = new Map<string, AssessedGap[]>();
  for (const gap of gaps) {
    const sort = `${gap.rule} ${gap.severity} ${sharedFix(gap)}`;
    sorts.set(sort, [...(sorts.get(sort) ?? []), gap]);
  }
  const all = [...sorts.values()];
  const isMany = (sort: readonly AssessedGap[]): boolean => sort.length >= LEAST_ALIKE;
  return [
    ...all.filter((sort) => !isMany(sort)).flatMap((sort) => sort.map((gap) => singleRow(gap, context))),
    ...all.filter(isMany).flatMap((sort) => groupOf(sort, context)),
  ];
}

function singleRow(gap: AssessedGap, context: TagContext): Row {
  return { cells: cellsOf(gap, [wordsCell(gap.message, context), wordsCell(gap.fix, context)], context) };
}

/** Without the id of its own record, which differs where nothing else does. */
function sharedFix({ fix, record }: AssessedGap): string {
  return record === undefined ? fix : fix.replaceAll(record, '…');
}

function groupOf(sort: readonly AssessedGap[], context: TagContext): readonly Row[] {
  const [first] = sort;
  if (!first) return [];
  const head = `${sort.length} alike. ${sharedFix(first)}`;
  return [
    { isGroup: true, cells: [wordsCell(head, context)] },
    ...sort.map((gap) => ({ cells: cellsOf(gap, [{ ...wordsCell(gap.message, context), columns: 2 }], context) })),
  ];
}

function cellsOf(gap: AssessedGap, words: readonly Cell[], context: TagContext): readonly Cell[] {
  return [
    wordsCell(gap.record ?? `${gap.place.file}:${gap.place.line}`, context),
    ...words,
    wordsCell(gap.severity === 'error' ? 'blocks' : 'warning', context),
  ];
}

function wordsCell(text: string, { links }: TagContext): Cell {
  return { content: [markedWords(text, links)] };
}
