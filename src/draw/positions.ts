/** Reads a file of pinned positions: where a person wants the nodes of a view, in units from the top left of the figure. */
import {
  byName,
  checkShape,
  list,
  mapping,
  needed,
  placeOf,
  readYaml,
  whole,
  type Fault,
  type Source,
} from '../shapes/index.js';
import type { Point } from './geometry.js';

/** Id of a node → its centre. */
export type Positions = ReadonlyMap<string, Point>;

export interface PositionsRead {
  readonly positions: Positions;
  readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

/** Far beyond any sheet. */
const FURTHEST = 20_000;

const FILE = mapping({
  positions: needed(byName(list(whole(0, FURTHEST))), 'For each id: how far right and how far down its centre is.'),
});

/** A position that cannot be used is told, and the others are kept. */
export function readPositions(source: Source): PositionsRead {
  const read = readYaml(source.text);
  const faults: Fault[] = [];
  const value = read.tree ? checkShape(FILE, read.tree, { faults }) : undefined;
  const pairs = Object.entries(value?.positions ?? {});
  const wrong = pairs.filter(([, pair]) => pair.length !== 2).map(([id]) => id);
  return {
    positions: new Map(
      pairs.flatMap(([id, [x, y, ...more]]) =>
        x === undefined || y === undefined || more.length > 0 ? [] : [[id, { x, y }] as const],
      ),
    ),
    problems: [
      ...read.problems.map((problem) => ({ at: problem.at, message: problem.message })),
      ...faults.map((fault) => ({ at: fault.at, message: `${fault.message} ${fault.todo}` })),
      ...wrong.map((id) => ({ at: 0, message: `${id} needs two numbers, such as \`${id}: [120, 80]\`.` })),
    ].map(({ at, message }) => {
      const { line, column } = placeOf({ source, offset: at });
      return { line, column, message };
    }),
  };
}
