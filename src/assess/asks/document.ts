/** Asks that every named section of a work product is covered by a text that counts, or by a confirmed reference. */
import { namesOf } from '../2-facts.js';
import type { Criterion } from '../../packs/index.js';
import type { Answered, Asked, CriterionInput } from '../criterion-input.js';
import { coveringDocuments, saysSomething } from './covering-documents.js';

// @implements SRS-506
export function answerDocument(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  const sections = criterion.sections ?? [];
  const covering = sections.map((section) =>
    coveringDocuments(`${asked.obligation.product.id}#${section}`, asked.obligation.scope, input.trace),
  );
  const failed = sections.filter(
    (_, index) => !covering[index]?.some((document) => saysSomething(document, input.trace)),
  );
  const members = [...new Set(covering.flat())].filter((document) => saysSomething(document, input.trace));
  const open =
    failed.length === 0 && (input.trace.reading.lostKinds.has('document') || input.trace.reading.lostKinds.has('any'));
  return {
    answer: failed.length > 0 || sections.length === 0 ? 'no' : open ? 'unknown' : 'yes',
    counted: sections.length,
    failed,
    says: `${failed.length} of ${sections.length} sections are written nowhere (${namesOf(failed)})`,
    todo: `Write a document record with \`covers: [${asked.obligation.product.id}#${failed[0] ?? sections[0] ?? ''}]\`, or a confirmed \`reference:\` to where it is kept.`,
    byReference: members.filter((document) => document.fields.reference !== undefined).length,
    members,
  };
}
