/** Tells which threats stand near a place of the model, so that a candidate can say what it may repeat. */
import type { ThreatPattern } from '../packs/index.js';
import type { AnyRecord, RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';
import { flowsAt } from './model-fields.js';
import { isSpecific } from './specific-threats.js';

type Threat = RecordOf<'threat'>;

export class Nearness {
  readonly #trace: Trace;
  /** By the id of each record that a threat targets, or that lies right beside one. */
  readonly #near = new Map<string, Set<Threat>>();
  readonly #aimed = new Map<string, Threat[]>();
  readonly #parts = new Map<string, readonly string[]>();

  constructor(trace: Trace) {
    this.#trace = trace;
    for (const threat of trace.all('threat')) {
      if (!isSpecific(threat)) continue;
      for (const target of trace.linked(threat, 'targets')) {
        const aimed = this.#aimed.get(target.id);
        if (aimed) aimed.push(threat);
        else this.#aimed.set(target.id, [threat]);
        for (const id of [target.id, ...this.#besides(target)]) {
          this.#near.set(id, (this.#near.get(id) ?? new Set()).add(threat));
        }
      }
    }
  }

  /** @returns ids of threats with the same weakness or pattern of attack, at one of the records or right beside it */
  similarThreats(pattern: ThreatPattern, records: readonly AnyRecord[]): readonly string[] {
    const found = new Set<string>();
    for (const record of records) {
      for (const threat of this.#near.get(record.id) ?? []) {
        if (
          this.#marksOf(threat).some((mark) => pattern.weaknesses.includes(mark) || pattern.references.includes(mark))
        )
          found.add(threat.id);
      }
    }
    return [...found].toSorted();
  }

  /**
   * A process and a person outside are attacked through their interfaces and flows, data where they lie or go; a flow is
   * also cut by stopping one of its ends.
   */
  partsOfPlace(record: AnyRecord, letter: string): readonly string[] {
    if (record.kind === 'flow' && letter === 'D') return [record.id, ...this.#besides(record)];
    const known = this.#parts.get(record.id);
    if (known) return known;
    const parts = this.#partsOf(record);
    this.#parts.set(record.id, parts);
    return parts;
  }

  #partsOf(record: AnyRecord): readonly string[] {
    if (record.kind !== 'item' || record.fields.role === 'store') return [record.id];
    const flows = flowsAt(record, this.#trace).map((flow) => flow.id);
    return [record.id, ...this.#trace.linked(record, 'interfaces').map((one) => one.id), ...flows];
  }

  /** A part of the model that has to be considered, and no threat does. */
  isUnconsidered(record: AnyRecord): boolean {
    if (this.#aimed.has(record.id)) return false;
    if (record.kind === 'item') return record.fields.role === 'process' || record.fields.role === 'store';
    if (record.kind !== 'interface') return record.kind === 'flow';
    return this.#trace.names(record, 'flows').every((flow) => !this.#aimed.has(flow));
  }

  hasThreat(ids: readonly string[], letter: string): boolean {
    return ids.some((id) => this.#aimed.get(id)?.some(({ fields }) => fields.stride?.includes(letter as 'S')) === true);
  }

  #marksOf(threat: Threat): readonly string[] {
    return [...this.#trace.names(threat, 'weaknesses'), ...this.#trace.names(threat, 'references')];
  }

  #besides(target: AnyRecord): readonly string[] {
    const trace = this.#trace;
    switch (target.kind) {
      case 'flow':
        return ['from', 'to', 'via'].flatMap((name) => trace.names(target, name));
      case 'interface':
        return [...trace.names(target, 'item'), ...trace.names(target, 'flows')];
      case 'item':
        return [
          ...trace.names(target, 'interfaces'),
          ...flowsAt(target, trace).map((flow) => flow.id),
          ...this.#above(target),
        ];
      default:
        return trace.names(target, 'used-in');
    }
  }

  #above(item: AnyRecord): readonly string[] {
    const above: string[] = [];
    for (
      let at = this.#trace.linked(item, 'parent')[0];
      at && !above.includes(at.id);
      at = this.#trace.linked(at, 'parent')[0]
    ) {
      above.push(at.id);
    }
    return above;
  }
}
