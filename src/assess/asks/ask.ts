/** What each way of asking is: it answers yes, no or unknown, and an empty set never answers yes by itself. */
import type { Criterion } from '../../packs/index.js';
import type { Answered, Asked, CriterionInput } from '../criterion-input.js';

export type Ask = (criterion: Criterion, asked: Asked, input: CriterionInput) => Answered;

/** What an answer holds where nothing was counted. */
export const NOTHING = { counted: 0, failed: [], byReference: 0, members: [] } as const;
