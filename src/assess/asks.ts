/** The eight ways of asking, one file each under asks/. */
import type { Criterion } from '../packs/index.js';
import { answerApproval } from './asks/approval.js';
import { answerDocument } from './asks/document.js';
import { answerEach } from './asks/each.js';
import { answerEvidence } from './asks/evidence.js';
import { answerRecords } from './asks/records.js';
import { answerReview } from './asks/review.js';
import { answerRule } from './asks/rule.js';
import { answerStatement } from './asks/statement.js';
import type { Ask } from './asks/ask.js';
import type { Answered, Asked, CriterionInput } from './criterion-input.js';

const ASKS: Readonly<Record<Criterion['ask'], Ask>> = {
  document: answerDocument,
  records: answerRecords,
  each: answerEach,
  rule: answerRule,
  evidence: answerEvidence,
  review: answerReview,
  statement: answerStatement,
  approval: answerApproval,
};

export function answerAsk(criterion: Criterion, asked: Asked, input: CriterionInput): Answered {
  return ASKS[criterion.ask](criterion, asked, input);
}
