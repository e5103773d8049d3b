/** Asks that every named section of a work product is covered by a text that counts, or by a confirmed reference. */
import type { Criterion } from '../../packs/index.js';
import type { RecordOf } from '../../records/index.js';
import { shortList } from '../../shapes/index.js';
import type { Answered, Asked, CriterionInput } from '../criterion-input.js';
import { unfinishedOf } from '../unfinished.js';
import { coveringDocuments, saysSomething } from './covering-documents.js';

// @implements SRS-506
export function answerDocument(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const sections = criterion.sections ?? [];
  const { product, scope } = asked.obligation;
  const covering = new Map(
    sections.map((section) => [section, coveringDocuments(`${product.id}#${section}`, scope, input.trace)]),
  );
  const says = (document: RecordOf<'document'>): boolean => saysSomething(document, input.trace, input.packs);
  const failed = sections.filter((section) => !covering.get(section)?.some(says));
  const members = [...new Set([...covering.values()].flat())].filter(says);
  const begun = begunOf(failed, covering, input);
  const open =
    failed.length === 0 && (input.trace.reading.lostKinds.has('document') || input.trace.reading.lostKinds.has('any'));
  return {
    answer: failed.length > 0 || sections.length === 0 ? 'no' : open ? 'unknown' : 'yes',
    counted: sections.length,
    failed,
    says: saysOf(sections, failed, begun),
    todo: todoOf(failed[0] ?? sections[0] ?? '', begun, asked, input),
    byReference: members.filter((document) => document.fields.reference !== undefined).length,
    members,
    begun,
  };
}

function begunOf(
  failed: readonly string[],
  covering: ReadonlyMap<string, readonly RecordOf<'document'>[]>,
  { packs }: CriterionInput,
): ReadonlyMap<string, string> {
  const pairs = failed.map((section) => {
    const begun = covering.get(section)?.find((document) => unfinishedOf(document, packs).length > 0);
    return [section, begun?.id] as const;
  });
  return new Map(pairs.flatMap(([section, id]) => (id === undefined ? [] : [[section, id] as const])));
}

function saysOf(sections: readonly string[], failed: readonly string[], begun: ReadonlyMap<string, string>): string {
  const nowhere = failed.filter((section) => !begun.has(section));
  const of = `of ${sections.length} sections`;
  const unwritten = `${nowhere.length} ${of} are written nowhere (${shortList(nowhere)})`;
  if (begun.size === 0) return unwritten;
  const unfinished = `are not finished (${shortList([...begun.keys()])})`;
  return nowhere.length === 0 ? `${begun.size} ${of} ${unfinished}` : `${unwritten}, ${begun.size} ${unfinished}`;
}

function todoOf(
  section: string,
  begun: ReadonlyMap<string, string>,
  { obligation: { product } }: Asked,
  { packs }: CriterionInput,
): string {
  const [document] = new Set(begun.values());
  if (document !== undefined) return `Write in ${document} what holds for this device in place of each \`[fill: …]\`.`;
  const covers = `a document record with \`covers: [${product.id}#${section}]\``;
  const hasStarter = packs.some(({ starters }) => starters.some(({ id }) => id === product.id));
  return hasStarter
    ? `Begin it with \`medward draft ${product.id}\`, or write ${covers}, or a confirmed \`reference:\` to where it is kept.`
    : `Write ${covers}, or a confirmed \`reference:\` to where it is kept.`;
}
