/** Collects what one file of records gave: records, faults, and what could not be read. */
import type { Source } from '../shapes/index.js';
import type { Kind } from './kinds/define.js';
import type { MadeRecord } from './make-record.js';
import type { AnyRecord, Problem, RecordFault } from './record.js';

/** Places told of one file; what stands behind them is read all the same. */
const MAX_PROBLEMS = 1_000;

const NO_IDS: ReadonlySet<string> = new Set();

// @implements SRS-515
/** There may be as many as records, so that it holds nothing for what most files do not have. */
export class FileReading {
  readonly source: Source;
  #records: AnyRecord[] | undefined;
  #faults: RecordFault[] | undefined;
  #problems: Problem[] | undefined;
  #lostIds: Set<string> | undefined;
  #lostKinds: Set<string> | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  get records(): readonly AnyRecord[] {
    return this.#records ?? [];
  }

  get faults(): readonly RecordFault[] {
    return this.#faults ?? [];
  }

  get problems(): readonly Problem[] {
    return this.#problems ?? [];
  }

  get lostIds(): ReadonlySet<string> {
    return this.#lostIds ?? NO_IDS;
  }

  get lostKinds(): ReadonlySet<string> {
    return this.#lostKinds ?? NO_IDS;
  }

  add(kind: Kind, made: MadeRecord): void {
    for (const fault of made.faults) this.addFault(fault);
    if (!made.record) this.loseKind(kind.kind);
    else if (this.#records) this.#records.push(made.record);
    else this.#records = [made.record];
  }

  addFault(fault: RecordFault): void {
    (this.#faults ??= []).push(fault);
  }

  /** Something names no kind that is known, or none: of any kind a record may be lost. */
  unknownKind(detail: string, at: number, message: string, todo: string): void {
    const spot = { source: this.source, offset: at };
    this.addFault({ rule: 'unknown-kind', record: undefined, detail, spot, message, todo, related: [] });
    this.loseKind('any');
  }

  /** @param lost kind of which a record may be lost, or `any` */
  problem(at: number, message: string, lost: string): void {
    this.loseKind(lost);
    const problems = (this.#problems ??= []);
    if (problems.length > MAX_PROBLEMS) return;
    const more = `More is wrong from here on; of one file the first ${MAX_PROBLEMS} places are told.`;
    const isLast = problems.length === MAX_PROBLEMS;
    problems.push({ spot: { source: this.source, offset: at }, message: isLast ? more : message });
  }

  loseId(id: string): void {
    (this.#lostIds ??= new Set()).add(id);
  }

  /** @param kind or `any` */
  loseKind(kind: string): void {
    (this.#lostKinds ??= new Set()).add(kind);
  }
}
