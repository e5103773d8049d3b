/** Evidence that the history of the repository holds and that is gone: it only ever grows. */
import { EVIDENCE_FOLDER, type StoreFault } from '../evidence/index.js';
import { removedFiles } from '../project/index.js';

const KEPT = new RegExp(`^${EVIDENCE_FOLDER}/(?:reports|statements|inputs|signatures)/`);

export function takenAway(folder: string): readonly StoreFault[] {
  const message = 'It was committed once and is gone. Bring it back from the history: evidence is never taken away.';
  return removedFiles(folder, EVIDENCE_FOLDER).flatMap((path) => (KEPT.test(path) ? [{ path, message }] : []));
}
