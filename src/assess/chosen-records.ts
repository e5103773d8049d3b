/** Which records a selector chooses, for each software system: settled in one walk, because many criteria ask for them. */
import type { Selector } from '../packs/index.js';
import type { AnyRecord, Where } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { systemsOf } from './3-class.js';

export interface Chosen {
  readonly members: readonly AnyRecord[];
  /** Members for sure; others may be members, because what decides was not written. */
  readonly sure: readonly AnyRecord[];
  /** Members of the whole set, before it was narrowed. */
  readonly whole: number;
}

/** @returns those of one software system, or of the device; a record of no software system belongs to all of them */
export type ChosenFor = (scope: string) => Chosen;

/** @param narrow what members have to match beside the selector itself, such as being security-relevant */
export function chooseRecords(selector: Selector, narrow: Where | undefined, trace: Trace): ChosenFor {
  const ofDevice = new Growing();
  const ofNone = new Growing();
  const bySystem = new Map<string, Growing>();
  for (const record of trace.allNamed(selector.kind)) {
    const match = trace.matches(record, selector.where);
    if (match === false) continue;
    const narrowed = trace.matches(record, narrow);
    const isMember = narrowed !== false;
    const isSure = match === true && narrowed === true;
    const systems = belongsTo(record, selector, trace);
    ofDevice.add(record, isMember, isSure);
    if (systems.length === 0) ofNone.add(record, isMember, isSure);
    for (const system of systems) partFor(system).add(record, isMember, isSure);
  }
  return (scope) => (scope === 'device' ? ofDevice : together(bySystem.get(scope), ofNone));

  function partFor(system: string): Growing {
    const known = bySystem.get(system);
    if (known) return known;
    const part = new Growing();
    bySystem.set(system, part);
    return part;
  }
}

/** A control that stands in one system is credited in another: that is where it must be shown to work. */
function belongsTo(record: AnyRecord, { belongsBy }: Selector, trace: Trace): readonly string[] {
  if (belongsBy === undefined) return systemsOf(record, trace);
  return [...new Set(trace.linked(record, belongsBy).flatMap((far) => systemsOf(far, trace)))];
}

class Growing implements Chosen {
  readonly members: AnyRecord[] = [];
  /** Few, while the sure ones are as many as records. */
  readonly #unsure = new Set<AnyRecord>();
  whole = 0;

  get sure(): readonly AnyRecord[] {
    return this.#unsure.size === 0 ? this.members : this.members.filter((record) => !this.#unsure.has(record));
  }

  add(record: AnyRecord, isMember: boolean, isSure: boolean): void {
    this.whole++;
    if (isMember) this.members.push(record);
    if (isMember && !isSure) this.#unsure.add(record);
  }
}

function together(a: Chosen | undefined, b: Chosen): Chosen {
  if (!a || a.whole === 0) return b;
  if (b.whole === 0) return a;
  return { members: inOrder(a.members, b.members), sure: inOrder(a.sure, b.sure), whole: a.whole + b.whole };
}

/** Both are in order of their ids, as the trace gives them. */
function inOrder(a: readonly AnyRecord[], b: readonly AnyRecord[]): readonly AnyRecord[] {
  return a.length === 0 ? b : b.length === 0 ? a : [...a, ...b].sort((one, other) => compareText(one.id, other.id));
}
