/** For each software system and each proof that is asked of it as a whole: whether it is there. */
import type { CriterionAnswer } from '../../assess/index.js';
import type { AnyRecord } from '../../records/index.js';
import type { Table } from '../document.js';
import type { TagContext } from '../tags/define.js';
import { wordsTable } from './words-table.js';

/** That its requirements are verified says nothing of a component list or a penetration test. */
export function systemProofs(
  systems: readonly AnyRecord[],
  answers: readonly CriterionAnswer[],
  title: string,
  context: TagContext,
): readonly Table[] {
  const byCriterion = new Map<string, CriterionAnswer[]>();
  for (const answer of answers) {
    if (answer.criterion.ask !== 'evidence') continue;
    byCriterion.set(answer.criterion.id, [...(byCriterion.get(answer.criterion.id) ?? []), answer]);
  }
  if (byCriterion.size === 0) return [];
  const columns = [
    ['Id', 0.1],
    ['Title', 0.3],
    ['What has to show it', 0.4],
    ['State', 0.2],
  ] as const;
  const rows = systems.flatMap((system) =>
    [...byCriterion.values()].map((same) => [
      system.id,
      system.fields.title ?? '',
      proofName(same[0], context),
      stateOf(system, same),
    ]),
  );
  return [wordsTable({ title: `${title}: proofs of the whole`, columns, rows }, context)];
}

function proofName(answer: CriterionAnswer | undefined, { assessment }: TagContext): string {
  const known = assessment.packs.packs.flatMap(({ evidenceTypes }) => evidenceTypes);
  const titles = (answer?.criterion.types ?? []).map((id) => known.find((type) => type.id === id)?.title ?? id);
  return titles.join(' or ');
}

/** Only what is asked of it and does not fail is shown. */
function stateOf({ id }: AnyRecord, answers: readonly CriterionAnswer[]): string {
  if (answers.some(({ failedProof, failed }) => failedProof === true && failed.includes(id)))
    return '✗ failed or missing';
  if (answers.some(({ failed }) => failed.includes(id))) return '○ no current result';
  return answers.every(({ answer, counted }) => answer !== 'unknown' && counted > 0)
    ? '✓ passed, current'
    : '? not known';
}
