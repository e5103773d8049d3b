/** Who approved what a document carries: bound to the present content, void since it changed, or still to come. */
import { isWritten, type Assessment } from '../../assess/index.js';
import type { RecordOf } from '../../records/index.js';
import { isBoundTo } from '../../trace/index.js';
import type { Approval } from '../document.js';

export function approvalsOf(products: readonly string[], assessment: Assessment): readonly Approval[] {
  const { trace } = assessment;
  const documents = trace
    .all('document')
    .filter((document) => isWritten(document, assessment.packs.packs) && covers(document, products, assessment));
  const approvals = [...new Set(documents.flatMap((document) => trace.linkedOf(document, 'approvals', 'approval')))];
  const given = approvals.map((approval) => answerOf(approval, documents, assessment));
  return given.length > 0 ? given : [OPEN];
}

const OPEN: Approval = { role: 'Approver', name: '', meaning: 'approved', date: undefined, state: 'open' };

function covers(document: RecordOf<'document'>, products: readonly string[], { trace }: Assessment): boolean {
  return trace.foreign(document, 'covers').some((section) => products.includes(section.split('#', 1)[0] ?? ''));
}

/** It holds for the document only if it holds for every part that it names of it. */
function answerOf(
  approval: RecordOf<'approval'>,
  documents: readonly RecordOf<'document'>[],
  { trace, people }: Assessment,
): Approval {
  const { role, by, meaning, date } = approval.fields;
  const about = trace.linked(approval, 'approves').filter((one) => documents.some(({ id }) => id === one.id));
  const isBound = about.length > 0 && about.every((one) => isBoundTo(approval, one, trace));
  return {
    role: role ?? 'no role named',
    name: people.find(({ id }) => id === by)?.name ?? by ?? 'nobody named',
    meaning: meaning ?? 'approved',
    date,
    state: isBound ? 'given' : 'void',
  };
}
