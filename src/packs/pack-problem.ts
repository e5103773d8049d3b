/** What is wrong with a pack, at its place: never thrown, shown all together. */
import { placeOf, type Spot } from '../shapes/index.js';

export interface PackProblem {
  /** Absent where no file is to blame, as with a pack that nobody ships. */
  readonly spot?: Spot;
  readonly message: string;
  readonly todo: string;
}

/** `packs/ours/pack.yaml:3:7  Unknown field …` and what to do, on two lines. */
export function packProblemText(problem: PackProblem): string {
  const place = problem.spot && placeOf(problem.spot);
  const where = place ? `${place.file}:${place.line}:${place.column}  ` : '';
  return `${where}${problem.message}\n  do    ${problem.todo}`;
}
