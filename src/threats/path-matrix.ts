/** The completeness matrix of the paths: for each flow and each detail, which fields answer it and which are still empty. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { PATH_DETAILS, pathOf, type Path, type PathDetail } from './path-details.js';

/**
 * `written`: every field that answers it is filled; whether it says enough is for a person to judge. `unknown`: none is.
 * `not-here`: it does not arise on this path, for a reason that follows from the model.
 */
export type DetailState = 'written' | 'partly' | 'unknown' | 'not-here';

export interface DetailAnswer {
  readonly key: string;
  readonly state: DetailState;
  /** Fields that are filled, such as `DF-05.protocol`. */
  readonly answeredBy: readonly string[];
  /** Fields where the rest belongs. */
  readonly missing: readonly string[];
  readonly reason: string | undefined;
}

export interface PathRow {
  readonly flow: RecordOf<'flow'>;
  /** In the order of `PATH_DETAILS`. */
  readonly details: readonly DetailAnswer[];
}

/** @returns one row for each flow, in order of their ids */
export function pathMatrix(trace: Trace): readonly PathRow[] {
  return trace.all('flow').map((flow) => {
    const path = pathOf(flow, trace);
    return { flow, details: PATH_DETAILS.map((detail) => answerOf(detail, path)) };
  });
}

function answerOf(detail: PathDetail, path: Path): DetailAnswer {
  const places = detail.places(path);
  const answeredBy = places.filter((place) => place.isWritten).map((place) => place.at);
  const missing = places.filter((place) => !place.isWritten).map((place) => place.at);
  const state = stateOf(detail, answeredBy.length, missing.length, path);
  return { key: detail.key, state, answeredBy, missing, reason: state === 'not-here' ? detail.notHere : undefined };
}

/** A detail without places arises only where its reason holds; with an end that nobody knows, no reason does. */
function stateOf(detail: PathDetail, written: number, missing: number, path: Path): DetailState {
  if (written + missing === 0) return detail.notHere !== undefined && path.ends.length === 2 ? 'not-here' : 'unknown';
  if (missing === 0) return 'written';
  return written === 0 ? 'unknown' : 'partly';
}
