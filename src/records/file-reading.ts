/** Collects what one file of records gave: records, faults, and what could not be read. */
import type { Source } from '../shapes/index.js';
import type { Kind } from './kinds/define.js';
import type { MadeRecord } from './make-record.js';
import type { AnyRecord, Problem, RecordFault } from './record.js';

/** Places told of one file; what stands behind them is read all the same. */
const MAX_PROBLEMS = 1_000;

export interface FileReading {
  readonly source: Source;
  readonly records: AnyRecord[];
  readonly faults: RecordFault[];
  readonly problems: Problem[];
  readonly lostIds: Set<string>;
  readonly lostKinds: Set<string>;
  /** @param lost kind of which a record may be lost, or `any` */
  problem(at: number, message: string, lost: string): void;
  add(kind: Kind, made: MadeRecord): void;
}

// @implements SRS-515
export function newFileReading(source: Source): FileReading {
  const reading: FileReading = {
    source,
    records: [],
    faults: [],
    problems: [],
    lostIds: new Set(),
    lostKinds: new Set(),
    problem(at, message, lost) {
      reading.lostKinds.add(lost);
      if (reading.problems.length > MAX_PROBLEMS) return;
      const more = `More is wrong from here on; of one file the first ${MAX_PROBLEMS} places are told.`;
      const isLast = reading.problems.length === MAX_PROBLEMS;
      reading.problems.push({ spot: { source, offset: at }, message: isLast ? more : message });
    },
    add(kind, made) {
      for (const fault of made.faults) reading.faults.push(fault);
      if (made.record) reading.records.push(made.record);
      else reading.lostKinds.add(kind.kind);
    },
  };
  return reading;
}
