/** How far an obligation is, in words that a reader outside understands. */
import type { ObligationAnswer, Status } from '../../assess/index.js';

const WORDS: Readonly<Record<Status, string>> = {
  met: '✓ criteria met',
  unproven: '◐ not proven',
  incomplete: '◔ incomplete',
  missing: '○ missing',
  'not-due': '· not due',
  'not-applicable': '– decided not applicable',
  unknown: '? not known',
};

/** What is kept elsewhere is confirmed by a person and checked by nobody here, so it is not known. */
export function stateWords({ status, criteria }: Pick<ObligationAnswer, 'status' | 'criteria'>): string {
  const isElsewhere = criteria.some(({ byReference }) => byReference > 0);
  return status === 'unknown' && isElsewhere ? '? kept elsewhere, not checked here' : WORDS[status];
}
